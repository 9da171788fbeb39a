"""«Он» and «она» tied to the person spoken of last as a subject."""

from __future__ import annotations

from ..document import Document, Sentence, Token
from ..drafts import PersonDraft

_GENDERS = {"Masc": "m", "Fem": "f"}
_LINKS = 2
_NEAR = 4
_WORDS = {"он": "m", "она": "f"}


class PronounLinker:
    """Links third-person singular pronouns, from the sentence itself and the two before."""

    def link(self, document: Document) -> None:
        """Add ``pronoun`` mentions where one person stands out."""
        names = _named(document)
        for sentence in document.sentences:
            if sentence.zone != "body":
                continue
            for token in document.sentence_tokens(sentence):
                gender = self._gender(token)
                if gender:
                    person = self._antecedent(document, names, sentence, token, gender)
                    if person is not None:
                        person.add(token.start, token.stop, "pronoun")

    def _gender(self, token: Token) -> str:
        if token.pos != "PRON" or token.lemma not in _WORDS or token.feats.get("Case") != "Nom":
            return ""
        if token.feats.get("Number") == "Plur":
            return ""
        return _GENDERS.get(token.feats.get("Gender", ""), _WORDS[token.lemma])

    def _antecedent(
        self,
        document: Document,
        names: dict[int, PersonDraft],
        sentence: Sentence,
        token: Token,
        gender: str,
    ) -> PersonDraft | None:
        for back in range(3):
            at = sentence.index - back
            if at < 0 or document.sentences[at].zone != sentence.zone:
                return None
            other = document.sentences[at]
            stop = token.index if back == 0 else other.last
            people = [
                (document.tokens[i], p)
                for i, p in names.items()
                if other.first <= i < stop and p.gender in (gender, "")
            ]
            if back == 0:
                people = [(t, p) for t, p in people if not _is_met(document, t)]
            if self._is_another(document, other, stop, people, gender):
                return None
            if not people:
                continue
            if back and _is_thing(document, token, other, gender):
                return None
            subjects = [p for t, p in people if t.rel.startswith("nsubj")]
            pool = subjects or [p for _, p in people]
            distinct = list(dict.fromkeys(pool))
            if len(distinct) == 1:
                return distinct[0]
            if subjects:
                return subjects[0] if back else subjects[-1]
            return None
        return None

    def _is_another(
        self,
        document: Document,
        sentence: Sentence,
        stop: int,
        people: list[tuple[Token, PersonDraft]],
        gender: str,
    ) -> bool:
        """«После этого президент Франции сообщил … Он предложил»: a subject of a post, no name.

        The post of a man is none of «она»'s; of two subjects the first counts.
        """
        named = [t.index for t, _ in people if t.rel.startswith("nsubj")]
        first = min(named, default=stop)
        for role in document.roles:
            if role.person is not None or role.plural or not role.of:
                continue
            head = document.tokens_in(role.title_start, role.title_stop)[0]
            if sentence.first <= head.index < first and head.rel.startswith("nsubj"):
                return gender == "m" or head.feats.get("Gender") == "Fem"
        return False


def _is_thing(document: Document, pronoun: Token, before: Sentence, gender: str) -> bool:
    """«… поддержал инициативу. Она рассмотрена»: a thing told of before is done, not a person."""
    verb = document.tokens[pronoun.head]
    if verb.feats.get("Variant") != "Short" or not pronoun.rel.startswith("nsubj"):
        return False
    return any(
        t.feats.get("Animacy") == "Inan"
        and t.pos == "NOUN"
        and t.feats.get("Number") == "Sing"
        and _GENDERS.get(t.feats.get("Gender", "")) == gender
        and t.rel in ("obj", "nsubj", "nsubj:pass")
        for t in document.sentence_tokens(before)
    )


def _is_met(document: Document, name: Token) -> bool:
    """«На встрече с мэром он …»: whom one meets is not the one who does it in that clause."""
    if name.feats.get("Case") != "Ins":
        return False
    above = name
    for _ in range(_LINKS):
        before = document.tokens[max(0, above.index - _NEAR) : above.index]
        if any(t.lemma in ("с", "со") for t in before if t.sentence == name.sentence):
            return True
        if above.rel not in ("appos", "flat", "flat:name", "nmod", "conj"):
            return False
        above = document.tokens[above.head]
    return False


def _named(document: Document) -> dict[int, PersonDraft]:
    """The head token of every name and role mention of a person."""
    found: dict[int, PersonDraft] = {}
    for person in document.people():
        for mention in person.mentions:
            if mention.kind == "pronoun":
                continue
            tokens = document.tokens_in(mention.start, mention.stop)
            inside = {t.index for t in tokens}
            head = next((t for t in tokens if t.head not in inside), tokens[0])
            found[head.index] = person
    for role in document.roles:
        if role.attached and role.person is not None:
            for token in document.tokens_in(role.start, role.title_stop):
                if token.rel.startswith("nsubj"):
                    found[token.index] = role.person
    return dict(sorted(found.items()))
