"""An editor who does to the letter what a message says, and nothing else."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from casebook.words.problem import Problem

Deed = Callable[[Path, Problem, re.Match[str]], None]


def follow(root: Path, problem: Problem) -> bool:
    """Do what the help of a problem says; return False when it leaves something to be known."""
    for pattern, deed in _DEEDS:
        if match := re.match(pattern, problem.help):
            deed(root, problem, match)
            return True
    return False


def _edit(root: Path, problem: Problem, change: Callable[[str, int], str]) -> None:
    """Change the line that a problem points at; `change` takes it with the place in it."""
    path = root / problem.path
    lines = path.read_text("utf-8").split("\n")
    lines[problem.line - 1] = change(lines[problem.line - 1], problem.column - 1)
    path.write_text("\n".join(lines), "utf-8")


def _write(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Put what the help gives in the place of what the message is about."""
    new = match["new"]

    def change(line: str, at: int) -> str:
        for old in _meant(problem, line[at:], new):
            start = line.find(old, at)
            if start >= 0:
                return line[:start] + new + line[start + len(old) :]
        raise AssertionError(f"nothing to replace with {new}: {problem}")

    _edit(root, problem, change)


def _meant(problem: Problem, rest: str, new: str) -> Iterator[str]:
    """Yield what an editor would take for the wrong words, the likeliest first."""
    if new.startswith("{"):
        yield re.findall(r"\{.*\}", rest)[0]
    yield from re.findall(r'"([^"]+)"', problem.message)[::-1]
    for name in re.findall(r"standards/[^ ]+\.md", problem.message):
        yield f"/{name}" if new.startswith("/") else name
    yield from re.findall(r"[^\s,\[\]{}]+", rest)[:1]


def _take_line_out(root: Path, problem: Problem, _: re.Match[str]) -> None:
    """Take out the line; of a line that holds more, the entry."""
    path = root / problem.path
    lines = path.read_text("utf-8").split("\n")
    line, at = lines[problem.line - 1], problem.column - 1
    if "{" in line[:at] and not re.match(r"\s*- ", line):
        first = max(line.rfind(mark, 0, at) for mark in "{,")
        last = min(place for mark in ",}" if (place := line.find(mark, at)) >= 0)
        kept = line[: first if line[first] == "," else first + 1]
        lines[problem.line - 1] = kept + line[last:]
    else:
        del lines[problem.line - 1]
        above = lines[problem.line - 2]
        if above.endswith(":") and not lines[problem.line - 1].startswith(" "):
            del lines[problem.line - 2]  # an empty list needs no name
    path.write_text("\n".join(lines), "utf-8")


def _keep_one(root: Path, problem: Problem, match: re.Match[str]) -> None:
    def change(line: str, at: int) -> str:
        if line[:at].strip():  # one item of a list
            return re.sub(r",\s*$", "", line[:at]) + re.sub(r"^[^,\]]+", "", line[at:])
        return ""

    _edit(root, problem, change)


def _rename(root: Path, problem: Problem, match: re.Match[str]) -> None:
    old = root / problem.path
    new = root / match["new"] if "/" in match["new"] else old.with_name(match["new"])
    old.rename(new)


def _end_with(root: Path, problem: Problem, match: re.Match[str]) -> None:
    _edit(root, problem, lambda line, _: f"{line} {match['new']}")


def _begin_with(root: Path, problem: Problem, match: re.Match[str]) -> None:
    _edit(root, problem, lambda line, at: f"{line[:at]}{match['new']} {line[at:].lstrip('# ')}")


def _quote(root: Path, problem: Problem, _: re.Match[str]) -> None:
    def change(line: str, _at: int) -> str:
        key, _, value = line.partition(": ")
        return f"{key}: '{value.replace(chr(39), chr(39) * 2)}'"

    _edit(root, problem, change)


def _take_escape_out(root: Path, problem: Problem, _: re.Match[str]) -> None:
    _edit(root, problem, lambda line, _: re.sub(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})", "", line))


