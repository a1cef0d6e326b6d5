"""The records themselves: frozen, without disk, YAML, HTML or clock."""
