// Runs before Streamlit's own scripts. Where the app lives is read from the address of this file, so
// that it holds under any host, port and folder of a proxy: else Streamlit (1.67) looks for its
// server below the page first, and a deep link costs two requests that answer 404.
(() => {
  const root = new URL("..", document.currentScript.src).href;
  window.__streamlit = { BACKEND_BASE_URL: root, HOST_CONFIG_BASE_URL: root };
  window.prerenderReady = false;

  // Streamlit asks for its whole icon font (375 kB) at the start, whether or not a page has an icon
  // of it. It still comes with the first such icon that is drawn.
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) =>
    font.includes("Material Symbols") ? Promise.resolve([]) : load(font, text);
})();
