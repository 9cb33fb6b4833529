// Loads the parts of the app. `cargo xtask split` puts this into the module with wasm-bindgen's
// bindings, where `wasm` holds the exports of the main module; it fills in the names of the files:
// for each part its own, then those of what it shares with others.
const PARTS = {};

// By the names of files: what is here, or on its way.
const loading = new Map();
const here = new Set();
let outdated = false;
let prefetching = false;

// What is loaded, or on its way, is loaded once; what failed is forgotten.
function once(name, load) {
  if (!loading.has(name)) {
    const attempt = load();
    loading.set(name, attempt);
    attempt.catch((error) => {
      loading.delete(name);
      outdated = error.status === 404;
    });
  }
  return loading.get(name);
}

const fetchFile = (name, use) => maxconsole.load(new URL(name, import.meta.url).href, use);
const instantiate = (module) => WebAssembly.instantiate(module, { __wasm_split: wasm });

// Small pieces that several parts need, one behind the other: for each its length and its bytes.
// All are compiled before any is instantiated, because that may be done only once.
const loadChunks = (name) => once(name, async () => {
  const bytes = await fetchFile(name, (response) => response.arrayBuffer());
  const view = new DataView(bytes);
  const modules = [];
  for (let at = 0, length; at < bytes.byteLength; at += length) {
    length = view.getUint32(at, true);
    at += 4;
    modules.push(WebAssembly.compile(bytes.slice(at, at + length)));
  }
  await Promise.all((await Promise.all(modules)).map(instantiate));
});

const loadPart = (name) => once(name, async () => {
  const [file, ...chunks] = PARTS[name];
  const [module] = await Promise.all([fetchFile(file, maxconsole.compile), ...chunks.map(loadChunks)]);
  await instantiate(module);
  here.add(name);
});

// Calls back once, with whether the part is here.
function loader(name) {
  return (callback, data) => {
    const answer = (success) => wasm.__indirect_function_table.get(callback)(data, success);
    if (here.has(name)) return answer(true);
    loadPart(name).then(() => true, (error) => (console.error(error), false)).then(answer);
  };
}

// What the main module imports.
const loaders = Object.fromEntries(
  Object.keys(PARTS).map((name) => [`__wasm_split_load_${name}`, loader(name)]));

const whenIdle = () => new Promise((go) => (globalThis.requestIdleCallback ?? ((go) => setTimeout(go, 200)))(go));

Object.assign(maxconsole, {
  isOutdated: () => outdated,
  async prefetchParts() {
    if (prefetching || navigator.connection?.saveData) return;
    prefetching = true;
    // Of the languages one is spoken, and here already.
    for (const name of Object.keys(PARTS).filter((name) => !name.startsWith("language_"))) {
      await whenIdle();
      // Whoever needs it will say that it cannot be had.
      if (!(await loadPart(name).then(() => true, () => false))) return;
    }
  },
});
