"""What an article or a file name may hold and a page must not show as it is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Controls, line and paragraph separators, bidirectional formatting, zero-width and lone
# surrogates: invisible, or able to make the rest of a line look like something else.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with every hidden character but tab and newline named, as ``⟨202E⟩``."""
    return _HIDDEN.sub(lambda m: f"⟨{ord(m[0]):04X}⟩", text.replace("\r\n", "\n"))


def web_address(source: str | None) -> str | None:
    """The source where it is an ``http`` or ``https`` address that a link may lead to."""
    if not source or source != visible(source):
        return None
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    return source if parts.scheme in ("http", "https") and parts.netloc else None
