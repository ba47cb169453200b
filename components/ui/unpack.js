(() => {
  if (window.unpacking) return;
  window.unpacking = true;
  const LIVELY = "script,iframe,object,embed,base,link,meta,style,form";
  // Streamlit cleans what it is given before it shows it; what comes out of a pack is cleaned here.
  const clean = (part) => {
    for (const one of part.querySelectorAll(LIVELY)) one.remove();
    for (const one of part.querySelectorAll("*")) {
      for (const { name, value } of [...one.attributes]) {
        const acts = /^(href|src|action|formaction|xlink:href)$/.test(name);
        const address = value.replace(/[\u0000-\u0020]/g, "");
        const runs = acts && /^(javascript|vbscript|data:(?!image\/))/i.test(address);
        if (name.startsWith("on") || name === "srcdoc" || runs) one.removeAttribute(name);
      }
    }
    return part;
  };
  const text = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };
  const unpack = async (pack) => {
    const { packed } = pack.dataset;
    pack.removeAttribute("data-packed");
    const places = [...pack.parentElement.querySelectorAll("[data-packed-place]")];
    const parts = (await text(packed)).split("\0");
    places.forEach((place, number) => {
      const made = document.createElement("template");
      made.innerHTML = parts[number];
      place.replaceWith(clean(made.content));
    });
    pack.remove();
  };
  const look = () => {
    for (const pack of document.querySelectorAll("[data-packed]")) unpack(pack);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
})();
