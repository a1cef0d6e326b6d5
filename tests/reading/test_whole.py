"""A file is the old one or the new one, and nothing lies beside it."""

import os
import resource
import signal
from pathlib import Path

import pytest

from casebook.reading.whole import rewrite, write_whole


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("old")
    (tmp_path / "there").chmod(0o640)
    (tmp_path / "here").symlink_to("there")
    rewrite(tmp_path / "here", "né")
    assert (tmp_path / "here").is_symlink()
    assert (tmp_path / "there").read_bytes() == "né".encode()
    assert (tmp_path / "there").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "there"]


def test_what_the_disk_has_no_room_for_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "list"
    rewrite(path, "old\n")
    # In a child: what a process may write cannot be more again.
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
        try:
            rewrite(path, "new\n" * 100)
        except OSError:
            os._exit(0)
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert path.read_text() == "old\n"
    assert [each.name for each in tmp_path.iterdir()] == ["list"]


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    with pytest.raises(OSError, match="list"):
        write_whole(tmp_path / "list", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["list"]
