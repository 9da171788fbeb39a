"""Web pages: main text, title, date and outlet by trafilatura."""

from __future__ import annotations

import re

from ..article import InputArticle
from ..errors import InputError

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_html(data: bytes, *, key: str, source: str) -> InputArticle:
    """The page's article; ``InputError`` where no main text can be found in it."""
    if not data.strip():
        raise InputError("empty_file", "the file is empty; an article needs text")
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(data, with_metadata=True, include_comments=False, include_tables=False)
    text = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        raise InputError("no_main_text", "no main text was found in the page; give it as .txt")
    date = _DATE.match(found.date or "")
    return InputArticle(
        text=text,
        id=key,
        source=found.url or source,
        outlet=found.sitename or None,
        title=found.title or None,
        published=date.group() if date else None,
    )
