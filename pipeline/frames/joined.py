"""Actors joined by commas and conjunctions: «с A, B и C», «X и его коллега Y»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chunks import Actor

if TYPE_CHECKING:
    from .actors import Actors

_POSSESSIVE = frozenset({"его", "её", "ее", "их", "свой", "своего", "своим", "своей"})
_JOINTS = frozenset({
    ",", "и", "а", "также", "или", "с", "со", "как", "так", "плюс", "затем", "следом", "потом",
    "позже",
})  # fmt: skip
_LONGEST = 12


def listed(actors: Actors, first: Actor) -> list[Actor]:
    """An actor and those joined to it; the one it is joined to, if a person, comes first."""
    tokens = actors.document.tokens
    found = [first]
    above = actors.named(tokens[first.head].head) if tokens[first.head].rel == "conj" else None
    if above is not None and above.is_person and first.is_person and above.last < first.first:
        found = [above, first]
    queue = [first]
    while queue:
        actor = queue.pop(0)
        for other in _joined(actors, actor):
            if all(other.entity is not f.entity or other.first != f.first for f in found):
                found.append(other)
                queue.append(other)
    return found


def _joined(actors: Actors, actor: Actor) -> list[Actor]:
    found = []
    after = _after(actors, actor)
    if after is not None:
        found.append(after)
    for index in range(actor.first, actor.last):
        for child in actors.tree.children(index, "conj"):
            other = actors.at(child.index)
            if other is not None and not actor.first <= other.first < actor.last:
                found.append(other)
    return found


def _after(actors: Actors, actor: Actor) -> Actor | None:
    """The actor that follows over «, », « и », «, а также с» in the same case."""
    tokens, index = actors.document.tokens, _end(actors, actor)
    joints: list[str] = []
    while index < len(tokens) and len(joints) < 5 and tokens[index].lemma in _JOINTS:
        if tokens[index].sentence != tokens[actor.first].sentence:
            return None
        joints.append(tokens[index].lemma)
        index += 1
    if not joints or index >= len(tokens):
        return None
    other = _starting(actors, index)
    if other is None or tokens[other.first].sentence != tokens[actor.first].sentence:
        return None
    case, mine = actors.case(other), actors.case(actor)
    if set(joints) <= {"с", "со"} and case != "Ins":
        return None
    if joints in (["с"], ["со"]) and _is_company(actors, actor) and other.is_person:
        return other
    strict = "и" not in joints and "также" not in joints
    if strict and (case != mine or (mine == "Nom" and not _goes_on(actors, actor, other))):
        return None
    return other if not case or not mine or case == mine else None


def _end(actors: Actors, actor: Actor) -> int:
    """Behind the phrase: of those without names («министрами армии и флота») its genitives too."""
    tokens, index = actors.document.tokens, actor.last
    while actor.entity is None and index < len(tokens):
        step = 1 if tokens[index].lemma in ("и", ",") else 0
        if index + step >= len(tokens) or actors.named(index + step) is not None:
            break
        if tokens[index + step].feats.get("Case") != "Gen":
            break
        index += step + 1
    return index


def _is_company(actors: Actors, actor: Actor) -> bool:
    """«Мэр A с коллегой B подписали план»: one in the nominative whose verb is plural."""
    head = actors.document.tokens[actor.head]
    verb = actors.tree.head(actor.head)
    one = head.rel.startswith("nsubj") and head.feats.get("Number") == "Sing"
    return one and verb is not None and verb.feats.get("Number") == "Plur"


def _goes_on(actors: Actors, actor: Actor, other: Actor) -> bool:
    """Whether «A, B» in the nominative is a list, one that ends in «и C», no apposition."""
    tokens, index = actors.document.tokens, other.last
    if not (actor.is_person and other.is_person):
        return False
    for _ in range(_LONGEST):
        if index + 1 >= len(tokens) or tokens[index].lemma not in (",", "и"):
            return False
        following = _starting(actors, index + 1)
        if following is None or not following.is_person:
            return False
        if tokens[index].lemma == "и":
            return True
        index = following.last
    return False


def _starting(actors: Actors, index: int) -> Actor | None:
    """The actor whose phrase starts here, «его», an adjective or so before it allowed."""
    tokens = actors.document.tokens
    for ahead in range(index, min(index + 3, len(tokens))):
        actor = actors.at(ahead)
        if actor is not None:
            return actor
        token = tokens[ahead]
        if token.pos not in ("ADJ", "DET", "NUM") and token.text.lower() not in _POSSESSIVE:
            return None
    return None
