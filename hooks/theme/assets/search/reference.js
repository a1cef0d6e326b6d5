// References in any spelling, by the patterns that the build uses (settings.json), and series.

import { ifMissing } from "./missing.js";

const DIGIT = /\p{Nd}/u;

// The reference that a text spells, or null. As in hooks/casebook/identifiers/reference.py.
export function parseReference(text, settings) {
  if ([...text].length > settings.longest) return null;
  const plain = plainly(text, settings);
  for (const [order, pattern] of settings.references.entries()) {
    const match = new RegExp(`^(?:${pattern})$`, "iu").exec(plain);
    if (match) return referenceIn(match, order);
  }
  return null;
}

// A text in plain digits and slashes, without what people put around a reference.
export function plainly(text, { dashes, brackets }) {
  const signs = [...text.normalize("NFKC").replace(/\p{Cf}/gu, "")];
  const plain = signs.map((sign) => (dashes.includes(sign) ? "/" : brackets.includes(sign) ? " " : digit(sign)));
  return plain.join("").replace(/^[\s.,;:]+|[\s.,;:]+$/gu, "");
}

export function referenceIn(match, order) {
  const [number, year] = (order ? [match[3], match[2]] : [match[2], match[3]]).map(Number);
  if (!number || year < 1980 || year > 2199) return null;
  return { code: match[1].toUpperCase(), number, year };
}

// Digits of every script stand ten in a row, zero first.
function digit(sign) {
  if (!DIGIT.test(sign)) return sign;
  const place = sign.codePointAt(0);
  let zero = place;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((place - zero) % 10);
}

export const printed = ({ code, number, year }) => `${code} ${number}/${year}`;
export const addressOf = ({ code, number, year }) => `cases/${code.toLowerCase()}/${number}-${year}/`;

// What is known of a reference: its page, or why there is none and where to look.
export async function resolve(reference, settings, load) {
  const { code, number, year } = reference;
  const official = settings.official.replace("{}", encodeURIComponent(printed(reference)).replaceAll("%20", "+"));
  const series = await load(`search/series/${code.toLowerCase()}.json`).catch(ifMissing(null));
  if (!series) {
    return { state: "unknown", official, words: `We know of no letter to an addressee with the code ${code}.` };
  }
  if (series.held[year]?.includes(number)) return { state: "held", address: addressOf(reference), official };
  // The page at the old address says where the letter is now.
  if (series.moved[year]?.includes(number)) return { state: "moved", address: addressOf(reference), official };
  const page = { address: `cases/${code.toLowerCase()}/`, name: series.name };
  const cited = series.cited[year] ?? [];
  const highest = Math.max(0, ...(series.held[year] ?? []), ...cited);
  if (number <= highest) {
    if (cited.includes(number)) page.address += `#n${number}-${year}`;
    return { state: "missing", official, page, words: `${printed(reference)} is in the series but not held: we do not have this letter.` };
  }
  const known = highest ? `the highest number known to us in ${year} is ${highest}` : `we know of no letter of ${year}`;
  return { state: "beyond", official, page, words: `We do not hold ${printed(reference)}; in the series of ${series.name}, ${known}.` };
}
