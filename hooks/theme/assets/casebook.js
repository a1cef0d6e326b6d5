// Niceties only: every page is complete without this file.
"use strict";

// Days since a letter: the build writes dates, the reader's clock makes the count true today.
for (const slot of document.querySelectorAll("[data-since]")) {
  const days = Math.floor((Date.now() - Date.parse(slot.dataset.since)) / 864e5);
  if (days > 0) {
    slot.textContent = `Today it is ${days.toLocaleString("en")} ${days === 1 ? "day" : "days"} since the letter.`;
    slot.hidden = false;
  }
}

// Buttons that copy paragraphs and citations.
if (navigator.clipboard && document.querySelector(".dossier")) import("./copy.js");

// The ledger: filters, and headings that sort.
for (const table of document.querySelectorAll("table[data-ledger]")) {
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const filters = document.createElement("div");
  filters.className = "filters";
  const shown = document.createElement("output");
  const selects = [];
  const apply = () => {
    let count = 0;
    for (const row of rows) {
      row.hidden = selects.some(([said, select]) =>
        select.value && !said(row).split("|").includes(select.value));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} ${rows.length === 1 ? "letter" : "letters"}`;
  };
  const wanted = new URLSearchParams(location.search); // numbers link to the letters they count
  // `said` tells what a row has, if the ledger tells it.
  const addFilter = (name, said) => {
    if (!rows.length || said(rows[0]) === undefined) return;
    const values = new Set(rows.flatMap((row) => said(row).split("|")));
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.add(new Option("all", ""));
    [...values].filter(Boolean).sort((a, b) => a.localeCompare(b, "en")).forEach((value) => select.add(new Option(value, value)));
    select.name = name.toLowerCase();
    const given = wanted.get(select.name);
    if (given && !values.has(given)) select.add(new Option(given, given)); // none is left: 0 letters
    select.value = given ?? "";
    select.addEventListener("change", () => {
      apply();
      for (const [, each] of selects) {
        if (each.value) wanted.set(each.name, each.value);
        else wanted.delete(each.name);
      }
      // An address that is copied leads to what is seen.
      history.replaceState(null, "", `${location.pathname}?${wanted}#ledger`.replace("?#", "#"));
    });
    label.append(name, select);
    filters.append(label);
    selects.push([said, select]);
  };
  heads.forEach((head, column) => {
    addFilter(head.dataset.filters ?? head.textContent, (row) => row.cells[column].dataset.filter);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      rows.sort((one, other) => {
        const [a, b] = [key(one), key(other)];
        if (!a || !b) return a ? -1 : b ? 1 : 0; // what is not known comes last
        return sign * a.localeCompare(b, "en", { numeric: true });
      });
      table.tBodies[0].append(...rows);
    });
  });
  addFilter("Topic", (row) => row.dataset.topic);
  filters.append(shown);
  table.parentElement.before(filters);
  apply();
}

// A card beside a citation: what the provision says, one hover, focus or tap away.
const card = document.createElement("div");
card.id = "card";
card.className = "card";
card.lang = "en"; // whatever the letter is written in
card.dir = "ltr";
const cards = new Map();
let cited = null; // the link whose card is wanted or shown
let touched = false;
let leaving;

const cardAddress = (link) => {
  const parts = /^(.*\/standards\/[^/#]+\/)(?:([^/#]+)\/)?(?:#(.+))?$/.exec(link.href);
  return `${parts[1]}cards/${parts[3] ?? parts[2] ?? "instrument"}.html`;
};
const fetchCard = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const held = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  for (const link of held.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
  return [...held.childNodes];
};
const hideCard = () => {
  clearTimeout(leaving);
  cited?.removeAttribute("aria-describedby");
  cited = null;
  card.remove();
};
const showCard = async (link) => {
  clearTimeout(leaving);
  if (link === cited) return true;
  hideCard();
  cited = link;
  const address = cardAddress(link);
  if (!cards.has(address)) cards.set(address, fetchCard(address).catch(() => []));
  const content = await cards.get(address);
  if (cited !== link || !content.length) return content.length > 0;
  card.replaceChildren(...content);
  link.after(card);
  link.setAttribute("aria-describedby", "card");
  const frame = card.offsetParent.getBoundingClientRect();
  const line = [...link.getClientRects()].at(-1);
  const below = line.bottom + card.offsetHeight < innerHeight;
  card.style.top = `${below ? line.bottom - frame.top + 4 : line.top - frame.top - card.offsetHeight - 4}px`;
  card.style.left = `${Math.max(0, Math.min(line.left - frame.left, frame.width - card.offsetWidth))}px`;
  return true;
};
addEventListener("resize", hideCard); // its place was measured
const citation = (event) => event.target.closest?.('.text a.cite[href*="standards/"]');

document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = citation(event);
  if (link) {
    clearTimeout(leaving);
    leaving = setTimeout(() => showCard(link), 150);
  } else if (card.contains(event.target)) {
    clearTimeout(leaving);
  } else if (cited) {
    clearTimeout(leaving);
    leaving = setTimeout(hideCard, 300);
  } else {
    clearTimeout(leaving);
  }
});
document.addEventListener("focusin", (event) => {
  const link = citation(event);
  if (link?.matches(":focus-visible") && !touched) showCard(link);
  else if (!link && !card.contains(event.target)) hideCard();
});
document.addEventListener("keydown", (event) => {
  touched = false;
  if (event.key === "Escape") hideCard();
});
document.addEventListener("click", async (event) => {
  const link = citation(event);
  if (!link && !card.contains(event.target)) hideCard();
  if (!link || !touched || link === cited) return;
  event.preventDefault(); // the first tap shows the card, the second follows the link
  if (!(await showCard(link))) location.href = link.href;
});

// Search: `/` and Ctrl-K lead to its box, whose first focus fetches the engine.
const box = document.querySelector("#search-words, #resolve-words, #site-search");
if (box) {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    box.focus();
    box.select();
    box.scrollIntoView({ block: "nearest" });
  });
  box.addEventListener("focus", () => import("./search/site.js").then(({ engine }) => engine.ready()), { once: true });
}

// A search result leads here: mark its words.
if (new URLSearchParams(location.search).has("mark")) import("./search/mark.js");
