"""Who writes or tells in the first person: by the head of a channel, a signature, an attribution.

«Михаил Орлов / Встретились с послом …», «Встретились с послом … Михаил Орлов, мэр Вельска»,
«Михаил Орлов: принял посла», «Принял посла … Об этом сообщил мэр Вельска Михаил Орлов».
"""

from __future__ import annotations

from functools import partial

from ..document import Document, Sentence, Token
from ..drafts import OrganizationDraft, PersonDraft
from ..nlp.tree import is_finite
from .view import View

_FIRST_PERSON = 2
_HEADER = 3
_LINE = 8
_SIGNATURE = 16
_TAIL = 3
_AHEAD = 8
"""How many sentences after a telling somebody may be said to have told it."""
_TELL = frozenset({
    "сообщить", "сообщать", "рассказать", "рассказывать", "написать", "писать",
    "заявить", "поделиться", "отметить", "опубликовать", "проинформировать", "поведать",
})  # fmt: skip
_DASHES = frozenset({"—", "–", "-"})


def author_of(document: Document) -> PersonDraft | None:
    """Who writes a text in the first person: whose name stands over it, or who signed it."""
    if in_first_person(document) or _opens_bare(document):
        return signed_above(document) or _signed_below(document)
    return None


def teller_of(view: View, sentence: Sentence) -> PersonDraft | None:
    """Who is said to tell a sentence without a subject: «X: …» before it, «сообщил X» after."""
    return _announced(view, sentence) or _credited(view, sentence)


def speaks_of_oneself(view: View, verb: int) -> bool:
    """Whether a verb is in the first person, or in a past that names nobody where somebody tells:
    «Сегодня был у министра», — написал губернатор.
    """
    token = view.tokens[verb]
    if token.feats.get("Person") == str(1):
        return True
    past = token.feats.get("Tense") == "Past" and token.feats.get("Gender") != "Neut"
    if not past or not is_finite(token) or view.clauses.subjects(verb):
        return False
    direct = view.quotation_at(verb)
    if direct is not None:
        return isinstance(direct.speaker, PersonDraft)
    return author_of(view.document) is not None


def signed_above(document: Document) -> PersonDraft | None:
    """Whose name opens one of the first lines, a line without a verb: the head of a channel."""
    lines = set()
    for sentence in document.sentences[:_HEADER]:
        tokens = document.sentence_tokens(sentence)
        if len(tokens) <= _LINE and not any(t.pos == "VERB" for t in tokens):
            lines.add(sentence.start)
    # «Губернатор Орлов | Вельск»: a post may stand before the name.
    posts = {r.person for r in document.roles if r.attached and r.start in lines}
    for person in document.people():
        if person in posts or any(m.kind == "name" and m.start in lines for m in person.mentions):
            return person
    return None


def _signed_below(document: Document) -> PersonDraft | None:
    """«Михаил Орлов, мэр Вельска»: a last line that only names somebody with a post."""
    told = [s for s in document.sentences if s.zone == "body"]
    for sentence in reversed(told[-_TAIL:]):
        tokens = document.sentence_tokens(sentence)
        if len(tokens) > _SIGNATURE or any(is_finite(t) for t in tokens):
            continue
        inside = (sentence.start, sentence.stop)
        people = [
            p
            for p in document.people()
            if any(inside[0] <= m.start < inside[1] for m in p.mentions)
        ]
        if len(people) == 1 and _has_office(people[0]) and not _is_subject(document, people[0]):
            return people[0]
    return None


def _has_office(person: PersonDraft) -> bool:
    """Whether somebody holds a post in a place or a body that is no medium."""
    owners = [o for p in person.positions if not p.former for o in p.of]
    return any(not isinstance(o, OrganizationDraft) or o.kind != "media" for o in owners)


def _is_subject(document: Document, person: PersonDraft) -> bool:
    """Whether the text says of somebody that he did something: nobody writes so of himself."""
    for mention in person.mentions:
        for token in document.tokens_in(mention.start, mention.stop):
            if token.rel.startswith("nsubj") and document.sentences[token.sentence].zone == "body":
                return True
    return False


