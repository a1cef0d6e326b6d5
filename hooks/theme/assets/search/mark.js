// Marks what was searched for on the page that a result leads to: ?mark=words#p12

import { engine } from "./site.js";

const NOT_READ = "script, style, button, mark, .para-number, .note-mark, .gloss, .muted";

async function markWords(query) {
  const parsed = await engine.parse(query);
  const main = document.querySelector("main");
  await engine.words.prepare([...main.querySelectorAll("[lang]")].map((part) => part.textContent).join(""));
  // A name that sounds alike, or goes on, is what was found only where the word itself is not.
  const here = new Set(engine.words.split(main.textContent).flatMap((word) => engine.words.stems(word)));
  for (const wanted of parsed.words) wanted.heard = !wanted.stems.some((stem) => here.has(stem));
  const match = engine.matcher(parsed);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(NOT_READ)) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const words = [...node.data.matchAll(engine.words.pattern)].filter((word) => match(word[0]) >= 0);
    for (const word of words.reverse()) {
      const found = node.splitText(word.index);
      found.splitText(word[0].length);
      const mark = document.createElement("mark");
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}

const asked = new URLSearchParams(location.search).get("mark");
if (asked) markWords(asked);
