"""Whose a post can be: which places and bodies after it are owners."""

from __future__ import annotations

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..nlp.words import known_parses


def is_goal(link: Token, place: Token) -> bool:
    """By its ending: the tagger takes «в США», «в Перу» for either case."""
    goal = place.lemma.endswith(("а", "я")) and place.text.lower().endswith(("у", "ю"))
    return goal and link.lemma in ("в", "во", "на")


def is_like(second: EntityDraft, first: EntityDraft) -> bool:
    """Of one kind, or «главы МИД России и Венгрии»: the like body of another region."""
    if type(second) is type(first):
        return True
    return isinstance(second, RegionDraft) and _region_of(first) is not None


def _region_of(body: EntityDraft) -> RegionDraft | None:
    owner = body.owner if isinstance(body, OrganizationDraft) else None
    return owner if isinstance(owner, RegionDraft) else None


def may_own(token: Token) -> bool:
    """Not a body that stands in the nominative: «слова министра пресс-служба подтвердила»."""
    if token.pos != "NOUN" or token.feats.get("Case") != "Nom" or not token.text.islower():
        return True
    known = list(known_parses(token.text))
    return not known or any(str(p.tag.case) != "nomn" and str(p.tag.case) != "accs" for p in known)
