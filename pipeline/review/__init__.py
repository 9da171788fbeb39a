"""Pages to look at: records beside their articles, and errors by cause."""

from .page import review_page
from .view import View

__all__ = ["View", "review_page"]
