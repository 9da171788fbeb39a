"""Vstrecha: who met whom and what they agreed, from Russian news.

    import pipeline
    extractor = pipeline.load()
    record = extractor("МОСКВА, 25 фев - РИА Новости. …")

Everything heavy is imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import InputArticle
    from .errors import (
        ArticleError,
        ConfigurationError,
        ExtractionError,
        InputError,
        LexiconError,
        StageOrderError,
        VstrechaError,
    )
    from .extractor import Extracted, Extractor, load
    from .version import VERSION as __version__

_HOMES = {
    "ArticleError": "errors",
    "ConfigurationError": "errors",
    "Extracted": "extractor",
    "ExtractionError": "errors",
    "Extractor": "extractor",
    "InputArticle": "article",
    "InputError": "errors",
    "LexiconError": "errors",
    "StageOrderError": "errors",
    "VstrechaError": "errors",
    "load": "extractor",
}

__all__ = [
    "ArticleError",
    "ConfigurationError",
    "Extracted",
    "ExtractionError",
    "Extractor",
    "InputArticle",
    "InputError",
    "LexiconError",
    "StageOrderError",
    "VstrechaError",
    "__version__",
    "load",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module(".version", __name__).VERSION
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
