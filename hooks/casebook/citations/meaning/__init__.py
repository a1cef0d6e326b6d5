"""What they mean: the instrument that governs a number, and every reason to doubt it."""
