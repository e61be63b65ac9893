"""Whether Rung cuts words as the tokenizers library does.

python -m training.pieces_check MODEL_FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.gold_texts import FILES, MARKET
from tokenizers import Tokenizer

from rung.reading.encoder import pieces
from training.data import green, skillspan


def main() -> None:
    theirs = Tokenizer.from_file(str(Path(sys.argv[1]) / "tokenizer.json"))
    theirs.no_padding()
    theirs.no_truncation()
    import duckdb

    texts = [" ".join(s.words) for s in [*skillspan("train"), *green()]]
    rows = duckdb.execute(f"select description from '{MARKET / FILES[0]}' limit 3000").fetchall()
    texts += [line for (text,) in rows for line in text.split("\n") if line][:20000]
    wrong = [t for t in texts if theirs.encode(t).ids[1:-1] != pieces.of_text(t)]
    print(len(texts), "texts,", len(wrong), "cut otherwise")
    for text in wrong[:5]:
        print(repr(text[:200]))


if __name__ == "__main__":
    main()
