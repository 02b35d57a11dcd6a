/**
 * Makes the browser's pictures small: at most 256 colours, packed tight.
 *
 * Flat surfaces keep their exact colour, for the most frequent colours are kept, and after them those that none of these
 * comes near, such as the small mark of a zone; the rest, the edges of letters, takes the nearest of them.
 *
 * Invariant: knows only what Chromium writes: eight bits a channel, no interlacing; anything else is an error.
 */

import assert from "node:assert/strict";
import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Kind of colour in the header: an index into the palette. */
const INDEXED = 3;
/** Channels of each kind of colour that Chromium writes. */
const CHANNELS = new Map([[2, 3], [6, 4]]);

/** The same picture in at most 256 colours. */
export function shrink(png) {
  const { width, height, channels, rows } = decode(png);
  const pixel = (at) => (rows[at] << 16) | (rows[at + 1] << 8) | rows[at + 2];
  const count = new Map();
  for (let at = 0; at < rows.length; at += channels) count.set(pixel(at), (count.get(pixel(at)) ?? 0) + 1);
  const palette = chosen(count);
  const place = new Map([...count.keys()].map((colour) => [colour, nearest(palette, colour)]));
  // A line begins with the byte that says how it is filtered: not at all.
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels) lines[y * (width + 1) + 1 + x] = place.get(pixel(at));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channelsOf));
  const parts = [["IHDR", header], ["PLTE", colours], ["IDAT", deflateSync(lines, { level: 9 })], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([SIGNATURE, ...parts.map(chunk)]);
}

const channelsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Most colours that are kept for their number alone. */
const FREQUENT = 192;

/** The colours that are kept, of all with how many pixels have them. */
function chosen(count) {
  const greatest = (all) => all.sort(([a, many], [b, more]) => more - many || a - b);
  const all = greatest([...count]);
  const palette = all.slice(0, FREQUENT).map(([colour]) => colour);
  const missed = all.slice(FREQUENT).map(([colour, many]) => [colour, many * apart(palette[nearest(palette, colour)], colour)]);
  return [...palette, ...greatest(missed).slice(0, 256 - FREQUENT).map(([colour]) => colour)];
}

/** How far two colours are from each other. */
function apart(one, other) {
  const [r, g, b] = channelsOf(one);
  const [red, green, blue] = channelsOf(other);
  return (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
}

function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  for (const [at, other] of palette.entries()) {
    const far = apart(other, colour);
    if (far < least) [best, least] = [at, far];
  }
  return best;
}

/** Size and bare pixels of a picture. */
function decode(png) {
  assert.ok(png.subarray(0, 8).equals(SIGNATURE), "not a PNG");
  const packed = [];
  let header;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = data;
    if (kind === "IDAT") packed.push(data);
    at += length + 12;
  }
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), CHANNELS.get(header[9])];
  assert.ok(header[8] === 8 && channels && header[12] === 0, "not a PNG as Chromium writes it");
  return { width, height, channels, rows: unfilter(inflateSync(Buffer.concat(packed)), width * channels, height, channels) };
}

/** Undoes what each line says was done to it: the five filters of PNG. */
function unfilter(lines, length, height, channels) {
  const rows = Buffer.alloc(length * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * (length + 1);
    const filter = lines[from];
    const to = y * length;
    for (let x = 0; x < length; x += 1) {
      const left = x >= channels ? rows[to + x - channels] : 0;
      const up = y > 0 ? rows[to + x - length] : 0;
      const corner = x >= channels && y > 0 ? rows[to + x - length - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      rows[to + x] = lines[from + 1 + x] + guess;
    }
  }
  return rows;
}

/** Of three neighbours the one nearest to left + up - corner. */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** A length, a kind, the data, and a check over the two. */
function chunk([kind, data]) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32 as PNG has it. */
function crc(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
