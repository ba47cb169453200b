// The agenda leaves as a link or a file, since the server keeps nothing; a meeting as a file too.
const Share = (() => {
  const LONG_LINK = 2000;
  const KIND = "application/json";

  const fileName = (kind) => {
    const words = Store.state.agenda.t
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60);
    return [kind, words, Store.state.agenda.d].filter(Boolean).join("-").toLowerCase();
  };
  const written = (content) => JSON.stringify(content, null, 1);
  const saveAgenda = () =>
    saveFile(`${fileName("agenda")}.json`, written(Agenda.plain(Store.state.agenda)), KIND);
  const saveMeeting = () => saveFile(`${fileName("meeting")}.json`, written(Store.state), KIND);

  const link = async () => {
    const address = new URL(`meeting?lang=${Given.language}`, document.baseURI);
    address.hash = await Agenda.encoded(Store.state.agenda);
    return address.href;
  };

  const copy = async (field, said) => {
    field.value = await link();
    field.hidden = false;
    const long = field.value.length > LONG_LINK;
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = t(long ? "link_copied_long" : "link_copied", {
        length: field.value.length,
      });
    } catch {
      // Without https a browser gives no clipboard: the link stands ready to be copied by hand.
      field.focus();
      field.select();
      said.textContent = t("link_by_hand");
    }
  };

  const open = async (input) => {
    const file = input.files[0];
    if (!file) return;
    try {
      if (file.size > Given.limits.bytes * 10) throw new Agenda.Refused("long");
      await Opening.file(await file.text());
    } catch (why) {
      Opening.refuse(why);
    }
    input.value = "";
  };

  const draw = () => {
    const field = h("input", {
      id: "link",
      type: "text",
      readonly: true,
      dir: "ltr",
      hidden: true,
      "aria-label": t("link"),
    });
    const said = h("p", { class: "small", role: "status" });
    const file = h("input", {
      id: "open-file",
      type: "file",
      accept: ".json,application/json",
      onchange: (e) => open(e.target),
    });
    return h(
      "section",
      { class: "share" },
      h("h2", {}, t("share")),
      h(
        "p",
        { class: "buttons" },
        h(
          "button",
          { type: "button", id: "copy-link", onclick: () => copy(field, said) },
          t("copy_link"),
        ),
        h("button", { type: "button", id: "save-agenda", onclick: saveAgenda }, t("save_agenda")),
        h(
          "button",
          { type: "button", id: "save-meeting", onclick: saveMeeting },
          t("save_meeting"),
        ),
      ),
      field,
      said,
      h("label", { class: "field" }, h("span", {}, t("open_file")), file),
    );
  };

  return { draw, saveAgenda, saveMeeting, fileName };
})();
