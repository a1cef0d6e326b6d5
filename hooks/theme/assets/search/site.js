// The search of this site: files are fetched from where this module lies, and from nowhere else.

import { Engine } from "./engine.js";

export const root = new URL("../../", import.meta.url);

export async function load(path, kind = "json") {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return kind === "json" ? response.json() : new Uint8Array(await response.arrayBuffer());
}

export const engine = new Engine(load);

// What tells readers aloud that words are in another script than the page: its language as far as
// the letters say it, and its direction.
const SCRIPTS = ["Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Han", "Hangul", "Hebrew", "Hiragana", "Katakana", "Khmer", "Lao", "Myanmar", "Sinhala", "Tamil", "Thai", "Tibetan"];
const CODES = { Armenian: "Armn", Han: "Hani", Hiragana: "Jpan", Katakana: "Jpan", Khmer: "Khmr", Lao: "Laoo", Myanmar: "Mymr", Tibetan: "Tibt" };
export function spoken(words) {
  const script = SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(words));
  return script ? { lang: `und-${CODES[script] ?? script.slice(0, 4)}`, dir: "auto" } : {};
}

// An element with attributes and children; text is text, never markup.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export const link = (address, words, attributes = {}) => make("a", { href: new URL(address, root), ...attributes }, words);
