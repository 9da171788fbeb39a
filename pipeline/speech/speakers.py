"""Who speaks: the subject of a verb of saying, or whoever spoke or acted last."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Sentence, Token
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, SpeechDraft
from ..frames.chunks import Actor
from ..frames.view import View
from ..knowledge.speech import SpeechLexicon

_HE = {"он": "m", "она": "f"}
_BACK = 6
"""How many sentences back a speaker is looked for."""


class Speakers:
    """Finds speakers in one document; ``spoken`` is filled as speech is found, in text order."""

    def __init__(self, view: View, lexicon: SpeechLexicon) -> None:
        self.view = view
        self.spoken: list[SpeechDraft] = []
        self._words = frozenset(lexicon.words)
        self._quoting = frozenset(lexicon.quoting)
        self._nouns = frozenset(lexicon.nouns)
        self._impersonal = frozenset(lexicon.impersonal)

    def of_verb(self, verb: int, first: int, last: int) -> EntityDraft | None:
        """The speaker of a verb of saying whose clause is tokens ``[first, last)``."""
        token = self.view.tokens[verb]
        if token.lemma in self._impersonal:
            return None
        if token.lemma in self._quoting:
            quoted = self._quoted(verb, first, last)
            if quoted is not None:
                return entity(quoted)
        if token.feats.get("VerbForm") == "Conv":
            same = self._same_sentence(token)
            if same is not None:
                return same.speaker
        subject = self._subject(verb, first, last)
        if subject is None:
            return self._unstated(token, first, last)
        actor = self.view.actors.at(subject)
        if actor is not None:
            return entity(actor)
        lemma = self.view.tokens[subject].lemma
        if lemma in _HE:
            return self.before(self.view.tokens[first].start, _HE[lemma])
        return None

    def of_noun(self, noun: int, last: int) -> EntityDraft | None:
        """X in «по словам X»; «по его словам» is whoever spoke last."""
        tokens = self.view.tokens
        near = [t.lemma for t in tokens[max(0, noun - 2) : noun]]
        if "его" in near or "ее" in near or "он" in near or "она" in near:
            gender = "f" if "ее" in near or "она" in near else "m"
            return self.before(tokens[noun].start, gender)
        for index in range(noun + 1, min(noun + 4, last)):
            actor = self.view.actors.at(index)
            if actor is not None:
                return entity(actor)
            if tokens[index].pos not in ("ADJ", "DET"):
                return None
        return None

    def named(self, first: int, last: int) -> EntityDraft | None:
        """The last person of the tokens in the nominative, else the only person among them."""
        actors = [a for a in self.view.actors.within(first, last) if a.is_person]
        nominative = [a for a in actors if self.view.actors.case(a) in ("Nom", "")]
        chosen = nominative or (actors if len(actors) == 1 else [])
        return entity(chosen[-1]) if chosen else None

    def before(self, offset: int, gender: str = "") -> EntityDraft | None:
        """Who spoke or acted last before a code point, of this gender where one is given."""
        telling = [s for s in self.view.telling() if s.start < offset]
        for sentence in reversed(telling[-_BACK:]):
            found = self._spoke(sentence, offset, gender) or self._acted(sentence, offset, gender)
            if found is not None:
                return found
        return None

    def _same_sentence(self, verb: Token) -> SpeechDraft | None:
        """The speech that an earlier verb of this verb's sentence brings: «сообщил, добавив»."""
        first = self.view.sentence_of(verb.index).start
        verbs = [s for s in self.spoken if s.verb and first <= s.verb[0] < verb.start]
        return verbs[-1] if verbs else None

    def _spoke(self, sentence: Sentence, offset: int, gender: str) -> EntityDraft | None:
        for speech in reversed(self.spoken):
            inside = speech.start < min(sentence.stop, offset) and speech.stop > sentence.start
            if inside and isinstance(speech.speaker, PersonDraft) and agrees(speech, gender):
                return speech.speaker
        return None

    def _acted(self, sentence: Sentence, offset: int, gender: str) -> EntityDraft | None:
        best: tuple[bool, int, EntityDraft] | None = None
        for actor in self.view.actors.within(sentence.first, sentence.last):
            head, person = self.view.tokens[actor.head], actor.entity
            if head.start >= offset or not isinstance(person, PersonDraft):
                continue
            framed = self.view.tokens[max(0, actor.first - 1)].lemma in self._nouns
            if not framed and head.feats.get("Case", "Nom") != "Nom":
                continue
            if not _of(person, gender):
                continue
            rank = framed or head.rel.startswith("nsubj")
            if best is None or rank > best[0]:
                best = rank, actor.head, person
        return best[2] if best else None

    def _quoted(self, verb: int, first: int, last: int) -> Actor | None:
        """Whose words are passed on: «привели слова X», «цитирует X»."""
        tokens = self.view.tokens
        for index in range(verb + 1, last):
            if tokens[index].lemma in self._words:
                return next(self.view.actors.within(index + 1, min(index + 5, last)), None)
        for index in self.view.clauses.objects(verb):
            if first <= index < last and "цитировать" in tokens[verb].lemma:
                return self.view.actors.at(index)
        return None

    def _subject(self, verb: int, first: int, last: int) -> int | None:
        tokens = self.view.tokens
        for index in self.view.clauses.subjects(verb):
            token = tokens[index]
            inside = first <= index < last
            if inside and token.lemma != "что" and token.feats.get("Case", "Nom") == "Nom":
                return index
        after = _first_nominative(tokens[verb + 1 : last])
        return after if after is not None else _first_nominative(tokens[first:verb][::-1])

    def _unstated(self, verb: Token, first: int, last: int) -> EntityDraft | None:
        """«сообщили в пресс-службе X» is X; «добавил» alone is whoever spoke last."""
        if verb.feats.get("Number") != "Plur":
            if verb.feats.get("VerbForm") in ("Fin", "Conv") or verb.feats.get("Tense"):
                gender = {"Masc": "m", "Fem": "f"}.get(verb.feats.get("Gender", ""), "")
                return self.before(self.view.tokens[first].start, gender)
            return None
        for index in range(verb.index + 1, last):
            if self.view.tokens[index].lemma in ("в", "во", "на"):
                for actor in self.view.actors.within(index + 1, min(index + 4, last)):
                    return entity(actor) if isinstance(actor.entity, OrganizationDraft) else None
        return None


def entity(actor: Actor) -> EntityDraft | None:
    """The actor's entity; news media only pass words on, so they are no speakers."""
    found = actor.entity
    return None if isinstance(found, OrganizationDraft) and found.kind == "media" else found


def agrees(speech: SpeechDraft, gender: str) -> bool:
    """Whether the speaker may be of this gender."""
    return isinstance(speech.speaker, PersonDraft) and _of(speech.speaker, gender)


def _of(person: PersonDraft, gender: str) -> bool:
    return not gender or not person.gender or person.gender == gender


def _first_nominative(tokens: Sequence[Token]) -> int | None:
    for token in tokens:
        nominal = token.pos in ("NOUN", "PROPN") or token.lemma in _HE
        if nominal and token.feats.get("Case") == "Nom":
            return token.index
    return None
