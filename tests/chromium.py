"""Headless Chromium for tests of pages: what a page's scripts made of it, what it asked for."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
)


@dataclass
class Proxy:
    """Everything that was asked for through it, as ``METHOD address`` lines."""

    port: int = 0
    asked: list[str] = field(default_factory=list)


@contextmanager
def proxy() -> Iterator[Proxy]:
    """A proxy that writes down what it is asked for and gives nothing."""
    seen = Proxy()

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            line = self.rfile.readline(65536).decode("latin-1")
            if line.strip():
                seen.asked.append(" ".join(line.split()[:2]))
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    seen.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def opened(page: Path, profile: Path, *options: str, fragment: str = "") -> str:
    """The document as it stands after the page's scripts ran, as HTML text.

    ``profile`` is a folder for the browser's own files; ``fragment`` follows ``#``.
    """
    assert BROWSER is not None
    address = page.resolve().as_uri() + (f"#{fragment}" if fragment else "")
    command = [BROWSER, *QUIET, f"--user-data-dir={profile}", "--virtual-time-budget=3000"]
    done = subprocess.run(
        [*command, *options, "--dump-dom", address], capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode("utf-8")


def opened_behind_proxy(page: Path, profile: Path, *, fragment: str = "") -> tuple[str, list[str]]:
    """As ``opened``, with the requests that the page made, loopback ones included."""
    with proxy() as seen:
        through = f"--proxy-server=127.0.0.1:{seen.port}"
        html = opened(page, profile, through, "--proxy-bypass-list=<-loopback>", fragment=fragment)
    return html, seen.asked
