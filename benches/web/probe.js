/**
 * Runs in every page before its scripts: sees the first question painted, presses a level until it counts, and times
 * presses. The same for all apps; only the names in `told` differ.
 */

globalThis.bench = (told) => {
  const { board, question, radio, levels } = told;
  const shown = () => document.querySelector(board)?.textContent ?? "";
  const pressable = (id, level) => document.querySelector(radio.replaceAll("ID", id).replaceAll("LEVEL", level));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** The first task after the frame that is being made: it is laid out and painted then. */
  const afterFrame = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (port1.close(), done());
      port2.postMessage(0);
    });
  const first = {};

  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) if (identifier === "question") first.painted ??= renderTime;
  }).observe({ type: "element", buffered: true });

  const seen = new MutationObserver(async () => {
    const found = document.querySelector(question);
    if (!found) return;
    seen.disconnect();
    // Before it is painted: observers are told before the frame. Text is timed for the block it stands in, wherever that is.
    for (let at = found, up = 0; at && up < 4; at = at.parentElement, up += 1) at.setAttribute("elementtiming", "question");
    first.inDocument = performance.now();
    await frame();
    await afterFrame();
    await counts();
  });
  seen.observe(document, { childList: true, subtree: true });

  /** Nobody can press what is not painted; from then on it is tried every few milliseconds until the score shows it. */
  async function counts() {
    for (let turn = 0; ; turn += 1) {
      const pressed = performance.now();
      pressable(told.first, levels[turn % levels.length])?.click();
      while (performance.now() - pressed < 100) {
        if (/\b1 dari \d+/.test(shown())) {
          first.turn = turn;
          first.counted = performance.now();
          return;
        }
        await new Promise((done) => setTimeout(done, 1));
      }
    }
  }

  /** What was seen of the start, when all of it was. */
  async function started() {
    while (first.counted === undefined || first.painted === undefined) await new Promise((done) => setTimeout(done, 20));
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const before = all.filter(({ responseEnd }) => responseEnd <= first.counted);
    return { ...first, bytes: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), files: before.map(({ name, encodedBodySize }) => [name, encodedBodySize]) };
  }

  /**
   * Presses in the first part of a frame and times until the score shows it: in the document, and laid out and painted.
   * @param {{id: string, level: number, point: string, answered: number}[]} all
   */
  async function press(all, apart) {
    const times = [];
    for (const { id, level, point, answered } of all) {
      // As a person would: what is pressed is in sight.
      const inSight = () => (pressable(id, level) ?? document.querySelector(told.card.replaceAll("ID", id)))?.scrollIntoView({ block: "center" });
      inSight();
      const limit = performance.now() + 10_000;
      while (!pressable(id, level)) {
        if (performance.now() > limit) throw new Error(`${id} cannot be pressed`);
        await frame();
        inSight();
      }
      await new Promise((done) => setTimeout(done, apart));
      const before = shown();
      const right = () => shown() !== before && shown().includes(point) && shown().includes(`${answered} dari `);
      let inDocument;
      const told = new MutationObserver(() => {
        if (inDocument === undefined && right()) inDocument = performance.now();
      });
      told.observe(document.body, { childList: true, subtree: true, characterData: true });
      await frame();
      const begun = performance.now();
      pressable(id, level).click();
      await afterFrame();
      while (!right()) {
        if (performance.now() - begun > 15_000) throw new Error(`${id} ${level}: ${point} and ${answered} expected, shown ${shown()}`);
        await frame();
        await afterFrame();
      }
      const painted = performance.now();
      told.disconnect();
      times.push({ document: (inDocument ?? painted) - begun, frame: painted - begun });
    }
    return times;
  }

  return { started, press, shown };
};
