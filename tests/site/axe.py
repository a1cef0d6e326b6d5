"""axe-core on the pages of a site: what it finds, in both schemes, on screens of three widths."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.site.browsing import Visit

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
"""`make test` installs it."""

WIDTHS = (320, 768, 1280)

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# Every rule that axe has, best practices and those of WCAG 2.2 included; text of one character is
# measured, too, which axe leaves out.
_RUN = """
async ([scheme, part]) => {
  const contrast = { ...axe._audit.checks["color-contrast"].options, ignoreLength: true };
  const options = {
    resultTypes: ["violations", "incomplete"],
    checks: { "color-contrast": { options: contrast } },
    rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: false } },
  };
  // In the dark nothing is different but colours.
  if (scheme === "dark") options.runOnly = { type: "tag", values: ["cat.color"] };
  const { violations, incomplete } = await axe.run(part ?? document, options);
  const found = [...violations, ...incomplete.filter(({ id }) => id !== "color-contrast")];
  let unseen = incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  // Text in drawings is measured by a test of its own: axe cannot.
  unseen = unseen.filter(({ target }) => !document.querySelector(target[0]).closest("svg"));
  // Words beyond the edge of a part that scrolls: measured once they are scrolled to.
  const boxes = [...document.querySelectorAll("main *")].filter((box) =>
    /auto|scroll/.test(getComputedStyle(box).overflow) &&
    (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight));
  const steps = Math.max(...boxes.map((box) =>
    2 * Math.max(box.scrollWidth / box.clientWidth, box.scrollHeight / box.clientHeight)));
  for (let step = 0; unseen.length && step <= steps; step += 1) {
    for (const box of boxes) {
      const [left, top] = [(step * box.clientWidth) / 2, (step * box.clientHeight) / 2];
      box.scrollTo({ left, top });
    }
    const seen = await axe.run(
      { include: unseen.map(({ target }) => target) },
      { ...options, runOnly: ["color-contrast"] },
    );
    found.push(...seen.violations);
    unseen = seen.incomplete.flatMap(({ nodes }) => nodes);
  }
  const seenAlone = async ({ target }) => {
    const [inline, block, behavior] = ["center", "center", "instant"];
    document.querySelector(target[0]).scrollIntoView({ inline, block, behavior });
    const seen = await axe.run({ include: [target] }, { ...options, runOnly: ["color-contrast"] });
    found.push(...seen.violations, ...seen.incomplete);
  };
  for (const node of unseen) await seenAlone(node);
  for (const box of boxes) box.scrollTo({ left: 0, top: 0 });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 200)} ${failureSummary.replace(/\\s+/g, " ")}`));
}
"""

_DRAWN = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = (colour) => {
    const [red, green, blue] = [...channels(colour)].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return [...document.querySelectorAll("svg text")].map((text) => {
    const under = text.parentElement.querySelector(":scope > circle");
    const behind = under ? getComputedStyle(under).fill : getComputedStyle(document.body).backgroundColor;
    const [dark, light] = [luminance(getComputedStyle(text).fill), luminance(behind)].sort((a, b) => a - b);
    return { words: text.textContent, contrast: (light + 0.05) / (dark + 0.05) };
  });
}
"""


@dataclass(frozen=True)
class Drawn:
    """Words in a drawing, and how they stand out from what is behind them."""

    words: str
    contrast: float


def findings(seen: Visit, address: str) -> list[str]:
    """Return all that axe finds on the page that is open, or cannot decide."""
    return [
        f"/{address} {scheme} {width}: {told}"
        for scheme in SCHEMES
        for width in WIDTHS
        for told in findings_in(seen, scheme, width)
    ]


def findings_in(seen: Visit, scheme: Scheme, width: int, part: str | None = None) -> list[str]:
    """Return what axe finds in one scheme at one width, on the page or on a part of it."""
    seen.page.emulate_media(color_scheme=scheme)
    seen.page.set_viewport_size({"width": width, "height": 800})
    if not seen.page.evaluate("Boolean(window.axe)"):
        seen.page.evaluate(AXE.read_text("utf-8"))
    return [
        *seen.page.evaluate(_RUN, [scheme, part]),
        *(str(drawn) for drawn in drawn_words(seen) if drawn.contrast < 4.5),
    ]


def drawn_words(seen: Visit) -> list[Drawn]:
    """Return the words in the drawings of the page that is open."""
    measured: list[dict[str, Any]] = seen.page.evaluate(_DRAWN)
    return [Drawn(each["words"], each["contrast"]) for each in measured]
