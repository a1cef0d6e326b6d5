"""Casebook: case dossiers of UN Special Procedures, from files to a public site.

README.md has the map of the rooms, lowest first. Each imports only those below it, and nothing in
here imports mkdocs: it is the hooks beside this package that do.
"""
