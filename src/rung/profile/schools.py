"""Names of schools in a line: by a word that they carry, with their campus or town kept."""

from __future__ import annotations

import re

from rung.profile.degrees import DEGREE
from rung.profile.rows import Row, split
from rung.profile.words import PlaceNames, is_place

SCHOOL = re.compile(
    r"\b(?:universi\w+|univ\b\.?|uniwersytet\w*|yliopisto|college|collège|colegio|institut\w*"
    r"|instytut\w*|school|academy|académie|akademi\w+|accademia|hochschule|\w+hochschule|polyt[eé]ch\w*"
    r"|polit[eé]cn\w*|politechn\w*|polytekn\w*|école|ecole|escuela|escola|scuola|facult\w+|facoltà"
    r"|lycée|liceo|gymnasium|hogeschool|högskola|seminary|conservator\w+|kolleg|studienkolleg"
    r"|mit|eth|epfl|ucl|ucla|uc|caltech|iit|iiit|iisc|nit|bits|lse|nus|ntu|kaist|tum|rwth|kth|ens|insa"
    r"|hec|insead|kit|tu|fu|lmu|suny|cuny)\b"
    r"|\b\w+(?:universität|universiteit|universitetet|skola|skolen)\b",
    re.IGNORECASE,
)
"""A word that schools' names carry."""

_AT = re.compile(r"\s+(?:from|at)\s+")
_CAMPUS = re.compile(
    r"(?:\bUniversity of \w[\w ]*|\bUniversity System|\bState University|\bSUNY|\bCUNY"
    r"|\bIndian Institute of \w+|\bNational Institute of \w+|\bIIT|\bIIIT|\bNIT|\bBITS)$"
)
"""A name that a campus after a comma belongs to ("University of California, Davis")."""


def school_of(cell: Row, parts: re.Pattern[str], places: PlaceNames) -> Row | None:
    """The school a cell names, or None where no word of it says so."""
    pieces = list(split(cell, parts))
    for at, piece in enumerate(pieces):
        if not SCHOOL.search(piece.text) or is_place(piece.text, places):
            continue
        degree = DEGREE.match(piece.text)
        name = piece.cut(degree.end(), len(piece.text)) if degree else piece
        lead = len(name.text) - len(name.text.lstrip(" :.,;("))
        name = name.cut(lead, len(name.text.rstrip(" ,;(")))
        if name.text.endswith(")") and "(" not in name.text:
            name = name.cut(0, len(name.text) - 1)
        if name.text and not name.text[0].islower():
            return _with_campus(cell, name, pieces[at + 1 :])
    return None


def _with_campus(cell: Row, name: Row, after: list[Row]) -> Row:
    """The name with what belongs to it: "at Austin", or a campus after the comma."""
    at = cell.index(name.end - 1) + 1
    rest = cell.text[at:]
    joined = _AT.match(rest)
    if joined and after and after[0].text[:1].isupper():
        return cell.cut(cell.index(name.start), cell.index(after[0].end - 1) + 1)
    campus = re.match(r",\s+[A-ZÀ-Þ]", rest) and after and _CAMPUS.search(name.text)
    if campus and len(after[0].text.split()) <= 3 and (len(after) == 1 or "\t" in rest):
        return cell.cut(cell.index(name.start), cell.index(after[0].end - 1) + 1)
    return name
