"""Dates: finding the words, choosing the day they mean."""
