// What may be meant by what is no exact spelling of a reference: sentences, names, addresses, slips.

import { plainly, printed, referenceIn } from "./reference.js";

// Who copies a code from a Cyrillic or Greek text pastes letters that only look Latin.
const ALIKE = { А: "A", В: "B", Е: "E", І: "I", Ј: "J", К: "K", М: "M", Н: "H", О: "O", Р: "P", С: "C", Ѕ: "S", Т: "T", У: "Y", Х: "X", Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N", Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X" };
const NUMBER = /^(.*?)[\s/_.:,-]*(?:\b(?:no|nr|number)\b\.?|n°|#)?\s*([0-9ol]{1,4})\s*[\s/_.-]\s*'?([0-9ol]{4}|[0-9]{2})$/iu;
const PLACE = /^#[\w.:-]{1,80}$/;

// { reference }, { reference, isGuess } when it has to be confirmed, { number, year } when it does
// not say whose, or null. `addressees` are pairs of code and name; `words` folds and hears names.
export function guessReference(text, settings, addressees, words) {
  const plain = plainly(text.slice(0, 300), settings);
  const within = referencesWithin(plain, settings).filter(({ code }) => addressees.some(([held]) => held === code));
  if (new Set(within.map(printed)).size > 1) return null;
  if (within.length) return { reference: within[0] };
  const [, lead, ...typed] = NUMBER.exec(plain) ?? [];
  if (!typed.length) return null;
  const [number, given] = typed.map((part) => Number(part.replace(/o/gi, "0").replace(/l/gi, "1")));
  const year = given < 100 ? 2000 + given : given;
  if (!number || year < 1980 || year > 2199) return null;
  if (/\d/.test(lead)) return null;
  if (!lead) return plain.includes("/") ? { number, year } : null;
  const [code, isSure] = addresseeOf(lead, settings, addressees, words);
  return code ? { reference: { code, number, year }, isGuess: !isSure || given < 100 || typed.some((part) => /\D/.test(part)) } : null;
}

function referencesWithin(plain, settings) {
  return settings.references.flatMap((pattern, order) => {
    const found = plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu"));
    return [...found].map((match) => referenceIn(match, order)).filter(Boolean);
  });
}

// The code of the addressee whose code or name stands before the number, and whether it is sure.
function addresseeOf(lead, settings, addressees, words) {
  const types = Object.keys(settings.labels.type).join("|");
  const bare = lead.replace(new RegExp(`^(?:[\\s:./-]*(?:ref[a-z]*|${types})(?![a-z]))+`, "i"), "").trim();
  const latin = [...bare.toUpperCase()].map((sign) => ALIKE[sign] ?? sign).join("").replace(/[^A-Z]/g, "");
  if (latin.length === 3 && addressees.some(([code]) => code === latin)) return [latin, true];
  const folded = (name) => words.split(name).map((word) => words.fold(word)).join(" ");
  const heard = (name) => words.split(name).map((word) => words.soundOf(word)).join(" ").trim();
  const initials = (name) => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("").toLowerCase();
  const [name, sound] = [folded(bare), heard(bare)];
  const exact = addressees.find(([, other]) => folded(other) === name);
  if (exact || name.length < 2) return [exact?.[0] ?? "", true];
  // Iran for Iran (Islamic Republic of), UK for the United Kingdom; but Niger is not Nigeria.
  for (const isMeant of [
    (other) => folded(other).startsWith(name),
    (other) => initials(other).startsWith(name),
    (other) => sound && heard(other) === sound,
  ]) {
    const meant = addressees.filter(([, other]) => isMeant(other));
    if (meant.length) return [meant.length === 1 ? meant[0][0] : "", false];
  }
  return ["", false];
}

// What an address asks for: { text, place } on this site, { text } at the official one, whose
// addresses give references; { isElsewhere } anywhere else; null when it is no address.
export function readAddress(text, root, settings) {
  const bare = text.trim().replace(/^https?:\/\//i, "");
  if (bare.length === text.trim().length && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?\//i.test(bare)) return null;
  let url;
  try {
    url = new URL(`https://${bare}`);
  } catch {
    return null;
  }
  if ([root.host, new URL(settings.site, root).host].includes(url.host)) {
    const asked = url.searchParams.get("q") ?? decode(url.search.slice(1));
    return { text: asked || decode(url.pathname), place: PLACE.test(url.hash) ? url.hash : "" };
  }
  const code = url.host === new URL(settings.official).host && url.searchParams.get("code");
  return code ? { text: code, place: "" } : { isElsewhere: true };
}

// A text out of an address: %20 and + are spaces.
export function decode(text) {
  const spaced = /\s/.test(text.trim()) ? text : text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
