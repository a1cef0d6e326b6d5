"""How many pages a PDF has, found out in a process of its own: it comes from strangers."""

import subprocess
import sys

from casebook.originals.kinds import Kind, kind_of

_SECONDS = 30
_MEMORY = 1_000_000_000


def count_pages(data: bytes) -> int | None:
    """Return the pages of a PDF; None for other files, and for what cannot be read."""
    if kind_of(data) is not Kind.PDF:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-I", "-m", __name__],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    said = done.stdout.strip()
    return (int(said) or None) if not done.returncode and said.isdigit() else None


def main() -> int:
    """Read a PDF from standard input, write the number of its pages to standard output."""
    # Only this process loads what reads PDF: every other command begins sooner without.
    import pypdfium2  # noqa: PLC0415

    data = sys.stdin.buffer.read()
    try:
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError):
        pass
    try:
        pages = len(pypdfium2.PdfDocument(data))
    except pypdfium2.PdfiumError:
        return 1
    sys.stdout.write(f"{pages}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
