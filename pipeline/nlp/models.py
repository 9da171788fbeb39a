"""Natasha's models, loaded once and shared by the stages that need them."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from . import compat  # noqa: F401  (must come before natasha)

if TYPE_CHECKING:
    from .nets import Nets


class Models:
    """Natasha's tools; each is loaded when first asked for. Not safe to share between threads."""

    @cached_property
    def nets(self) -> Nets:
        """The morphology tagger, the dependency parser and the name tagger."""
        from .nets import Nets

        return Nets()

    @staticmethod
    def versions() -> dict[str, str]:
        """Package name to version for everything that shapes a record."""
        packages = ("natasha", "navec", "pymorphy3", "pymorphy3-dicts-ru", "razdel", "slovnet")
        return {name: version(name) for name in packages}
