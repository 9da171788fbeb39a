"""Bytes to text: UTF-8 with or without a byte-order mark, UTF-16, cp1251, koi8-r."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import InputError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CYRILLIC = ["cp1251", "koi8_r", "utf_16_le", "utf_16_be", "cp866", "iso8859_5", "mac_cyrillic"]
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_BINARY_SHARE = 0.02
_BROKEN_SHARE = 0.1
"""Broken bytes to whole Cyrillic letters; a text in another encoding has far more."""


class Decoded(NamedTuple):
    """A file's text without a byte-order mark, the encoding it was read as, and what was lost."""

    text: str
    encoding: str
    notes: tuple[tuple[str, str], ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a file; ``notes`` are codes and messages of what it cost to read it.

    Raises ``InputError`` with code ``empty_file``, ``binary_file`` or ``unknown_encoding``.
    """
    if not data.strip():
        raise InputError("empty_file", "the file is empty; an article needs text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding), encoding.removesuffix("-sig"))
    _refuse_binary(data)
    found = _nearly_utf8(data)
    if found is None:
        text, encoding = _guess(data)
        message = f"the file is not Unicode; read as {encoding}"
        guessed = encoding.startswith("utf")
        found = Decoded(text, encoding, () if guessed else (("encoding_guessed", message),))
    controls = sum(ord(char) in _CONTROLS for char in found.text)
    if controls:
        note = ("control_characters", f"the text holds {controls} control characters")
        found = found._replace(notes=(*found.notes, note))
    return found


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8, a few broken bytes in it replaced; None where it is another encoding."""
    if _is_wide(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum("а" <= char.lower() <= "я" for char in text)
    if broken > _BROKEN_SHARE * whole:
        return None
    return Decoded(
        text, "utf-8", (("bad_bytes_replaced", f"{broken} bytes that are not UTF-8 became U+FFFD"),)
    )


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            "unknown_encoding",
            f"the byte-order mark says {encoding} but the bytes are not: {error}; "
            "save the file as UTF-8",
        ) from error


def _is_wide(data: bytes) -> bool:
    """Whether so many bytes are zero that the text must be UTF-16."""
    sample = data[:65536]
    return sample.count(0) > len(sample) // 10


def _refuse_binary(data: bytes) -> None:
    sample = data[:65536]
    controls = sum(byte in _CONTROLS for byte in sample) / len(sample)
    if controls > _BINARY_SHARE and not _is_wide(data):
        raise InputError("binary_file", "the file is not text; give .txt, .html or a table")


def _guess(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:262144], cp_isolation=_CYRILLIC).best()
    encoding = best.encoding if best is not None else ""
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text or _is_noise(text):
        raise InputError(
            "binary_file" if _is_wide(data) else "unknown_encoding",
            "the bytes are no text in UTF-8, UTF-16, cp1251 or koi8-r; save the file as UTF-8",
        )
    return text, encoding.replace("_", "-")


def _is_noise(text: str) -> bool:
    sample = text[:20000]
    letters = sum(c.isalpha() for c in sample)
    known = sum("а" <= c.lower() <= "я" or c in "ёЁ" or c.isascii() for c in sample if c.isalpha())
    return letters == 0 or known < 0.8 * letters
