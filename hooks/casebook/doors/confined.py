"""Reading a file of strangers in a process of its own: little memory, little time, no writing.

A letter comes from outside. Whatever a damaged or hostile file does to the libraries that read it,
it does to a process that cannot write files, cannot take much memory, and is ended in time.
"""

import io
import pickle
import subprocess
import sys
from enum import Enum
from typing import Any

from casebook.importing.importer import Imported, take_apart
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.refusal import Refusal

_SECONDS = 90
"""Of a processor."""
_PATIENCE = 300
"""Seconds on the clock: a busy machine gives a process little of itself."""
_MEMORY = 1_000_000_000
_DONE, _REFUSED = 0, 3
_PLAIN = frozenset((("datetime", "date"), ("builtins", "frozenset")))
_TOO_MUCH = Refusal(
    "The file needs more time or memory than any letter; it is damaged, or made to do harm.",
    "Print it to a new PDF, or save its words as text.",
)


def read_confined(data: bytes, names: MandateNames) -> Imported:
    """Return what a file says; Refusal says why one cannot be read."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-I", "-m", __name__],
            input=pickle.dumps((data, names)),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _TOO_MUCH from None
    if done.returncode not in (_DONE, _REFUSED):
        raise _TOO_MUCH
    try:
        answer: Any = _Answers(io.BytesIO(done.stdout)).load()
    except Exception:  # noqa: BLE001 - whatever it is, it is no answer of ours
        raise _TOO_MUCH from None
    if isinstance(answer, Imported):
        return answer
    match answer:
        case (str(message), str(help_), bool(is_picture)):
            raise Refusal(message, help_, is_picture=is_picture)
    raise _TOO_MUCH


class _Answers(pickle.Unpickler):
    """Reads an answer: values of our own types, and nothing that could be called.

    What comes back was written by this module, unless a file took the other process over.
    """

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        is_ours = isinstance(found, type) and found.__module__.startswith("casebook.")
        if is_ours or (module, name) in _PLAIN:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")


class _Plainly(pickle.Pickler):
    """Writes an answer: what one of several values is, by that value.

    Early versions of Python 3.11 would write that an attribute is to be looked up.
    """

    def reducer_override(self, held: Any) -> Any:
        return (type(held), (held.value,)) if isinstance(held, Enum) else NotImplemented


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
    _Plainly(sys.stdout.buffer).dump(answer)
    sys.stdout.buffer.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
