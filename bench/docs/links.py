"""Links that leave the documentation: listed for a person to try, never fetched here.

python -m bench.docs.links
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
_CODE = re.compile(r"^(`{3,}).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((https?://[^)\s]+)\)|<(https?://[^>\s]+)>")


def main() -> None:
    """Print each address with the page it stands on."""
    for page, address in external():
        print(f"{page}  {address}")


def external() -> Iterator[tuple[str, str]]:
    """Every address outside, by page; those in code and outputs are no links."""
    for path in sorted(DOCS.rglob("*.md")):
        text = _CODE.sub("", path.read_text("utf-8"))
        found = dict.fromkeys(one or other for one, other in _LINK.findall(text))
        for address in found:
            yield path.relative_to(DOCS).as_posix(), address


if __name__ == "__main__":
    main()
