// The minutes: what was decided, by whom something is to be done, and with which figures.
const Minutes = (() => {
  const versionOf = (address) => {
    const asked = new URLSearchParams(address.split("?")[1] ?? "").get("as_of");
    return asked ? t("version.is", { version: asked }) : "";
  };

  // {number, title, time, permalink, version, notes} of an item.
  const itemOf = (item, place) => {
    const permalink = Screens.permalink(item);
    const [spent, of] = [Clock.spent(place), item.m * 60];
    const time =
      spent < 1
        ? ""
        : t(of ? "spent_of" : "spent", { spent: Words.clock(spent), of: Words.clock(of) });
    return {
      number: place + 1,
      title: Agenda.nameOf(item, place),
      time,
      permalink,
      version: versionOf(permalink),
      notes: Notes.of(place),
    };
  };

  const head = () => {
    const { agenda, place } = Store.state;
    const release = Given.release
      ? t("version.of", { version: Given.release, day: Words.day(Given.published) })
      : "";
    return [
      [t("day"), Words.day(agenda.d || Words.today())],
      [t("place"), place],
      [t("version.label"), release],
    ].filter(([, text]) => text);
  };

  const model = () => {
    const { agenda, participants } = Store.state;
    return {
      title: t("minutes_of_meeting", { title: Agenda.titleOf(agenda) }),
      head: head(),
      quorum: People.quorumWords(participants),
      people: participants.map((one) => [
        one.name,
        one.body,
        t(`group.${one.group}`),
        t(one.representative ? "yes" : "no"),
      ]),
      items: agenda.i.map(itemOf),
    };
  };

  // A typed text as Markdown that shows it letter by letter: no markup, link, table or list of it.
  const escaped = (text) =>
    text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[\\`*_[\]{}<>#|~&!]/g, "\\$&")
      .replace(/:\/\//g, "\\://")
      .replace(/@/g, "\\@")
      .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
      .replace(/^([-+=>]|\d+[.)])/, (found) => found.replace(/(.)$/, "\\$1"));

  const cells = (row) => `| ${row.map((cell) => escaped(cell) || " ").join(" | ")} |`;

  const noteLine = (note) => {
    const about = Notes.about(note);
    return `- **${t(`kind.${note.kind}`)}:** ${escaped(note.text)}${about ? ` (${escaped(about)})` : ""}`;
  };

  const itemLines = (item) => [
    `### ${item.number}\\. ${escaped(item.title)}`,
    "",
    ...(item.time ? [escaped(item.time), ""] : []),
    ...(item.permalink
      ? [`${t("view_link")} <${item.permalink}>${item.version ? ` (${item.version})` : ""}`, ""]
      : []),
    ...(item.notes.length ? [...item.notes.map(noteLine), ""] : []),
  ];

  const markdown = () => {
    const told = model();
    const columns = ["name", "body", "group.legend", "counts"].map((key) => t(key));
    return [
      `# ${escaped(told.title)}`,
      "",
      ...told.head.map(([label, text]) => `- ${label}: ${escaped(text)}`),
      "",
      `## ${t("view.people")}`,
      "",
      escaped(told.quorum),
      "",
      ...(told.people.length
        ? [
            cells(columns),
            cells(columns.map(() => "---")).replaceAll("\\", ""),
            ...told.people.map(cells),
            "",
          ]
        : []),
      `## ${t("view.agenda")}`,
      "",
      ...told.items.flatMap(itemLines),
    ].join("\n");
  };

  const saveMarkdown = () =>
    saveFile(`${Share.fileName("minutes")}.md`, markdown(), "text/markdown;charset=utf-8");

  // What the server makes the Word file of.
  const asked = () => {
    const { agenda, place, participants, notes } = Store.state;
    return {
      agenda: Agenda.plain(agenda),
      release: Given.release,
      published: Given.published,
      place,
      participants,
      notes: notes.map(({ item, kind, text, owner, due, at }) => ({
        item,
        kind,
        text,
        owner,
        due,
        at,
      })),
      spent: agenda.i.map((_, number) => Math.round(Clock.spent(number))),
    };
  };

  const saveDocx = async () => {
    try {
      const answer = await Screens.ask(`api/v1/meeting/minutes.docx?lang=${Given.language}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(asked()),
      });
      const file = await answer.blob();
      saveFile(`${Share.fileName("minutes")}.docx`, file, file.type);
    } catch (why) {
      const text = why instanceof Screens.Spoken ? why.message : t("docx_needs_connection");
      Notices.tell(text, [[t("save_markdown"), saveMarkdown]]);
    }
  };

  return { model, markdown, saveMarkdown, saveDocx };
})();
