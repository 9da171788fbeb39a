"""Every error Vstrecha raises on purpose.

VstrechaError
├── ConfigurationError     the caller set something up wrongly (exit code 2)
│   ├── LexiconError       a mistake in a lexicon file, with file, key and line
│   └── StageOrderError    stages whose requirements are not met, all named at once
└── ArticleError           one article or file cannot be processed; the rest can
    ├── InputError         it could not be read
    └── ExtractionError    it was read, but gave no valid record
"""

from __future__ import annotations


class VstrechaError(Exception):
    """Base of all errors raised on purpose."""


class ConfigurationError(VstrechaError):
    """The caller's settings cannot work; the message says what to change."""


class LexiconError(ConfigurationError):
    """A mistake in a lexicon file."""


class StageOrderError(ConfigurationError):
    """Stages in an order in which a requirement is not met."""


class ArticleError(VstrechaError):
    """One article failed: ``code`` is a stable lower-case name that ``run.json`` counts."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class InputError(ArticleError):
    """An input could not be read as an article."""


class ExtractionError(ArticleError):
    """An article was read, but no valid record came of it."""
