"""The side that a clause leaves out: who speaks, who was spoken of last, whom the text is about."""

from __future__ import annotations

from typing import NamedTuple

from ..drafts import EntityDraft, MeetingDraft, PersonDraft
from ..persons.represent import represents
from .antecedents import last_person, pair_before
from .authorship import author_of, teller_of
from .candidate import Candidate
from .focus import first_official, protagonist
from .view import View

_WHO_TELLS = "who tells of it"
_NEAR = 3
_TAKING_PLACE = frozenset({"состояться", "пройти", "проходить", "продлиться", "длиться"})
_WE = frozenset({"я", "мы"})
_THEY = frozenset({"он", "она", "они"})


class Missing(NamedTuple):
    """The person meant and how that was found out, for the explanation."""

    person: PersonDraft
    why: str

    @property
    def tells(self) -> bool:
        """Whether it is only who tells of the meeting: an aide may tell of his superior's."""
        return self.why == _WHO_TELLS


def missing_side(view: View, candidate: Candidate, told: list[MeetingDraft]) -> Missing | None:
    """Who the unnamed side of a candidate is, where the text makes it clear."""
    verb = candidate.carrier if candidate.carrier is not None else candidate.trigger
    subjects = [i for i in view.clauses.subjects(verb) if i != candidate.trigger]
    direct = view.quotation_at(candidate.trigger)
    own = candidate.we or (not subjects and view.tokens[verb].feats.get("Person") == "1")
    # «Провёл встречу с X», — написал мэр: the speaker, with a pronoun or without.
    speaker = direct.speaker if direct is not None and (own or not subjects) else None
    if isinstance(speaker, PersonDraft):
        return _unless_known(candidate, speaker, "the speaker")
    if own and speaker is None:
        return _author(view, candidate, told)
    they = bool({view.tokens[i].lemma for i in subjects} & _THEY)
    if direct is not None:
        return None
    if candidate.background and not they:
        held = candidate.status == "held"
        return _visitor(candidate, told) if held else None
    if not subjects and (found := _unless_known(candidate, _reporter(view, candidate), _WHO_TELLS)):
        return found
    if not subjects and (found := _told_elsewhere(view, candidate, verb, told)) is not None:
        return found
    if they or (not subjects and _is_one_s(view, verb)):
        person = _spoken_of(view, candidate.trigger)
        if person is not None and not _takes_part(person, candidate):
            found = _unless_known(candidate, person, "the person spoken of last")
            if found is not None:
                return found
    return _protagonist(view, candidate, subjects, told)


def _reporter(view: View, candidate: Candidate) -> PersonDraft | None:
    """«A заявил, что встреча с B прошла хорошо», «по словам A, разговор с B был полезным»."""
    if candidate.frame.pos != "noun" or candidate.status != "held":
        return None
    speech = view.report_at(candidate.trigger)
    speaker = speech.speaker if speech is not None else None
    return speaker if isinstance(speaker, PersonDraft) else None


def _told_elsewhere(
    view: View, candidate: Candidate, verb: int, told: list[MeetingDraft]
) -> Missing | None:
    """Whom a clause without a subject is about: the author, the clause above, a visitor."""
    return (
        _unless_known(candidate, _writer(view, candidate), "the author")
        or _unless_known(
            candidate, _of_the_main_clause(view, verb), "the subject of the main clause"
        )
        or _visitor(candidate, told)
    )


def _visitor(candidate: Candidate, told: list[MeetingDraft]) -> Missing | None:
    """«A прибыл в Ашхабад … Состоялась встреча с B»: who had come there."""
    last = told[-1] if told else None
    beside = candidate.held_by == "happen" or candidate.background or candidate.status == "planned"
    if not beside or last is None or last.kind != "visit":
        return None
    near = candidate.sentence.index - last.sentences[-1] <= _NEAR
    people = [p.entity for p in last.participants if isinstance(p.entity, PersonDraft)]
    visitor = people[0] if near and people else None
    return _unless_known(candidate, visitor, "the visitor told of before")


def _unless_known(candidate: Candidate, person: PersonDraft | None, why: str) -> Missing | None:
    if person is None or any(a.entity is person for a in candidate.actors):
        return None
    return Missing(person, why)


