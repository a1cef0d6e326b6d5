"""The files as a whole: withheld names, sameness, keys, withdrawn dossiers."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.exports import records
from tests.exports.conftest import files_of

from casebook.exports import publisher
from casebook.exports.files import plan_exports
from casebook.exports.manifest import manifest_of
from casebook.identifiers.provision import Provision, Unit
from casebook.model.corpus import Corpus, build_corpus
from casebook.model.dossier import Document, Dossier
from casebook.words.wording import fold

ROOT = Path(__file__).parents[2]


def _keys(corpus: Corpus, today: date = records.TODAY) -> dict[str, str]:
    return {each.path: repr(each.key) for each in plan_exports(corpus, records.SITE, today)}


def _with(corpus: Corpus, change: Callable[[Dossier], Dossier], number: int = 7) -> Corpus:
    """The same record, with one dossier changed as an edit would change it."""
    dossiers = (
        change(held) if held.reference == records.reference(number) else held
        for held in corpus.dossiers.values()
    )
    return build_corpus(
        dossiers,
        corpus.instruments.values(),
        corpus.mandates.values(),
        corpus.topics.values(),
        corpus.addressees.values(),
    )


def test_a_dossier_has_its_five_files(files: Mapping[str, bytes]) -> None:
    assert {path.rpartition("/")[2] for path in files if path.startswith("cases/xxx/7-2025/")} == {
        "dossier.json",
        "citation.bib",
        "citation.ris",
        "citation.csl.json",
        "oembed.json",
    }


@pytest.mark.parametrize("name", [*records.WITHHELD, *records.INITIALS])
def test_a_name_that_is_not_public_stands_in_no_file(name: str, files: Mapping[str, bytes]) -> None:
    part = fold(name.split(maxsplit=1)[0])
    for path, content in files.items():
        assert part not in fold(content.decode("utf-8", "replace")), path
        assert name.encode() not in content, path


def test_initials_and_public_names_are_shown(files: Mapping[str, bytes]) -> None:
    record = files["cases/xxx/7-2025/dossier.json"].decode()
    assert "Publica Name" in record
    assert "Публика" in record
    assert '"O. S."' in record


def test_a_withdrawn_dossier_gives_only_reference_day_and_reason(
    files: Mapping[str, bytes],
) -> None:
    for path, content in files.items():
        assert b"must not be shown" not in content, path
        assert b"Notshown" not in content, path
    record = files["cases/xxx/4-2025/dossier.json"].decode()
    assert (
        '"withdrawn": {"date": "2026-01-05", "reason": "asked for by the person named"}' in record
    )
    assert "letter" not in files["cases/xxx/4-2025/citation.bib"].decode()
    assert not any("4-2025" in files[path].decode() for path in files if "mandate/" in path)


def test_two_runs_give_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert files_of(records.corpus()) == files


def test_another_process_with_another_hash_seed_gives_the_same_bytes(
    files: Mapping[str, bytes],
) -> None:
    program = (
        "import hashlib\n"
        "from tests.exports import records\n"
        "from tests.exports.conftest import files_of\n"
        "for path, content in sorted(files_of(records.corpus()).items()):\n"
        "    print(path, hashlib.sha256(content).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(files)


EDITS: Mapping[str, Callable[[Dossier], Dossier]] = {
    "title": lambda held: replace(held, title="Another", digest="edited"),
    "reply": lambda held: replace(held, replies=(), digest="edited"),
    "correction": lambda held: replace(held, corrections=(), digest="edited"),
    "persons": lambda held: replace(held, persons=(), digest="edited"),
    "topics": lambda held: replace(held, topics=(), digest="edited"),
    "relation": lambda held: replace(held, related=(), digest="edited"),
    "withdrawal": lambda held: replace(
        held, withdrawn=records.withdrawn().withdrawn, digest="edited"
    ),
    "text": lambda held: replace(
        held,
        documents=(
            Document(
                "communication",
                None,
                (replace(held.documents[0].texts[0], blocks=(), digest="new"),),
            ),
            held.documents[1],
        ),
        digest="edited",
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_when_the_bytes_of_a_file_change_its_key_does(
    edit: str, files: Mapping[str, bytes]
) -> None:
    before = records.corpus()
    after = _with(before, EDITS[edit])
    old, new = _keys(before), _keys(after)
    changed = {path for path, content in files_of(after).items() if files.get(path) != content}
    assert changed
    assert {path for path in changed if old.get(path) == new[path]} == set()


def test_a_dossier_added_changes_the_keys_of_those_that_cite_it(
    files: Mapping[str, bytes],
) -> None:
    cited = records.dossier(99, sent=None)
    before, after = records.corpus(), records.corpus(cited)
    old, new = _keys(before), _keys(after)
    changed = {path for path, content in files_of(after).items() if files.get(path) != content}
    assert "cases/xxx/7-2025/dossier.json" in changed
    assert {path for path in changed if old.get(path) == new[path]} == set()


REGISTERS: Mapping[str, Callable[[Corpus], Corpus]] = {
    "mandate": lambda held: replace(
        held,
        mandates={
            name: replace(mandate, name="Renamed") for name, mandate in held.mandates.items()
        },
    ),
    "topic": lambda held: replace(
        held, topics={name: replace(topic, name="Renamed") for name, topic in held.topics.items()}
    ),
    "addressee": lambda held: replace(
        held,
        addressees={
            code: replace(addressee, name="Renamed", takes_article=False)
            for code, addressee in held.addressees.items()
        },
    ),
    "heading": lambda held: replace(
        held,
        instruments={
            name: replace(
                instrument,
                entries=tuple(
                    replace(entry, provision=Provision(Unit.ARTICLE, "10"), last=entry.provision)
                    for entry in instrument.entries
                ),
                digest="edited",
            )
            for name, instrument in held.instruments.items()
        },
    ),
}


@pytest.mark.parametrize("register", REGISTERS)
def test_when_a_register_changes_the_keys_of_what_it_reaches_do(
    register: str, files: Mapping[str, bytes]
) -> None:
    before = records.corpus()
    after = REGISTERS[register](before)
    old, new = _keys(before), _keys(after)
    changed = {path for path, content in files_of(after).items() if files.get(path) != content}
    assert "cases/xxx/7-2025/dossier.json" in changed
    assert {path for path in changed if old.get(path) == new[path]} == set()


def test_an_edit_leaves_the_files_of_other_dossiers_alone() -> None:
    before = records.corpus()
    after = _with(before, EDITS["title"], number=3)
    old, new = _keys(before), _keys(after)
    changed = {path for path in new if path.startswith("cases/") and old[path] != new[path]}
    assert {path.rpartition("/")[0] for path in changed} == {"cases/xxx/3-2025"}


def test_another_day_changes_the_lists_alone() -> None:
    corpus = records.corpus()
    old, new = _keys(corpus), _keys(corpus, date(2026, 3, 2))
    changed = {path for path in new if old[path] != new[path]}
    assert changed == {
        "api/v1/index.json",
        *(f"api/v1/{name}.json" for name in ("dossiers", "citations", "replies", "standards")),
    }


def test_a_file_is_the_same_made_whole_and_in_pieces() -> None:
    for each in plan_exports(records.corpus(), records.SITE, records.TODAY):
        assert each.make() == each.join(piece.make() for piece in each.pieces), each.path


def test_no_path_is_planned_twice() -> None:
    paths = [each.path for each in plan_exports(records.corpus(), records.SITE, records.TODAY)]
    assert len(paths) == len(set(paths))
    assert all(re.fullmatch(r"[a-z0-9/._-]+", path) for path in paths)


def test_an_empty_record_has_files_too() -> None:
    assert b'"total": 0' in files_of(build_corpus(()))["api/v1/dossiers.json"]


def test_the_manifest_lists_what_is_made_for_machines() -> None:
    manifest = manifest_of(
        {"index.html": "a", "data/dossiers.csv": "b", "cases/xxx/7-2025/dossier.json": "c"},
        records.SITE,
        records.TODAY,
    ).decode()
    assert (
        '"files": {\n"cases/xxx/7-2025/dossier.json": "c",\n"data/dossiers.csv": "b"\n}' in manifest
    )
    assert '"total": 2' in manifest


def test_who_publishes_is_told_as_in_the_configuration() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert configuration["site_name"] == publisher.NAME
    assert configuration["copyright"] == publisher.RIGHTS
