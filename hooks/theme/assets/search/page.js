// The search page. Its state is its address: ?q=words&year=2025&sort=date

import { answerElement, answerTo } from "./answer.js";
import { namedPages } from "./names.js";
import { meantBy } from "./slips.js";
import { engine, link, make, spoken } from "./site.js";

const FACETS = [["addressee", "Addressee"], ["year", "Year"], ["mandate", "Mandate"], ["type", "Kind of letter"], ["reply", "Reply"], ["instrument", "Standard cited"], ["topic", "Topic"], ["language", "Language of the letter"]];
const STATES = { "none-found": "none", "not-known": "unknown", withheld: "withheld" };
const AT_ONCE = 10;
const LOOK_THROUGH = 20; // records read at a time to find a phrase

const part = (name) => document.querySelector(`#search-${name}`);
const [words, status, answers, body, order, facets, list, more, moreAlike, ways] = ["words", "status", "answers", "body", "order", "facets", "hits", "more", "alike", "ways"].map(part);
const form = words.form;
document.querySelector("[data-unscripted]").remove();
let turn = 0; // a newer search makes older ones stop
let shown; // { result, query, next, count, gone }: gone are those withdrawn while we looked

function state() {
  const asked = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FACETS.map(([facet]) => [facet, asked.getAll(facet)]));
  return { query: (asked.get("q") ?? "").slice(0, 300), filters, sort: asked.get("sort") === "date" ? "date" : "relevance", alike: asked.has("alike") };
}

function go({ query, filters, sort, alike }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const [facet, values] of Object.entries(filters)) values.forEach((value) => asked.append(facet, value));
  if (sort === "date") asked.set("sort", "date");
  if (alike) asked.set("alike", "1");
  const address = asked.size ? `?${asked}` : location.pathname;
  if (`?${asked}` !== location.search) history.pushState(null, "", address);
  run();
}

