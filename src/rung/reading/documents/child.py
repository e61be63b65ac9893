"""The disposable process that parses one document: bytes in on stdin, JSON out on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from rung.reading.documents.drafts import Draft
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError

Parser = Callable[[bytes, Limits], Draft]

# The parser of each kind, and the libraries to load before limits make reading them harder.
PARSERS = {
    "pdf": ("rung.reading.documents.pdf", "pypdfium2"),
    "docx": ("rung.reading.documents.docx", "defusedxml.ElementTree"),
    "html": ("rung.reading.documents.html", "selectolax.lexbor"),
    "text": ("rung.reading.documents.plain", "re"),
    "json": ("rung.reading.documents.jsonresume", "selectolax.lexbor"),
    "rendercv": ("rung.reading.documents.structured.rendercv", "yaml"),
    "linkedin": ("rung.reading.documents.structured.linkedin", "csv"),
    "ocr": ("rung.reading.documents.ocr", "pypdfium2"),
    "europass": ("rung.reading.documents.structured.europass", "defusedxml.ElementTree"),
}
UNLIMITED = "This system can't limit a reader's memory; only its time was limited."


def main(kind: str, limits: Limits) -> None:
    """Parse stdin as ``kind`` and write a draft or a refusal as JSON to stdout."""
    module, library = PARSERS[kind]
    import_module(library)
    parse: Parser = import_module(module).parse
    content = sys.stdin.buffer.read()
    limited = confine(limits)
    answer = json.dumps(_answer(parse, content, limits, limited))
    sys.stdout.write(answer)
    sys.stdout.flush()


def confine(limits: Limits) -> bool:
    """Bound this process's memory, CPU time and files; whether the system could."""
    try:
        import resource
    except ImportError:
        return False
    bounds = (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    lowered = [_lower(resource, what, bound) for what, bound in bounds]
    return all(lowered)


def _lower(resource: ModuleType, what: int, bound: int) -> bool:
    """Lower one limit; False where the system refuses (macOS does for the address space)."""
    _, hard = resource.getrlimit(what)
    allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    try:
        resource.setrlimit(what, (allowed, allowed))
    except (ValueError, OSError):
        return False
    return True


def _answer(parse: Parser, content: bytes, limits: Limits, limited: bool) -> dict[str, object]:
    try:
        draft = parse(content, limits)
        _check_length(draft, limits)
    except RefusalError as refusal:
        return {"refused": [refusal.cause, refusal.next_step]}
    except MemoryError:
        return {"failed": "memory"}
    except Exception as error:  # a parser tripping over broken input, whatever the library raises
        return {"failed": type(error).__name__}
    warnings = draft.warnings if limited else (*draft.warnings, UNLIMITED)
    return {"draft": draft._replace(warnings=warnings)}


def _check_length(draft: Draft, limits: Limits) -> None:
    if sum(len(line.text) for page in draft.pages for line in page.lines) > limits.characters:
        raise RefusalError(
            f"it holds far more text than a résumé (over {limits.characters:,} characters).",
            "Give only the résumé.",
        )
