"""Bytes to text: UTF-8 with or without a byte-order mark, UTF-16, cp1251, koi8-r."""

from __future__ import annotations

from ..errors import InputError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CYRILLIC = ["cp1251", "koi8_r", "utf_16_le", "utf_16_be", "cp866", "iso8859_5", "mac_cyrillic"]
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_BINARY_SHARE = 0.02


def decode(data: bytes) -> tuple[str, str]:
    """``(text, encoding)``, the text without a byte-order mark.

    Raises ``InputError`` with code ``empty_file``, ``binary_file`` or ``unknown_encoding``.
    """
    if not data.strip():
        raise InputError("empty_file", "the file is empty; an article needs text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding.removesuffix("-sig")
    if b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _guess(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            "unknown_encoding",
            f"the byte-order mark says {encoding} but the bytes are not: {error}; "
            "save the file as UTF-8",
        ) from error


def _guess(data: bytes) -> tuple[str, str]:
    sample = data[:65536]
    wide = sample.count(0) > len(sample) // 10
    controls = sum(byte in _CONTROLS for byte in sample) / len(sample)
    if controls > _BINARY_SHARE and not wide:
        raise InputError("binary_file", "the file is not text; give .txt, .html or a table")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:262144], cp_isolation=_CYRILLIC).best()
    encoding = best.encoding if best is not None else ""
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text or _is_noise(text):
        raise InputError(
            "binary_file" if wide else "unknown_encoding",
            "the bytes are no text in UTF-8, UTF-16, cp1251 or koi8-r; save the file as UTF-8",
        )
    return text, encoding.replace("_", "-")


def _is_noise(text: str) -> bool:
    sample = text[:20000]
    letters = sum(c.isalpha() for c in sample)
    known = sum("а" <= c.lower() <= "я" or c in "ёЁ" or c.isascii() for c in sample if c.isalpha())
    return letters == 0 or known < 0.8 * letters
