"""File names for records: unique and safe whatever the input is called."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r"[^\w.,()+=@ -]|[\x00-\x1f\x7f]")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_OWN = frozenset({"run", "errors", "records"})
_LONGEST = 120


class Names:
    """Gives each wanted name a file name that no other input has, the same in every run."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """A relative POSIX path without suffix; a name that had to change ends in a digest.

        Names are compared without case and in Unicode form C, as some file systems do.
        """
        parts = [_safe(p) for p in wanted.replace("\\", "/").split("/") if p not in ("", ".", "..")]
        name = "/".join(parts) or "article"
        if name != wanted or name.casefold() in _OWN or self._clashes(name):
            name = f"{name}-{hashlib.sha256(wanted.encode('utf-8', 'replace')).hexdigest()[:8]}"
        base, count = name, 1
        while self._clashes(name):
            count += 1
            name = f"{base}-{count}"
        self._taken.add(_key(name))
        return name

    def take_plain(self, wanted: str) -> str:
        """The name itself, or with «-2», «-3» … where it is taken."""
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name

    def _clashes(self, name: str) -> bool:
        return _key(name) in self._taken


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _safe(part: str) -> str:
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", part)).strip(" .") or "_"
    if _RESERVED.match(name):
        name = "_" + name
    while len(name.encode("utf-8")) > _LONGEST:
        name = name[:-1]
    return name
