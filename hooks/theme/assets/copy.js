// Buttons that copy: a paragraph with its reference, how to cite the page, how to embed it.

const addButton = (place, label, text) => {
  const button = document.createElement("button");
  const show = (word, name) => {
    button.textContent = word;
    button.setAttribute("aria-label", name);
  };
  button.className = "copy";
  button.type = "button";
  button.lang = "en"; // whatever the letter is written in
  show("Copy", label);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    show("Copied", "Copied");
    setTimeout(() => show("Copy", label), 2000);
  });
  place(button);
};

const reference = document.querySelector(".dossier h1 .kicker").textContent;
const sent = document.querySelector(".byline time")?.textContent;
const title = [reference, sent].filter(Boolean).join(" of ");

for (const paragraph of document.querySelectorAll(".para")) {
  const number = paragraph.querySelector(".para-number");
  const place = number.getAttribute("aria-label").split(",")[0].toLowerCase();
  const restated = paragraph.closest(".version")?.dataset.restated === "" ? ", restated" : "";
  addButton((button) => paragraph.append(button), `Copy ${place} with its reference`, () => {
    const words = [...paragraph.children].filter((part) => !part.matches(".para-number, .copy, .card"));
    const address = `${location.origin}${location.pathname}#${paragraph.id}`;
    return `${words.map((part) => part.innerText.trim()).join("\n")}\n${title}, ${place}${restated}. ${address}`;
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
