// The agenda of a meeting as it travels in a link or a file: the form of
// components/meeting/agenda.py, read with the same limits.
const Agenda = (() => {
  const { version, items: mostItems, minutes: mostMinutes, text, note, view, bytes } = Given.limits;
  const MARK = `agenda=${version}.`;
  const VIEW = /^[a-z_]*(\?[!$-;=?-~]*)?$/;

  // `reason` is broken, foreign, version or long.
  class Refused extends Error {
    constructor(reason) {
      super(reason);
      this.reason = reason;
    }
  }

  const cut = (given, longest = text) => {
    if (typeof given !== "string") throw new Refused("broken");
    return [...given].slice(0, longest).join("");
  };
  const isView = (given) => given.length <= view && VIEW.test(given);
  const isObject = (given) => typeof given === "object" && given !== null && !Array.isArray(given);

  const readItem = (given) => {
    if (!isObject(given)) throw new Refused("broken");
    const { t: title = "", v = "", m = 0, n = "" } = given;
    if (typeof v !== "string" || !isView(v)) throw new Refused("foreign");
    if (!Number.isInteger(m) || m < 0 || m > mostMinutes) throw new Refused("broken");
    return { t: cut(title), v, m, n: cut(n, note) };
  };

  // The agenda of a JSON value, whole: every item has t, v, m and n.
  const read = (given) => {
    if (!isObject(given) || !Array.isArray(given.i)) throw new Refused("broken");
    if (given.i.length > mostItems) throw new Refused("long");
    const { t: title = "", d = "", r = 0 } = given;
    return {
      t: cut(title),
      d: cut(d),
      r: Number.isInteger(r) && r >= 0 ? r : 0,
      i: given.i.map(readItem),
    };
  };

  // As it is written: what is empty in an item is left out.
  const plain = (agenda) => ({
    t: agenda.t,
    d: agenda.d,
    r: agenda.r,
    i: agenda.i.map((item) =>
      Object.fromEntries(["t", "v", "m", "n"].map((k) => [k, item[k]]).filter(([, v]) => v)),
    ),
  });

  const through = (content, stream) => new Blob([content]).stream().pipeThrough(stream);

  const encoded = async (agenda) => {
    const packing = through(JSON.stringify(plain(agenda)), new CompressionStream("deflate"));
    const packed = new Uint8Array(await new Response(packing).arrayBuffer());
    const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
    return MARK + letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };

  const unpacked = async (packed) => {
    const reader = through(packed, new DecompressionStream("deflate")).getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts).text();
      size += value.length;
      if (size > bytes) throw new Refused("long");
      parts.push(value);
    }
  };

  // The agenda of a link's fragment, with or without its `#`. Throws Refused.
  const decoded = async (fragment) => {
    const asked = fragment.replace(/^#/, "");
    if (!asked.startsWith("agenda=")) throw new Refused("foreign");
    if (!asked.startsWith(MARK)) throw new Refused("version");
    try {
      const letters = asked.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/");
      const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      return read(JSON.parse(await unpacked(packed)));
    } catch (why) {
      throw why instanceof Refused ? why : new Refused("broken");
    }
  };

  const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
  const blank = () => ({ t: "", d: "", r: Given.release, i: [] });
  const minutes = (agenda) => agenda.i.reduce((sum, item) => sum + item.m, 0);
  const titleOf = (agenda) => agenda.t || t("untitled");
  const nameOf = (item, place) => item.t || t("item_number", { number: place + 1 });

  // A view's address with other parameters; null takes one away.
  const withParams = (address, params) => {
    const [page, query = ""] = address.split("?");
    const asked = new URLSearchParams(query);
    for (const [name, value] of Object.entries(params)) {
      if (value === null) asked.delete(name);
      else asked.set(name, value);
    }
    // Commas part codes in our addresses, and a link is to stay readable.
    const written = asked.toString().replaceAll("%2C", ",").replaceAll("+", "%20");
    return written ? `${page}?${written}` : page;
  };
  const isPinned = (address) => new URLSearchParams(address.split("?")[1] ?? "").has("as_of");

  return {
    Refused,
    read,
    plain,
    encoded,
    decoded,
    same,
    blank,
    minutes,
    titleOf,
    nameOf,
    withParams,
    isPinned,
    mostItems,
    mostMinutes,
  };
})();
