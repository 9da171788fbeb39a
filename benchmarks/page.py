"""How long a page of many records takes to write and to open.

    python benchmarks/page.py [RECORDS]        500 unless told; needs Chromium to open it

The samples' records are repeated. Opening is the wall clock of headless Chromium that loads the
page and takes its picture, less the same for an empty page; the best of three.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from pipeline.readers.records import read_records
from pipeline.review import View, review_page

SAMPLES = Path(__file__).parent.parent / "output"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    records = [s.record for s in read_records(SAMPLES) if s.record]
    views = [View(r, str(n), n) for n, r in enumerate(islice(cycle(records), count), 1)]
    began = time.perf_counter()
    page = review_page(views)
    written = time.perf_counter() - began
    print(f"{count} records: {len(page.encode()) / 1e6:.1f} MB, written in {written:.1f} s")
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("no Chromium here to open it")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        seconds = opening(browser, Path(folder), page) - opening(browser, Path(folder), "<p>")
    print(f"opened in {seconds:.1f} s")
    return 0


def opening(browser: str, folder: Path, page: str) -> float:
    """Seconds that Chromium takes for a page from its start to its end, the best of three."""
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={folder}/profile", f"--screenshot={folder}/shot.png"]
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([*command, path.as_uri()], check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    sys.exit(main())