def in_first_person(document: Document) -> bool:
    """Whether the body outside quotations speaks as «я» or «мы»."""
    own = [
        t
        for t in document.tokens
        if t.feats.get("Person") == "1" and document.sentences[t.sentence].zone == "body"
    ]
    if len(own) < _FIRST_PERSON:
        return False
    quoted = [(s.start, s.stop) for s in document.speech if s.direct]
    told = [t for t in own if not any(a <= t.start < b for a, b in quoted)]
    return len(told) >= _FIRST_PERSON


def _opens_bare(document: Document) -> bool:
    """Whether the title or the body opens with a deed of nobody: «Встретились с послом»."""
    for zone in ("title", "body"):
        told = (s for s in document.sentences if s.zone == zone)
        clauses = (
            (ts, next(filter(is_finite, ts), None))
            for ts in map(partial(_unquoted, document), told)
        )
        tokens, verb = next(((ts, v) for ts, v in clauses if v is not None), ([], None))
        if verb is not None and _is_bare(tokens, verb):
            return True
    return False


def _unquoted(document: Document, sentence: Sentence) -> list[Token]:
    """The words of a sentence that stand in no quotation."""
    quoted = [(s.start, s.stop) for s in document.speech if s.direct]
    tokens = document.sentence_tokens(sentence)
    return [t for t in tokens if not any(a <= t.start < b for a, b in quoted)]


def _is_bare(tokens: list[Token], verb: Token) -> bool:
    """Whether a verb in the past says of nobody that he did it, and not that «it was done»."""
    past = verb.feats.get("Tense") == "Past" and verb.feats.get("Gender") != "Neut"
    stated = any(t.rel.startswith("nsubj") and t.head == verb.index for t in tokens)
    nominative = any(t.feats.get("Case") == "Nom" and t.pos in ("PROPN", "PRON") for t in tokens)
    return past and not stated and not nominative


def _announced(view: View, sentence: Sentence) -> PersonDraft | None:
    """«Михаил Орлов: принял посла»: a name with a colon opens the text or the paragraph."""
    told = list(view.telling())
    opening = [s for s in told if s.paragraph == sentence.paragraph][:1] + told[:1]
    for first in opening:
        actor = view.actors.named(first.first)
        if actor is None or not isinstance(actor.entity, PersonDraft) or actor.last >= first.last:
            continue
        if view.tokens[actor.last].text == ":":
            return actor.entity
    return None


def _credited(view: View, sentence: Sentence) -> PersonDraft | None:
    """«… Об этом сообщил X», «…, — написал X» after tellings that name no doer."""
    if _somebody_acted(view, sentence):
        return None
    for later in view.document.sentences[sentence.index : sentence.index + _AHEAD]:
        for token in view.document.sentence_tokens(later):
            if token.lemma not in _TELL or not is_finite(token):
                continue
            if not (_of_this(view, later) or view.tokens[token.index - 1].text in _DASHES):
                continue
            for subject in view.clauses.subjects(token.index):
                actor = view.actors.at(subject)
                if actor is not None and isinstance(actor.entity, PersonDraft):
                    return actor.entity
    return None


def _of_this(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has «об этом»."""
    tokens = view.document.sentence_tokens(sentence)
    return any(
        t.lemma in ("это", "этот") and view.tokens[t.index - 1].text.lower() in ("об", "о")
        for t in tokens[1:]
    )


def _somebody_acted(view: View, sentence: Sentence) -> bool:
    """Whether a person is the subject of a sentence before this one."""
    for before in view.telling():
        if before.index >= sentence.index:
            return False
        for token in view.document.sentence_tokens(before):
            if before.zone == "body" and token.rel.startswith("nsubj"):
                actor = view.actors.at(token.index)
                if actor is not None and actor.is_person:
                    return True
    return False
