"""Whether a PDF's text layer is there and is language, so that nothing is read into noise."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rung.reading.documents.refusal import RefusalError

# A page with fewer visible characters than this holds no text worth the name.
MIN_PAGE_CHARACTERS = 40
MAX_UNMAPPED_SHARE = 0.2
# Languages in Latin letters have about two vowels in five letters; shifted encodings few.
MIN_VOWEL_SHARE = 0.2
MIN_LETTERS = 200

_EXPORT = "Export it again from the program it was written in, or give the DOCX."


def check_text_layer(pages: Sequence[str]) -> None:
    """Refuse pages of images and text whose characters have lost their meaning.

    ``pages`` are the visible characters of each page, spaces left out.
    """
    if all(len(page) < MIN_PAGE_CHARACTERS for page in pages):
        raise RefusalError(
            f"it has no text to read, only images or drawings ({len(pages)} page(s)).",
            "Read the picture with `rung profile import --ocr`, or give the DOCX or text instead.",
        )
    text = "".join(pages)
    if _unmapped_share(text) > MAX_UNMAPPED_SHARE or _is_shifted(text):
        raise RefusalError(
            "its text is garbled: the fonts don't say which letters they show.", _EXPORT
        )


def _unmapped_share(text: str) -> float:
    unmapped = sum(
        character == "\ufffd" or unicodedata.category(character) in ("Co", "Cc", "Cn")
        for character in text
    )
    return unmapped / len(text)


def _is_shifted(text: str) -> bool:
    letters = [c for c in text.lower() if "a" <= c <= "z"]
    vowels = sum(c in "aeiouy" for c in letters)
    return len(letters) >= MIN_LETTERS and vowels < MIN_VOWEL_SHARE * len(letters)
