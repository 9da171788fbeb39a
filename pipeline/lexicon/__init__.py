"""Lexicon files: what a linguist edits. See docs/lexicon.md."""
