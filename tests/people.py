"""Texts read as far as coreference: who is in them, with what posts."""

from __future__ import annotations

from functools import cache

from pipeline.article import InputArticle
from pipeline.assembly import default_stages
from pipeline.document import Document
from pipeline.drafts import PersonDraft
from pipeline.knowledge import Lexicon
from pipeline.stage import Stage

from .handmade import models

LAST = "coreference"


@cache
def stages() -> list[Stage]:
    """The stages we ship up to coreference."""
    row = default_stages(Lexicon(), models())
    return row[: [s.name for s in row].index(LAST) + 1]


def read(text: str) -> Document:
    """The document with people, posts and coreference."""
    document = Document.of(InputArticle(text))
    for stage in stages():
        stage.process(document)
    return document


def people(text: str) -> dict[str, PersonDraft]:
    """The persons of the text by name."""
    return {p.name: p for p in read(text).people()}


def posts(text: str) -> dict[str, list[str]]:
    """The posts of each person: title, «@» with owners, «(врио)» and «(бывший)»."""
    return {
        p.name: [
            q.title
            + (" @ " + ", ".join(o.name for o in q.of) if q.of else "")
            + (" (врио)" if q.acting else "")
            + (" (бывший)" if q.former else "")
            for q in p.positions
        ]
        for p in read(text).people()
    }


def mentions(text: str, name: str) -> list[str]:
    """The words that name a person, in text order, with their kind unless it is a name."""
    document = read(text)
    person = next(p for p in document.people() if p.name == name)
    found = sorted(person.mentions, key=lambda m: m.start)
    return [text[m.start : m.stop] + ("" if m.kind == "name" else f"/{m.kind}") for m in found]
