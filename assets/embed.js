/**
 * Puts Swanilai into a page of another site: a sandboxed frame as tall as what it holds.
 *
 * One script tag with `data-` attributes makes a frame where it stands; each `<div data-swanilai>` on the page, now or
 * later, gets one too. docs/embedding.md says what may be set, told and asked. Nothing here reads what was answered.
 */
(() => {
  // As a module it is not told which tag it came by, but it knows its own address.
  const [own] = /https?:[^\s()@]*\/embed\.js[^\s():]*/.exec(new Error().stack) ?? [];
  const script = document.currentScript ?? [...document.scripts].find(({ src }) => src === own);
  if (!script) return;
  const home = new URL("embed.html", script.src);
  const LEAST = 200;
  const MOST = 20000;
  /** What a script tag says when it stands for a frame; other tools put attributes of their own on it. */
  const OWN = /^(rubric|lang|headingLevel|theme[A-Z]\w*|mode|allowResults|title|instance)$/;
  const THEME = /^theme([A-Z]\w*)$/;

  const count = (value) => Number.isInteger(value) && value >= 0;
  const word = (value) => typeof value === "string";
  /** What may be told: the event it becomes, and what its members have to be. */
  const TOLD = new Map([
    ["ready", ["ready", { height: count }]],
    ["dirty", ["dirty", { dirty: (value) => typeof value === "boolean" }]],
    ["progress", ["progress", { answered: count, total: count }]],
    ["zone", ["zonechange", { category: (value) => value === null || word(value), zone: (value) => value === null || word(value) }]],
    ["result", ["result", { document: (value) => typeof value === "object" && value !== null }]],
    ["error", ["error", { reason: word }]],
  ]);

  /** Makes the frame of a container; once, however often it is asked. */
  const embed = (container, said) => {
    if (container.swanilai) return;
    // What is inside is a copy of its own frame, where the site has written its markup anew.
    const others = [...document.querySelectorAll("iframe[data-swanilai-frame]")].filter((one) => !container.contains(one));
    const names = others.map(({ dataset }) => dataset.swanilaiFrame);
    const wanted = (said.instance || container.id || `w${names.length + 1}`).replace(/[^\w-]/g, "-").slice(0, 60);
    // Two of one name would hear each other's messages and share what they keep.
    let id = wanted;
    for (let turn = 2; names.includes(id); turn += 1) id = `${wanted}-${turn}`;
    const address = new URL(home);
    const ask = (name, value) => value && address.searchParams.set(name, value);
    ask("id", id);
    ask("rubric", said.rubric);
    ask("mode", said.mode);
    ask("lang", said.lang);
    ask("heading", said.headingLevel);
    ask("host", location.origin);
    ask("results", "allowResults" in said && said.allowResults !== "false" && "1");

    const frame = document.createElement("iframe");
    frame.title = said.title || "Swanilai: penilaian mandiri pelayanan publik";
    frame.loading = "lazy";
    frame.allow = "";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.dataset.swanilaiFrame = id;
    // On its own origin a frame could take its sandbox off: then there is none to pretend.
    if (home.origin !== location.origin) {
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox");
    }
    Object.assign(frame.style, { display: "block", width: "100%", height: "600px", border: "0" });
    frame.src = address.href;

    const send = (type, more) => frame.contentWindow?.postMessage({ ...more, ns: "swanilai", v: 1, id, type }, home.origin);
    let theme = {};
    for (const [name, value] of Object.entries(said)) {
      const own = THEME.exec(name);
      if (own) theme[`--swanilai-${own[1].toLowerCase()}`] = value;
    }
    container.swanilai = Object.freeze({
      frame,
      prefill: (data) => send("prefill", { document: data }),
      getResult: () => send("getResult"),
      theme: (properties) => send("theme", { properties: (theme = { ...properties }) }),
      focus: () => {
        // To give a frame the focus that it has takes it from what is used inside.
        if (document.activeElement !== frame) frame.focus();
        send("focus");
      },
    });

    addEventListener("message", ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== home.origin || source === null) return;
      if (typeof data !== "object" || data === null || data.ns !== "swanilai" || data.v !== 1 || data.id !== id) return;
      if ((data.type === "resize" || data.type === "ready") && count(data.height)) {
        frame.style.height = `${Math.min(Math.max(data.height, LEAST), MOST)}px`;
        if (count(data.at)) lead(frame, Math.min(data.at, MOST));
      }
      const [name, members] = TOLD.get(data.type) ?? [];
      if (!name) return;
      const detail = {};
      for (const [member, fits] of Object.entries(members)) {
        if (!fits(data[member])) return;
        detail[member] = data[member];
      }
      if (name === "ready") {
        send("init");
        if (Object.keys(theme).length > 0) send("theme", { properties: theme });
      }
      container.dispatchEvent(new CustomEvent(`swanilai:${name}`, { detail, bubbles: true, composed: true }));
    });
    // What stood there was for where no script runs.
    container.replaceChildren(frame);
  };

  /** Brings a new view into sight: a frame as tall as the page cannot scroll by itself. */
  const lead = (frame, at) => {
    const top = frame.getBoundingClientRect().top + at;
    if (top < 0 || top > innerHeight * 0.7) scrollBy(0, top - 16);
  };

  const all = () => {
    for (const container of document.querySelectorAll("div[data-swanilai]")) embed(container, container.dataset);
  };
  if (Object.keys(script.dataset).some((name) => OWN.test(name)) && !script.swanilai) {
    script.swanilai = true;
    const container = document.createElement("div");
    if (script.id) container.id = `${script.id}-swanilai`;
    script.after(container);
    embed(container, script.dataset);
  }
  all();
  new MutationObserver(all).observe(document, { childList: true, subtree: true });
})();
