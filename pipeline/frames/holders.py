"""Who holds the posts that a plural names by country: «президенты России и Сербии обсудили …»."""

from __future__ import annotations

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from ..nlp.words import fold
from ..persons.represent import represents
from .candidate import Candidate

_CHIEFS = frozenset({
    "президент", "премьер", "премьер-министр", "канцлер", "король", "королева", "султан", "эмир",
    "губернатор", "мэр", "глава", "лидер", "председатель", "врио", "князь", "император",
})  # fmt: skip
_LOOSE = frozenset({"лидер", "глава", "руководитель", "глава государства", "глава правительства"})
_DIPLOMACY = ("мид", "иностранных", "внешнеполитического", "госсекретарь", "дипломатии")
_DEFENCE = ("обороны", "минобороны", "оборонного", "пентагона")


def holders(document: Document, candidate: Candidate) -> dict[EntityDraft, PersonDraft]:
    """By each place that a plural post speaks for, the one person of the article who holds it."""
    found: dict[EntityDraft, PersonDraft] = {}
    for side in candidate.sides:
        actor = side.actor
        if actor.role is None or not actor.role.plural or actor.role.attached:
            continue
        if not isinstance(actor.entity, RegionDraft) or actor.entity.level != "country":
            continue
        people = [
            p
            for p in document.people()
            if actor.entity in represents(p) and _holds(p, _post(actor.role.title, actor.role.of))
        ]
        if len(people) == 1:
            found[actor.entity] = people[0]
    return found


def _holds(person: PersonDraft, title: str) -> bool:
    return any(not p.former and _akin(title, _post(p.title, p.of)) for p in person.positions)


def _post(title: str, owners: list[EntityDraft]) -> str:
    """The words of a post, with the ministry it is of: «глава», «МИД России»."""
    bodies = [o.name for o in owners if isinstance(o, OrganizationDraft) and o.kind == "government"]
    return fold(" ".join([title, *bodies[:1]]))


def _akin(plural: str, post: str) -> bool:
    """Whether a post is what the plural says: «главы МИД» are ministers of foreign affairs."""
    for field in (_DIPLOMACY, _DEFENCE):
        mine, theirs = (any(w in title.split() for w in field) for title in (plural, post))
        if mine or theirs:
            return mine and theirs
    if plural in _LOOSE:
        return post.split()[0] in _CHIEFS and len(post.split()) <= len(("глава", "государства"))
    if plural.startswith("премьер"):
        return post.startswith("премьер")
    return plural == post
