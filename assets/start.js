// Starts the console: sets theme and language before the first paint, then loads and runs the app.
// An ordinary script, not a module, so that the browser runs it before it paints.
(() => {
  "use strict";

  // What is said while the app does not run; all else is in crates/texts.
  const TEXTS = {
    en: {
      loading: "Loading MaxConsole…",
      cannotRun: "This browser cannot run MaxConsole, because WebAssembly is missing or switched off.",
      notStarted: (why) => `MaxConsole could not be started (${why}). Reload the page to try again.`,
      stopped: "MaxConsole has stopped",
      hasStopped: "MaxConsole has stopped, because of an error of its own. Reload the page to go on.",
      reload: "Reload",
    },
    de: {
      loading: "MaxConsole wird geladen…",
      cannotRun: "Dieser Browser kann MaxConsole nicht ausführen: WebAssembly fehlt oder ist abgeschaltet.",
      notStarted: (why) => `MaxConsole konnte nicht gestartet werden (${why}). Laden Sie die Seite neu.`,
      stopped: "MaxConsole läuft nicht mehr",
      hasStopped: "MaxConsole läuft wegen eines eigenen Fehlers nicht mehr. Laden Sie die Seite neu.",
      reload: "Neu laden",
    },
  };
  const language = stored("language", Object.keys(TEXTS)) ?? languageOfBrowser();
  const texts = TEXTS[language];

  // Where the app reads it.
  document.documentElement.lang = language;
  applyStoredTheme();
  document.addEventListener("DOMContentLoaded", start);
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, sayIfStopped);
  // For assets/parts.js.
  globalThis.maxconsole = { load, compile };

  // A stored choice, if it is one of these.
  function stored(name, choices) {
    try {
      const choice = localStorage.getItem(`maxconsole.${name}`);
      return choices.find((one) => one === choice);
    } catch {
      // Storage is forbidden here; what the system has will do.
    }
  }

  function languageOfBrowser() {
    const wanted = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
    return wanted.find((one) => Object.hasOwn(TEXTS, one)) ?? "en";
  }

  // Without a stored choice the page follows the system, by CSS alone.
  function applyStoredTheme() {
    const theme = stored("theme", ["light", "dark", "contrast"]);
    if (theme) document.documentElement.dataset.theme = theme;
  }

  async function start() {
    const notice = document.getElementById("starting");
    notice.textContent = texts.loading;
    if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
      say(notice, texts.cannotRun);
      return;
    }
    try {
      const wasm = load(document.querySelector('link[rel="preload"][as="fetch"]').href, compile);
      const glue = await import(document.querySelector('link[rel="modulepreload"]').href);
      // The app takes the place of the notice, once it has the texts of its language.
      await glue.default({ module_or_path: await wasm });
    } catch (error) {
      console.error(error);
      say(notice, texts.notStarted(error.message), true);
    }
  }

  // Unpacks the compressed form here, because MaxScale's own server never compresses.
  async function load(url, use) {
    if (!url.endsWith(".gz")) return use(await get(url));
    try {
      const packed = await get(url);
      return await use(new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))));
    } catch {
      return use(await get(url.slice(0, -".gz".length)));
    }
  }

  // Compiling as it arrives needs the right type, which MaxScale's own server does not send.
  function compile(response) {
    const type = "application/wasm";
    const typed = response.headers.get("Content-Type") === type;
    const headers = { "Content-Type": type };
    return WebAssembly.compileStreaming(typed ? response : new Response(response.body, { headers }));
  }

  async function get(url) {
    const response = await fetch(url);
    if (response.ok) return response;
    const error = new Error(`${url.split("/").pop()}: status ${response.status}`);
    throw Object.assign(error, { status: response.status });
  }

  // A panic ends in a trap, wherever in the app it happens, and nothing of the app works after it.
  function sayIfStopped(event) {
    const trap = event.error ?? event.reason;
    if (!(trap instanceof WebAssembly.RuntimeError) || document.querySelector(".stopped")) return;
    const dialog = document.createElement("dialog");
    const body = document.createElement("p");
    dialog.className = "dialog stopped";
    dialog.ariaLabel = texts.stopped;
    body.className = "dialog-body";
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.append(body);
    document.body.append(dialog);
    say(body, texts.hasStopped, true);
    dialog.showModal();
  }

  function say(notice, words, reload) {
    notice.setAttribute("role", "alert");
    notice.textContent = words;
    if (!reload) return;
    const button = document.createElement("button");
    button.textContent = texts.reload;
    button.addEventListener("click", () => location.reload());
    notice.append(" ", button);
  }
})();
