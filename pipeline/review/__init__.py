"""Pages to look at: records beside their articles, and errors by cause."""

from .errors import Links, errors_page, explanations_page
from .page import review_page
from .view import View

__all__ = ["Links", "View", "errors_page", "explanations_page", "review_page"]
