"""Reading a file of strangers in a process of its own: little memory, little time, no writing.

A letter comes from outside. Whatever a damaged or hostile file does to the libraries that read it,
it does to a process that cannot write files, cannot take much memory, and is ended in time.
"""

import pickle
import subprocess
import sys

from casebook.importing.extract import Extract
from casebook.importing.importer import Imported, take_apart
from casebook.importing.mandate_names import MandateNames
from casebook.importing.refusal import Refusal

_SECONDS = 90
_MEMORY = 1_000_000_000
_DONE, _REFUSED = 0, 3
_TOO_MUCH = Refusal(
    "The file needs more time or memory than any letter; it is damaged, or made to do harm.",
    "Print it to a new PDF, or save its words as text.",
)


def read_confined(data: bytes, names: MandateNames, seconds: int = _SECONDS) -> Imported:
    """Return what a file says; Refusal says why one cannot be read."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-I", "-m", __name__],
            input=pickle.dumps((data, names)),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _TOO_MUCH from None
    if done.returncode == _DONE:
        # What comes back was written by this module, not by the file.
        imported: Imported = pickle.loads(done.stdout)  # noqa: S301
        return imported
    if done.returncode == _REFUSED:
        message, help_, is_picture = pickle.loads(done.stdout)  # noqa: S301
        raise Refusal(message, help_, is_picture=is_picture)
    raise _TOO_MUCH


def extract_confined(data: bytes, seconds: int = _SECONDS) -> Extract:
    """Return the words of a file alone; Refusal says why one cannot be read."""
    return read_confined(data, MandateNames(()), seconds).extract


def _confine() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has no such module
    except ImportError:
        return
    limits = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: _SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, allowed))


def main() -> int:
    """Take a file and the names of mandates from standard input; answer on standard output."""
    # Only this process loads what reads PDF and Word: every other command begins sooner without.
    from casebook.importing.extraction import extract  # noqa: PLC0415

    data, names = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the function above
    _confine()
    try:
        answer: object = take_apart(extract(data), names)
        code = _DONE
    except Refusal as refusal:
        answer, code = (refusal.message, refusal.help, refusal.is_picture), _REFUSED
    sys.stdout.buffer.write(pickle.dumps(answer))
    sys.stdout.buffer.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
