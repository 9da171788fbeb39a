"""«Артист скончался вчера»: a bare profession for the one whom the whole article is about.

Only where nobody in the article holds the like post, one person is named far more than all others
and the gender of the word does not speak against it.
"""

from __future__ import annotations

from ..document import Document
from ..drafts import PersonDraft, RoleDraft
from ..knowledge.professions import ProfessionsLexicon
from ..nlp.words import fold

_LEAST = 3
_TIMES = 2
_GENDERS = {"Masc": "m", "Fem": "f"}


class ProtagonistLinker:
    """Ties bare professions to the article's protagonist, if it has one."""

    def __init__(self, lexicon: ProfessionsLexicon) -> None:
        self._words = frozenset(lexicon.protagonists)

    def link(self, document: Document) -> None:
        """Add ``role`` mentions; what the article calls its hero by the way is no post of his."""
        person = _protagonist(document)
        if person is None:
            return
        taken = {fold(r.title) for r in document.roles if r.person not in (None, person)}
        for role in document.roles:
            bare = role.person is None and not role.plural and not role.of and not role.former
            if not bare or fold(role.title) not in self._words or fold(role.title) in taken:
                continue
            if _agrees(document, role, person) and _is_known(document, role, person):
                role.person = person
                person.add(role.start, role.stop, "role")
                document.note("coreference", role.start, role.stop, f"is {person.name}")


def _protagonist(document: Document) -> PersonDraft | None:
    """The person named most, with a lead over the second."""
    people = sorted(document.people(), key=lambda p: -_named(p))
    if not people or _named(people[0]) < _LEAST:
        return None
    if len(people) > 1 and _named(people[0]) < _TIMES * _named(people[1]):
        return None
    return people[0]


def _named(person: PersonDraft) -> int:
    return sum(m.kind == "name" for m in person.mentions)


def _agrees(document: Document, role: RoleDraft, person: PersonDraft) -> bool:
    """A masculine word may mean a woman («депутат»), a feminine one never a man."""
    [*_, head] = [t for t in document.tokens_in(role.title_start, role.title_stop) if t.lemma]
    gender = _GENDERS.get(head.feats.get("Gender", ""), "")
    return gender != "f" or person.gender in ("f", "")


def _is_known(document: Document, role: RoleDraft, person: PersonDraft) -> bool:
    """Whether the person was named before, or is in the next sentences of a headline."""
    first = min(m.start for m in person.mentions)
    here, there = document.sentence_at(role.start), document.sentence_at(first)
    return first < role.start or (
        here is not None and there is not None and here.index == 0 and there.index <= _TIMES
    )
