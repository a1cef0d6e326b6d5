"""cases/registers/protected.yml: names that may stand nowhere, as salted hashes."""

import re
from dataclasses import dataclass
from typing import Any

from casebook.model.register import Protected
from casebook.reading.fields import Field, Record, read_mapping
from casebook.reading.findings import Findings
from casebook.reading.kinds import ListOf
from casebook.reading.layout import PROTECTED_PATH
from casebook.reading.nodes import Node, Scalar
from casebook.words.problem import Problem


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that no message repeats: an editor may have written a name in its place."""

    what: str
    pattern: str
    help: str

    def read(self, node: Node, findings: Findings) -> str | None:
        """Return the value, or None."""
        if isinstance(node, Scalar) and node.text is None:
            return None
        if isinstance(node, Scalar) and re.fullmatch(self.pattern, node.text or ""):
            return node.text
        findings.add(node, "wrong-value", f"Here is not {self.what}.", self.help)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


PROTECTED: Record[dict[str, Any]] = Record(
    "the register of protected names",
    dict,
    (
        Field(
            "salt",
            Secret("a salt", "[0-9a-f]{32}", "Put back the one that casebook protect wrote."),
            "Goes into every hash, so that no list made for another site fits. Never changed.",
            is_required=True,
        ),
        Field(
            "names",
            ListOf(
                Secret(
                    "the hash of a name",
                    "[0-9a-f]{2}:[0-9a-f]{40}",
                    "Take it out, and run casebook protect: it reads a name and gives its hash.",
                )
            ),
            "The hashes, one a name, as casebook protect prints them.",
        ),
    ),
)


def read_protected(data: bytes | None) -> tuple[Protected, list[Problem]]:
    """Return the register, and every problem in it; without a file, an empty register."""
    nothing = Protected(PROTECTED_PATH, b"", frozenset())
    if data is None:
        return nothing, []
    root, findings = read_mapping(data, PROTECTED_PATH)
    values = PROTECTED.values(root, findings) if root else None
    if not values:
        return nothing, findings.problems
    salt, hashes = bytes.fromhex(values["salt"]), frozenset(values.get("names") or ())
    return Protected(PROTECTED_PATH, salt, hashes), findings.problems
