"""What the generated parts of docs/ are made by; ``python3 bootstrap.py docs`` runs them."""