async function run() {
  const mine = (turn += 1);
  const { query, filters, sort, alike } = state();
  words.value = query;
  order.value = sort;
  const isAsked = Boolean(query.trim()) || Object.values(filters).some((values) => values.length);
  document.title = query ? `${query} – Search` : "Search";
  ways.hidden = isAsked;
  if (!isAsked) {
    body.hidden = true;
    answers.replaceChildren();
    status.textContent = "";
    return;
  }
  status.textContent = "Searching …";
  try {
    const [answer, named, result] = await Promise.all([answerTo(query), namedPages(query, engine), engine.search(query, filters, sort, alike)]);
    if (mine !== turn) return;
    const isPoor = !answer?.address && !named.length && (!result.hits.length || !result.all);
    const meant = isPoor ? await meantBy(query, result.words, engine) : "";
    if (mine !== turn) return;
    showAnswers(answer, named, meant);
    list.replaceChildren();
    shown = { result, query, next: 0, count: 0, gone: 0 };
    await showMore(mine);
    if (mine !== turn) return;
    body.hidden = !result.hits.length && !Object.values(filters).some((values) => values.length);
    ways.hidden = result.hits.length > 0;
    status.textContent = summary(result, answer, named) + (meant ? ` Did you mean “${meant}”?` : "");
    showFacets(filters);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

function fail(error) {
  status.textContent = "The search could not be loaded. Try again, or browse:";
  ways.hidden = false;
  console.error(error);
}

function summary({ hits, all, phrases, words: asked, ignored, alike }, answer, named) {
  const letters = (number) => `${number.toLocaleString("en")} ${number === 1 ? "letter" : "letters"}`;
  const lead = answer?.address || named.length ? "Pages of that name come first. " : answer ? `${answer.words} ` : "";
  if (!asked.length && ignored.length) return `${lead}Every letter has these words: add one that tells letters apart.`;
  if (!asked.length && !lead && shown.query.trim()) return "There is no word in this to look for.";
  const count = hits.length - shown.gone;
  if (!count) return `${lead}No letter found.`;
  if (phrases.length) {
    if (!shown.count) return shown.next < hits.length ? `${lead}The phrase is not in the first ${shown.next} letters with its words.` : `${lead}No letter has this phrase.`;
    return shown.next < hits.length ? `${lead}${letters(shown.count)} with this phrase so far.` : `${lead}${letters(shown.count)} with this phrase.`;
  }
  if (!all) return `${lead}No letter has all of these words. ${letters(count)} with most of them.`;
  return `${lead}${letters(count)} found.${alike ? ` ${alike.toLocaleString("en")} more ${alike === 1 ? "has" : "have"} a name that sounds alike.` : ""}`;
}

function showAnswers(answer, named, meant) {
  const lines = [];
  if (meant) lines.push(make("p", { class: "answer-line" }, "Search for ", link(`search/?q=${encodeURIComponent(meant)}`, meant)));
  if (answer) lines.push(answerElement(answer));
  for (const page of named) {
    lines.push(make("p", { class: "answer-line" }, make("span", { class: "muted" }, `${page.kind} `), link(page.address, page.words)));
  }
  answers.replaceChildren(...lines);
}

// Shows the next hits; with a phrase, the next that have it word by word.
async function showMore(mine = turn) {
  const { result, query } = shown;
  const end = result.phrases.length ? shown.next + LOOK_THROUGH : shown.next + AT_ONCE;
  const enough = shown.count + AT_ONCE;
  while (shown.next < Math.min(result.hits.length, end) && shown.count < enough) {
    const ids = result.hits.slice(shown.next, shown.next + AT_ONCE);
    const records = await Promise.all(ids.map((id) => engine.record(id)));
    if (mine !== turn) return;
    shown.next += ids.length;
    for (const record of records) {
      if (!record) shown.gone += 1;
      if (!record || !engine.hasPhrases(record, result.phrases)) continue;
      const hit = await hitElement(record, result, query);
      if (mine !== turn) return;
      list.append(hit);
      shown.count += 1;
    }
  }
  more.hidden = shown.next >= result.hits.length;
  moreAlike.hidden = !result.alike;
}

async function hitElement(record, result, query) {
  const excerpt = result.words.length ? await engine.excerpt(record, result) : null;
  const mark = excerpt || result.words.length ? `?mark=${encodeURIComponent(query)}` : "";
  const address = `${record.address}${mark}${excerpt?.anchor ? `#${excerpt.anchor}` : ""}`;
  const [state] = record.facets.reply;
  const head = [make("span", { class: "letter-ref" }, record.label), make("span", {}, record.addressee)];
  if (record.sent) head.push(make("span", {}, record.sent));
  head.push(make("span", { class: `state state-${STATES[state] ?? "received"}` }, record.reply));
  const title = link(address, "", spoken(record.title));
  title.append(...marked(engine.pieces(record.title, result, 100)));
  const said = excerpt ? excerpt.pieces : engine.pieces(record.summary || record.title, result);
  const place = excerpt ? placeInWords(excerpt.anchor, excerpt.document) : "";
  const names = record.persons.map((person) => engine.pieces(person.join(", "), result, 100)).filter((pieces) => pieces.some(([, isFound]) => isFound));
  const lines = [make("p", { class: "letter-head" }, ...head), make("p", { class: "letter-title" }, title)];
  if (names.length) lines.push(make("p", { class: "letter-meta" }, make("span", {}, "Named: ", ...names.flatMap((pieces, index) => [index ? "; " : "", ...namedIn(pieces)]))));
  lines.push(make("p", { class: "hit-words" }, make("span", { lang: excerpt?.language ?? "en", dir: "auto" }, ...marked(said)), place ? make("span", { class: "muted" }, ` ${place}`) : ""));
  return make("li", {}, ...lines);
}

const marked = (pieces) => pieces.map(([text, isFound]) => (isFound ? make("mark", {}, text) : text));

// A name and its other spellings, each in its own script.
const namedIn = (pieces) => pieces.flatMap(([text, isFound]) =>
  text.split(/(, )/).map((words) => {
    const shown = isFound ? make("mark", {}, words) : words;
    const { lang } = spoken(words);
    return lang ? make("bdi", { lang }, shown) : shown;
  }));

function placeInWords(anchor, document) {
  const [, kind, number] = /(?:^|\.)(p|q|fn)([^.]+)$/.exec(anchor) ?? [];
  const name = { p: "paragraph", q: "request", fn: "note" }[kind];
  return name ? `${document}, ${name} ${number}` : document;
}

// -- facets: what a facet holds is fetched when it is opened

function showFacets(filters) {
  const open = new Set([...facets.querySelectorAll("details[open]")].map((details) => details.dataset.facet));
  facets.replaceChildren(...FACETS.map(([facet, name]) => {
    const chosen = filters[facet];
    const details = make("details", { "data-facet": facet }, make("summary", {}, chosen.length ? `${name} (${chosen.length})` : name));
    details.addEventListener("toggle", () => details.open && fillFacet(details, facet, name, chosen).catch(fail));
    details.open = open.has(facet) || chosen.length > 0;
    return details;
  }));
}

async function fillFacet(details, facet, name, chosen) {
  if (details.querySelector("fieldset")) return;
  const { query, filters, sort, alike } = state();
  const others = await engine.search(query, { ...filters, [facet]: [] }, sort, alike);
  const counts = await engine.counts(facet, others.hits);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const names = await facetNames(facet);
  const values = [...counts].map(([value, count]) => ({ value, count, label: names.get(value) ?? value }));
  if (facet === "year") values.sort((one, other) => other.value - one.value);
  else values.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
  const boxes = values.map(({ value, count, label }) => {
    const box = make("input", { type: "checkbox", value });
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => {
      const now = state();
      const rest = now.filters[facet].filter((other) => other !== value);
      go({ ...now, filters: { ...now.filters, [facet]: box.checked ? [...rest, value] : rest } });
    });
    return make("label", {}, box, ` ${label} `, make("span", { class: "number muted" }, count.toLocaleString("en")));
  });
  const group = make("fieldset", {}, make("legend", { class: "visually-hidden" }, name), ...boxes);
  if (!details.querySelector("fieldset")) details.append(group);
}

async function facetNames(facet) {
  const { settings } = await engine.ready();
  if (settings.labels[facet]) return new Map(Object.entries(settings.labels[facet]));
  const names = await engine.file("search/names.json");
  const id = (address) => (facet === "addressee" ? address.split("/")[1].toUpperCase() : address.split("/")[1]);
  return new Map(names.filter(([kind]) => kind === facet).map(([, address, [first]]) => [id(address), first]));
}

// -- events

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...state(), query: words.value.trim(), alike: false });
});
order.addEventListener("change", () => go({ ...state(), sort: order.value }));
more.addEventListener("click", async () => {
  const first = list.children.length;
  try {
    await showMore();
    status.textContent = summary(shown.result, null, []);
    list.children[first]?.querySelector("a").focus();
  } catch (error) {
    fail(error);
  }
});
moreAlike.addEventListener("click", () => go({ ...state(), alike: true }));
addEventListener("popstate", run);
words.addEventListener("focus", () => engine.ready().catch(() => {}), { once: true }); // asked again with the question

// Arrows walk from the box through answers and results; Escape leads back.
document.querySelector(".search").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target !== words) {
    words.focus();
    words.select();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [words, ...answers.querySelectorAll("a"), ...list.querySelectorAll("a")];
  const at = stops.indexOf(event.target);
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
});

run();
