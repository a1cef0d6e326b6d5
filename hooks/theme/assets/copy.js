// Buttons that copy: a paragraph with its reference, how to cite the page, how to embed it.

// Read aloud when something was copied; it must be there before.
const told = document.createElement("p");
told.className = "visually-hidden";
told.setAttribute("role", "status");
document.querySelector("main").append(told);
let clearing;

const addButton = (place, label, text) => {
  const button = document.createElement("button");
  const show = () => {
    button.textContent = "Copy";
    button.setAttribute("aria-label", label);
  };
  button.className = "copy";
  button.type = "button";
  button.lang = "en"; // whatever the letter is written in
  show();
  button.addEventListener("click", async () => {
    let done = "Copied";
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      done = "Not copied: the browser refused"; // a reader may have forbidden it
    }
    button.textContent = done.split(":")[0];
    button.setAttribute("aria-label", `${done}: ${label}`);
    told.textContent = done;
    clearTimeout(clearing);
    clearing = setTimeout(() => { told.textContent = ""; }, 2000);
    setTimeout(show, 2000);
  });
  place(button);
};

// Cells and lines stay apart: 2023 and 4 are no 20234.
const ends = { TD: "\t", TH: "\t", TR: "\n", LI: "\n", P: "\n", BR: "\n" };
const read = (node) => node.nodeType === Node.TEXT_NODE
  ? node.data.replace(/\s+/g, " ")
  : [...node.childNodes].map(read).join("") + (ends[node.nodeName] ?? "");
const wordsOf = (part) => read(part).replace(/ *\t */g, "\t").replace(/[ \t]*\n[ \n]*/g, "\n").trim();

const reference = document.querySelector(".dossier h1 .kicker").textContent;
const sent = document.querySelector(".byline time")?.textContent;
const title = [reference, sent].filter(Boolean).join(" of ");

for (const paragraph of document.querySelectorAll(".para")) {
  const [, kind, number] = /(?:^|\.)([pq])([^.]*)$/.exec(paragraph.id);
  const named = paragraph.closest(".document").querySelector(".document-name").textContent.toLowerCase();
  const lead = named === "the letter" ? "" : `${named}, `;
  const place = `${lead}${kind === "q" ? "request" : "paragraph"} ${number}`;
  const restated = paragraph.closest(".version")?.dataset.restated === "" ? ", restated" : "";
  addButton((button) => paragraph.append(button), `Copy ${place} with its reference`, () => {
    const words = [...paragraph.cloneNode(true).children].filter((part) => !part.matches(".para-number, .copy, .card"));
    for (const part of words) part.querySelectorAll(".note-mark, .card").forEach((extra) => extra.remove());
    const address = `${location.origin}${location.pathname}#${paragraph.id}`;
    return `${words.map(wordsOf).join("\n")}\n${title}, ${place}${restated}. ${address}`;
  });
}

// A page is cited with the day on which it was read; only the reader's clock knows that.
for (const citation of document.querySelectorAll("[data-copy]")) {
  addButton((button) => citation.after(button), `Copy ${citation.dataset.copy}`, () => {
    if (citation.dataset.accessed === undefined) return citation.textContent;
    const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    return citation.textContent.replace(/\.$/, ` (accessed ${today}).`);
  });
}
