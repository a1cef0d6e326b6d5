// The search of this site: files are fetched from where this module lies, and from nowhere else.

import { Engine } from "./engine.js";

export const root = new URL("../../", import.meta.url);

export async function load(path, kind = "json") {
  // Asked for each time, sent only when it changed: what an older build left here fits no newer one.
  const response = await fetch(new URL(path, root), { cache: "no-cache" });
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status });
  if (kind === "json") return response.json();
  const bytes = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

export const engine = new Engine(load);

// What tells readers aloud that words are in another script than the page: its language as far as
// the letters say it, and its direction.
const SCRIPTS = "Adlm Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mong Mymr Nkoo Orya Rohg Sinh Syrc Taml Telu Tfng Thaa Thai Tibt".split(" ")
  .map((script) => [script, new RegExp(`\\p{Script=${script}}`, "u")]);
export function spoken(words) {
  const [script] = SCRIPTS.find(([, letter]) => letter.test(words)) ?? [];
  return script ? { lang: `und-${script}`, dir: "auto" } : {};
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
