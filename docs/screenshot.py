"""The picture in README: the samples' records as ``vstrecha show`` shows them.

make screenshot          writes docs/review.png; needs Chromium
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.readers.records import read_records
from pipeline.review import View, review_page

HERE = Path(__file__).parent
RECORDS = HERE.parent / "output"
OPENED = "forum_signing/o1"
SIZE = (1440, 900)


def main() -> int:
    """Render the page and let Chromium take its picture; 1 where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("screenshot: no Chromium here (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    stored = [s for s in read_records(RECORDS) if s.record]
    views = [View(s.record, s.name, n) for n, s in enumerate(stored, 1) if s.record]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(review_page(views), "utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--user-data-dir={folder}/profile", "--virtual-time-budget=3000"]
        command += [f"--window-size={SIZE[0]},{SIZE[1]}", f"--screenshot={HERE / 'review.png'}"]
        subprocess.run([*command, f"{page.as_uri()}#{OPENED}"], check=True, capture_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
