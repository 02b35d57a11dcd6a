/**
 * The page in a frame of another site: tells the app what the frame's address asks for.
 *
 * Loaded by embed.html alone, before boot.js. What the app may know of it are attributes of the root element.
 */

const said = document.documentElement.dataset;
const asked = new URLSearchParams(location.search);

/** What may be asked for, and how it has to look; anything else is as if it were not there. */
const ASKED = [
  ["id", "instance", /^[A-Za-z0-9_-]{1,64}$/],
  ["rubric", "rubric", /^[a-z0-9-]{1,64}$/],
  ["mode", "mode", /^(latihan|kantor)$/],
];

for (const [name, attribute, form] of ASKED) {
  const value = asked.get(name);
  if (value !== null && form.test(value)) said[attribute] = value;
}
