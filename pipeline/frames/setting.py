"""In what form and within which event a candidate took place."""

from __future__ import annotations

from ..dating.phrases import Phrases
from ..document import Sentence, Token
from ..drafts import EventDraft, MentionDraft
from ..knowledge.setting import SettingLexicon
from ..nlp.inflection import inflect
from ..nlp.words import fold, inflected, parses
from .candidate import Candidate
from .reach import Reach
from .view import View

_FEATURES = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_ON = frozenset({"на", "в", "во"})
# «в рамках деловой программы Петербургского форума»: so far before the name stands the host word.
_BEFORE = 5


class HostEvents:
    """Finds the event within which a meeting took place."""

    def __init__(self, lexicon: SettingLexicon) -> None:
        self._hosts = frozenset(lexicon.hosts)

    def of(self, view: View, candidate: Candidate) -> EventDraft | None:
        """The event that «на», «в рамках», «на полях» makes the host, nearest the trigger."""
        reach = Reach(view, candidate)
        sentence = candidate.sentence
        found: list[tuple[int, int, EventDraft]] = []
        for number, event in enumerate(view.document.events()):
            for mention in event.mentions:
                if sentence.start <= mention.start < sentence.stop:
                    head = self._scene(view, mention, sentence.first)
                    if head is not None and not reach.is_reporting(head.index):
                        rank = reach.rank(head.index)
                        opens = head.index - sentence.first <= _BEFORE
                        if rank is not None or opens:
                            far = abs(head.index - candidate.trigger)
                            found.append((far, number, event))
        return min(found, key=lambda f: f[:2])[2] if found else None

    def told(self, view: View, sentence: Sentence) -> EventDraft | None:
        """The event that a sentence makes the scene of what it tells, the first of several."""
        mentions = [
            (m, e)
            for e in view.document.events()
            for m in e.mentions
            if sentence.start <= m.start < sentence.stop
        ]
        mentions.sort(key=lambda pair: pair[0].start)
        scenes = (e for m, e in mentions if self._scene(view, m, sentence.first) is not None)
        return next(scenes, None)

    def _scene(self, view: View, mention: MentionDraft, begin: int) -> Token | None:
        """The token that carries the preposition of a host, None where the event is none."""
        first, last = view.document.token_range(mention.start, mention.stop)
        tokens = view.tokens
        head = next((t for t in tokens[first:last] if not first <= t.head < last), tokens[first])
        before = tokens[first - 1] if first > begin else None
        if before is not None and before.lemma in _ON:
            return head if head.feats.get("Case", "Loc") != "Acc" else None
        for at in range(first - 1, max(begin, first - _BEFORE) - 1, -1):
            if tokens[at].lemma in self._hosts and at > begin and tokens[at - 1].lemma in _ON:
                return tokens[at]
            if tokens[at].pos in ("VERB", "PUNCT", "CCONJ"):
                return None
        return None


class Formats:
    """Reads the form of a meeting off the article's own words."""

    def __init__(self, lexicon: SettingLexicon) -> None:
        self._plurals = frozenset(lexicon.plurals)
        self._manners = Phrases((p, None) for p in lexicon.manners)

    def of(self, view: View, candidate: Candidate) -> str | None:
        """The words for the meeting in the nominative: «рабочая встреча», «переговоры в узком
        составе»; None where a verb tells of it.
        """
        noun = view.tokens[candidate.trigger]
        if candidate.frame.pos != "noun":
            return None
        words = [t for t in view.tree.children(noun.index, "amod") if t.index < noun.index]
        near = [t for t in words if noun.index - t.index <= len(words) + 1]
        near = [t for t in near if t.index == candidate.sentence.first or not _capital(t)]
        plural = noun.feats.get("Number") == "Plur" and noun.lemma in self._plurals
        gender = "" if plural else _FEATURES.get(noun.feats.get("Gender", ""), "")
        shape = {"nomn", "plur"} if plural else {"nomn", "sing", gender} - {""}
        head = (inflected(noun.folded, "nomn", "plur") if plural else None) or noun.lemma
        told = [*(_adjective(t.text, shape) for t in near), head, self._manner(view, candidate)]
        return " ".join(filter(None, told))

    def _manner(self, view: View, candidate: Candidate) -> str:
        """«в узком составе» where it follows the noun or the verb that carries it."""
        after = view.tokens[candidate.trigger + 1 : candidate.sentence.last]
        said = self._manners.find(after)
        return " ".join(t.folded for t in after[slice(*said)]) if said else ""


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _adjective(word: str, shape: set[str]) -> str:
    for parse in parses(word):
        if parse.tag.POS in ("ADJF", "PRTF"):
            form = inflect(parse, *shape)
            if form is not None:
                return form
    return fold(word)
