"""Where in a TOML file a key stands: ``tomllib`` does not say, and errors need the line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")


def line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """The 1-based line of the key at ``loc`` («frame», 3, «kind»), or of the closest table."""
    lines = text.splitlines()
    first, last = _table(lines, loc)
    keys = [str(part) for part in loc if isinstance(part, str)]
    for key in reversed(keys):
        pattern = re.compile(rf"(^|[\s{{,.])[\"']?{re.escape(key)}[\"']?\s*=")
        for number in range(first, last):
            if pattern.search(lines[number]):
                return number + 1
    return first + 1


def _table(lines: list[str], loc: tuple[int | str, ...]) -> tuple[int, int]:
    """Lines ``[first, last)`` of the table that holds ``loc``."""
    wanted, count = str(loc[0]) if loc else "", 0
    index = loc[1] if len(loc) > 1 and isinstance(loc[1], int) else None
    headers = [(n, m.group(1)) for n, line in enumerate(lines) if (m := _HEADER.match(line))]
    for place, (number, name) in enumerate(headers):
        if name.split(".")[0] != wanted:
            continue
        if index is not None and name == wanted and count < index:
            count += 1
            continue
        return number, _end(headers, place, wanted, index, len(lines))
    return 0, len(lines)


def _end(
    headers: list[tuple[int, str]], place: int, wanted: str, index: int | None, total: int
) -> int:
    for number, name in headers[place + 1 :]:
        if name == wanted or name.split(".")[0] != wanted:
            return number
    return total
