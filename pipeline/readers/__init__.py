"""Readers: one file per format; each turns a file into articles or error rows."""

from .items import Item
from .sources import Source, find_sources, read_source

__all__ = ["Item", "Source", "find_sources", "read_source"]
