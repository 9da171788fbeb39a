"""The form of a trigger that a frame may ask for; see ``OutcomeFrame.form``."""

from __future__ import annotations

from ..knowledge.frames import Form
from .view import View

_WILL = frozenset({"буду", "будет", "будем", "будут"})
_PLANS = frozenset(
    {"планировать", "намеренный", "намерен", "намереваться", "собираться", "рассчитывать"}
)
_PAST = ("лись", "лась", "лось")
"""Rare verbs that the tagger takes for perfective futures."""
_FORMS: dict[Form, tuple[str, frozenset[str]]] = {
    "future": ("Tense", frozenset({"Fut"})),
    "past": ("Tense", frozenset({"Past"})),
    "told": ("Tense", frozenset({"Past", "Fut"})),
    "present": ("Tense", frozenset({"Pres"})),
    "imperative": ("Mood", frozenset({"Imp"})),
    "short": ("Variant", frozenset({"Short"})),
    "first-person": ("Person", frozenset({"1"})),
    "plural": ("Number", frozenset({"Plur"})),
}


def will(view: View, index: int) -> bool:
    """«Будет создана», «станет обмениваться»: the tagger often calls the auxiliary present."""
    head = view.tree.head(index) if view.tokens[index].rel == "xcomp" else None
    if head is not None and head.lemma == "стать" and head.feats.get("Tense") == "Fut":
        return True
    auxiliaries = view.tree.children(index, "aux", "aux:pass", "cop")
    return any(t.text.lower() in _WILL for t in auxiliaries)


def _stands_now(view: View, index: int) -> bool:
    """The present, or a state reached: «действует», «зарегистрировано», «есть»."""
    token = view.tokens[index]
    if token.feats.get("VerbForm") == "Part":
        return token.feats.get("Variant") == "Short" and not will(view, index)
    return token.feats.get("Tense") == "Pres" or token.text.lower() == "есть"


def _lies_ahead(view: View, index: int) -> bool:
    """A step told as one to come: «поставит», «планирует поставить», «намерен поставлять»."""
    token = view.tokens[index]
    if view.negated(index):
        return False
    if token.feats.get("VerbForm") == "Inf":
        above = view.tree.head(index)
        return will(view, index) or (
            above is not None and above.lemma in _PLANS and not view.negated(above.index)
        )
    return in_form(view, "future", index)


def in_form(view: View, form: Form, index: int) -> bool:
    """Whether a trigger stands in a form: a tense, a mood, a number, a shape of its clause."""
    if form == "passive":
        return view.clauses.is_passive(index)
    if form == "active":
        return not view.clauses.is_passive(index)
    if form == "ahead":
        return _lies_ahead(view, index)
    if form == "bare":
        return not view.clauses.subjects(index)
    if form == "verbless":
        return view.clauses.predicate(index) is None
    if form == "standing":
        return _stands_now(view, index)
    if form == "future" and will(view, index):
        return True
    if form == "future" and view.tokens[index].text.lower().endswith(_PAST):
        return False
    feature, values = _FORMS[form]
    feats = view.tokens[index].feats
    if form in ("first-person", "plural") and feats.get("VerbForm") == "Inf":
        # «Будем обмениваться»: the auxiliary says who.
        return any(t.feats.get(feature) in values for t in view.tree.children(index, "aux"))
    return feats.get(feature) in values or (form == "told" and feats.get("VerbForm") == "Inf")
