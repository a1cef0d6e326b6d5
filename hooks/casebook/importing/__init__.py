"""From the file of a letter or a reply to the draft of a dossier."""
