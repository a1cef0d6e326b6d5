// What a reference, or an official address, leads to.

import { parseReference, printed, resolve } from "./reference.js";
import { engine, link, load, make } from "./site.js";

// { address } of the dossier, { words, page, official } when it is not held, or null.
export async function answerTo(query) {
  const { settings } = await engine.ready();
  if (/^\s*https?:\/\//i.test(query)) {
    const [record] = await engine.bySource(query);
    return record ? { address: record.address, label: record.label, title: record.title } : null;
  }
  const reference = parseReference(query, settings);
  if (!reference) return null;
  const answer = { label: printed(reference), ...(await resolve(reference, settings, load)) };
  if (answer.state === "held") {
    const record = await engine.file(`search/texts/${answer.address.slice(6, -1)}.json`).catch(() => null);
    if (record) Object.assign(answer, { label: record.label, title: record.title });
  }
  return answer;
}

// The answer as a reader sees it.
export function answerElement(answer) {
  if (answer.address) {
    return make("p", { class: "answer-line" }, link(answer.address, answer.title ? `${answer.label}: ${answer.title}` : answer.label));
  }
  const ways = [];
  if (answer.page) ways.push(link(answer.page.address, `What is known of letters to ${answer.page.name}`));
  if (answer.official) ways.push(make("a", { href: answer.official, class: "out", rel: "noopener noreferrer" }, "Ask the official database"));
  return make("div", { class: "answer-line" }, make("p", {}, answer.words), make("ul", {}, ...ways.map((way) => make("li", {}, way))));
}
