"""Standards that texts cite: a covenant and a national law."""

STANDARDS = {
    "iccpr": "title: International Covenant on Civil and Political Rights\nshort: ICCPR\n"
    "also: [CCPR]\nkind: treaty\nnoun: Covenant\nhighest: {article: 53}\n",
    "xxx-penal-code": "title: Penal Code of Xanadu\nshort: Penal Code (Xanadu)\n"
    "also: [Penal Code]\nkind: national-law\n",
}
FILES = {name: f"---\n{facts}---\n\nA gloss.\n" for name, facts in STANDARDS.items()}
"""Their files, by their ids."""
