"""Clean text of one line: what a reader sees, without the leftovers of typesetting."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Line-end hyphens as PDFium reports them.
HYPHENS = "\x02\ufffe"
# Symbol fonts put their bullets into the private use area; the usual ones by code.
SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc"
BULLETS = "•‣◦⁃∙●○◉◘▪▫■□◆◇►▸▹▶➢➤➔✓✔❖❑◾◽⚫⦁·∗" + SYMBOL_BULLETS

_MARK = re.compile(rf"[\s\u200b\ufeff]*(?:[{BULLETS}]\s*)+")
# The end of a wrapped date range: "– present", "– June 2021".
_NO_DATE = (
    r"(?!(?:present|current|now|today|heute|présent|actual\w*|aujourd|presente|atual\w*|heden|oggi)\b"
    r"|[^\W\d_]{3,10}\.?\s(?:19|20)\d\d\s*$)"
)
# A dash or asterisk counts only before text, not before the end of a wrapped date range.
_DASH_MARK = re.compile(
    rf"\s*[-–—*+][ \t\xa0]+(?=[^\W\d_]|[\"'“(\[$€£]){_NO_DATE}",
    re.IGNORECASE,
)
# Word's hollow bullet is the letter "o" in Courier.
_HOLLOW_MARK = re.compile(r"\s*o[ \t\xa0]+(?=[A-Z])")
# A list's own dash may stand so close that the space is lost; only the long ones do.
_CLOSE_DASH = re.compile(rf"\s*[–—](?=[^\W\d_]){_NO_DATE}", re.IGNORECASE)
_MARKS = (_MARK, _DASH_MARK, _HOLLOW_MARK, _CLOSE_DASH)


def tidy(text: str) -> str:
    """The text with ligatures spelt out and invisible, private and control characters gone.

    Why: ``Rung`` quotes and matches these lines; tabs stay, since they part columns.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(map(_tidy_character, _join_surrogates(text))).strip()


def _join_surrogates(text: str) -> str:
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _tidy_character(character: str) -> str:
    if character in LIGATURES:
        return LIGATURES[character]
    if character in HYPHENS:
        return "-"
    if character == "\t":
        return character
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp") or character in "\n\r\v\f\x85":
        return " "
    if "\x80" <= character <= "\x9f":  # Windows' dashes and quotes, taken over byte by byte
        return character.encode("latin-1").decode("cp1252", "ignore")
    return "" if category in ("Cc", "Cf", "Co", "Cn", "Cs") else character


def split_bullet(text: str) -> tuple[str, bool]:
    """The text without its bullet glyph, and whether it had one."""
    for mark in _MARKS:
        match = mark.match(text)
        if match:
            return text[match.end() :], True
    return text, False


def letters_apart(text: str) -> bool:
    """Whether the text is set letter by letter, as in ``E X P E R I E N C E``.

    >>> letters_apart("S K I L L S"), letters_apart("R and C")
    (True, False)
    """
    tokens = text.split()
    single = sum(len(token) == 1 and token.isalpha() for token in tokens)
    return single >= 4 and single >= 0.8 * len(tokens)


def close_letters(text: str) -> str:
    """Letter-spaced text closed up; two or more spaces (or a tab) part its words.

    >>> close_letters("W O R K   H I S T O R Y")
    'WORK HISTORY'
    """
    if not letters_apart(text):
        return text
    words = re.split(r"\s{2,}|\t", text.strip())
    return " ".join(word.replace(" ", "") for word in words)
