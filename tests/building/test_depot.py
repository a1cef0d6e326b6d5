"""What a machine takes is what it would make, and nothing in a bucket can stop a build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from casebook.building.batch import PIECES, Batch
from casebook.building.bucket import Bucket, BucketError
from casebook.building.depot import Depot
from casebook.building.findings import CHECKS
from casebook.building.groups import Shard
from casebook.building.memory import Made, made_of
from casebook.building.readers import Readers
from casebook.model.site_file import content_hash

FACTS = {"rows a": "1", "rows b": "2"}


@dataclass
class Machine:
    """A machine that builds: what it keeps, and what it says."""

    folder: Path
    shard: Shard | None = None
    kept: dict[str, bytes] = field(default_factory=dict)
    readers: Readers = field(default_factory=Readers)
    told: list[str] = field(default_factory=list)

    def depot(self) -> Depot:
        self.folder.mkdir(exist_ok=True)
        bucket = Bucket(str(self.folder.parent / "bucket"), self.folder, "engine")
        return Depot(bucket, self.folder / "depot.json", 1, self.told.append, self.shard)

    def put(self, path: str, content: bytes) -> str:
        key = content_hash(content)
        self.kept[key] = content
        return key

    def build(
        self, batches: list[Batch], facts: Mapping[str, str] = FACTS
    ) -> tuple[list[str], int, dict[str, Made]]:
        """Return what had to be made, how many groups were put, and all that was made or taken."""
        depot = self.depot()
        wanted = {batch.name: batch for batch in depot.grouped(batches)}
        readers = self.readers = Readers()
        made = {
            name: made_of(wanted[name].version, files, readers.add(reads), sums)
            for name, files, sums, reads in depot.take(wanted, facts, self.put)
        }
        depot.tell()
        missing = [name for name in wanted if name not in made]
        for name in missing:
            batch = wanted[name]
            keys = {path: self.put(path, held) for path, held in batch.files().items()}
            made[name] = made_of(batch.version, keys, readers.add(("rows a", "rows? c")))
        put = depot.give(made, readers, facts, lambda _, key: self.kept[key])
        return missing, put, made


def batches(count: int = 300, version: str = "1") -> list[Batch]:
    return [Batch(f"page {number}", version, _make(number)) for number in range(count)]


def _make(number: int) -> Callable[[], Mapping[str, bytes]]:
    return lambda: {f"{number}/index.html": b"%d" % number}


@pytest.fixture
def one(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "one")
    machine.build(batches())
    return machine


@pytest.fixture
def other(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "other")


def objects(machine: Machine) -> list[Path]:
    return sorted((machine.folder.parent / "bucket" / "engine").iterdir())


def test_what_one_machine_made_another_takes(one: Machine, other: Machine) -> None:
    missing, put, made = other.build(batches())
    assert (missing, put, other.told) == ([], 0, [])
    key = made["page 7"].files["7/index.html"]
    assert other.kept[key] == b"7"
    number = made["page 7"].number
    assert other.readers.looks([number]) == {number: ["rows a", "rows? c"]}


def test_the_same_build_again_puts_nothing(one: Machine) -> None:
    assert one.build(batches())[1] == 0


@pytest.mark.parametrize("facts", [{**FACTS, "rows a": "other"}, {**FACTS, "rows c": "new"}])
def test_what_looked_at_something_else_is_made_and_put(
    facts: Mapping[str, str], one: Machine, other: Machine
) -> None:
    missing, put, _ = other.build(batches(), facts)
    assert len(missing) == 300
    assert put == len(objects(one))
    assert one.build(batches(), facts)[:2] == ([], 0)


def test_a_fact_that_nobody_looked_at_changes_nothing(one: Machine, other: Machine) -> None:
    assert other.build(batches(), {**FACTS, "rows b": "other"})[:2] == ([], 0)


def test_another_version_is_made(one: Machine, other: Machine) -> None:
    changed = [*batches()[:-1], Batch("page 299", "2", _make(299))]
    missing, put, _ = other.build(changed)
    assert (missing, put) == (["page 299"], 1)


def test_parts_leave_everything_for_the_others(tmp_path: Path, other: Machine) -> None:
    made: list[str] = []
    for number in (1, 2, 3):
        made += Machine(tmp_path / f"part{number}", Shard(number, 3)).build(batches())[0]
    assert sorted(made) == sorted(batch.name for batch in batches())
    assert other.build(batches())[:2] == ([], 0)


def test_checksums_of_data_are_computed_and_not_believed(one: Machine, other: Machine) -> None:
    data = [Batch("file", "1", lambda: {"data/a.csv": b"a,b\n"})]
    one.build(data)
    _, _, made = other.build(data)
    assert made["file"].checksums == {"data/a.csv": sha256(b"a,b\n").hexdigest()}


@pytest.mark.parametrize(
    "harm",
    [
        lambda held: b"",
        lambda held: held[:-1],
        lambda held: held[: len(held) // 2],
        lambda held: held[:-9] + bytes(9),
        lambda held: b"<html>not here</html>",
    ],
)
def test_a_damaged_object_is_made_anew_with_one_warning(
    harm: Callable[[bytes], bytes], one: Machine, other: Machine
) -> None:
    for path in objects(one)[:2]:
        path.write_bytes(harm(path.read_bytes()))
    missing, put, _ = other.build(batches())
    assert 0 < len(missing) < 300
    assert put == 2
    (told,) = other.told
    assert told.startswith("2 objects in the cache cannot be used, and what should be there is")
    assert Machine(one.folder.parent / "third").build(batches())[:2] == ([], 0)


def test_an_object_under_the_name_of_another_is_made_anew(one: Machine, other: Machine) -> None:
    first, second = objects(one)[:2]
    first.write_bytes(second.read_bytes())
    assert other.build(batches())[0]
    assert "is of another group" in other.told[0]


def test_findings_that_cannot_be_read_are_no_findings(one: Machine, other: Machine) -> None:
    bad = [Batch("check", "1", lambda: {f"{CHECKS}x": b"\x80\x04)."})]
    one.build(bad)
    assert other.build(bad)[0] == ["check"]
    assert "holds findings that cannot be read" in other.told[0]


def test_what_is_too_large_for_one_object_lies_in_several(
    monkeypatch: pytest.MonkeyPatch, one: Machine, other: Machine
) -> None:
    monkeypatch.setattr("casebook.building.parcel.SLICE", 1_000)
    large = [Batch("file", "1", lambda: {f"{PIECES}a": bytes(range(256)) * 20})]
    before = len(objects(one))
    one.build(large)
    assert len(objects(one)) == before + 6
    assert other.build(large)[:2] == ([], 0)
    path = next(path for path in objects(one) if path.name.endswith(".3"))
    path.unlink()
    assert Machine(one.folder.parent / "third").build(large)[0] == ["file"]


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("read", "the cache cannot be read, and the build goes on without it: no route to host."),
        ("write", "what was made here cannot be left in the cache: no route to host."),
    ],
)
def test_a_bucket_that_does_not_answer_is_left_alone(
    method: str, told: str, monkeypatch: pytest.MonkeyPatch, other: Machine
) -> None:
    asked = []

    def fail(*_: object) -> None:
        asked.append(1)
        raise BucketError("no route to host")

    monkeypatch.setattr(Bucket, method, fail)
    missing, put, _ = other.build(batches(20_000))
    assert (len(missing), put) == (20_000, 0)
    assert other.told == [told]
    assert len(asked) == 1


def test_a_note_that_cannot_be_read_is_none(one: Machine) -> None:
    for held in ("{", "[]", '{"x": 1}'):
        (one.folder / "depot.json").write_text(held)
        assert one.build(batches())[:2] == ([], 0)
