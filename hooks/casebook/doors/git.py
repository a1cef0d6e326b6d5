"""Which commits and files git knows of a collection, and what to say when it does not."""

from pathlib import Path

from casebook.doors.here import UsageError
from casebook.reading import git


def ask_git(root: Path, *words: str, say: bytes = b"") -> bytes | None:
    """Return what git answers in a folder, or None when it says no.

    Raises UsageError when it cannot be called.
    """
    try:
        return git.ask_git(root, *words, say=say)
    except OSError as error:
        raise UsageError(f"git cannot be called: {error.strerror}.") from error


def find_commit(root: Path, revision: str) -> str:
    """Return the commit that a revision names; UsageError says why there is none."""
    if found := _commit(root, revision):
        return found.decode("ascii").strip()
    if ask_git(root, "rev-parse", "--git-dir") is None:
        if any((folder / ".git").exists() for folder in (root, *root.parents)):
            # It is damaged, or belongs to somebody else.
            raise UsageError("git cannot look into this repository; git status says why.")
        raise UsageError("the collection is not in git, so nothing is known of how it was.")
    hint = ""
    if _commit(root, f"origin/{revision}"):
        hint = f" It knows origin/{revision}."
    elif ask_git(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        hint = " This clone has only the newest commits: git fetch --unshallow gets the others."
    elif ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        hint = " Nothing is committed yet."
    raise UsageError(f"git does not know {revision or 'a commit without a name'} here.{hint}")


def _commit(root: Path, revision: str) -> bytes | None:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return ask_git(root, *words)


def read_blobs(root: Path, blobs: list[str]) -> dict[str, bytes]:
    """Return the content of blobs by their ids."""
    answer = ask_git(root, "cat-file", "--batch", say="".join(f"{id_}\n" for id_ in blobs).encode())
    if answer is None:
        raise UsageError("git cannot read this commit; git fsck may say why.")
    contents = {}
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        id_, _, rest = answer[at:end].decode("ascii").partition(" ")
        kind, _, size = rest.partition(" ")
        if kind != "blob":
            # A clone without all of its blobs says "missing".
            raise UsageError(f"git cannot read {id_}; git fsck may say why.")
        contents[id_] = answer[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return contents
