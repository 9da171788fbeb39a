"""Posts tied to the names beside them, and written down as roles."""

from __future__ import annotations

from ..document import Document
from ..drafts import (
    EntityDraft,
    OrganizationDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from .posts import Post

_BETWEEN = frozenset(
    {"господин", "г-н", "госпожа", "г-жа", "товарищ", "«", "»", '"', ")", "(", "–", "-", "—"}
)


class Attacher:
    """Ties posts to persons in one document."""

    def __init__(self, document: Document, people: list[PersonDraft]) -> None:
        self._document = document
        self._tokens = document.tokens
        self._starts: dict[int, tuple[int, PersonDraft]] = {}
        self._ends: dict[int, tuple[int, PersonDraft]] = {}
        for person in people:
            for mention in person.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                self._starts[first] = last, person
                self._ends[last] = first, person

    def attach(self, posts: list[Post]) -> None:
        """Fill ``document.roles`` and the persons' positions."""
        for number, post in enumerate(posts):
            people = self._after(post, posts[number + 1 :])
            people = people or self._before(post)
            if post.plural and len(people) > 1:
                self._shared(post, people)
            else:
                self._write(post, people[0] if people else None, post.of, attached=bool(people))

    def _after(self, post: Post, later: list[Post]) -> list[PersonDraft]:
        """The name right after the post, over a second post («министр, вице-премьер N»)."""
        at = self._skip(post.last)
        if at in self._starts:
            return self._list(at) if post.plural else [self._starts[at][1]]
        for index in range(post.last, min(post.last + 5, len(self._tokens))):
            if index in self._starts and self._is_appositive(index, post):
                return [self._starts[index][1]]
        following = later[0] if later else None
        if following is not None and self._adjoin(post, following):
            return self._after(following, later[1:])[:1]
        return []

    def delegations(self) -> None:
        """«Делегация Чувашии во главе с Олегом Николаевым»: he speaks for Чувашия."""
        for token in self._tokens:
            if token.lemma != "делегация":
                continue
            sender = self._sender(token.index)
            leader = self._leader(token.index)
            if sender is not None and leader is not None and sender not in leader.speaks_for:
                leader.speaks_for.append(sender)

    def _sender(self, index: int) -> EntityDraft | None:
        """The region or body named right after «делегация», or in the adjective before it."""
        near = self._tokens[max(0, index - 2)].start, self._tokens[index].stop
        after = self._tokens[min(index + 3, len(self._tokens) - 1)].stop
        for entity, mention in self._document.mentions():
            if isinstance(entity, (RegionDraft, OrganizationDraft)):
                before = mention.kind == "adjective" and near[0] <= mention.start < near[1]
                if before or near[1] < mention.start < after:
                    return entity
        return None

    def _leader(self, index: int) -> PersonDraft | None:
        sentence = self._tokens[index].sentence
        for at in range(index + 1, min(index + 15, len(self._tokens))):
            if self._tokens[at].sentence != sentence:
                return None
            if self._tokens[at].lemma in ("глава", "возглавить", "возглавлять", "руководство"):
                names = [self._starts[i][1] for i in range(at + 1, at + 8) if i in self._starts]
                return names[0] if names else None
        return None

    def _is_appositive(self, index: int, post: Post) -> bool:
        """Whether the tree hangs the name on the post itself."""
        token = self._tokens[index]
        return token.head == post.head and token.rel in ("appos", "flat:name", "flat")

    def _adjoin(self, post: Post, following: Post) -> bool:
        """A comma, a dash or «и» between two posts in the same case: both are one person's."""
        gap = self._tokens[post.last : following.first]
        if not gap or any(t.text not in (",", "–", "—", "-", "и") for t in gap) or len(gap) > 2:
            return False
        a, b = self._tokens[post.head], self._tokens[following.head]
        return a.feats.get("Case") == b.feats.get("Case") and not post.plural

    def _before(self, post: Post) -> list[PersonDraft]:
        """«Рустамом Миннихановым, главой Республики Татарстан, …»: the same case, set off."""
        at = post.first - 1
        if at < 1 or self._tokens[at].text not in (",", "(", "–", "—", "-"):
            return []
        found = self._ends.get(at)
        if found is None or not self._closes(post.last):
            return []
        first, person = found
        name, head = self._tokens[first], self._tokens[post.head]
        cases = {name.feats.get("Case"), self._tokens[at - 1].feats.get("Case")}
        same = head.feats.get("Case") in cases or None in cases
        return [person] if same and name.sentence == head.sentence else []

    def _closes(self, at: int) -> bool:
        """Whether an apposition can end here: a mark, or the end of the sentence."""
        if at >= len(self._tokens):
            return True
        token = self._tokens[at]
        return token.pos == "PUNCT" or token.sentence != self._tokens[at - 1].sentence

    def _skip(self, at: int) -> int:
        while (
            at < len(self._tokens) and self._tokens[at].lemma in _BETWEEN and at not in self._starts
        ):
            at += 1
        return at

    def _list(self, at: int) -> list[PersonDraft]:
        """«A, B и C»: names one after another."""
        found: list[PersonDraft] = []
        while at in self._starts:
            last, person = self._starts[at]
            found.append(person)
            at = last
            while at < len(self._tokens) and self._tokens[at].text in (",", "и") and at - last < 2:
                at += 1
        return found

    def _shared(self, post: Post, people: list[PersonDraft]) -> None:
        """Plural posts: one owner for each name where their numbers match, else all for all."""
        parallel = len(post.of) == len(people)
        for number, person in enumerate(people):
            of = [post.of[number]] if parallel else list(post.of)
            self._write(post, person, of, attached=True)

    def _write(
        self, post: Post, person: PersonDraft | None, of: list[EntityDraft], *, attached: bool
    ) -> None:
        tokens = self._tokens
        stop, title_stop = tokens[post.last - 1].stop, tokens[post.title_last - 1].stop
        role = RoleDraft(
            title=post.title,
            start=post.start,
            stop=stop,
            title_stop=title_stop,
            of=list(of),
            acting=post.acting,
            former=post.former,
            plural=post.plural,
            attached=attached,
            person=person,
        )
        self._document.roles.append(role)
        if person is not None:
            self._hold(person, role)

    def _hold(self, person: PersonDraft, role: RoleDraft) -> None:
        same = next(
            (p for p in person.positions if p.title == role.title and set(p.of) >= set(role.of)),
            None,
        )
        if same is None:
            person.positions.append(
                PositionDraft(
                    role.title, role.start, role.title_stop, role.of, role.acting, role.former
                )
            )
