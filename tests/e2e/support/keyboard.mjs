/**
 * Going through the page by keyboard alone, as far as a person would: Tab until it is there.
 *
 * Invariant: nothing here clicks, scrolls or focuses; keys are all that is sent.
 */

/** More presses than any view has stops; beyond it the way is a trap or a dead end. */
const FAR = 600;

/**
 * @typedef {object} Focused
 * @property {string} tag
 * @property {string} type Of an input.
 * @property {string} id
 * @property {string} name What the control is called, by label or content.
 * @property {string} card Id of the indicator whose card it stands in, if any.
 */

/**
 * What has the focus.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<Focused>}
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const label = element.labels?.[0] ?? element;
    const text = element.getAttribute("aria-label") ?? (element === document.body ? "" : label.textContent);
    return {
      tag: element.tagName.toLowerCase(),
      type: element.getAttribute("type") ?? "",
      id: element.id,
      name: (text ?? "").replace(/\s+/g, " ").trim(),
      card: element.closest("article")?.id.replace(/^card-/, "") ?? "",
    };
  });
}

/**
 * Presses Tab until what has the focus is meant.
 * @param {import("playwright-core").Page} page
 * @param {string} what For the message when it is never reached.
 * @param {(at: Focused) => boolean} meant
 * @param {{back?: boolean, each?: (at: Focused) => Promise<void> | void}} [options]
 */
export async function tabTo(page, what, meant, { back = false, each } = {}) {
  for (let turn = 0; turn < FAR; turn += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const at = await focused(page);
    await each?.(at);
    if (meant(at)) return at;
  }
  throw new Error(`${what} cannot be reached by ${FAR} presses of Tab`);
}

/** Tabs to a link, button or summary of this name and presses Enter. */
export async function enter(page, name) {
  const fits = (text) => (name instanceof RegExp ? name.test(text) : text === name);
  await tabTo(page, `“${name}”`, (at) => ["a", "button", "summary"].includes(at.tag) && fits(at.name));
  await page.keyboard.press("Enter");
}

/** Tabs to a field of this name and types into it. */
export async function type(page, name, text) {
  await tabTo(page, `the field “${name}”`, (at) => ["input", "textarea"].includes(at.tag) && at.name === name);
  await page.keyboard.type(text);
}

/**
 * Tabs to the group of radios that begins with `first` in this card, and goes to the radio at `place`.
 * A group without a choice takes the focus on its first radio; an arrow moves on and chooses.
 */
export async function pick(page, card, first, place) {
  await tabTo(page, `the levels of ${card}`, (at) => at.type === "radio" && at.card === card && at.name === first);
  if (place === 0) await page.keyboard.press("Space");
  for (let turn = 0; turn < place; turn += 1) await page.keyboard.press("ArrowDown");
}
