"""Signs that make a meeting more or less sure, for ``confidence.toml``."""

from __future__ import annotations

from ..drafts import MeetingDraft, OrganizationDraft, PersonDraft, RegionDraft
from .screening import Screen


def signs_of(draft: MeetingDraft, screen: Screen) -> set[str]:
    """The signs the matcher left on the draft, and those of its tellings and participants."""
    signs = draft.signs | _of_people(draft, screen)
    if len(draft.sentences) > 1:
        signs.add("retold")
    if draft.status in ("possible", "denied"):
        signs.add("unsettled")
    return signs


def _of_people(draft: MeetingDraft, screen: Screen) -> set[str]:
    """Who met: people of no known post, bodies and places, posts without a name."""
    signs: set[str] = set()
    people = [p for p in draft.participants if isinstance(p.entity, PersonDraft)]
    strangers = [p for p in people if screen.of(p) != "public"]
    if strangers:
        signs.add("strangers" if len(strangers) == len(draft.participants) else "stranger")
    for participant in draft.participants:
        if isinstance(participant.entity, (RegionDraft, OrganizationDraft)):
            signs.add("post" if participant.role else "region")
    return signs
