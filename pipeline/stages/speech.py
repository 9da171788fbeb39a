"""Speech: who said which stretch of the text."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..drafts import SpeechDraft
from ..frames.view import View
from ..knowledge import Lexicon
from ..knowledge.speech import SpeechLexicon
from ..speech.direct import DirectSpeech
from ..speech.reported import ReportedSpeech
from ..speech.speakers import Speakers
from ..stage import Stage


class SpeechStage(Stage):
    """Direct speech first, since reported clauses may continue its speaker; then the clauses."""

    name = "speech"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"sentences", "tokens", "morphology", "syntax", "people", "roles", "coreference"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"speech"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon.read(SpeechLexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._lexicon.proxies, self._lexicon.counterparts)
        speakers = Speakers(view, self._lexicon)
        found = list(DirectSpeech(view, self._lexicon, speakers).find())
        found += ReportedSpeech(view, self._lexicon, speakers).find()
        document.speech = sorted(found, key=lambda s: (s.start, -s.stop))
        for speech in document.speech:
            self._note(document, speech)

    def _note(self, document: Document, speech: SpeechDraft) -> None:
        manner = "direct" if speech.direct else "reported"
        who = speech.speaker.name if speech.speaker else "nobody named"
        document.note(self.name, speech.start, speech.stop, f"{manner} speech of {who}")
