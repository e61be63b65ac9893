"""How the shipped encoder was trained; needs torch, which Rung itself never does. See README.md."""
