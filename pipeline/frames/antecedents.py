"""Whom a clause means without naming: the guest told of before, the person spoken of last."""

from __future__ import annotations

from ..drafts import EntityDraft, PersonDraft, RegionDraft
from ..nlp.words import fold
from .chunks import Actor
from .powers import of_two_powers, power_of
from .view import View

_BACK = 2
_AHEAD = 40
_FEW = 4
_GUEST = 8
_GROUPS = frozenset({"делегация", "представитель", "группа", "миссия"})
_ENVOYS = frozenset({"посол", "консул", "генконсул", "посланник", "торгпред", "представитель"})
_ABOUT = frozenset({"о", "об", "про"})
_JOINING = frozenset({",", "и"})
_GENDERS = {"Masc": "m", "Fem": "f"}


def last_guest(view: View, trigger: int) -> list[int]:
    """«Гостей принял …»: the leader of the delegation told of before, an envoy, a last subject.

    «Гостей из Казахстана» names them; nobody of the host's own land is his guest.
    """
    return (
        _came_from(view, trigger)
        or _led_before(view, trigger)
        or _led_next(view, trigger)
        or _envoy_before(view, trigger)
        or _from_elsewhere(view, trigger)
    )


def _came_from(view: View, trigger: int) -> list[int]:
    """«Гостей из Казахстана встретил …»: the place that the guests are of."""
    for guest in view.tree.children(trigger, "obj", "nsubj", "nsubj:pass", "obl"):
        for place in view.tree.children(guest.index, "nmod"):
            actor = view.actors.named(place.index)
            out = view.tree.preposition(place.index) == "из" and guest.lemma == "гость"
            if out and actor is not None and isinstance(actor.entity, RegionDraft):
                return [actor.head]
    return []


def _from_elsewhere(view: View, trigger: int) -> list[int]:
    """The last subject; if he is of the host's own land, who else was told of there."""
    hosts = [view.actors.at(i) for i in view.clauses.subjects(trigger)]
    host = next((a.entity for a in hosts if a is not None and a.entity is not None), None)
    found = last_person(view, trigger)
    if host is None or not found or not _is_of_one_land(view, found[0], host):
        return found
    before = view.document.sentences[view.tokens[found[0]].sentence]
    others = [a for a in view.actors.within(before.first, before.last) if a.is_person]
    return [a.head for a in others if not _is_of_one_land(view, a.head, host)][:1]


def _is_of_one_land(view: View, index: int, host: EntityDraft) -> bool:
    """Whether a person and his host speak for lands that are one or lie in each other."""
    actor = view.actors.at(index)
    sides = [host, actor.entity if actor is not None else None]
    known = [s for s in sides if s is not None and power_of(s) is not None]
    return len(known) == len(sides) and not of_two_powers(known)


def guests_leader(view: View, index: int) -> PersonDraft | None:
    """«С ними беседовал …»: who leads the delegation told of before."""
    for at in _led_before(view, index):
        actor = view.actors.at(at)
        if actor is not None and isinstance(actor.entity, PersonDraft):
            return actor.entity
    return None


def _led_before(view: View, trigger: int) -> list[int]:
    """The last delegation, or group «во главе с» somebody, that is told before."""
    for index in range(trigger - 1, -1, -1):
        lemma = view.tokens[index].lemma
        if lemma in _GROUPS:
            actor = view.actors.at(index)
            led = actor is not None and isinstance(actor.entity, PersonDraft)
            if actor is not None and actor.entity is not None and (lemma == "делегация" or led):
                return [index]
    return []


def _envoy_before(view: View, trigger: int) -> list[int]:
    """The last envoy named in the sentences before: «посол», «консул», «торгпред»."""
    first = view.document.sentences[max(0, view.sentence_of(trigger).index - _GUEST)].first
    for index in range(trigger - 1, first - 1, -1):
        actor = view.actors.named(index)
        person = actor.entity if actor is not None else None
        if actor is None or not isinstance(person, PersonDraft):
            continue
        titles = [w for p in person.positions if not p.former for w in fold(p.title).split()]
        if set(titles) & _ENVOYS:
            return [actor.head]
    return []


def _led_next(view: View, trigger: int) -> list[int]:
    """«Гостей приняла A. Во главе делегации — B»: the leader whom the next sentences name."""
    start = view.sentence_of(trigger).last
    for index in range(start, min(start + _AHEAD, len(view.tokens)) - 1):
        heads = view.tokens[index].lemma == "глава" and view.tokens[index + 1].lemma == "делегация"
        if heads or view.tokens[index].lemma in ("возглавить", "возглавлять"):
            last = view.sentence_of(index).last
            people = [a.head for a in view.actors.within(index + 2, last) if a.is_person]
            return people[:1]
    return []


