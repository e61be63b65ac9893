"""A linear-chain conditional random field over B, I and O: loss and best path."""

from __future__ import annotations

import torch
from torch import Tensor, nn

LABELS = ("O", "B", "I")


class Crf(nn.Module):
    """Transition scores between neighbouring labels; I never follows O nor opens a text."""

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(3, 3))
        self.start = nn.Parameter(torch.zeros(3))
        barred = torch.zeros(3, 3)
        barred[0, 2] = -1e4
        self.register_buffer("barred", barred)
        self.register_buffer("barred_start", torch.tensor([0.0, 0.0, -1e4]))

    def scores(self) -> tuple[Tensor, Tensor]:
        """Transitions (from, to) and starts with the impossible ones barred."""
        return self.transitions + self.barred, self.start + self.barred_start

    def loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood; emissions (batch, words, 3), mask true on words."""
        move, start = self.scores()
        alpha = start + emissions[:, 0]
        gold = alpha.gather(1, labels[:, :1]).squeeze(1)
        for t in range(1, emissions.shape[1]):
            on = mask[:, t]
            new = torch.logsumexp(alpha[:, :, None] + move, 1) + emissions[:, t]
            alpha = torch.where(on[:, None], new, alpha)
            step = move[labels[:, t - 1], labels[:, t]]
            step = step + emissions[:, t].gather(1, labels[:, t : t + 1]).squeeze(1)
            gold = gold + torch.where(on, step, torch.zeros_like(step))
        return (torch.logsumexp(alpha, 1) - gold).sum() / mask.sum()
