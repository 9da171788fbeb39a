"""Who says or does an act for its party, and whom the one who says it faces."""

from __future__ import annotations

from ..drafts import EntityDraft, PersonDraft, RegionDraft, SpeechDraft
from ..persons.represent import represents
from .contacts import Contact, related, spoken_for
from .doers import Doers
from .found import Found
from .view import View

_MUTUAL = frozenset({"agreed", "discussed", "signed", "planned"})
_TWO = 2


def speaker_of_both(
    doers: Doers,
    others: list[EntityDraft],
    speech: SpeechDraft | None,
    parties: list[EntityDraft],
    act: str,
) -> EntityDraft | None:
    """The one who did it with a side not named, else who tells of it for a side.

    What two sides did together («обсудили», «подписали») is nobody's own word.
    """
    if act in _MUTUAL and len(parties) >= _TWO:
        return None
    people = [e for e in doers.entities if isinstance(e, PersonDraft)]
    if len(people) == 1 and len(doers.entities) == 1 and not others:
        return people[0]
    return _voice(speech, parties)


def speaker_of_one(
    view: View, found: Found, doers: Doers, speech: SpeechDraft | None, parties: list[EntityDraft]
) -> EntityDraft | None:
    """The leader who did it, else who says it for the party, here or just before."""
    person = next((e for e in doers.entities if isinstance(e, PersonDraft)), None)
    if person is not None:
        return person
    if speech is not None:
        voice = speech.speaker
        free = found.frame.act in ("offered", "interested") or not (
            isinstance(voice, PersonDraft) and represents(voice)
        )
        return voice if free and isinstance(voice, PersonDraft) else _voice(speech, parties)
    return _voice_before(view, found, parties) or _voice_after(view, found, parties)


def listener(
    speech: SpeechDraft | None, parties: list[EntityDraft], contact: Contact
) -> list[EntityDraft]:
    """«Узбекистан заинтересован в наших саженцах», – сказал X: it faces the speaker's own side."""
    if speech is None or not speech.direct or not isinstance(speech.speaker, PersonDraft):
        return []
    side = spoken_for(speech.speaker)
    faces = side in contact.sides and not any(related(side, p) for p in parties)
    return [side] if faces and parties and isinstance(side, RegionDraft) else []


def _voice_after(view: View, found: Found, parties: list[EntityDraft]) -> EntityDraft | None:
    """«… Об этом на встрече сообщил X»: who told it, if he speaks for the party."""
    sentences = view.document.sentences
    at = found.sentence.index + 1
    if at >= len(sentences) or sentences[at].paragraph != found.sentence.paragraph:
        return None
    tokens = view.document.sentence_tokens(sentences[at])
    if [t.folded for t in tokens[:2]] not in (["об", "этом"], ["о", "чем"]):
        return None
    for token in tokens:
        if token.feats.get("VerbForm") != "Fin":
            continue
        for subject in view.clauses.subjects(token.index):
            actor = view.actors.at(subject)
            who = actor.entity if actor is not None else None
            if isinstance(who, PersonDraft) and any(_speaks(who, p) for p in parties):
                return who
    return None


def _speaks(person: PersonDraft, party: EntityDraft) -> bool:
    """Whether a person speaks for a party, or for a part of a country that is one."""
    side = spoken_for(person)
    if side is party or related(side, party):
        return True
    if not (isinstance(side, RegionDraft) and isinstance(party, RegionDraft)):
        return False
    return party.level == "country" and side.country == party.country


def _voice(speech: SpeechDraft | None, parties: list[EntityDraft]) -> EntityDraft | None:
    """Who speaks, when he speaks for one of the parties."""
    if speech is None or speech.speaker is None:
        return None
    speaker = speech.speaker
    return speaker if speaker in parties or spoken_for(speaker) in parties else None


def _voice_before(view: View, found: Found, parties: list[EntityDraft]) -> EntityDraft | None:
    """Who was heard last, in the two sentences before, if he speaks for the party."""
    here = found.sentence
    heard = [
        s
        for s in view.document.speech
        if s.start < here.start and isinstance(s.speaker, PersonDraft)
    ]
    if not heard:
        return None
    last = max(heard, key=lambda s: s.start)
    sentence = view.document.sentence_at(last.start)
    near = sentence is not None and here.index - sentence.index <= 2
    return _voice(last, parties) if near else None
