"""A bag: files with checksums and a label, as archives keep them (RFC 8493, BagIt 1.0)."""

from collections.abc import Mapping
from dataclasses import dataclass

ALGORITHM = "sha512"
"""The algorithm that every program for bags has to know (RFC 8493, section 2.4)."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One file in a bag."""

    size: int
    checksum: str
    """Of ALGORITHM, in hexadecimal digits."""


def tag_files(payload: Mapping[str, Payload], label: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files beside `data/` that make a folder a bag, without the manifest of them.

    `payload` has paths below `data/`, `label` what bag-info.txt tells of the bag.
    """
    total = sum(each.size for each in payload.values())
    told = {**label, "Payload-Oxum": f"{total}.{len(payload)}"}
    manifest = "".join(
        f"{each.checksum}  data/{written(path)}\n" for path, each in sorted(payload.items())
    )
    info = "".join(f"{name}: {' '.join(words.split())}\n" for name, words in told.items())
    return {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": info.encode(),
        f"manifest-{ALGORITHM}.txt": manifest.encode(),
    }


def tag_manifest(checksums: Mapping[str, str]) -> tuple[str, bytes]:
    """Return the manifest of the files beside `data/`, given their checksums: name and content."""
    lines = "".join(f"{checksum}  {name}\n" for name, checksum in sorted(checksums.items()))
    return f"tagmanifest-{ALGORITHM}.txt", lines.encode()


def written(path: str) -> str:
    """Return a path as manifests write it (RFC 8493, section 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
