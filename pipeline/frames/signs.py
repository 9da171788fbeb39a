"""Signs around a matched outcome that tell how sure it is; ``confidence.toml`` weighs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..drafts import OutcomeDraft, PersonDraft
from .contacts import is_official
from .match import Match

_FEW, _MANY = 2, 6
"""How many outcomes of an article are few or many: press releases tell many."""
_SPARSE, _DENSE = 0.15, 0.4
"""How many outcomes a sentence has where an article is about other things, or only about them."""
_SHORT, _LONG = 2, 25
"""How many words make a content short or long."""


def signs(match: Match) -> tuple[str, ...]:
    """The names of the signs seen, in a fixed order."""
    return (*_of_contact(match), *_of_parties(match), *_of_words(match))


def of_article(outcomes: Sequence[OutcomeDraft], sentences: int) -> tuple[str, ...]:
    """The signs that all outcomes of an article of so many sentences share."""
    number = "few" if len(outcomes) <= _FEW else "many" if len(outcomes) >= _MANY else ""
    share = len(outcomes) / max(sentences, 1)
    density = "sparse" if share < _SPARSE else "dense" if share > _DENSE else ""
    return tuple(sign for sign in (number, density) if sign)


def _of_contact(match: Match) -> Iterator[str]:
    if match.met:
        yield "met"
    elif match.contact is not None:
        yield "contact"
    if match.near_meeting:
        yield "near"
    if not match.view.document.contacts:
        yield "no-meetings"


def _of_parties(match: Match) -> Iterator[str]:
    parties = [*match.who.parties, *match.who.addressee]
    if len(parties) < 2:
        yield "one-side"
    if match.who.named > 1:
        yield "both-named"
    if any(not is_official(p, match.private.posts, match.private.offices) for p in parties):
        yield "private-side"
    if any(isinstance(p, PersonDraft) for p in match.who.parties):
        yield "person-for-side"
    if not match.doers.entities:
        yield "doer-unstated" if not match.doers.stated else "doer-common"
    elif len(match.doers.entities) > 1:
        yield "doers"


def _of_words(match: Match) -> Iterator[str]:
    found = match.found
    words = found.last - found.first
    if words <= _SHORT:
        yield "short"
    elif words > _LONG:
        yield "long"
    if match.speech is not None:
        yield "quoted" if match.speech.direct else "reported"
    if found.status in ("possible", "denied"):
        yield found.status
    if found.sentence.zone == "title":
        yield "title"
    yield f"act-{found.frame.act}"
