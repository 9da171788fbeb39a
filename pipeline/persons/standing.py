"""For whom somebody without an office stands: the owner of a firm, a colleague from elsewhere.

«Владелец «Волны» Пётр Зимин», «омский коллега Анна Ким», «на него приехал Артём Пургаев
(Мордовия)»; the writer of a channel stands for what its heading names.
"""

from __future__ import annotations

from collections.abc import Container

from ..document import Document, Sentence
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from ..nlp.tree import Tree
from .names import Names

_PRESENTING = frozenset({"представлять"})
_HEADING = 3
_LINE = 12
_BARS = frozenset({"|", "│", "/", "•", "·"})
_CHANNEL = frozenset({"канал", "телеграм-канал", "telegram-канал", "тг-канал", "блог"})


def link_standing(
    document: Document, people: list[PersonDraft], standing: Container[str], peers: Container[str]
) -> None:
    """Fill ``speaks_for`` of people whose posts do not say whom they represent.

    ``standing`` are heads of words that are no posts but tie a person to a body, ``peers`` words
    for the holder of the like post elsewhere.
    """
    for role in document.roles:
        words = {role.title.split()[0]} if role.title else set()
        if role.attached and role.person is not None and role.of and not role.former:
            bodies = [o for o in role.of if isinstance(o, OrganizationDraft)]
            if any(w in peers for w in words):
                stand(role.person, role.of[0])
            elif bodies and any(w in standing for w in words):
                stand(role.person, bodies[0])
    _bracketed(document, Names(document, people))
    _presented(document, Names(document, people))
    _heading(document, people)


def _presented(document: Document, names: Names) -> None:
    """«Омскую область представляла N»: the verb's object is whom its subject stands for."""
    verbs = [t for t in document.tokens if t.lemma in _PRESENTING and t.pos == "VERB"]
    if not verbs:
        return
    tree = Tree.of(document)
    sides = {
        index: entity
        for entity, mention in document.mentions("name", "alias")
        if isinstance(entity, (RegionDraft, OrganizationDraft))
        for index in range(*document.token_range(mention.start, mention.stop))
    }
    roles = {
        t.index: r.person
        for r in document.roles
        if r.attached and r.person is not None
        for t in document.tokens_in(r.start, r.stop)
    }
    people = {
        i: person for first, (last, person) in names.starts.items() for i in range(first, last)
    }
    for verb in verbs:
        objects = [t.index for t in tree.children(verb.index, "obj") if t.index in sides]
        subjects = tree.children(verb.index, "nsubj")
        who = [p for t in subjects if (p := people.get(t.index) or roles.get(t.index)) is not None]
        if len(objects) == 1 and len(who) == 1:
            _own_bare(document, who[0], sides[objects[0]])
            stand(who[0], sides[objects[0]])


def _own_bare(document: Document, person: PersonDraft, side: EntityDraft) -> None:
    """«Псковскую область представляла вице-губернатор N»: a post without an owner is its."""
    for role in document.roles:
        if role.person is person and role.attached and not role.of and not role.former:
            role.of = [side]
            for position in person.positions:
                if position.start == role.title_start:
                    position.of = [side]


def stand(person: PersonDraft, side: EntityDraft) -> None:
    """Let a person for whom no side is known speak for one."""
    if not any(p.of for p in person.positions if not p.former) and not person.speaks_for:
        person.speaks_for.append(side)


def _bracketed(document: Document, names: Names) -> None:
    """«Артём Пургаев (Мордовия)»: a place or body alone in the bracket behind a name."""
    for entity, mention in document.mentions("name", "alias"):
        if not isinstance(entity, (RegionDraft, OrganizationDraft)):
            continue
        first, last = document.token_range(mention.start, mention.stop)
        tokens = document.tokens
        if not 0 < first <= last < len(tokens) or tokens[last].text != ")":
            continue
        if tokens[first - 1].text == "(" and first - 1 in names.ends:
            stand(names.ends[first - 1][1], entity)


def _heading(document: Document, people: list[PersonDraft]) -> None:
    """«Анна Ким | Вологда», «Анна Ким ⏎ канал мэра Вологды»: for whom the writer speaks."""
    lines = [s for s in document.sentences[:_HEADING] if _is_plain(document, s)]
    for line in lines:
        writer = next((p for p in people if any(m.start == line.start for m in p.mentions)), None)
        if writer is None:
            continue
        side = _beside_bar(document, line)
        told = (_of_channel(document, s) for s in document.sentences)
        side = side or next((s for s in told if s is not None), None)
        if side is not None:
            stand(writer, side)
        return


def _is_plain(document: Document, line: Sentence) -> bool:
    tokens = document.sentence_tokens(line)
    return len(tokens) <= _LINE and not any(t.pos == "VERB" for t in tokens)


def _beside_bar(document: Document, line: Sentence) -> EntityDraft | None:
    """What stands alone behind a bar in the line: «Анна Ким | Вологда»."""
    tokens = document.sentence_tokens(line)
    bars = {t.index for t in tokens if t.text in _BARS}
    for entity, mention in document.mentions("name", "alias"):
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            first, _ = document.token_range(mention.start, mention.stop)
            if first - 1 in bars:
                return entity
    return None


def _of_channel(document: Document, line: Sentence) -> EntityDraft | None:
    """«канал вице-губернатора области», «Минтуризм КБР | личный канал»: whose it is."""
    tokens = document.sentence_tokens(line)
    if len(tokens) > _LINE or not any(t.lemma in _CHANNEL for t in tokens):
        return None
    for role in document.roles:
        if line.start <= role.start < line.stop and role.of:
            return role.of[0]
    for entity, mention in document.mentions("name", "alias"):
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            bare = not (isinstance(entity, OrganizationDraft) and entity.kind == "media")
            if bare and line.start <= mention.start < line.stop:
                return entity
    return None
