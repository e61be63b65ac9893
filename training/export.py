"""Write what Rung ships: int8 graphs of tagger and linker, and the word table they share.

python -m training.export MODEL_FOLDER --tagger TAGGER.pt --linker LINKER.pt OUT_FOLDER
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from training.encoder import Encoder, published
from training.tagger import Tagger


class Tags(nn.Module):
    """Label scores of every piece: skill O, B, I, then knowledge O, B, I."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, embedded: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        vectors = self.tagger(embedded, shapes, mask)
        heads = self.tagger.heads
        return torch.cat([heads["skill"](vectors), heads["knowledge"](vectors)], -1)


def write(module: nn.Module, inputs: dict[str, Tensor], output: str, file: Path) -> None:
    """Export to ONNX with weights in int8, a scale for each 128.

    Why in blocks: with one scale a tensor for what flows through (dynamic quantisation) a text
    reads differently beside other texts, and strict F1 falls by one to two points.
    """
    module.eval()
    sizes = {name: {0: "texts", 1: "pieces"} for name in [*inputs, output]}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(plain),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes=sizes,
            opset_version=17,
            dynamo=False,
        )
        graph = MatMulNBitsQuantizer(
            onnx.load(str(plain)), bits=8, block_size=128, is_symmetric=True, accuracy_level=4
        )
        graph.process()
        graph.model.save_model_to_file(str(file), use_external_data_format=False)


def table_in_int8(table: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Each row as int8 with its own scale: (words, width) and (words,)."""
    rows = table.numpy().astype(np.float32)
    scale = np.abs(rows).max(1) / 127
    scale[scale == 0] = 1
    return np.round(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("model", type=Path)
    args.add_argument("--tagger", type=Path)
    args.add_argument("--linker", type=Path)
    args.add_argument("--published", type=Path, help="also the untouched encoder, as a peer")
    args.add_argument("out", type=Path)
    a = args.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    encoder, table = published(a.model)
    rows, scale = table_in_int8(table)
    np.save(a.out / "words.npy", rows)
    np.save(a.out / "scales.npy", scale)
    shutil.copyfile(a.model / "vocab.txt", a.out / "vocab.txt")
    embedded, mask = torch.randn(2, 9, 384), torch.ones(2, 9, dtype=torch.int64)
    if a.tagger:
        tagger = Tagger(encoder)
        tagger.load_state_dict(torch.load(a.tagger))
        shapes = torch.ones(2, 9, dtype=torch.int64)
        inputs = {"embedded": embedded, "shapes": shapes, "mask": mask}
        write(Tags(tagger), inputs, "scores", a.out / "tagger.onnx")
        chains = {}
        for name in ("skill", "knowledge"):
            move, start = tagger.chains[name].scores()
            chains[name] = {
                "move": [[round(x, 4) for x in row] for row in move.tolist()],
                "start": [round(x, 4) for x in start.tolist()],
            }
        (a.out / "chains.json").write_text(json.dumps(chains, indent=1) + "\n")
    if a.published:
        write(encoder, {"embedded": embedded, "mask": mask}, "vectors", a.published)
    if a.linker:
        linker = Encoder()
        linker.load_state_dict(torch.load(a.linker))
        inputs = {"embedded": embedded, "mask": mask}
        write(linker, inputs, "vectors", a.out / "linker.onnx")


if __name__ == "__main__":
    main()
