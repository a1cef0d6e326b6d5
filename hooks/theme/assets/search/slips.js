// What a slip of the pen may have meant. The words known are those of standards, mandates,
// addressees and topics: the words of the field, and the name of no person.

const SHORTEST = 5; // a slip in a shorter word may have meant anything
const LONG = 8; // two slips are likely in one word only when it is long

// The query with every word that no letter has put right; empty when that finds no more.
export async function meantBy(query, asked, engine) {
  const slips = asked.filter(({ isHeld }) => !isHeld);
  if (!slips.length || slips.some(({ word }) => word.length < SHORTEST)) return "";
  const { words } = engine;
  const names = await engine.file("search/names.json");
  const known = new Set(words.split(names.flatMap(([, , spellings]) => spellings).join(" ")).map((word) => word.toLowerCase()));
  let meant = query;
  for (const { word } of slips) {
    const typed = words.fold(word);
    let fewest = typed.length < LONG ? 1 : 2;
    let likely = [];
    for (const other of known) {
      if (other.length < SHORTEST || Math.abs(other.length - typed.length) > fewest) continue;
      const count = slipsBetween(typed, words.fold(other), fewest + 1);
      if (count < fewest) [fewest, likely] = [count, []];
      if (count === fewest) likely.push(other);
    }
    const held = await Promise.all(likely.map((other) => engine.search(other)));
    const found = likely.find((_, at) => held[at].words[0]?.isHeld);
    if (!found) return "";
    meant = meant.replace(word, found);
  }
  const { hits, all } = await engine.search(meant);
  return hits.length && all ? meant : "";
}

// How many letters were left out, put in, exchanged or swapped with the next; `most` or more is `most`.
function slipsBetween(one, other, most) {
  let before, last = [...other, ""].map((_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1));
      if (before && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    if (Math.min(...now) >= most) return most;
    [before, last] = [last, now];
  }
  return last[other.length];
}
