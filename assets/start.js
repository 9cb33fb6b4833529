// Starts the console: sets the theme before the first paint, then loads and runs the app.
// An ordinary script, not a module, so that the browser runs it before it paints.
(() => {
  "use strict";

  applyStoredTheme();
  document.addEventListener("DOMContentLoaded", start);
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, sayIfStopped);
  // For assets/parts.js.
  globalThis.maxconsole = { load, compile };

  // Without a stored choice the page follows the system, by CSS alone.
  function applyStoredTheme() {
    try {
      const theme = localStorage.getItem("maxconsole.theme");
      if (["light", "dark", "contrast"].includes(theme)) document.documentElement.dataset.theme = theme;
    } catch {
      // Storage is forbidden here; the system's theme will do.
    }
  }

  async function start() {
    const notice = document.getElementById("starting");
    if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
      say(notice, "This browser cannot run MaxConsole, because WebAssembly is missing or switched off.");
      return;
    }
    try {
      const wasm = load(document.querySelector('link[rel="preload"][as="fetch"]').href, compile);
      const glue = await import(document.querySelector('link[rel="modulepreload"]').href);
      await glue.default({ module_or_path: await wasm });
      notice.remove();
    } catch (error) {
      console.error(error);
      say(notice, `MaxConsole could not be started (${error.message}). Reload the page to try again.`, true);
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
    dialog.ariaLabel = "MaxConsole has stopped";
    body.className = "dialog-body";
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.append(body);
    document.body.append(dialog);
    say(body, "MaxConsole has stopped, because of an error of its own. Reload the page to go on.", true);
    dialog.showModal();
  }

  function say(notice, words, reload) {
    notice.setAttribute("role", "alert");
    notice.textContent = words;
    if (!reload) return;
    const button = document.createElement("button");
    button.textContent = "Reload";
    button.addEventListener("click", () => location.reload());
    notice.append(" ", button);
  }
})();