def _protagonist(
    view: View, candidate: Candidate, subjects: list[int], told: list[MeetingDraft]
) -> Missing | None:
    """The man of the place named as the subject, else whom the article is about."""
    known = {a.entity for a in candidate.actors}
    person = _countryman(view, subjects, known) or protagonist(view.document, told)
    if person is None and not subjects:
        person = _spoken_of(view, candidate.trigger) or first_official(view.document)
    if person is not None and _names_another(view, candidate, subjects, person):
        return None
    return _unless_known(candidate, person, "whom the article is about")


def _author(view: View, candidate: Candidate, told: list[MeetingDraft]) -> Missing | None:
    """Who «мы» or «я» is outside quotations with a known speaker."""
    person = (
        _writer(view, candidate)
        or protagonist(view.document, told)
        or first_official(view.document)
    )
    return _unless_known(candidate, person, "the author")


def _writer(view: View, candidate: Candidate) -> PersonDraft | None:
    """Who writes the text, or is said to have told the sentence."""
    return author_of(view.document) or teller_of(view, candidate.sentence)


def _of_the_main_clause(view: View, verb: int) -> PersonDraft | None:
    """«A посетила вуз, где встретилась с B»: the subject goes on into a clause without its own."""
    if view.tokens[verb].rel not in ("acl:relcl", "acl", "advcl"):
        return None
    for above in view.tree.ancestors(verb):
        if above.pos != "VERB":
            continue
        for subject in view.clauses.subjects(above.index):
            actor = view.actors.at(subject)
            if actor is not None and isinstance(actor.entity, PersonDraft):
                return actor.entity
    return None


def _countryman(
    view: View, subjects: list[int], known: set[EntityDraft | None]
) -> PersonDraft | None:
    """«Сахалинец виделся с …»: the one person named who speaks for the place."""
    for index in subjects:
        owner = view.actors.owner(index)
        person = view.actors.head_of(owner) if owner is not None else None
        if person is not None and person not in known:
            return person
    return None


def _is_one_s(view: View, verb: int) -> bool:
    """Whether a finite verb speaks of one person, none of those who talk."""
    token = view.tokens[verb]
    if token.feats.get("Number") == "Plur":
        return False
    return token.feats.get("VerbForm") == "Fin" and token.feats.get("Person") not in ("1", "2")


def _spoken_of(view: View, trigger: int) -> PersonDraft | None:
    for index in last_person(view, trigger):
        actor = view.actors.at(index)
        if actor is not None and isinstance(actor.entity, PersonDraft):
            return actor.entity
    return None


def _takes_part(person: PersonDraft, candidate: Candidate) -> bool:
    """Whether the person already stands among the sides by what it represents."""
    return bool(set(represents(person)) & {a.entity for a in candidate.actors})


def _names_another(
    view: View, candidate: Candidate, subjects: list[int], person: PersonDraft
) -> bool:
    """Whether the clause says who meets, and that is not the person by another word.

    «Сахалинец» is the governor of Сахалин where the text is about him.
    """
    known = {i for s in candidate.sides for i in range(s.actor.first, s.actor.last)}
    own = represents(person)
    return any(
        i not in known
        and view.actors.owner(i) not in own
        and view.tokens[i].feats.get("Animacy") != "Inan"
        and view.tokens[i].lemma not in _WE | _THEY
        for i in subjects
    )


def two_before(view: View, candidate: Candidate, told: list[MeetingDraft]) -> list[PersonDraft]:
    """«A встретил B, после чего состоялись переговоры»: the two named before in the sentence."""
    if candidate.background or candidate.kind not in ("meeting", "talks", "call"):
        return []
    actors = view.actors.within(candidate.sentence.first, candidate.trigger)
    people = [a for a in actors if isinstance(a.entity, PersonDraft)]
    found = list(dict.fromkeys(a.entity for a in people if isinstance(a.entity, PersonDraft)))
    doers = [a for a in people if view.actors.case(a) == "Nom"]
    if len(found) == 2 and len(doers) == 1:
        return found
    return [] if told or not _is_held(view, candidate) else pair_before(view, candidate.trigger)


def _is_held(view: View, candidate: Candidate) -> bool:
    """«Беседа прошла в Кремле»: a telling with nobody in it, by a verb of taking place."""
    if candidate.sides or candidate.carrier is None or view.quotation_at(candidate.trigger):
        return False
    return view.tokens[candidate.carrier].lemma in _TAKING_PLACE
