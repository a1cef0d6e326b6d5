"""Fifty questions that readers may put to the real collection, each with the letters that answer it.

A question is answered when one of these letters is first, or among the first three.
"""

QUESTIONS: tuple[tuple[str, str], ...] = (
    # Names, in the spellings and scripts of press, registers and families.
    ("Lazarchyk", "BLR 7/2025, BLR 6/2024"),
    ("Alena Lazarchyk", "BLR 7/2025, BLR 6/2024"),
    ("Лазарчик", "BLR 7/2025, BLR 6/2024"),
    ("Алена Лазарчык", "BLR 7/2025, BLR 6/2024"),
    ("Lazarčyk", "BLR 7/2025, BLR 6/2024"),
    ("Lasartschik", "BLR 7/2025, BLR 6/2024"),
    ("Valiuk", "BLR 7/2025"),
    ("Валюк", "BLR 7/2025"),
    ("Lyubov Valyuk", "BLR 7/2025"),
    ("Julian Assange", "GBR 3/2019, GBR 6/2019, SWE 2/2019, SWE 4/2019"),
    ("Джулиан Ассанж", "GBR 3/2019, GBR 6/2019, SWE 2/2019, SWE 4/2019"),
    ("Ehsan Faridi", "IRN 21/2025"),
    ("احسان فریدی", "IRN 21/2025"),
    ("Fareedi", "IRN 21/2025"),
    ("Mahrang Baloch", "PAK 11/2025"),
    ("Mehrang Baluch", "PAK 11/2025"),
    # References.
    ("BLR 7/2025", "BLR 7/2025"),
    ("UA BLR 7/2025", "BLR 7/2025"),
    ("blr-7-2025", "BLR 7/2025"),
    ("GBR/2019/3", "GBR 3/2019"),
    ("AL USA 30/2025", "USA 30/2025"),
    ("JAL RUS 1/2026", "RUS 1/2026"),
    # Standards.
    ("Bangkok Rules", "BLR 7/2025"),
    ("CEDAW general recommendation 35", "BLR 7/2025"),
    ("A/HRC/41/33", "BLR 7/2025"),
    # Words in other forms than the texts have.
    ("detaining mothers", "BLR 7/2025"),
    ("mother's contact with child", "BLR 7/2025"),
    ("extraditing Assange", "GBR 3/2019, SWE 2/2019"),
    ("protesting students", "CAN 1/2012"),
    ("students Quebec", "CAN 1/2012"),
    ("mining human rights defenders", "PAK 11/2025"),
    ("death row student", "IRN 21/2025"),
    ("sanctioning organisations", "USA 38/2025"),
    ("strikes on vessels", "USA 30/2025"),
    ("boat Caribbean strike", "USA 30/2025"),
    ("denial of food and water", "SYR 3/2014"),
    ("starving civilians housing medical care", "SYR 3/2014"),
    ("International Criminal Court judges convicted", "RUS 1/2026"),
    ("civilian detainees occupied Ukraine", "RUS 14/2025"),
    ("mock execution", "RUS 14/2025"),
    ("enforced disappearances", "RUS 14/2025, PAK 11/2025"),
    ("extremism laws", "BLR 7/2025"),
    ("prison discipline woman", "BLR 6/2024, BLR 7/2025"),
    ("Belmarsh", "GBR 3/2019"),
    ("Reko Diq", "PAK 11/2025"),
    ("Al-Haq", "USA 38/2025"),
    ("alhaq sanctions", "USA 38/2025"),
    # Phrases.
    ('"single mothers"', "BLR 7/2025"),
    ('"open questions"', "GBR 6/2019, SWE 4/2019"),
    ('"method of war"', "SYR 3/2014"),
)
