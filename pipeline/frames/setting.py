"""When, where, in what form and within which event a candidate took place."""

from __future__ import annotations

from ..document import Token
from ..drafts import (
    DateDraft,
    EntityDraft,
    EventDraft,
    FacilityDraft,
    MentionDraft,
    OrganizationDraft,
    RegionDraft,
)
from ..nlp.inflection import inflect
from ..nlp.words import fold, parses
from .meeting_matcher import Candidate
from .view import View

_IN = frozenset({"в", "во", "на", "у", "при"})
_RANK = {FacilityDraft: 0, RegionDraft: 1, OrganizationDraft: 2}
_FEATURES = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


def date_of(view: View, candidate: Candidate) -> DateDraft | None:
    """The date that governs the trigger.

    One tied to it in the tree, else the nearest before it, else the nearest in the sentence.
    """
    sentence = candidate.sentence
    dates = [
        d for d in view.document.dates if sentence.start <= d.start < sentence.stop and not d.bound
    ]
    if not dates:
        return None
    own = {candidate.trigger, candidate.carrier}
    tied = [d for d in dates if _tied(view, d, own)]
    trigger = view.tokens[candidate.trigger].start
    same = [d for d in dates if _same_clause(view, d, candidate)]
    pool = tied or [d for d in same if d.start < trigger] or same
    if not pool:
        return None
    return min(pool, key=lambda d: (abs(d.start - trigger), d.start))


def _tied(view: View, date: DateDraft, own: set[int | None]) -> bool:
    return any(
        t.head in own or t.index in own for t in view.document.tokens_in(date.start, date.stop)
    )


def _same_clause(view: View, date: DateDraft, candidate: Candidate) -> bool:
    """Whether the date stands under the same verb as the trigger, or before all verbs."""
    token = view.document.tokens_in(date.start, date.stop)[0]
    if any(
        t.index == candidate.sentence.first for t in view.document.tokens_in(date.start, date.stop)
    ):
        return True
    mine = {_verb(view, i) for i in (candidate.trigger, candidate.carrier) if i is not None}
    return _verb(view, token.index) in mine


def _verb(view: View, index: int) -> int | None:
    for token in (view.tokens[index], *view.tree.ancestors(index)):
        if token.pos == "VERB":
            return token.index
    return None


def place_of(view: View, candidate: Candidate) -> EntityDraft | None:
    """A venue, else a place, else a body's seat that «в», «на» or «у» makes a place of here."""
    sentence = candidate.sentence
    taken = {i for _, a in candidate.sides for i in range(a.first, a.last)}
    found: list[tuple[tuple[bool, int, int], EntityDraft]] = []
    for entity, mention in view.document.mentions("name", "alias", "role"):
        if type(entity) not in _RANK or not sentence.start <= mention.start < sentence.stop:
            continue
        token = _head(view, mention)
        if token.index in taken or not _is_locative(view, token, mention):
            continue
        far = abs(token.index - candidate.trigger)
        tied = token.head in (candidate.trigger, candidate.carrier)
        mine = {_verb(view, i) for i in (candidate.trigger, candidate.carrier) if i is not None}
        if not tied and _verb(view, token.index) not in mine:
            continue
        found.append(((not tied, _RANK[type(entity)], far), entity))
    return min(found, key=lambda f: f[0])[1] if found else None


def destination_of(view: View, candidate: Candidate) -> EntityDraft | None:
    """The region that a visit goes to: what is visited, or «в»/«на» with the accusative."""
    found: list[int] = []
    for index in (candidate.trigger, candidate.carrier):
        if index is None:
            continue
        found += view.clauses.objects(index)
        for preposition in ("в", "на"):
            found += view.clauses.obliques(index, preposition, "")
    for head in found:
        actor = view.actors.named(head)
        if actor is not None and actor.role is None and isinstance(actor.entity, RegionDraft):
            return actor.entity
    return None


def _head(view: View, mention: MentionDraft) -> Token:
    tokens = view.document.tokens_in(mention.start, mention.stop)
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.head not in inside), tokens[0])


def _is_locative(view: View, token: Token, mention: MentionDraft) -> bool:
    first = view.document.token_range(mention.start, mention.stop)[0]
    before = view.tokens[first - 1].lemma if first else ""
    preposition = view.tree.preposition(token.index) or before
    if preposition not in _IN:
        return False
    actor = view.actors.named(token.index)
    if actor is not None and actor.role is not None:
        return False
    return token.feats.get("Case", "Loc") in ("Loc", "Gen") or preposition == before


def host_event_of(view: View, candidate: Candidate) -> EventDraft | None:
    """The named event in the sentence, if there is one."""
    sentence = candidate.sentence
    for event in view.document.events():
        if any(sentence.start <= m.start < sentence.stop for m in event.mentions):
            return event
    return None


def format_of(view: View, candidate: Candidate) -> str | None:
    """The article's own words for the meeting, in the nominative: «рабочая встреча»."""
    noun = view.tokens[candidate.trigger]
    if candidate.frame.pos != "noun":
        return None
    words = [t for t in view.tree.children(noun.index, "amod") if t.index < noun.index]
    near = [t for t in words if noun.index - t.index <= len(words) + 1]
    if any(t.text[:1].isupper() for t in near):
        near = [t for t in near if not t.text[:1].isupper()]
    plural = noun.feats.get("Number") == "Plur" and noun.lemma == "переговоры"
    gender = "" if plural else _FEATURES.get(noun.feats.get("Gender", ""), "")
    shape = {"nomn", "plur"} if plural else {"nomn", "sing", gender} - {""}
    return " ".join([*(_adjective(t.text, shape) for t in near), noun.lemma])


def _adjective(word: str, shape: set[str]) -> str:
    for parse in parses(word):
        if parse.tag.POS in ("ADJF", "PRTF"):
            form = inflect(parse, *shape)
            if form is not None:
                return form
    return fold(word)
