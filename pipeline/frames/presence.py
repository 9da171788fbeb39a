"""Who is said to be there: «с участием A», «под председательством B», everybody named."""

from __future__ import annotations

from ..document import Token
from ..drafts import PersonDraft
from .chunks import Actor
from .view import BULLETS, View

_COMPANY = {
    "участие": ("с", "при"),
    "председательство": ("под",),
    "сопредседательство": ("под",),
    "руководство": ("под",),
    "присутствие": ("в",),
    "сопровождение": ("в",),
    "компания": ("в",),
}
_BESIDES = frozenset({"кроме", "помимо"})
_ALONG = frozenset({"вместе", "наряду", "совместно"})
_SOON_AFTER = 3
_TOGETHER = frozenset({"вместе", "совместно"})

_ADDRESSING = frozenset({
    "поддержать", "поздравить", "убедить", "убеждать", "уговорить", "уговаривать", "попросить",
    "просить", "пригласить", "выслушать", "навестить", "поблагодарить", "заверить", "передать",
    "предупредить", "вручить", "сообщить", "рассказать", "представить", "предложить", "доложить",
    "проинформировать",
})  # fmt: skip
_SOON = 5
_PROPOSING = frozenset({"предложить", "предлагать"})

_AFTER_WITH = 5

_AFTERWARDS = frozenset({"после", "до", "перед", "накануне", "по"})


def among(view: View, trigger: int) -> list[int]:
    """«с участием A и B», «под председательством A» in the trigger's sentence."""
    sentence = view.sentence_of(trigger)
    found: list[int] = []
    for index in range(sentence.first, sentence.last):
        word = view.tokens[index].lemma
        if word in _COMPANY and _preposition(view, index) in _COMPANY[word]:
            found += view.clauses.obliques(index, "", "Gen") or _next_actor(view, index)
    return found


def besides(view: View, trigger: int) -> list[int]:
    """«кроме A», «помимо A», «вместе с A», «наряду с A» where it is told who else was there."""
    sentence = view.sentence_of(trigger)
    for index in range(sentence.first, sentence.last - 2):
        word, after = view.tokens[index].folded, view.tokens[index + 1].folded
        case = "Gen" if word in _BESIDES else ""
        if word in _ALONG and after in ("с", "со"):
            case = "Ins"
        for actor in view.actors.within(index + 1, sentence.last) if case else ():
            near = actor.first - index <= _SOON_AFTER
            fits = view.actors.case(actor) in (case, "") and isinstance(actor.entity, PersonDraft)
            return [actor.head] if near and fits else []
    return []


def together(view: View, trigger: int) -> list[int]:
    """«вместе с A»: who did it with the subject."""
    sentence = view.sentence_of(trigger)
    for index in range(sentence.first, sentence.last - 2):
        if view.tokens[index].lemma in _TOGETHER and view.tokens[index + 1].lemma in ("с", "со"):
            for actor in view.actors.within(index + 2, sentence.last):
                return [actor.head] if actor.first - index <= _AFTER_WITH else []
    return []


def present(view: View, trigger: int) -> list[int]:
    """Every person named in the nominative in the trigger's sentence: who is said to be there.

    A sentence that ends in a colon goes on in the items of its list.
    """
    sentence = view.sentence_of(trigger)
    last = sentence.last
    if view.tokens[last - 1].text == ":":
        for item in view.document.sentences[sentence.index + 1 :]:
            if view.tokens[item.first].text not in BULLETS:
                break
            last = item.last
    return [
        actor.head
        for actor in view.actors.within(sentence.first, last)
        if isinstance(actor.entity, PersonDraft) and "Nom" in _cases(view, actor)
    ]


def addressed(view: View, trigger: int) -> list[int]:
    """Whom the main verb beside a backgrounded noun speaks to: «в разговоре A поздравил B»."""
    if view.tree.preposition(trigger) in _AFTERWARDS:
        return []
    for verb in view.tree.ancestors(trigger):
        if verb.pos != "VERB":
            continue
        found = view.clauses.objects(verb.index) + view.clauses.obliques(verb.index, "", "Dat")
        return [i for i in found if _is_named(view, i)]
    return []


def asked(view: View, verb: int) -> list[int]:
    """Whom it is proposed to meet: «предложил A встретиться», «предложил A и B переговоры»."""
    head = view.tree.head(verb)
    if view.tokens[verb].feats.get("VerbForm") != "Inf" or head is None:
        return []
    return view.clauses.obliques(head.index, "", "Dat") if head.lemma in _PROPOSING else []


def sought(view: View, trigger: int) -> list[int]:
    """«прилетел, чтобы убедить A», «чтобы обсудить с B газ»: for whose sake a journey is made."""
    sentence = view.sentence_of(trigger)
    found: list[int] = []
    for index in range(trigger + 1, sentence.last - 1):
        if view.tokens[index].lemma != "чтобы":
            continue
        goal = next((t for t in view.tokens[index : index + _SOON] if _is_infinitive(t)), None)
        if goal is not None and goal.lemma in _ADDRESSING:
            found += view.clauses.objects(goal.index)
            found += view.clauses.obliques(goal.index, "", "Dat")
        if goal is not None:
            found += view.clauses.obliques(goal.index, "с", "Ins")
        break
    return [i for i in found if _is_person(view, i)]


def _is_infinitive(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Inf"


def _is_person(view: View, index: int) -> bool:
    actor = view.actors.at(index)
    return actor is not None and isinstance(actor.entity, PersonDraft)


def _is_named(view: View, index: int) -> bool:
    """Whether a person stands here by name, not by a post that may be anybody's."""
    actor = view.actors.at(index)
    if actor is None or not isinstance(actor.entity, PersonDraft):
        return False
    return actor.role is None or actor.role.attached


def _cases(view: View, actor: Actor) -> set[str]:
    own = [actor.first, actor.head, actor.last - 1]
    return {view.tokens[i].feats.get("Case", "") for i in own}


def _preposition(view: View, index: int) -> str:
    before = view.tokens[index - 1] if index else None
    if before is not None and before.pos == "ADP":
        return before.lemma
    return view.tree.preposition(index)


def _next_actor(view: View, index: int) -> list[int]:
    actor = view.actors.at(index + 1) if index + 1 < len(view.tokens) else None
    return [actor.head] if actor is not None else []
