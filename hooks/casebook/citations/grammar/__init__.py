"""What the words say: tokens, numbers, names, and the name that stands with the numbers."""