def _add_request(root: Path, problem: Problem, match: re.Match[str]) -> None:
    path = (root / problem.path).with_name("dossier.yml")
    source = path.read_text("utf-8")
    entry = f"  {match['new']} What was done.\n"
    if "requests:\n" in source:
        source = source.replace("requests:\n", f"requests:\n{entry}")
    else:
        source += f"requests:\n{entry}"
    path.write_text(source, "utf-8")


def _add_mandate(root: Path, problem: Problem, match: re.Match[str]) -> None:
    path = root / problem.path
    source = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^(mandates: \[.*)\]", rf"\1, {match['new']}]", source), "utf-8")


def _add_under_replies(root: Path, problem: Problem, match: re.Match[str]) -> None:
    path = (root / problem.path).with_name("dossier.yml")
    path.write_text(f"{path.read_text('utf-8')}replies:\n  {match['new']} {{}}\n", "utf-8")


def _write_naming(root: Path, problem: Problem, match: re.Match[str]) -> None:
    _edit(root, problem, lambda line, _: re.sub(r"naming: \w+", "naming: withheld", line))


def _write_plainly(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Write the words of a link without the link, as the help writes them."""
    _edit(
        root,
        problem,
        lambda line, at: line[:at] + re.sub(r"\[.*?\]\(.*?\)", match["new"], line[at:], count=1),
    )


def _write_out(root: Path, problem: Problem, _: re.Match[str]) -> None:
    _edit(root, problem, lambda line, at: f"{line[:at]}2025-03-04")


def _take_name_out(root: Path, problem: Problem, _: re.Match[str]) -> None:
    path = root / problem.path
    name = re.findall(r"&(\w+)", problem.message)[0]
    source = path.read_text("utf-8")
    value = re.findall(rf"&{name} (.*)", source)[0]
    path.write_text(source.replace(f"&{name} ", "").replace(f"*{name}", value), "utf-8")


def _take_tag_out(root: Path, problem: Problem, _: re.Match[str]) -> None:
    _edit(root, problem, lambda line, at: line[:at] + line[at:].partition(" ")[2])


def _literal(root: Path, problem: Problem, _: re.Match[str]) -> None:
    _edit(root, problem, lambda line, at: f"{line[:at]}\\{line[at:]}")


_DEEDS: tuple[tuple[str, Deed], ...] = (
    (r"Write naming: withheld", _write_naming),
    (r"Write (?P<new>[A-Z]{3} \d+/\d+) without a link", _write_plainly),
    (r"Write it in Markdown; for a literal < write", _literal),
    (r"Write the value out here", _write_out),
    (r'Write "(?P<new>[^"]+)", or add', _write),
    (r"Write one of: (?P<new>[^,. ]+)", _write),
    (r"Write (?P<new>[^ ]+?)(?:\.$|, or )", _write),
    (r"Write (?P<new>[A-Z]{3} \d+/\d+)\.$", _write),
    (r"Take (?:the|this) line out", _take_line_out),
    (r"Take the name out", _take_name_out),
    (r"Take the escape out", _take_escape_out),
    (r"Take it out; if the value begins with !", _take_tag_out),
    (r"Take it out of the list", _keep_one),
    (r"Keep one of the two", _keep_one),
    (r"Name the other communication, or take the line out", _take_line_out),
    (r"Rename (?:it|the folder) to (?P<new>[^ ,]+)\.$", _rename),
    (r"End the heading with (?P<new>.*)\.$", _end_with),
    (r"Begin it with its number, such as (?P<new>\[[^\]]+\])", _begin_with),
    (r"Begin the heading with (?P<new>#+)", _begin_with),
    (r"Put single quotes", _quote),
    (r'Add "(?P<new>q\d+:)"', _add_request),
    (r'Add "(?P<new>reply-\d+:)"', _add_under_replies),
    (r'Add (?P<new>[a-z-]+) to "mandates"', _add_mandate),
)
"""What the beginning of a help asks for. The rest of one, after "or", is another way out."""
