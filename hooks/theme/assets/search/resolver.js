// /r/?BLR 7/2025 and the page for missing addresses: from any spelling of a reference to the letter.

import { answerElement, answerTo } from "./answer.js";
import { make, root } from "./site.js";
import { decode } from "./spelling.js";

const slot = document.querySelector("[data-resolve]");
document.querySelector("[data-unscripted]")?.remove();
const isResolver = location.pathname.startsWith(`${root.pathname}r/`);

// What may be meant, best guess first.
function guesses() {
  const asked = new URLSearchParams(location.search);
  if (asked.get("q")) return [asked.get("q")];
  const bare = decode(location.search.slice(1));
  if (bare && isResolver) return [bare];
  const path = decode(location.pathname.slice(root.pathname.length)).replace(/\/$/, "").split("/");
  return path.map((_, start) => path.slice(start).join("/"));
}

async function run() {
  const input = document.querySelector("#resolve-words");
  const all = guesses().filter(Boolean);
  if (input && location.search) input.value = all[0] ?? "";
  for (const guess of all) {
    const answer = await answerTo(guess);
    if (!answer || (!isResolver && !answer.label)) continue;
    if (answer.address && isResolver && !answer.isGuess) {
      location.replace(new URL(answer.address, root).href + (answer.place || location.hash));
      return;
    }
    slot.replaceChildren(answerElement({ ...answer, place: answer.place || location.hash }));
    return;
  }
  if (isResolver && location.search) {
    slot.replaceChildren(make("p", {}, `“${all[0]}” is no reference that we can read. References look like UA BLR 7/2025.`));
  }
}

run().catch((error) => {
  slot.replaceChildren(make("p", {}, "The answer could not be loaded. Try again."));
  console.error(error);
});
