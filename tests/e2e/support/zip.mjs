/**
 * Archives for tests, as any program packs them, and as none should.
 *
 * Invariant: what is not told to lie is sound.
 */

import { crc32, deflateRawSync } from "node:zlib";

/**
 * @typedef {object} Put
 * @property {string} name
 * @property {string | Buffer} content
 * @property {boolean} [stored] Not packed.
 * @property {number} [size] What the archive says its size is.
 */

/**
 * An archive of these files.
 * @param {Put[]} files
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, content, stored = false, size } of files) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, title);
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
