"""all-MiniLM-L6-v2 as a plain torch module, loaded from its published weights.

Why not through a model library: six layers of BERT are a page of code, and the exported graph
then holds nothing but what runs. The word embeddings stay as published and outside the graph,
so that the tagger and the linker share one table.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the official model.safetensors of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)."""
WIDTH, HEADS, LAYERS, INNER, POSITIONS = 384, 12, 6, 1536, 512


class Layer(nn.Module):
    """One transformer block, post-norm as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is (batch, length, width); ``bias`` (batch, 1, 1, length), -1e4 on padding."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias
        mixed = scores.softmax(-1) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Embedded words in, contextual vectors out."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """``embedded`` (batch, length, width) and ``mask`` (batch, length) of 1 and 0."""
        x = self.drop(self.norm(embedded + self.position[: embedded.shape[1]] + self.kind))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def published(folder: Path, dropout: float = 0.1) -> tuple[Encoder, Tensor]:
    """The encoder with its published weights, and the word embeddings (vocabulary, width)."""
    file = folder / "model.safetensors"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{file} is not the official file: its SHA-256 is {digest}")
    w = load_file(file)
    encoder = Encoder(dropout)
    state = {
        "position": w["embeddings.position_embeddings.weight"],
        "kind": w["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": w["embeddings.LayerNorm.weight"],
        "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            three = [w[f"{old}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{part}"] = torch.cat(three)
            state[f"layers.{i}.out.{part}"] = w[f"{old}attention.output.dense.{part}"]
            state[f"layers.{i}.norm1.{part}"] = w[f"{old}attention.output.LayerNorm.{part}"]
            state[f"layers.{i}.up.{part}"] = w[f"{old}intermediate.dense.{part}"]
            state[f"layers.{i}.down.{part}"] = w[f"{old}output.dense.{part}"]
            state[f"layers.{i}.norm2.{part}"] = w[f"{old}output.LayerNorm.{part}"]
    encoder.load_state_dict(state)
    return encoder, w["embeddings.word_embeddings.weight"]


def pooled(vectors: Tensor, mask: Tensor) -> Tensor:
    """Mean over the words of each text, scaled to length one: (batch, width)."""
    m = mask[:, :, None].to(vectors.dtype)
    return functional.normalize((vectors * m).sum(1) / m.sum(1).clamp(min=1e-9), dim=-1)