def last_person(view: View, trigger: int) -> list[int]:
    """The first person that is a subject in the nearest of the two sentences before."""
    sentence = view.sentence_of(trigger).index
    for back in range(1, _BACK + 1):
        if sentence - back < 0:
            return []
        before = view.document.sentences[sentence - back]
        for token in view.document.sentence_tokens(before):
            if not token.rel.startswith("nsubj"):
                continue
            actor = view.actors.at(token.index)
            if actor is not None and actor.is_person and actor.entity is not None:
                return [token.index]
    return []


def person_meant(view: View, pronoun: int, known: set[EntityDraft]) -> PersonDraft | None:
    """Whom «с ним», «она» can mean: the nearest person before of that gender, none of ``known``."""
    token = view.tokens[pronoun]
    if token.feats.get("Number") == "Plur" or token.lemma == "они":
        return None
    gender = _GENDERS.get(token.feats.get("Gender", ""), "")
    first = view.document.sentences[_told_before(view, token.sentence)].first
    for index in range(pronoun - 1, first - 1, -1):
        actor = view.actors.named(index)
        entity = actor.entity if actor is not None else None
        if not isinstance(entity, PersonDraft) or entity in known:
            continue
        if not gender or entity.gender in (gender, ""):
            return entity
    return _spoken_about(view, pronoun, known)


def _spoken_about(view: View, pronoun: int, known: set[EntityDraft]) -> PersonDraft | None:
    """«Я встречался с ним», – сказал A о B: whom the words behind a quotation say it is about."""
    quotation = view.quotation_at(pronoun)
    if quotation is None:
        return None
    sentence = view.sentence_of(pronoun)
    for index in range(pronoun + 1, sentence.last - 1):
        if view.tokens[index].start < quotation.stop or view.tokens[index].lemma not in _ABOUT:
            continue
        about = next(view.actors.within(index + 1, sentence.last), None)
        entity = about.entity if about is not None else None
        if isinstance(entity, PersonDraft) and entity not in known | {quotation.speaker}:
            return entity
    return None


def people_meant(view: View, trigger: int) -> list[PersonDraft]:
    """Whom «они» or «стороны» can mean: the several people last named together as subjects."""
    at = view.sentence_of(trigger)
    before = [t for t in view.tokens[at.first : trigger] if t.text]
    spans = [(before[0].index, trigger)] if before else []
    # The sentence itself first, the two before it, what is left of it.
    spans += [(s.first, s.last) for s in reversed(view.document.sentences[: at.index][-_BACK:])]
    spans.append((trigger, at.last))
    for first, last in spans:
        found: list[PersonDraft] = []
        for actor in view.actors.within(first, last):
            if isinstance(actor.entity, PersonDraft) and _is_nominative(view, actor):
                found.append(actor.entity)
        found = list(dict.fromkeys(found))
        if 2 <= len(found) <= _FEW:
            return found
    return []


def pair_before(view: View, trigger: int) -> list[PersonDraft]:
    """«A и B согласовали план. Беседа прошла …»: who did the last thing together."""
    sentence = view.sentence_of(trigger).index
    for before in reversed(view.document.sentences[max(0, sentence - _BACK) : sentence]):
        for token in view.document.sentence_tokens(before):
            if not token.rel.startswith("nsubj") or before.zone != "body":
                continue
            group = [a.entity for a in view.actors.group(token.index)]
            people = [p for p in dict.fromkeys(group) if isinstance(p, PersonDraft)]
            if len(people) > 1:
                return people
    return []


def people_listed(view: View, pronoun: int) -> list[int]:
    """«министры A и B, которые …»: heads of the people that a list just before a pronoun names."""
    found: list[int] = []
    at = pronoun - 1
    while at > 0 and view.tokens[at].lemma in _JOINING:
        actor = view.actors.named(at - 1)
        if actor is None or not isinstance(actor.entity, PersonDraft):
            break
        found.insert(0, actor.head)
        at = actor.first - 1
    return found if len(found) > 1 else []


def _is_nominative(view: View, actor: Actor) -> bool:
    return "Nom" in {view.tokens[i].feats.get("Case") for i in (actor.head, actor.last - 1)}


def _told_before(view: View, sentence: int) -> int:
    """The index of the second sentence before, those inside quotations not counted."""
    quoted = [(s.start, s.stop) for s in view.document.speech if s.direct]
    left, at = _BACK, sentence
    while at > 0 and left > 0:
        at -= 1
        start = view.document.sentences[at].start
        left -= not any(a <= start < b for a, b in quoted)
    return at
