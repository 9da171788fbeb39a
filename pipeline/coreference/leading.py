"""«Возглавил банк «Заря»»: the subject is the head of what the verb governs."""

from __future__ import annotations

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, PositionDraft, RegionDraft
from ..knowledge.titles import Leading
from .holders import Holders


def lead(holders: Holders, verb: Token, leading: Leading) -> None:
    """Give the verb's subject the post; it is over when a lasting verb stands in the past."""
    owner = _led(holders, verb, leading)
    if owner is None:
        return
    former = leading.case == "Ins" or verb.feats.get("Aspect") == "Imp"
    for index in holders.subjects(verb):
        person = holders.person(index)
        if person is not None and all(owner not in p.of for p in person.positions):
            past = former and verb.feats.get("Tense") == "Past"
            person.positions.append(
                PositionDraft(leading.title, verb.start, verb.stop, [owner], former=past)
            )


def _led(holders: Holders, verb: Token, leading: Leading) -> EntityDraft | None:
    """The body or region that the verb governs, by the tree or right after it."""
    owners: dict[int, EntityDraft] = {}
    for entity, mention in holders.document.mentions("name", "alias"):
        if isinstance(entity, (OrganizationDraft, RegionDraft)):
            for index in range(*holders.document.token_range(mention.start, mention.stop)):
                if not isinstance(owners.get(index), OrganizationDraft):
                    owners[index] = entity
    governed = [
        t.index
        for t in holders.tree.children(verb.index, "obj", "obl", "iobj")
        if not holders.tree.preposition(t.index) and t.feats.get("Case") in (leading.case, None)
    ]
    subjects = [t.index for t in holders.tree.children(verb.index, "nsubj")]
    if leading.case == "Acc" and len(subjects) > 1:
        # «Министерство возглавила Анна Ким»: the parser takes both for subjects.
        governed += [i for i in subjects if i < verb.index and holders.person(i) is None]
    for index in [*governed, verb.index + 1]:
        if index in owners:
            return owners[index]
    return None
