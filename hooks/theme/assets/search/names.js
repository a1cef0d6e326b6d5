// Pages that a query names: a standard, a provision, a mandate, an addressee, a topic.

const KINDS = { instrument: "Standard", mandate: "Mandate", addressee: "Addressee", topic: "Topic" };
const MOST = 3;

// The best of them, each { kind, address, words }.
export async function namedPages(query, engine) {
  await engine.ready();
  const { words } = engine;
  const names = await engine.file("search/names.json");
  const provisions = await namedProvisions(query, engine, names);
  const telling = words.split(query).map((word) => words.fold(word)).filter((word) => !words.stop.has(word));
  if (provisions.length) return provisions;
  if (!telling.length) return [];
  const found = [];
  for (const [kind, address, spellings] of names) {
    const value = Math.max(...spellings.map((name) => likeness(telling, name, words)));
    if (value > 0) found.push({ kind: KINDS[kind], address, words: label(spellings), value });
  }
  found.sort((one, other) => other.value - one.value || one.words.length - other.words.length);
  const best = found[0]?.value ?? 0;
  // An exact name leaves no doubt; else a few that have every word.
  return (best >= 3 ? found.filter((page) => page.value >= 3) : found).slice(0, MOST);
}

const label = ([first, second]) => (second && first.length < 16 && second.length > first.length ? `${first}: ${second}` : first);

function likeness(wanted, name, words) {
  const telling = words.split(name).map((word) => words.fold(word)).filter((word) => !words.stop.has(word));
  if (telling.join(" ") === wanted.join(" ")) return 3;
  const has = (word, index) => telling.includes(word) || (index === wanted.length - 1 && word.length > 2 && telling.some((part) => part.startsWith(word)));
  if (!wanted.every(has)) return 0;
  return 1 + wanted.length / (telling.length + 1);
}

const LITTLE = new Set(["de", "du", "del", "des", "la", "le", "les", "los", "las", "el", "et", "y", "au", "aux", "no", "nos"]);
const NUMBER = "(\\d+[a-z]{0,9}(?:-\\d+)?)((?:\\s*[(.]\\s*[0-9a-z]+\\s*\\)?)*)";

// "article 14(7) ICCPR", "Bangkok Rules, rule 23", "A/HRC/41/33, paras. 74 and 78", "art. 14, párr. 7 PIDCP", "ICCPR 14"
async function namedProvisions(query, engine, names) {
  const { settings, words } = engine;
  const parts = Object.keys(settings.units).sort((one, other) => other.length - one.length);
  const isBelow = (part) => settings.units[part] === "para";
  let rest = query.normalize("NFKD").replace(words.marks, "");
  const take = (before, after = "") => {
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${before}${NUMBER}(?:\\s*(?:,|&|and|et|y)\\s*${NUMBER})*${after}`, "iu").exec(rest);
    if (match) rest = rest.replace(match[0], " ");
    return match;
  };
  const takePart = (chosen) => take(`(${chosen.join("|")})\\.?\\s*`);
  const above = takePart(parts.filter((part) => !isBelow(part)));
  const below = takePart(parts.filter(isBelow));
  const match = above ?? below ?? take("()", "(?![\\p{L}\\p{N}/])");
  const telling = words.split(rest).map((word) => words.fold(word)).filter((word) => !words.stop.has(word) && !LITTLE.has(word));
  if (!match || !telling.length) return [];
  let best = null;
  let several = false;
  for (const [kind, address, spellings] of names) {
    if (kind !== "instrument") continue;
    const value = Math.max(...spellings.map((name) => likeness(telling, name, words)));
    several ||= telling.length === 1 && value > 0 && best !== null;
    if (value > (best?.value ?? 0)) best = { value, address, spellings };
  }
  // "Covenant" is part of two names; a number without a word for what it numbers, of "GR 35".
  if (!best || (best.value < 3 && (several || !match[1]))) return [];
  const pages = (await engine.file("search/provisions.json"))[best.address.split("/")[1]] ?? [];
  const more = above && below ? `.${below[2]}` : "";
  const found = [...match[0].matchAll(new RegExp(NUMBER, "giu"))].map(([printed, number, levels]) => {
    const held = (unit) => pages.find((page) => covers(page, unit, number, `${unit}-${number.toLowerCase()}`));
    const unit = match[1] ? settings.units[match[1].toLowerCase()] : Object.values(settings.units).find(held);
    const page = unit && held(unit);
    if (!page) return { kind: "Standard", address: best.address, words: label(best.spellings) };
    const [first] = page.split("..");
    const place = [`${unit}-${number}`, ...(`${levels}${more}`.match(/[0-9a-z]+/gi) ?? [])].join(".").toLowerCase();
    return { kind: "Provision", address: `${best.address}${first}/${place === first ? "" : `#${place}`}`, words: `${best.spellings[0]}, ${match[1]?.toLowerCase() || unit} ${printed.trim()}${more && `(${below[2]})`}` };
  });
  return found.filter((page, index) => found.findIndex(({ address }) => address === page.address) === index).slice(0, MOST);
}

function covers(held, unit, number, root) {
  const [first, last] = held.split("..");
  if (!last) return first === root;
  const between = [first, last].map((place) => Number(place.split("-").pop()));
  return held.startsWith(`${unit}-`) && Number(number) >= between[0] && Number(number) <= between[1];
}
