"""Objects lie in a folder or a bucket, and whatever it says to that is one sentence."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from casebook.building.bucket import AddressError, Bucket, BucketError
from casebook.building.engine import engine_key


def _address(kind: str) -> str:
    return "cache" if kind == "folder" else f"memory://{uuid4()}"


@pytest.mark.parametrize("kind", ["folder", "memory"])
def test_what_was_written_is_read(kind: str, tmp_path: Path) -> None:
    address = _address(kind)
    bucket = Bucket(address, tmp_path, "engine")
    assert bucket.read(["a", "b"]) == {"a": None, "b": None}
    bucket.write({"a": b"first", "b": b""})
    bucket.write({"a": b"second"})
    assert Bucket(address, tmp_path, "engine").read(["a", "b", "c"]) == {
        "a": b"second",
        "b": b"",
        "c": None,
    }
    assert Bucket(address, tmp_path, "another").read(["a"]) == {"a": None}


def test_a_folder_is_one_of_the_collection_and_holds_nothing_half_written(tmp_path: Path) -> None:
    Bucket("cache", tmp_path, "engine").write({"a": b"1"})
    assert [path.name for path in (tmp_path / "cache" / "engine").iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nope://bucket/folder", r"Protocol not known: nope\. Write a folder, or an address such"),
        ("s3:/bucket", r"^write s3://bucket with two slashes\.$"),
        ("memory://", "name a folder, or a bucket"),
        ("gs://bucket/folder", "what it needs is missing here. Please install gcsfs"),
    ],
)
def test_an_address_that_cannot_be_is_answered_with_what_to_write(
    address: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(AddressError, match=told):
        Bucket(address, tmp_path, "engine")


_WITHOUT = """
import sys
from pathlib import Path
from casebook.building.bucket import AddressError, Bucket
sys.modules["s3fs"] = None
try:
    Bucket("s3://bucket/folder", Path(), "engine")
except AddressError as error:
    print(error)
"""


def test_a_library_that_is_missing_is_named() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _WITHOUT], capture_output=True, text=True, check=True
    )
    assert told.stdout == "what it needs is missing here. Install s3fs to access S3.\n"


def test_a_bucket_that_refuses_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    bucket = Bucket("cache", tmp_path, "engine")
    with pytest.raises(BucketError, match=r"."):
        bucket.read(["a"])
    with pytest.raises(BucketError, match=r"."):
        bucket.write({"a": b"1"})


@pytest.mark.skipif(not os.geteuid(), reason="root may read everything")
def test_an_object_that_may_not_be_read_is_no_missing_one(tmp_path: Path) -> None:
    bucket = Bucket("cache", tmp_path, "engine")
    bucket.write({"a": b"1"})
    (tmp_path / "cache" / "engine" / "a").chmod(0)
    with pytest.raises(BucketError):
        bucket.read(["a"])


def test_the_engine_is_the_same_on_one_machine() -> None:
    assert engine_key() == engine_key()
    assert engine_key().isalnum()
