"""A page in headless Chromium that tests can point at, click and type into.

Speaks the DevTools protocol over a pipe, one JSON message a zero byte.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import signal
from pathlib import Path
from typing import Any

from .chromium import BROWSER, QUIET

PATIENCE = 60
"""Seconds after which a silent browser fails the test."""
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38} | {
    "ArrowRight": 39,
    "ArrowDown": 40,
}


class Browser:
    """Chromium with one tab; ``close`` ends it.

    ``faults`` are the errors that the page's scripts threw, ``requests`` the addresses the page
    asked for, its own first, since it was opened.
    """

    def __init__(self, profile: Path, *, width: int = 1440, height: int = 900) -> None:
        assert BROWSER is not None
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        # Chromium reads from 3 and writes to 4; ends out of the way of both can be moved there.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs_in, theirs_out)]
        moves = [(os.POSIX_SPAWN_DUP2, end, place) for end, place in zip(ends, (3, 4), strict=True)]
        null = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)]
        command = [BROWSER, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        self._process = os.posix_spawn(
            BROWSER, [*command, "about:blank"], os.environ, file_actions=[*moves, *null]
        )
        for end in (theirs_in, theirs_out, *ends):
            os.close(end)
        self._left = b""
        self._count = 0
        self._session: dict[str, str] = {}
        self.faults: list[str] = []
        self.requests: list[str] = []
        targets = self._call("Target.getTargets")["targetInfos"]
        tab = next(t["targetId"] for t in targets if t["type"] == "page")
        session = self._call("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **size)
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self._call("Emulation.setEmulatedMedia", features=[calm])
        self._call("Runtime.enable")
        self._call("Network.enable")

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a page afresh and wait until its scripts have run."""
        self._call("Page.navigate", url="about:blank")
        self.faults.clear()
        self.requests.clear()
        self._call("Page.navigate", url=f"{page.resolve().as_uri()}#{fragment}")
        ready = "document.readyState === 'complete' && location.protocol === 'file:'"
        for _ in range(PATIENCE * 40):
            if self.js(f"new Promise((r) => setTimeout(() => r({ready}), 25))"):
                return
        raise AssertionError(f"{page} does not load")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page, promises waited for."""
        done = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def texts(self, selector: str) -> list[str]:
        """The text of every element that is shown, blanks joined."""
        quoted = json.dumps(selector)
        return [
            " ".join(text.split())
            for text in self.js(
                f"[...document.querySelectorAll({quoted})]"
                ".filter((e) => e.checkVisibility()).map((e) => e.textContent)"
            )
        ]

    def press(self, *keys: str) -> None:
        """Press keys one after another where the focus is."""
        for key in keys:
            event = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
            typed = {"text": "\r"} if key == "Enter" else {}
            self._call("Input.dispatchKeyEvent", type="keyDown", **event, **typed)
            self._call("Input.dispatchKeyEvent", type="keyUp", **event)

    def point(self, selector: str, *, click: bool = False) -> None:
        """Move the pointer to the first element of a selector, and click if asked."""
        quoted = json.dumps(selector)
        x, y = self.js(
            f"(() => {{ const e = document.querySelector({quoted});"
            " e.scrollIntoView({block: 'center'}); const b = e.getClientRects()[0];"
            " return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        at = {"x": x, "y": y}
        self._call("Input.dispatchMouseEvent", type="mouseMoved", **at)
        for kind in ("mousePressed", "mouseReleased") if click else ():
            self._call("Input.dispatchMouseEvent", type=kind, **at, button="left", clickCount=1)

    def close(self) -> None:
        """End the browser."""
        os.close(self._out)
        os.close(self._in)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        message = {"id": self._count, "method": method, "params": params} | self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("method") == "Runtime.exceptionThrown":
                self.faults.append(json.dumps(answer["params"]))
            if answer.get("method") == "Network.requestWillBeSent":
                self.requests.append(answer["params"]["request"]["url"])
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return answer["result"]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            more = os.read(self._in, 1 << 20)
            assert more, "the browser is gone"
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        return json.loads(message)
