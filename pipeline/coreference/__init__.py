"""Antecedents of posts, pronouns and common nouns."""
