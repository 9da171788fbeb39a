"""A predicate and its arguments, whatever shape the clause has.

Voice is undone here: ``subject`` is who does it and ``object`` to whom it is done, in active,
passive, participle, infinitive and coordinated clauses alike.
"""

from __future__ import annotations

from ..document import Document, Token
from ..nlp.tree import Tree

_OBLIQUE = frozenset({"Gen", "Dat", "Ins", "Loc"})
_SUBJECTS = ("nsubj",)
_WHERE = frozenset({"где", "куда", "откуда"})
_RELATIVE = frozenset({"который", "кто", "что"})


class Clauses:
    """Arguments of predicates in one document."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tree = tree

    def subjects(self, index: int, depth: int = 0) -> list[int]:
        """Token indices of who does it: stated, shared, controlled or modified."""
        token = self.tokens[index]
        if self.is_passive(index):
            return self.agents(index)
        stated = [t.index for t in self.tree.children(index, *_SUBJECTS)]
        if not stated:
            stated = [t.index for t in self.tree.children(index, "nsubj:pass")]
        if stated:
            return [self.antecedent(i) for i in stated]
        if depth > 5:
            return []
        head = self.tree.head(index)
        if head is None:
            return []
        if token.rel.startswith("acl") and self._tells_where(index):
            above = self.predicate(head.index)
            return self.subjects(above, depth + 1) if above is not None else []
        if token.rel in ("acl", "amod") and head.pos in ("NOUN", "PROPN", "PRON"):
            return [head.index] if _agree(token, head) else []
        if token.rel in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "csubj", "cop", "aux"):
            return self._inherited(token, head, depth)
        return []

    def _tells_where(self, index: int) -> bool:
        """«Посетит Москву, где встретится с мэром»: who visits is who will meet."""
        return any(t.lemma in _WHERE for t in self.tree.children(index, "advmod"))

    def objects(self, index: int) -> list[int]:
        """Token indices of what it is done to: the accusative, or the subject of a passive."""
        if self.is_passive(index):
            stated = self.tree.children(index, "nsubj:pass", "nsubj")
            if stated:
                return [self.antecedent(t.index) for t in stated]
            head = self.tree.head(index)
            if self.tokens[index].rel in ("acl", "amod") and head is not None:
                return [head.index] if _agree(self.tokens[index], head) else []
            if self.tokens[index].rel == "conj" and head is not None and head.pos == "VERB":
                # «A встретился с B, а вечером был принят C»: A is whom C received.
                passive = self.is_passive(head.index)
                return self.objects(head.index) if passive else self.subjects(head.index)
            return []
        found = [t.index for t in self.tree.children(index, "obj")]
        return [self.antecedent(i) for i in found]

    def agents(self, index: int) -> list[int]:
        """The instrumental doer of a passive, which the parser may hang on the verb before it."""
        found = self._instrumentals(index)
        token = self.tokens[index]
        if not found and token.rel == "conj":
            # «прибыл в Оман и был принят султаном N».
            above = self._instrumentals(token.head)
            return [i for i in above if i > index and self.tokens[i].feats.get("Animacy") == "Anim"]
        return found

    def _instrumentals(self, index: int) -> list[int]:
        return [
            t.index
            for t in self.tree.children(index, "obl", "obl:agent", "iobj", "nmod")
            if t.feats.get("Case") == "Ins" and not self.tree.preposition(t.index)
        ]

    def obliques(self, index: int, preposition: str, case: str) -> list[int]:
        """Arguments with this preposition (empty for none) and case (empty for any)."""
        wanted = (
            {preposition, preposition + "о"} if preposition in ("с", "в", "к") else {preposition}
        )
        return [
            t.index
            for t in self.tree.children(index, "obl", "nmod", "iobj", "obj", "obl:agent", "advcl")
            if self.tree.preposition(t.index) in wanted
            and (not case or t.feats.get("Case", case) == case or _may_be_a_goal(t, case))
        ]

    def is_passive(self, index: int) -> bool:
        """Short and full passive participles, and -ся verbs with a passive subject."""
        token = self.tokens[index]
        if token.feats.get("Voice") != "Pass":
            return False
        if token.feats.get("VerbForm") in ("Part", None):
            return True
        return bool(self.tree.children(index, "nsubj:pass"))

    def predicate(self, index: int) -> int | None:
        """The verb (or predicative) that governs a noun phrase, through its noun governors."""
        current = self.tokens[index]
        for _ in range(6):
            head = self.tree.head(current.index)
            if head is None:
                return current.index if current.pos in ("VERB", "AUX") else None
            if head.pos in ("VERB", "AUX") or self._is_predicative(head):
                return head.index
            current = head
        return None

    def _inherited(self, token: Token, head: Token, depth: int) -> list[int]:
        if token.rel == "xcomp" and token.feats.get("VerbForm") == "Inf":
            controller = [t.index for t in self.tree.children(head.index, "iobj")]
            if controller and head.lemma not in (
                "обещать",
                "пообещать",
                "предложить",
                "предлагать",
            ):
                return controller
        if token.rel in ("parataxis", "ccomp") and token.feats.get("Person") in ("1", "2"):
            return []
        if token.rel == "conj" or token.feats.get("VerbForm") in ("Inf", "Conv", None, "Fin"):
            return self.subjects(head.index, depth + 1)
        return []

    def antecedent(self, index: int) -> int:
        """The noun that a relative pronoun stands for."""
        token = self.tokens[index]
        if token.lemma not in _RELATIVE:
            return index
        for above in self.tree.ancestors(index):
            if above.rel in ("acl:relcl", "acl"):
                head = self.tree.head(above.index)
                return index if head is None else self._that_agrees(token, head).index
        return index

    def _that_agrees(self, pronoun: Token, noun: Token) -> Token:
        """The noun of a relative «который», or the one above it that alone agrees with it.

        «Проект соглашения, который предложил A»: the parser takes the nearest.
        """
        at: Token | None = noun
        while pronoun.lemma == "который" and at is not None and at.pos in ("NOUN", "PROPN"):
            if all(_alike(pronoun, at, feature) for feature in ("Gender", "Number")):
                return at
            at = self.tree.head(at.index)
        return noun

    def _is_predicative(self, token: Token) -> bool:
        return token.pos == "ADJ" and (
            token.feats.get("Variant") == "Short" or bool(self.tree.children(token.index, "nsubj"))
        )


def _agree(participle: Token, noun: Token) -> bool:
    """Whether a participle can modify the noun the parser gave it: same case, gender, number.

    A woman may hold a post of masculine name: «госсекретарь, находящаяся с визитом».
    """
    woman = participle.feats.get("Gender") == "Fem" and noun.feats.get("Animacy") == "Anim"
    woman = woman and participle.feats.get("Case") == "Nom"
    return all(
        _alike(participle, noun, f)
        for f in (("Case", "Number") if woman else ("Case", "Gender", "Number"))
    )


def _alike(one: Token, other: Token, feature: str) -> bool:
    """Whether two words share a feature, or their forms do not tell them apart.

    «Поставляемого золота» has one form for the masculine and the neuter, «поставляемый газ» one
    for the nominative and the accusative.
    """
    a, b = one.feats.get(feature), other.feats.get(feature)
    if a is None or b is None or a == b:
        return True
    if feature == "Gender":
        return {a, b} == {"Masc", "Neut"} and one.feats.get("Case") in _OBLIQUE
    return feature == "Case" and {a, b} == {"Nom", "Acc"} and other.feats.get("Animacy") == "Inan"


def _may_be_a_goal(token: Token, case: str) -> bool:
    """«Пригласил в Баку», «в Решт»: a place that does not decline may be where one goes."""
    still = token.pos == "PROPN" and token.folded == token.lemma
    return case == "Acc" and token.feats.get("Case") == "Loc" and still
