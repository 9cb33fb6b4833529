// Starts the console: sets the theme before the first paint, then loads and runs the app.
// An ordinary script, not a module, so that the browser runs it before it paints.
(() => {
  "use strict";

  applyStoredTheme();
  document.addEventListener("DOMContentLoaded", start);

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
      const wasm = compile(document.querySelector('link[rel="preload"][as="fetch"]').href);
      const glue = await import(document.querySelector('link[rel="modulepreload"]').href);
      await glue.default({ module_or_path: await wasm });
      notice.remove();
    } catch (error) {
      console.error(error);
      say(notice, `MaxConsole could not be started (${error.message}). Reload the page to try again.`, true);
    }
  }

  // Unpacks the compressed form here, because MaxScale's own server never compresses.
  async function compile(url) {
    if (!url.endsWith(".gz")) return compileBody(await get(url));
    try {
      const packed = await get(url);
      return await compileBody(new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))));
    } catch {
      return compileBody(await get(url.slice(0, -".gz".length)));
    }
  }

  // Compiling as it arrives needs the right type, which MaxScale's own server does not send.
  function compileBody(response) {
    const type = "application/wasm";
    const typed = response.headers.get("Content-Type") === type;
    const headers = { "Content-Type": type };
    return WebAssembly.compileStreaming(typed ? response : new Response(response.body, { headers }));
  }

  async function get(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.split("/").pop()}: status ${response.status}`);
    return response;
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
