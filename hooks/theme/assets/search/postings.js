// Shards of the index, as hooks/casebook/indexing/shards.py packs them.

const PLACES = 2 ** 23;
const FAR = 2 ** 17;
const text = new TextDecoder();

// Every term of a shard to where its postings lie.
export function readShard(bytes) {
  const terms = new Map();
  let at = 0;
  const varint = () => {
    let value = 0, scale = 1, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  while (at < bytes.length) {
    const length = varint();
    const name = text.decode(bytes.subarray(at, (at += length)));
    const count = varint();
    const size = varint();
    const numbers = bytes.subarray(at, (at += size));
    const weights = bytes.subarray(at, (at += (count + 1) >> 1));
    terms.set(name, { count, numbers, weights });
  }
  return terms;
}

// The dossiers that have a term, each with its weight.
export function readPostings({ count, numbers, weights }) {
  const found = new Map();
  let at = 0, number = 0;
  for (let index = 0; index < count; index += 1) {
    let scale = 1, byte;
    do {
      byte = numbers[at++];
      number += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    const pair = weights[index >> 1];
    found.set(number, index & 1 ? pair & 15 : pair >> 4);
  }
  return found;
}

// The year of the reference that a dossier's number stands for.
export function yearOf(id) {
  const within = id % PLACES;
  return (within < FAR ? within >> 9 : (within - FAR) >> 14) + 1980;
}

// The reference that a dossier's number stands for.
export function referenceOf(id) {
  const code = Math.floor(id / PLACES);
  const within = id % PLACES;
  const [place, most] = within < FAR ? [within, 512] : [within - FAR, 16384];
  const letters = [Math.floor(code / 676), Math.floor(code / 26) % 26, code % 26];
  return {
    code: String.fromCharCode(...letters.map((letter) => letter + 65)),
    number: place % most,
    year: yearOf(id),
  };
}

export function crc32(name) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(name)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
