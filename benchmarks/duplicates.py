"""Near-copies on a made set: precision, recall, and the cost up to 100,000 articles.

    python benchmarks/duplicates.py            precision and recall
    python benchmarks/duplicates.py --cost     seconds and memory by number of articles

Copies are made of open texts (made ones where those are not at hand) as sites make them: another
headline, a site's menu and links around, the last tenth left out, a sentence or single words
changed, half a page of one's own added. Articles that only share an event or a form are told
apart from copies by being other articles of the collection.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Callable

from generate import made_articles
from speed import articles as open_articles

from pipeline.running.duplicates import SHARE, Duplicates

MENU = "Главная\nНовости\nПолитика\nОбщество\nЭкономика\nСпорт\nПогода\nО нас\nРеклама\n"
LINKS = "\nЧитайте также\nКурс валют на завтра\nПогода на выходные\nПодписаться на рассылку\n"
Edit = Callable[[str, random.Random], str]


def main() -> int:
    parser = argparse.ArgumentParser(description="Near-copies: precision, recall, cost.")
    parser.add_argument("--cost", action="store_true")
    options = parser.parse_args()
    return cost() if options.cost else quality()


def quality() -> int:
    texts = [t for t in open_articles(700) if len(t.split()) > 60]
    first = Duplicates()
    again = [t for n, t in enumerate(texts) if first.original(str(n), t) is not None]
    texts = [t for t in texts if t not in again]
    print(f"{len(again)} copies in the collection itself are left out")
    draw = random.Random(5)
    print(f"{len(texts)} articles, one copy of each for every edit; {SHARE} of the runs in common")
    print(f"{'edit':22}{'precision':>10}{'recall':>8}")
    for name, edit in EDITS.items():
        seen = Duplicates()
        for number, text in enumerate(texts):
            seen.original(str(number), text)
        found = [seen.original(f"copy-{n}", edit(text, draw)) for n, text in enumerate(texts)]
        right = sum(key == str(n) for n, key in enumerate(found))
        told = sum(key is not None for key in found)
        print(f"{name:22}{right / max(1, told):10.3f}{right / len(texts):8.3f}")
    return 0


def cost() -> int:
    seen, spent, copies = Duplicates(), 0.0, 0
    print(f"{'articles':>9}{'seconds':>9}{'ms each':>9}{'MB':>6}")
    for number, text in enumerate(made_articles(100_000, seed=11), 1):
        before = time.process_time()
        copies += seen.original(str(number), text) is not None
        spent += time.process_time() - before
        if number in (10_000, 30_000, 100_000):
            size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number:9}{spent:9.1f}{1000 * spent / number:9.3f}{size:6.0f}", flush=True)
    print(f"taken for copies: {copies}")
    return 0


def framed(text: str, _draw: random.Random) -> str:
    return MENU + text + LINKS


def retitled(text: str, _draw: random.Random) -> str:
    return "Стороны укрепляют сотрудничество\n" + text.split("\n", 1)[-1]


def cut(text: str, _draw: random.Random) -> str:
    sentences = _sentences(text)
    return " ".join(sentences[: max(1, len(sentences) * 9 // 10)])


def reworded(text: str, draw: random.Random) -> str:
    """Every fortieth word another."""
    words = text.split(" ")
    for at in draw.sample(range(len(words)), len(words) // 40):
        words[at] = "также"
    return " ".join(words)


def resentenced(text: str, draw: random.Random) -> str:
    """A sentence in ten left out, another put in its place."""
    sentences = _sentences(text)
    for at in draw.sample(range(len(sentences)), max(1, len(sentences) // 10)):
        sentences[at] = "Об этом сообщила пресс-служба администрации нашего региона во вторник."
    return " ".join(sentences)


def half_own(text: str, draw: random.Random) -> str:
    """The release followed by as much of something else: no copy any more; recall is to be low."""
    other = next(iter(made_articles(1, seed=draw.randrange(10**6))))
    return text + "\n" + (other * 9)[: len(text)]


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?»])\s+", text)


EDITS: dict[str, Edit] = {
    "menu and links": framed,
    "another headline": retitled,
    "last tenth cut": cut,
    "words changed": reworded,
    "sentences changed": resentenced,
    "as much of one's own": half_own,
}

if __name__ == "__main__":
    sys.exit(main())
