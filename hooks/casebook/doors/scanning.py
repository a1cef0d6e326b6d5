"""Words off pictures of pages: OCRmyPDF, where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from casebook.importing.refusal import Refusal

_SECONDS = 1800
_LANGUAGES = ("eng", "fra", "spa")
_PROGRAM = "ocrmypdf"


def is_installed() -> bool:
    """Whether OCRmyPDF can be called."""
    return shutil.which(_PROGRAM) is not None


def recognise_words(data: bytes) -> bytes:
    """Return a scan with the words that OCRmyPDF reads off it; Refusal when it cannot."""
    failed = Refusal(
        "OCRmyPDF could not read the words off the pictures of this PDF.",
        "Run it by hand to see why, and import the PDF that it makes.",
    )
    with tempfile.TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(data)
        command = [_PROGRAM, "--quiet", "--skip-text", "--output-type", "pdf"]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command on files of our own naming
                [*command, "--language", "+".join(_languages()), str(scan), str(read)],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            raise failed from None
        if done.returncode or not read.is_file():
            raise failed
        return read.read_bytes()


def _languages() -> list[str]:
    """Return the languages of letters that Tesseract has here; English, if it does not tell."""
    try:
        listed = subprocess.run(
            ["tesseract", "--list-langs"],  # noqa: S607 - as the user's own path finds it
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        ).stdout.split()
    except (subprocess.TimeoutExpired, OSError):
        listed = []
    return [language for language in _LANGUAGES if language in listed] or ["eng"]
