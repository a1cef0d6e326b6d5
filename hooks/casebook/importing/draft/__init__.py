"""What was read as dossier.yml: a new one, or the fields that one lacks."""
