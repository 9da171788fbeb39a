"""Who said what: quotations, dialogue and reported clauses."""

from .lookup import speech_at

__all__ = ["speech_at"]
