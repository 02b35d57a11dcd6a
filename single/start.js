/**
 * Starts the app in the one HTML file: unpacks what stands in `#packed`, and runs it.
 *
 * `#packed` holds bytes as the characters that windows-1252 makes of them; three bytes that HTML would change, and `<`
 * where it could end the element, stand as `=` and the byte 64 higher. Unpacked by LZMA (lc 4, lp 0, pb 0, no
 * header, no end marker) they are one line of JSON, names and lengths, and then the files one after the other.
 *
 * Invariant: nothing is asked of any network, and nothing runs whose hash is not in the policy above.
 */
{
  /** What windows-1252 makes of the 256 bytes, in order. */
  const CHARACTERS = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, at) => at));

  /** The packed part stands after this; so does this line, earlier. */
  const PLACE = 'id="packed">';

  const element = (id) => document.getElementById(id);
  const text = (bytes) => new TextDecoder().decode(bytes);

  /** The bytes behind a text of this page. */
  const bytesOf = (characters) => {
    const bytes = new Map();
    for (let at = 0; at < 256; at++) bytes.set(CHARACTERS[at], at);
    return Uint8Array.from(characters, (character) => bytes.get(character));
  };

  /** Takes the escapes away. */
  const plain = (bytes) => {
    const out = new Uint8Array(bytes.length);
    let end = 0;
    for (let at = 0; at < bytes.length; at++) out[end++] = bytes[at] === 61 ? bytes[++at] - 64 : bytes[at];
    return out.subarray(0, end);
  };

  /** CRC-32, as in zip. */
  const digest = (bytes) => {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (-(sum & 1) & 0xedb88320);
    }
    return ~sum >>> 0;
  };

  /** Unpacks LZMA into `size` bytes. What is damaged gives other bytes, never an endless run. */
  const unpacked = (packed, size) => {
    const out = new Uint8Array(size);
    // One table for all odds; each name is where its part begins.
    const [MATCH, REP, REP0, REP1, REP2, LONG, SLOT, SPECIAL, ALIGN, LENGTH, REP_LENGTH, LITERAL] = [
      0, 12, 24, 36, 48, 60, 72, 328, 456, 472, 746, 1020,
    ];
    const odds = new Uint16Array(LITERAL + (0x300 << 4)).fill(1024);
    let at = 5;
    let range = 0xffffffff;
    let code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);

    const narrowed = () => {
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | packed[at++]) >>> 0;
      }
    };
    const bit = (place) => {
      const bound = (range >>> 11) * odds[place];
      const one = code >= bound;
      if (one) {
        range -= bound;
        code -= bound;
        odds[place] -= odds[place] >> 5;
      } else {
        range = bound;
        odds[place] += (2048 - odds[place]) >> 5;
      }
      narrowed();
      return +one;
    };
    const tree = (base, bits) => {
      let node = 1;
      for (let turn = 0; turn < bits; turn++) node = (node << 1) | bit(base + node);
      return node - (1 << bits);
    };
    const reversed = (base, bits) => {
      let node = 1;
      let value = 0;
      for (let turn = 0; turn < bits; turn++) {
        const one = bit(base + node);
        node = (node << 1) | one;
        value |= one << turn;
      }
      return value;
    };
    const length = (base) => {
      if (!bit(base)) return 2 + tree(base + 2, 3);
      if (!bit(base + 1)) return 10 + tree(base + 10, 3);
      return 18 + tree(base + 18, 8);
    };
    const distance = (run) => {
      const slot = tree(SLOT + Math.min(run - 2, 3) * 64, 6);
      if (slot < 4) return slot;
      const bits = (slot >> 1) - 1;
      const base = (2 | (slot & 1)) << bits;
      if (slot < 14) return base + reversed(SPECIAL + base - slot, bits);
      let direct = 0;
      for (let turn = 4; turn < bits; turn++) {
        range >>>= 1;
        const one = code >= range;
        if (one) code -= range;
        direct = (direct << 1) | one;
        narrowed();
      }
      return base + (direct << 4) + reversed(ALIGN, 4);
    };

    let state = 0;
    let reps = [0, 0, 0, 0];
    let end = 0;
    while (end < size) {
      if (!bit(MATCH + state)) {
        const base = LITERAL + 0x300 * (end && out[end - 1] >> 4);
        let node = 1;
        let other = state < 7 ? -1 : out[end - reps[0] - 1];
        while (node < 0x100) {
          if (other < 0) {
            node = (node << 1) | bit(base + node);
          } else {
            const expected = (other >> 7) & 1;
            other <<= 1;
            const found = bit(base + ((1 + expected) << 8) + node);
            node = (node << 1) | found;
            if (found !== expected) other = -1;
          }
        }
        out[end++] = node;
        state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
        continue;
      }
      let run = 1;
      if (bit(REP + state)) {
        const [first, second, third, fourth] = reps;
        if (bit(REP0 + state)) {
          if (!bit(REP1 + state)) reps = [second, first, third, fourth];
          else if (!bit(REP2 + state)) reps = [third, first, second, fourth];
          else reps = [fourth, first, second, third];
          run = 0;
        } else if (bit(LONG + state)) {
          run = 0;
        }
        if (run) {
          state = state < 7 ? 9 : 11;
        } else {
          run = length(REP_LENGTH);
          state = state < 7 ? 8 : 11;
        }
      } else {
        run = length(LENGTH);
        reps = [distance(run), reps[0], reps[1], reps[2]];
        state = state < 7 ? 7 : 10;
      }
      for (let left = Math.min(run, size - end); left > 0; left--, end++) out[end] = out[end - reps[0] - 1];
    }
    return out;
  };

  /** The files by their names; throws where a byte of them was lost on the way. */
  const opened = (raw) => {
    const bytes = plain(raw);
    const head = new DataView(bytes.buffer, 0, 8);
    const all = unpacked(bytes.subarray(8), head.getUint32(0));
    if (digest(all) !== head.getUint32(4)) throw new Error("damaged");
    let from = all.indexOf(10) + 1;
    const entries = JSON.parse(text(all.subarray(0, from)));
    return new Map(entries.map(([name, size]) => [name, all.subarray(from, (from += size))]));
  };

  const fail = (id) => {
    element("app").hidden = true;
    element(id).hidden = false;
    element("boot-failure").hidden = false;
  };

  const start = async () => {
    if (typeof WebAssembly !== "object") return fail("outdated");
    let raw;
    let files;
    try {
      raw = bytesOf(element("packed").textContent);
      files = opened(raw);
    } catch (cause) {
      fail("damaged");
      throw cause;
    }
    // This very file, with no assessment in it.
    const whole = () => {
      const page = text(files.get("swanilai.html"));
      const place = page.lastIndexOf(PLACE) + PLACE.length;
      return new Blob([page.slice(0, place), raw, page.slice(place)]);
    };
    // The app's own files are in here, and there are no others.
    globalThis.fetch = async (address) => {
      const name = [...files.keys()].find((name) => String(address).endsWith(`/${name}`));
      if (name === undefined) return new Response(null, { status: 404 });
      return new Response(name === "swanilai.html" ? whole() : files.get(name));
    };
    try {
      const style = document.createElement("style");
      style.textContent = text(files.get("app.css"));
      // The notices are no file of their own here: their link gets the address of a copy when it is followed.
      addEventListener("click", ({ target }) => {
        const link = target.closest?.('a[href="licences.html"]');
        if (!link) return;
        link.href = URL.createObjectURL(new Blob([files.get("licences.html")], { type: "text/html" }));
      }, true);
      const glue = text(files.get("app.js"));
      const policy = globalThis.trustedTypes?.createPolicy("swanilai", { createScript: () => glue });
      const script = document.createElement("script");
      script.textContent = policy ? policy.createScript("") : glue;
      document.head.append(style, script);
      await globalThis.swanilaiStart({ module_or_path: files.get("app.wasm") });
    } catch (cause) {
      // The app says itself what went wrong where it got that far; this is for when it did not.
      if (document.querySelector(".boot-status")) fail("outdated");
      throw cause;
    }
  };

  // A moment for the page to be seen first.
  addEventListener("DOMContentLoaded", () => setTimeout(start, 20));
}
