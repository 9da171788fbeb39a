"""Natasha behind one door."""

from .models import Models

__all__ = ["Models"]
