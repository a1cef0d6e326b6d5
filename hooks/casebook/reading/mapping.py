"""Strict YAML: mappings, lists and words as written, each with its place in the file.

One pass over parser events. Nothing is resolved but null, so `NO`, `011`, `12:30` and `2025-07-01`
stay what the editor typed; what makes YAML dangerous or ambiguous is refused on the way: anchors,
aliases, tags, repeated keys, depth, several documents.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from casebook.reading.characters import find_refused
from casebook.reading.findings import Findings
from casebook.reading.nodes import Mapping, Node, Scalar, Sequence
from casebook.reading.syntax import OTHER_BLANK, broken_value, explain, name_blank
from casebook.words.problem import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_MOST = 50
"""How many values that are no YAML one file is read without."""
_TIGHT_COMMENT = re.compile(r"[ \t]+(?P<comment>#[^\s#!]\S*)")
_STANDARD_TAG = "tag:yaml.org,2002:"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def parse_mapping(
    source: str, path: str, first_line: int = 1
) -> tuple[Mapping | None, list[Problem]]:
    """Return the mapping that a YAML document holds, with every problem in it.

    `first_line` is the line of the file on which `source` begins. The mapping is None when the
    document cannot be read to its end, unless only single values stand in the way; an empty
    document is an empty mapping.
    """
    return _Parser(path, first_line).parse(source)


class _Refused(Exception):  # noqa: N818 - it ends the reading of a file, it is no error of ours
    """The document cannot be read any further."""


class _Parser:
    """Builds the tree of one document, without recursion."""

    def __init__(self, path: str, first_line: int) -> None:
        self._first_line = first_line
        self._findings = Findings(path)
        self._lines: list[str] = []
        self._broken: dict[int, yaml.MarkedYAMLError] = {}
        """The lines whose value is no YAML, and what the parser said of it."""
        self._cut: Collection[int] = ()
        """The lines on which a comment begins as no comment should."""

    def parse(self, source: str) -> tuple[Mapping | None, list[Problem]]:
        root: Node | None = None
        self._lines = source.split("\n")
        if _TIGHT_COMMENT.search(source):
            self._cut = {at for at, line in enumerate(self._lines) if _TIGHT_COMMENT.search(line)}
        try:
            root = self._tree_of(source)
        except yaml.MarkedYAMLError as error:
            self._syntax_problem(error)
        except yaml.reader.ReaderError:
            message = "The YAML holds a character that YAML forbids."
            self._problem(0, 0, "yaml-syntax", message, "Delete it.")
        except _Refused:
            pass
        problems = self._findings.problems
        if isinstance(root, Mapping):
            return root, problems
        if root and root.is_null and not problems:
            return Mapping({}, root.line, root.column), problems
        if not problems:
            help_ = "Begin each line with the name of a field and a colon."
            self._problem(0, 0, "wrong-type", "The file has no fields.", help_)
        return None, problems

    def _tree_of(self, source: str) -> Node:
        """Return the tree of a source without the values that break nothing but their own line."""
        lines = [*self._lines]
        while True:
            try:
                return self._tree(iter(_Loader(source).get_event, None))
            except yaml.MarkedYAMLError as error:
                at = explain(error, self._lines)[0]
                value = broken_value(error, self._lines, at)
                if value is None or at in self._broken or len(self._broken) == _MOST:
                    raise
                self._broken[at] = error
                lines[at] = f"{lines[at][:value]}''"
                source = "\n".join(lines)
                self._findings.problems.clear()
                for each in self._broken.values():
                    self._syntax_problem(each)

    def _problem(self, line: int, column: int, slug: str, message: str, help_: str) -> None:
        """Report what stands at a place that is counted from 0, in the source."""
        self._findings.at(self._first_line + line, column + 1, slug, message, help_)

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> None:
        line, column, message, help_ = explain(error, self._lines)
        self._problem(line, column, "yaml-syntax", message, help_)

    def _tree(self, events: Iterator[Any]) -> Node:
        root: Node = Scalar(None, self._first_line, 1)
        open_: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []
        documents = 0
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is MappingStartEvent:
                node = Mapping({}, *self._place(event))
            elif kind is SequenceStartEvent:
                node = Sequence([], *self._place(event))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                open_.pop()
                keys.pop()
                continue
            elif kind is AliasEvent:
                node = Scalar(None, *self._place(event), is_refused=True)
                message = f"*{event.anchor} repeats another place."
                self._findings.add(node, "yaml-alias", message, "Write the value out here.")
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    help_ = "Take the line --- out: a file holds one."
                    self._at(event, "yaml-syntax", "A second document begins here.", help_)
                    raise _Refused
                continue
            else:
                continue
            if kind is not AliasEvent and (event.anchor is not None or event.tag is not None):
                self._refuse_marks(event)
            if not open_:
                root = node
            else:
                self._put(open_[-1], keys, node)
            if not isinstance(node, Scalar):
                open_.append(node)
                keys.append(None)
                if len(open_) > _DEEPEST:
                    message = f"Lists and fields are nested more than {_DEEPEST} deep here."
                    self._at(event, "yaml-depth", message, "Take some of the levels out.")
                    raise _Refused
        return root

    def _put(self, parent: Sequence | Mapping, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            keys[-1] = self._key(node)
            return
        keys[-1] = None
        text = key.text
        if text is None:
            return
        if text in parent.entries:
            first = parent.entries[text][0]
            message = f'"{text[:60]}" is written twice; the first is on line {first.line}.'
            self._findings.add(key, "duplicate-key", message, "Keep one of the two.")
        else:
            parent.entries[text] = (key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text is not None:
            if blank := OTHER_BLANK.search(node.text):
                column = node.column + blank.start()
                self._findings.at(node.line, column, "yaml-syntax", *name_blank(blank[0]))
                return Scalar(None, node.line, node.column)
            return node
        if isinstance(node, Scalar) and node.is_refused:
            return node
        help_ = "Write the field's name before the colon; put quotes around a value that begins with { or [."
        self._findings.add(node, "yaml-syntax", "A field has no name here.", help_)
        return Scalar(None, node.line, node.column)

    def _scalar(self, event: Any) -> Scalar:
        text: str | None = event.value
        # Plain words only: a quoted "null" is the word.
        if text in _NULLS and event.implicit[0]:
            text = None
        start, end = event.start_mark, event.end_mark
        node = Scalar(text, self._first_line + start.line, start.column + 1)
        if start.line in self._broken and event.style == "'" and not text:
            return replace(node, text=None, is_refused=True)
        if not event.style and text and end.line in self._cut:
            self._cut_off(text, self._lines[end.line], end.line, end.column)
        # Escapes bring in what `read_characters` refused in the file itself.
        if event.style == '"' and text and (hidden := find_refused(text)):
            message = f"An escape in this value writes {hidden}, which a reader cannot see."
            self._findings.add(node, "invisible-character", message, "Take the escape out.")
            return replace(node, text=None, is_refused=True)
        if not text and (event.tag is not None or event.anchor is not None):
            # "!flood": it is no empty value
            return replace(node, text=None, is_refused=True)
        return node

    def _cut_off(self, value: str, words: str, line: int, column: int) -> None:
        """Report a value of which `Flood #3` would silently leave only `Flood`.

        A comment without its space after a single word, as in `2025-09-08 #letter`, is none.
        """
        match = _TIGHT_COMMENT.match(words, column)
        if match and (" " in value or match["comment"][1].isdigit()):
            message = (
                f"The value ends before {match['comment']}: a # after a space begins a comment."
            )
            help_ = "Put single quotes (') around the whole value; for a comment write a space after the #."
            self._problem(line, match.start("comment"), "yaml-comment", message, help_)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"&{event.anchor} names this place to repeat it elsewhere."
            help_ = "Take the name out, and write the value out where it is repeated."
            self._at(event, "yaml-alias", message, help_)
        if event.tag is not None:
            message = f"{event.tag.replace(_STANDARD_TAG, '!!')} is a YAML tag."
            help_ = "Take it out; if the value begins with !, put quotes around it."
            self._at(event, "yaml-tag", message, help_)

    def _at(self, event: Any, slug: str, message: str, help_: str) -> None:
        self._findings.at(*self._place(event), slug, message, help_)

    def _place(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return self._first_line + mark.line, mark.column + 1
