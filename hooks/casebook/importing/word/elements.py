"""The elements of a Word file: their names, their values, and what its styles give them."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset(("0", "false", "off", "none"))
"""What switches something off that is there."""
_DEEPEST = 20


def value_of(parent: ET.Element | None, name: str, otherwise: str = "") -> str:
    """Return what an element in another says; `otherwise` where there is none, or it says nothing."""
    child = parent.find(f"{WORD}{name}") if parent is not None else None
    return child.get(f"{WORD}val", otherwise) if child is not None else otherwise


class Styles:
    """The styles of a Word file."""

    def __init__(self, styles: ET.Element) -> None:
        self._held = {each.get(f"{WORD}styleId", ""): each for each in styles.iter(f"{WORD}style")}
        self._chains: dict[tuple[str, str], tuple[ET.Element, ...]] = {}

    def of(self, own: ET.Element | None, kind: str, inner: str) -> tuple[ET.Element, ...]:
        """Return properties, and those of their style and of what it is based on, nearest first."""
        if own is None:
            return ()
        return (own, *self.chain(value_of(own, kind), inner))

    def chain(self, name: str, inner: str) -> tuple[ET.Element, ...]:
        """Return the properties of a style and of what it is based on."""
        if (name, inner) not in self._chains:
            self._chains[name, inner] = tuple(self._chain(name, inner))
        return self._chains[name, inner]

    def _chain(self, name: str, inner: str) -> Iterator[ET.Element]:
        for _ in range(_DEEPEST):
            style = self._held.get(name)
            if style is None:
                return
            properties = style.find(f"{WORD}{inner}")
            if properties is not None:
                yield properties
            name = value_of(style, "basedOn")
