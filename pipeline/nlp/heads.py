"""Mend what the parser is often wrong about, where agreement shows it.

The parser picks each head by itself, so that a verb may be joined to one that it does not agree
with, and a verb may be given two subjects.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Token
from .tree import is_finite
from .words import parses

_NEAR = 4
"""How many words an object may stand behind its verb."""
_ARGUMENTS = ("obj", "nsubj", "nsubj:pass")
_CONTROL = frozenset({
    "просить", "попросить", "призвать", "призывать", "убеждать", "убедить", "уговорить",
    "уговаривать", "обязать", "заставить", "вынудить", "пригласить", "приглашать", "побудить",
    "склонить", "упросить", "умолять",
})  # fmt: skip
"""Verbs whose object does what the infinitive behind them says."""
_FORM = ("Tense", "Number", "Gender", "Person")


def mended(sentence: Sequence[Token], first: int) -> None:
    """Give words of a parsed sentence other heads or relations; ``first`` is its first index."""
    roots = sum(t.head < 0 for t in sentence)
    for token in sentence:
        if token.rel == "conj" and token.pos == "VERB" and token.head >= 0:
            _join_main_verb(sentence, first, token)
            _join_relative(sentence, first, token)
        elif token.rel == "conj" and token.head >= 0:
            _make_subject(sentence, first, token)
        elif token.rel == "nsubj" and token.head >= 0:
            _make_object(sentence, first, token)
        elif token.rel == "obj" and token.head > token.index:
            _make_controller(sentence, first, token)
        if roots > 1 and token.head > token.index and token.rel in _ARGUMENTS:
            _make_nearer_subject(sentence, first, token)


def _join_main_verb(sentence: Sequence[Token], first: int, verb: Token) -> None:
    """«Он сообщил, что заводы готовы, и пригласил»: joined to «сообщил», not to «готовы»."""
    inner = sentence[verb.head - first]
    if inner.rel != "ccomp" or inner.head < 0 or not is_finite(verb) or verb.index < inner.index:
        return
    outer = sentence[inner.head - first]
    if outer.pos != "VERB" or not is_finite(outer):
        return
    own = [t for t in sentence if t.head == verb.index]
    # A comma before «и» closes the clause that began with «что».
    closed = any(t.rel == "cc" and sentence[max(0, t.index - first - 1)].text == "," for t in own)
    subject = any(t.rel.startswith("nsubj") for t in own)
    if closed and not subject and _alike(verb, outer) and not _alike(verb, inner):
        verb.head = outer.index


def _join_relative(sentence: Sequence[Token], first: int, verb: Token) -> None:
    """«Делегацией, которую возглавил A и сопровождал B, встретился C»: joined to what is before."""
    at = verb.index - first
    if verb.head < verb.index or not is_finite(verb) or not at or sentence[at - 1].text != "и":
        return
    relative = [t for t in sentence[: at - 1] if t.rel == "acl:relcl" and is_finite(t)]
    if relative:
        verb.head = relative[-1].index


def _make_object(sentence: Sequence[Token], first: int, noun: Token) -> None:
    """«Делегация посетит Череповец»: the second of two subjects, where its form is also Acc."""
    verb = sentence[noun.head - first]
    if verb.pos != "VERB" or not is_finite(verb) or not 0 < noun.index - verb.index <= _NEAR:
        return
    subjects = [
        t
        for t in sentence[: verb.index - first]
        if t.rel == "nsubj" and t.head == verb.index and _agree(verb, t)
    ]
    between = sentence[verb.index - first : noun.index - first]
    cut = any(t.pos == "PUNCT" for t in between)
    taken = any(t.head == verb.index and t.rel in ("obj", "cop") for t in sentence)
    if not subjects or cut or taken or noun.feats.get("Animacy") == "Anim":
        return
    if not _accusative(noun):
        return
    noun.rel = "obj"
    noun.feats["Case"] = "Acc"


def _make_controller(sentence: Sequence[Token], first: int, noun: Token) -> None:
    """«Убеждают Польшу принять беженцев»: the noun before the infinitive is the main verb's."""
    infinitive = sentence[noun.head - first]
    if infinitive.feats.get("VerbForm") != "Inf" or infinitive.head < 0:
        return
    verb = sentence[infinitive.head - first]
    if verb.lemma not in _CONTROL or not verb.index < noun.index:
        return
    if not any(t.rel in ("obj", "iobj") and t.head == verb.index for t in sentence):
        noun.head = verb.index


def _make_subject(sentence: Sequence[Token], first: int, noun: Token) -> None:
    """«На встрече, прошедшей в Риге, Эстония и Латвия решили»: no fellow of an oblique noun.

    A nominative behind the comma of a clause, joined to a word of that clause in another case, is
    the subject of the verb that follows if that has none.
    """
    at, other = noun.index - first, sentence[noun.head - first]
    case, place = noun.feats.get("Case"), other.feats.get("Case")
    if case != "Nom" or place in (None, "Nom") or at == 0 or sentence[at - 1].text != ",":
        return
    verb = next((t for t in sentence[at:] if t.pos == "VERB" and is_finite(t)), None)
    if verb is None or any(t.head == verb.index and "subj" in t.rel for t in sentence):
        return
    between = sentence[at + 1 : verb.index - first]
    fellows = [
        t
        for t in between
        if t.rel == "conj" and t.head == other.index and t.feats.get("Case") == "Nom"
    ]
    if any(t.text == "," for t in between) or not (fellows or _agree(verb, noun)):
        return
    if fellows and verb.feats.get("Number") != "Plur":
        return
    noun.head, noun.rel = verb.index, "nsubj"
    for fellow in fellows:
        fellow.head = noun.index


def _make_nearer_subject(sentence: Sequence[Token], first: int, noun: Token) -> None:
    """«Визит не состоится, сообщили в МИД»: no word hangs on a verb beyond a whole clause."""
    if noun.pos not in ("NOUN", "PROPN") or noun.feats.get("Case") not in ("Nom", "Acc"):
        return
    verbs = [
        t
        for t in sentence[noun.index - first + 1 : noun.head - first]
        if t.head < 0 and t.pos == "VERB" and is_finite(t)
    ]
    if len(verbs) != 1 or any(t.head == verbs[0].index and "subj" in t.rel for t in sentence):
        return
    verb = verbs[0]
    closed = any(t.text == "," for t in sentence[verb.index - first : noun.head - first])
    if closed and _agree(verb, noun, ("Nom", "Acc")):
        noun.head, noun.rel = verb.index, "nsubj"
        noun.feats["Case"] = "Nom"


def _agree(verb: Token, noun: Token, cases: tuple[str, ...] = ("Nom",)) -> bool:
    shared = ("Number", "Gender") if "Gender" in verb.feats else ("Number",)
    case = noun.feats.get("Case") in cases
    return case and all(verb.feats.get(f) == noun.feats.get(f, verb.feats.get(f)) for f in shared)


def _accusative(noun: Token) -> bool:
    return any(r.tag.case == "accs" for r in parses(noun.text))


def _alike(one: Token, other: Token) -> bool:
    """Whether two verbs can have one subject, as far as their forms tell."""
    return all(
        one.feats.get(f, other.feats.get(f)) == other.feats.get(f, one.feats.get(f)) for f in _FORM
    )
