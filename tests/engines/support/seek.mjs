/**
 * What a person sees of a page, found the same way in every engine: by role and name.
 *
 * Invariant: every function here runs inside the page, so it is whole in itself: it names nothing outside.
 */

/**
 * @typedef {object} Wanted
 * @property {string} [role] A key of ROLES below.
 * @property {string} [name] What it is called, spaces aside; only a part of it where `partly` is set.
 * @property {boolean} [partly]
 * @property {string} [card] Id of the indicator in whose card it stands.
 * @property {boolean} [still] Waits until it has stayed in its place for a moment: notices come in above, and a frame
 *   grows and shrinks with what it holds.
 */

/**
 * The first thing in sight of this role and name, brought to the middle of the screen; of a radio or checkbox, the
 * label that is pressed.
 * @param {Wanted} wanted
 */
export async function seek({ role, name, partly = false, card, still = false }) {
  const ROLES = {
    article: "article",
    button: "button, summary",
    file: "input[type=file]",
    heading: "[id$=view-title]",
    link: "a[href]",
    radio: "input[type=radio]",
    searchbox: "input[type=search]",
    status: "[role=status], [role=alert]",
    textbox: "input:not([type]), input[type=text], textarea",
  };
  const squeezed = (text) => (text ?? "").replace(/\s+/g, "");
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const called = (element) => {
    const label = element.labels?.[0];
    return squeezed(element.getAttribute("aria-label") ?? (label ?? element).textContent);
  };
  const seen = (element) => element.getClientRects().length > 0;
  const fits = (element) => {
    if (card !== undefined && !squeezed(element.closest("article")?.textContent).startsWith(squeezed(`${card} · `))) return false;
    if (name === undefined) return true;
    return partly ? called(element).includes(squeezed(name)) : called(element) === squeezed(name);
  };
  const all = roots.flatMap((root) => [...root.querySelectorAll(ROLES[role])]);
  const found = all.find((element) => (seen(element) || role === "file") && fits(element));
  if (!found) return null;
  const pressed = role === "radio" ? found.labels[0] : found;
  pressed.scrollIntoView({ block: "center", behavior: "instant" });
  for (let [before, alike] = ["", 0]; still && alike < 3; ) {
    await new Promise((done) => setTimeout(done, 30));
    const { top, left } = pressed.getBoundingClientRect();
    const now = `${top} ${left} ${innerHeight}`;
    alike = now === before ? alike + 1 : 0;
    before = now;
  }
  return pressed;
}

/** Whatever is written on the page, as it is laid out, shadow roots included. */
export function written() {
  const texts = [document.body.innerText];
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (!element.shadowRoot) continue;
      roots.push(element.shadowRoot);
      for (const child of element.shadowRoot.children) texts.push(child.innerText ?? "");
    }
  }
  return texts.join("\n").replace(/\s+/g, " ");
}

/** What has the focus, inside shadow roots too. */
export function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return { tag: at?.tagName.toLowerCase() ?? "", type: at?.getAttribute("type") ?? "", value: at?.value ?? "" };
}

/** The keys of this app in the storage the page is given; `null` where it is given none. */
export function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith("swanilai:"));
  } catch {
    return null;
  }
}

/** Counts the calls of `print()` from here on, in place of a dialogue nobody would close. */
export function countPrints() {
  globalThis.prints = 0;
  globalThis.print = () => {
    globalThis.prints += 1;
  };
}

/**
 * Lays the page out as for paper, where the engine has no way to: what is asked of `print` is asked of the screen
 * instead, and the page is told as before printing.
 */
export async function layOutForPaper() {
  dispatchEvent(new Event("beforeprint"));
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const turned = (media) => media.split(",").map((one) => {
    if (/\bprint\b/.test(one)) return one.replace(/\bprint\b/, "all");
    return /\bscreen\b/.test(one) ? "not all" : one;
  }).join(",");
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) rule.media.mediaText = turned(rule.media.mediaText);
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  for (const root of roots) {
    for (let sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      sheet.media.mediaText = turned(sheet.media.mediaText);
      try {
        sheet.cssRules;
      } catch {
        // Without an origin a page may use its own styles and not read them.
        const text = await (await fetch(sheet.href)).text();
        sheet.disabled = true;
        sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        root.adoptedStyleSheets.push(sheet);
      }
      turn(sheet.cssRules);
    }
  }
}
