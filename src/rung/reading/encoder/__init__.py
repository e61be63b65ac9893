"""The small trained encoder: spans of skills in a sentence, and nearness of phrases.

Why beside the name lists: they find what the catalogue knows; this finds what it doesn't.
Runs on the CPU through ONNX Runtime, from weights in the package; no network, no torch.
"""
