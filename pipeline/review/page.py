"""Pages that stand by themselves: one file, no network, nothing of the article ever runs."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .labels import Language, label, labels, word
from .text import visible
from .view import View, facet_values

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTED = ("review", "errors")
"""The pages with a script of their own."""


def review_page(views: Iterable[View], *, language: Language = "ru", limited: bool = False) -> str:
    """The HTML page of one record or many; ``language`` is the one it opens in.

    ``limited`` says on the page that there are more records than it shows.
    """
    shown = list(views)
    return render(
        "review",
        language=language,
        views=shown,
        facets=facet_values(shown),
        key="page.review",
        limited=limited,
    )


def render(name: str, *, language: Language, **values: Any) -> str:
    """The template ``NAME.html.j2`` with ``base`` and ``NAME`` styles and scripts inlined.

    The page's policy allows these two blocks by their digests and nothing else.
    """
    style = _asset("base.css") + _asset(f"{name}.css")
    script = _asset("base.js") + (_asset(f"{name}.js") if name in SCRIPTED else "")
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            language=language,
            t=lambda key: label(key, language),
            w=lambda key, spoken=language: word(key, spoken),
            style=Markup(style),
            script=Markup(script),
            style_digest=_digest(style),
            script_digest=_digest(script),
            words=labels(),
            **values,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Everything a template prints is escaped, and hidden characters are made visible."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda v: visible(v) if isinstance(v, str) and not isinstance(v, Markup) else v,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _asset(name: str) -> str:
    """A style or script of ours with its line ends as they are when the digest is taken."""
    return (TEMPLATES / name).read_text("utf-8").replace("\r\n", "\n")


def _digest(block: str) -> str:
    """A Content-Security-Policy source: the SHA-256 of an inlined block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
