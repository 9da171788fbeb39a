"""Posts tied to the names beside them.

Before the name («министр обороны генерал Иван Петров»: a chain of posts in one case), after it
set off by a comma, a dash or a bracket («Иван Петров, министр»), and one plural post for a row of
names («президенты России и Турции А и Б»). What stands beside no name is left as a bare role.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Document
from ..drafts import EntityDraft, PersonDraft, RegionDraft
from .holding import write_role
from .names import Names
from .posts import Post

_DASHES = frozenset({"–", "—", "-"})
_JOINTS = frozenset({",", "и", "/", "а", "также"}) | _DASHES
_GAP = 2
_APPOSED = frozenset({"appos", "flat:name", "flat"})
_REACH = 12


class Attacher:
    """Ties posts to persons in one document."""

    def __init__(
        self,
        document: Document,
        people: list[PersonDraft],
        *,
        helpers: Iterable[str] = (),
        kin: Iterable[str] = (),
    ) -> None:
        """``helpers`` are heads whose owner may be a person, ``kin`` nouns for relatives."""
        self._document = document
        self._tokens = document.tokens
        self._names = Names(document, people)
        self._helpers = frozenset(helpers)
        self._kin = frozenset(kin)

    def attach(self, posts: list[Post]) -> None:
        """Fill ``document.roles`` and the persons' positions."""
        owners: dict[int, list[PersonDraft]] = {}
        for number in reversed(range(len(posts))):
            owners[number] = self._following(posts, number, owners)
        for number in range(len(posts)):
            if not owners[number] or self._is_late(posts, number):
                owners[number] = self._preceding(posts, number, owners) or owners[number]
        for number, post in enumerate(posts):
            if owners[number] or not post.weak:
                self._write(post, owners[number])

    def _following(
        self, posts: list[Post], number: int, owners: dict[int, list[PersonDraft]]
    ) -> list[PersonDraft]:
        """The name or names after the post, beside it or past the posts of the same chain."""
        post = posts[number]
        past = self._past(post)
        if post.plural and post.of and self._tokens[min(past, len(self._tokens) - 1)].text == ":":
            return self._listed(post, past + 1)
        at = self._names.after(past)
        if at is None:
            at = self._set_off(post, past)
        if at is not None:
            return self._named(post, at)
        if number + 1 < len(posts) and owners[number + 1]:
            following = posts[number + 1]
            if following.first >= post.last and self._adjoin(post, following):
                if self._joined_by_and(post, following) and _of_two_lands(post, following):
                    return []
                if not post.of and not post.generic and self._joined_by_and(post, following):
                    post.of = list(following.of)
                return owners[number + 1]
        at = self._names.after(post.last, dash=True)
        # «директором стал А, а продюсером — Б»: a dash for the verb.
        if at is not None and self._names.agrees(post.case, at, strictly=True):
            return self._named(post, at)
        if at is not None and post.case == "Ins" and self._names.agrees("Nom", at, strictly=True):
            return [self._names.starts[at][1]]
        return self._hung(post)

    def _set_off(self, post: Post, past: int) -> int | None:
        """«Президент России, Владимир Путин, выразил …»: a name between commas, its verb behind."""
        at = self._names.after(past + 1) if past + 1 < len(self._tokens) else None
        if at is None or at != past + 1 or self._tokens[past].text != "," or not post.of:
            return None
        last = self._names.starts[at][0]
        behind = self._tokens[last : last + 2]
        opens = (
            post.first == 0 or self._tokens[post.first - 1].sentence != self._tokens[at].sentence
        )
        closes = [t.text for t in behind[:1]] == [","] and behind[-1].pos in ("VERB", "ADV")
        fits = self._names.agrees(post.case, at, strictly=True)
        return at if opens and closes and fits and not post.plural else None

    def _past(self, post: Post) -> int:
        """Past what may part a post from its holder's name: an abbreviation, years."""
        return self._names.past_years(self._names.past_bracket(post.last))

    def _listed(self, post: Post, at: int) -> list[PersonDraft]:
        """«депутаты Госдумы: Иван Петров, Анна Орлова»: names after a colon."""
        row = self._names.row(at)
        near = at in self._names.starts
        near = near and self._tokens[at].sentence == self._tokens[post.head].sentence
        return [person for _, person in row] if near and len(row) > 1 else []

    def _named(self, post: Post, at: int) -> list[PersonDraft]:
        head = self._tokens[post.head]
        if self._tokens[at].sentence != head.sentence:
            return []
        alone = post.last == post.head + 1 and not post.of
        helper = head.lemma in self._helpers and alone
        strictly = helper or self._is_of_kin(post)
        hers = helper and self._names.is_fixed_female(at) and head.feats.get("Gender") == "Masc"
        if hers or not self._names.agrees(post.case, at, strictly=strictly):
            return self._past_owner(post, at)
        row = self._names.row(at)
        if post.plural and len(row) == 1:
            # «с заместителями министра Анной Ким – школы, с Иваном Роу – дороги»
            return [row[0][1]] if self._names.agrees(post.case, at, strictly=True) else []
        return [person for _, person in row] if post.plural else [row[0][1]]

    def _is_of_kin(self, post: Post) -> bool:
        """«жена министра Анна Орлова»: the name is hers unless it stands in the genitive."""
        before = self._tokens[post.first - 1] if post.first else None
        return before is not None and before.lemma in self._kin

    def _past_owner(self, post: Post, at: int) -> list[PersonDraft]:
        """«Адвокат Петрова — Анна Ким», «врач Анны Ким Пётр Орлов»: the second name's post."""
        head = self._tokens[post.head]
        second = self._names.after(self._names.starts[at][0], dash=True)
        if second is None or self._tokens[second].sentence != head.sentence or post.plural:
            return []
        fits = self._names.agrees(post.case, second, strictly=True)
        return [self._names.starts[second][1]] if fits else []

    def _hung(self, post: Post) -> list[PersonDraft]:
        """A name soon after that the tree hangs on the post, no mark between."""
        for index in range(post.last, min(post.last + 5, len(self._tokens))):
            token = self._tokens[index]
            if token.pos == "PUNCT" and token.text in ",;:.()":
                return []
            if index in self._names.starts and token.head == post.head and token.rel in _APPOSED:
                fits = self._names.agrees(post.case, index)
                return [self._names.starts[index][1]] if fits else []
        return []

    def _adjoin(self, post: Post, following: Post) -> bool:
        """Nothing, a comma or «и» between two posts in one case and number: one person's."""
        gap = self._tokens[self._past(post) : following.first]
        if len(gap) > _GAP or any(t.text not in _JOINTS for t in gap):
            return False
        a, b = self._tokens[post.head], self._tokens[following.head]
        if a.sentence != b.sentence or post.plural != following.plural:
            return False
        return not post.case or not following.case or post.case == following.case

    def _joined_by_and(self, post: Post, following: Post) -> bool:
        """«премьер и министр финансов Катара»: what joins with «и» shares the owner."""
        gap = self._tokens[post.last : following.first]
        return [t.text for t in gap] == ["и"] and post.title_last == post.head + 1

    def _is_late(self, posts: list[Post], number: int) -> bool:
        """Whether the post stands after a name's dash and before the next item of a list."""
        at = posts[number].first - 1
        return at > 0 and self._tokens[at].text in _DASHES and self._names.before(at) is not None

    def _preceding(
        self, posts: list[Post], number: int, owners: dict[int, list[PersonDraft]]
    ) -> list[PersonDraft]:
        """The name before the post, set off by a mark, or the bearer of the post before it."""
        post = posts[number]
        at = post.first - 1
        if at < 1 or not self._may_close(posts, number):
            return []
        while at > 1 and self._tokens[at].pos == "ADV":
            at -= 1
        head = self._tokens[post.head]
        if self._is_signature(post):
            return [self._names.ends[post.first][1]]
        if self._tokens[at].text in (",", "(") or self._tokens[at].text in _DASHES:
            found = self._names.before(at)
            if found is not None:
                first, _, person = found
                near = self._tokens[first].sentence == head.sentence
                dash = self._tokens[at].text in _DASHES
                fits = self._names.agrees(post.case, first) or (dash and post.case == "Nom")
                return [person] if near and fits and not post.plural else []
        if number and owners[number - 1] and self._continues(posts[number - 1], post):
            return owners[number - 1]
        return self._apposed(post)

    def _is_signature(self, post: Post) -> bool:
        """«Кирсан Громов Президент федерации» at the end of a letter: a capital, no mark."""
        found = self._names.ends.get(post.first)
        if found is None or post.case != "Nom" or not self._tokens[post.head].text[0].isupper():
            return False
        before = self._tokens[found[0] - 1] if found[0] else None
        ends = post.last == len(self._tokens) or self._tokens[post.last].pos == "PUNCT"
        last = ends or self._tokens[post.last].sentence != self._tokens[post.first].sentence
        return last and (before is None or before.text in ".!?»" or before.pos == "PUNCT")

    def _continues(self, before: Post, post: Post) -> bool:
        """«Иван Петров, режиссёр, сценарист и актёр»: the row goes on."""
        behind = min(self._tokens[before.head].index, before.first)
        if self._names.after(before.last) is not None or behind < 1:
            return False
        return before.last <= post.first and self._adjoin(before, post)

    def _apposed(self, post: Post) -> list[PersonDraft]:
        """The name that other appositions part from the post: «А, известный борец с B, член …»."""
        head, at = self._tokens[post.head], post.first - 1
        if post.plural or self._tokens[at].text != ",":
            return []
        for index in range(at - 1, max(0, at - _REACH), -1):
            token = self._tokens[index]
            if token.sentence != head.sentence or token.feats.get("VerbForm") == "Fin":
                return []
            found = self._names.ends.get(index)
            if found is not None:
                first, person = found
                fits = self._names.agrees(post.case, first, strictly=True)
                return [person] if token.text == "," and fits else []
        return []

    def _may_close(self, posts: list[Post], number: int) -> bool:
        """Whether an apposition can end here: a mark, «и», the end; no name of its own follows."""
        post = posts[number]
        at = post.last
        if at >= len(self._tokens) or self._tokens[at].sentence != self._tokens[at - 1].sentence:
            return True
        token = self._tokens[at]
        if token.pos == "PUNCT" or token.lemma in ("и", "с", "в", "из", "на", "от"):
            return True
        return self._tokens[post.first - 1].text in _DASHES or token.pos in ("ADP", "ADV", "NUM")

    def _write(self, post: Post, people: list[PersonDraft]) -> None:
        """One role for each holder; owners go one by one to a row of names of their number."""
        if not people:
            write_role(self._document, post, None, post.of, attached=False)
        parallel = post.plural and len(people) > 1 and len(post.of) == len(people)
        for number, person in enumerate(people):
            of: list[EntityDraft] = [post.of[number]] if parallel else list(post.of)
            write_role(self._document, post, person, of, attached=True)


def _of_two_lands(post: Post, following: Post) -> bool:
    """«Президент России и эмир Катара N»: the heads of two lands are two people."""
    regions = [{o for o in p.of if isinstance(o, RegionDraft)} for p in (post, following)]
    return bool(regions[0] and regions[1]) and not regions[0] & regions[1]
