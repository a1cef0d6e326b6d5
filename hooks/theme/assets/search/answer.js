// What a reference, or an official address, leads to.

import { ifMissing } from "./missing.js";
import { parseReference, printed, resolve } from "./reference.js";
import { engine, link, load, make, root } from "./site.js";
import { decode, guessReference, readAddress } from "./spelling.js";

// { address } of the dossier, { words, page, official } when it is not held, or null.
// `place` is the paragraph asked for; `isGuess` says that the reader has to confirm.
export async function answerTo(query) {
  const { settings } = await engine.ready();
  const asked = readAddress(query, root, settings) ?? { text: query, place: "" };
  if (asked.isElsewhere) return fromSource(query);
  const text = decode(asked.text);
  const exact = parseReference(asked.text, settings) ?? parseReference(text, settings);
  const addressees = await addresseesHere();
  const guess = exact ? { reference: exact } : await guessed(text, addressees, engine);
  if (!guess) return null;
  const { reference, number, year, isGuess = false } = guess;
  if (!reference) return { words: `“${number}/${year}” does not say whose: write the code of the addressee before it, as in BLR ${number}/${year}.` };
  // Nothing is fetched that is known not to be there.
  const isKnown = addressees.some(([code]) => code === reference.code);
  const series = isKnown ? load : () => Promise.resolve(null);
  const answer = { label: printed(reference), place: asked.place, isGuess, ...(await resolve(reference, settings, series)) };
  if (answer.state === "held") {
    const record = await engine.file(`search/texts/${answer.address.slice(6, -1)}.json`).catch(ifMissing(null));
    if (record) Object.assign(answer, { label: record.label, title: record.title });
  }
  return answer;
}

async function fromSource(address) {
  // What comes after the id of a file is not part of its address: gId=30464&lang=en
  const [record] = [...(await engine.bySource(address)), ...(await engine.bySource(address.replace(/(\?gId=\d+).*$/i, "$1")))];
  if (record) return { address: record.address, label: record.label, title: record.title, place: "" };
  return { words: "No letter here records that address." };
}

// Who has a page here: pairs of code and name.
async function addresseesHere() {
  const names = await engine.file("search/names.json");
  return names.filter(([kind]) => kind === "addressee").map(([, address, [name]]) => [address.split("/")[1].toUpperCase(), name]);
}

async function guessed(text, addressees, { settings, words }) {
  if (!/\p{Nd}/u.test(text)) return null;
  await words.prepare(text);
  return guessReference(text, settings, addressees, words);
}

// The answer as a reader sees it.
export function answerElement(answer) {
  const lead = answer.isGuess ? "Did you mean " : "";
  if (answer.address) {
    return make("p", { class: "answer-line" }, lead, link(`${answer.address}${answer.place}`, answer.title ? `${answer.label}: ${answer.title}` : answer.label), lead && "?");
  }
  const ways = [];
  if (answer.page) ways.push(link(answer.page.address, `What is known of letters to ${answer.page.name}`));
  if (answer.official) ways.push(make("a", { href: answer.official, class: "out", rel: "noopener noreferrer" }, "Ask the official database"));
  return make("div", { class: "answer-line" }, make("p", {}, lead && `${lead}${answer.label}? `, answer.words), ...(ways.length ? [make("ul", {}, ...ways.map((way) => make("li", {}, way)))] : []));
}
