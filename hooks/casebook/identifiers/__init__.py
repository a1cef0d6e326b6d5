"""The names of things, each a value: parsed from text, printed as text."""
