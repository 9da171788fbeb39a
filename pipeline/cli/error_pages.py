"""The files of the error browser: errors, and beside them the records and the explanations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..article import InputArticle
from ..evaluation import Evaluation, findings
from ..evaluation.comparison import Comparison
from ..explaining import Explainer, Explanation
from ..extractor import load
from ..knowledge import Lexicon
from ..review import Links, View, errors_page, explanations_page, review_page
from ..review.labels import Language


def write_error_pages(
    evaluation: Evaluation, page: Path, *, explain: bool, language: Language
) -> None:
    """Write ``page``, ``STEM-records.html`` and, if asked, ``STEM-explained.html`` beside it."""
    page.parent.mkdir(parents=True, exist_ok=True)
    links = Links()
    views = [
        View(c.record, c.gold.doc, number)
        for number, c in enumerate((c for c in evaluation.comparisons if c.record), 1)
        if c.record
    ]
    if views:
        links = replace(links, records=f"{page.stem}-records.html")
        text = review_page(views, language=language)
        (page.parent / f"{page.stem}-records.html").write_text(text, "utf-8")
    faulty = [c for c in evaluation.comparisons if findings(c)]
    if explain and faulty:
        explained = explanations(faulty)
        links = replace(links, explanations=f"{page.stem}-explained.html", explained=explained)
        text = explanations_page(explained, language=language)
        (page.parent / f"{page.stem}-explained.html").write_text(text, "utf-8")
    page.write_text(errors_page(evaluation, language=language, links=links), "utf-8")


def explanations(comparisons: Iterable[Comparison]) -> dict[str, Explanation]:
    """What the pipeline as it is now makes of each article, by the article's name."""
    extractor, explainer = load(), Explainer(Lexicon())
    return {c.gold.doc: explainer.explain(extractor.explain(_article(c))) for c in comparisons}


def _article(comparison: Comparison) -> InputArticle:
    """The article as it was read: the record keeps what came with the text."""
    if comparison.record is None:
        return InputArticle(comparison.gold.text, id=comparison.gold.doc)
    known = comparison.record.article
    return InputArticle(
        known.text,
        id=known.id,
        source=known.source,
        title=known.title,
        published=known.published,
        outlet=known.outlet,
    )
