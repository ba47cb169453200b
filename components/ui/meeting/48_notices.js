// Quiet lines that stay until they are answered: what can be taken back, and trouble with storage.
const Notices = (() => {
  const place = document.getElementById("notices");
  let told = [];

  const line = (text, actions, close) =>
    h(
      "div",
      { class: "notice", role: "status" },
      h("p", { dir: "auto" }, text),
      actions.map(([name, act]) => h("button", { type: "button", onclick: act }, name)),
      close
        ? h(
            "button",
            { type: "button", class: "quiet", "aria-label": t("close"), onclick: close },
            "×",
          )
        : null,
    );

  // One sentence with ways on: [[name, action], …].
  const tell = (text, actions = []) => {
    told = [{ text, actions }, ...told.filter((each) => each.text !== text)].slice(0, 3);
    draw();
  };
  const clear = () => {
    told = [];
    draw();
  };
  const closed = (one) => {
    told = told.filter((each) => each !== one);
    draw();
  };

  const draw = () => {
    const { trouble, damaged, undoable } = Store;
    place.replaceChildren(
      ...told.map((one) =>
        line(
          one.text,
          one.actions.map(([name, act]) => [
            name,
            () => {
              closed(one);
              act();
            },
          ]),
          () => closed(one),
        ),
      ),
      ...(trouble
        ? [line(t(`trouble.${trouble}`), [[t("save_meeting"), Share.saveMeeting]], null)]
        : []),
      ...(damaged
        ? [
            line(
              t("trouble.damaged"),
              [[t("save_file"), () => saveFile("meeting-damaged.txt", damaged, "text/plain")]],
              Store.forgetDamaged,
            ),
          ]
        : []),
      ...(undoable ? [line(undoable.text, [[t("undo"), undo]], Store.forget)] : []),
    );
  };
  const undo = () => {
    Store.takeBack();
    say(t("undone"));
    document.getElementById("main").focus({ preventScroll: true });
  };

  return { tell, clear, draw };
})();
