"""Whose a post is, where the text says so elsewhere.

«Губернатор Александр Беглов» in a release about Петербург is Петербург's governor: the post of a
region's head without an owner belongs to the subject most spoken of that nobody else heads. A
governor named only by post first («губернатор Сахалинской области …») is the one whom the rest of
the article is about. A minister received «в Кабинете Министров Узбекистана» is of that cabinet.
"""

from __future__ import annotations

from collections import Counter

from ..document import Document
from ..drafts import OrganizationDraft, PersonDraft, PositionDraft, RegionDraft, RoleDraft
from .roles import RoleLinker

_LEVELS = ("subject", "city", "other")


class OwnerLinker:
    """Fills ``of`` of posts that stand without an owner."""

    def __init__(self, roles: RoleLinker) -> None:
        self._roles = roles

    def link(self, document: Document) -> None:
        """Heads of regions by the article, officers of a state by the body in their sentence."""
        self._adopt(document)
        for role in document.roles:
            if role.of or role.person is None or not role.attached or role.former:
                continue
            classes = self._roles.classes(document, role)
            if "region" in classes and not role.person.speaks_for:
                region = self._subject(document, role.person)
                if region is not None:
                    _own(role, region)
            elif classes & {"cabinet", "minister", "deputy"}:
                body = _body_beside(document, role)
                if body is not None:
                    _own(role, body)

    def _adopt(self, document: Document) -> None:
        """Give a head's post that no name holds to the protagonist who has none."""
        for role in document.roles:
            if role.person is not None or role.plural or not role.of:
                continue
            if "region" not in self._roles.classes(document, role):
                continue
            bare = [p for p in document.people() if not p.positions and not p.speaks_for]
            bare.sort(key=lambda p: -len(p.mentions))
            first = bool(bare) and len(bare[0].mentions) >= 2
            if first and (len(bare) == 1 or len(bare[0].mentions) > len(bare[1].mentions)):
                role.person = bare[0]
                bare[0].add(role.start, role.stop, "role")
                bare[0].positions.append(
                    PositionDraft(role.title, role.title_start, role.title_stop, list(role.of))
                )
                return

    def _subject(self, document: Document, person: PersonDraft) -> RegionDraft | None:
        """The federal subject spoken of most that nobody else heads, if it stands out."""
        headed = {
            o
            for r in document.roles
            if r.person is not person and "region" in self._roles.classes(document, r)
            for o in r.of
        }
        counts = Counter(
            {
                region: len(region.mentions)
                for region in document.regions()
                if region.level == "subject" and region not in headed
            }
        )
        best = counts.most_common(2)
        if not best or best[0][1] < 2:
            return None
        return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None


def _own(role: RoleDraft, owner: RegionDraft | OrganizationDraft) -> None:
    role.of = [owner]
    assert role.person is not None
    for position in role.person.positions:
        if position.start == role.title_start and not position.of:
            position.of = [owner]


def _body_beside(document: Document, role: RoleDraft) -> OrganizationDraft | None:
    """The only body of government named in the role's sentence before it."""
    sentence = document.sentence_at(role.start)
    if sentence is None:
        return None
    found = [
        o
        for o in document.organizations()
        if o.kind == "government"
        and any(sentence.start <= m.start < role.start for m in o.mentions)
    ]
    return found[0] if len(found) == 1 else None
