"""The words that say what: where a trigger's content hangs, and how far it reaches.

``anchors`` finds the head of the content by the shapes a frame allows, ``extent`` the stretch
around it: to the left by the tree, to the right word by word, since the parser shares out the
tail of a long sentence badly. ``joints`` judges at each comma and conjunction whether the content
goes on; ``edges`` trims what the stretch may not begin or end with.
"""

from .anchors import Anchor, anchors
from .extent import extent

__all__ = ["Anchor", "anchors", "extent"]
