"""The tagger's person spans mended: honorifics and posts out, initials in, other names left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, NameSpan, Token
from ..drafts import OrganizationDraft, RegionDraft
from ..knowledge.people import PeopleLexicon
from .posts import PostReader

_LINE = re.compile(r"[^\n\r]*[^\s]")
_INITIALS_BEFORE = re.compile(r"(?:[А-ЯЁ]\.\s?){1,2}$")
_NAME_LIKE = frozenset({"пан", "дон", "им", "г"})
_INITIALS_AFTER = re.compile(r"\s?(?:[А-ЯЁ]\.\s?){1,2}")


def clean_spans(document: Document, lexicon: PeopleLexicon, posts: PostReader) -> list[NameSpan]:
    """Person spans in text order that cover the words of the name and nothing else."""
    honorifics = frozenset(lexicon.honorifics)
    not_people = frozenset(lexicon.not_people)
    taken = _other_names(document)
    found: list[NameSpan] = []
    for span in _lines(document):
        tokens = [t for t in document.tokens_in(span.start, span.stop) if t.start >= span.start]
        while tokens and (
            (tokens[0].lemma in honorifics and not _may_be_name(tokens))
            or (len(tokens) > 1 and tokens[0].text.islower())
            or (
                len(tokens) > 1
                and posts.is_head(tokens[0])
                and tokens[0].text[1:].islower()
                and tokens[0].pos == "NOUN"
            )
            or not any(c.isalnum() for c in tokens[0].text)
        ):
            tokens = tokens[1:]
        while tokens and not any(c.isalnum() or c == "." for c in tokens[-1].text):
            tokens = tokens[:-1]
        if not tokens or tokens[0].lemma in not_people or tokens[0].text.islower():
            continue
        if any(t.index in taken for t in tokens):
            continue
        start, stop = _with_initials(document.text, tokens[0].start, tokens[-1].stop)
        found.append(NameSpan(start, stop, "PER", document.text[start:stop]))
    return found


def _lines(document: Document) -> Iterator[NameSpan]:
    """Person spans, those that run over a line break cut into their lines."""
    for span in document.names:
        if span.type == "PER":
            for line in _LINE.finditer(document.text, span.start, span.stop):
                yield NameSpan(line.start(), line.end(), "PER", line.group())


def _other_names(document: Document) -> set[int]:
    """Tokens that a region or body owns by name."""
    taken: set[int] = set()
    for entity, mention in document.mentions("name", "alias"):
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            taken.update(range(*document.token_range(mention.start, mention.stop)))
    return taken


def _with_initials(text: str, start: int, stop: int) -> tuple[int, int]:
    before = _INITIALS_BEFORE.search(text[max(0, start - 6) : start])
    if before:
        start -= len(before.group())
    after = _INITIALS_AFTER.match(text, stop)
    if after and " " not in text[start:stop] and not before:
        stop = after.end()
        while text[stop - 1].isspace():
            stop -= 1
    return start, stop


def _may_be_name(tokens: list[Token]) -> bool:
    """«Пан Ги Мун», «Дон Делилло»: a capital inside the sentence makes the word a name."""
    first = tokens[0]
    return first.lemma in _NAME_LIKE and first.text[0].isupper() and len(tokens) > 1
