// Pages that a query names: a standard, a provision, a mandate, an addressee, a topic.

const KINDS = { instrument: "Standard", mandate: "Mandate", addressee: "Addressee", topic: "Topic" };
const MOST = 3;

// The best of them, each { kind, address, words }.
export async function namedPages(query, engine) {
  await engine.ready();
  const { words } = engine;
  const names = await engine.file("search/names.json");
  const provision = await namedProvision(query, engine, names);
  const telling = words.split(query).map((word) => words.fold(word)).filter((word) => !words.stop.has(word));
  if (provision) return [provision];
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

// "article 14(7) ICCPR", "Bangkok Rules, rule 23", "A/HRC/41/33, para. 74"
async function namedProvision(query, engine, names) {
  const { settings, words } = engine;
  const units = Object.keys(settings.units).sort((one, other) => other.length - one.length).join("|");
  const pattern = new RegExp(`(?:^|[\\s,;])(${units})\\.?\\s*(\\d+[a-z]{0,9}(?:-\\d+)?)((?:\\s*[(.]\\s*[0-9a-z]+\\s*\\)?)*)`, "i");
  const match = pattern.exec(query);
  if (!match) return null;
  const rest = words.split(query.replace(match[0], " ")).map((word) => words.fold(word)).filter((word) => !words.stop.has(word));
  if (!rest.length) return null;
  let best = null;
  for (const [kind, address, spellings] of names) {
    if (kind !== "instrument") continue;
    const value = Math.max(...spellings.map((name) => likeness(rest, name, words)));
    if (value > (best?.value ?? 0)) best = { value, address, spellings };
  }
  if (!best) return null;
  const unit = settings.units[match[1].toLowerCase()];
  const number = match[2].toLowerCase();
  const levels = (match[3].toLowerCase().match(/[0-9a-z]+/g) ?? []).map((level) => `.${level}`).join("");
  const root = `${unit}-${number}`;
  const [, id] = best.address.split("/");
  const pages = (await engine.file("search/provisions.json"))[id] ?? [];
  const page = pages.find((held) => covers(held, unit, number, root));
  const words_ = `${best.spellings[0]}, ${match[1].replace(/\.$/, "")} ${match[2]}${match[3].trim()}`;
  if (!page) return { kind: "Standard", address: best.address, words: label(best.spellings) };
  const first = page.split("..")[0];
  const place = `${root}${levels}`;
  return { kind: "Provision", address: `${best.address}${first}/${place === first ? "" : `#${place}`}`, words: words_ };
}

function covers(held, unit, number, root) {
  const [first, last] = held.split("..");
  if (!last) return first === root;
  const between = [first, last].map((place) => Number(place.split("-").pop()));
  return held.startsWith(`${unit}-`) && Number(number) >= between[0] && Number(number) <= between[1];
}
