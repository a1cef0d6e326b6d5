"""From planned pages to a site: cached by content, written aside, swapped whole."""
