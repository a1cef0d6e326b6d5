"""An invented collection in other scripts: a letter in Arabic, a reply in Russian, and every kind
of page that the real collection may lack."""

LETTER = "cases/xxx/1-2025/"
UNREAD = "cases/xxx/3-2025/"
WITHDRAWN = "cases/xxx/4-2023/"
MOVED = "cases/xxx/9-2025/"

ARABIC_NAME = "ليلى نهري"
CYRILLIC_NAME = "Лейла Нахри"
ARABIC_TITLE = "إنذار قرية قبل الفيضان"
RUSSIAN_TITLE = "Предупреждение о наводнении"

FILES: dict[str, str | bytes] = {
    f"{LETTER}dossier.yml": f"""\
type: UA
title: Flooding of a village
sent: 2025-03-04
language: ar
mandates: [sr-rivers, wg-bridges]
mandates-note: The letter prints a third name that cannot be read.
signatories:
  - {{mandate: sr-rivers, name: A. Holder, title: Special Rapporteur on rivers}}
topics: [floods]
summary: >-
  A village below a dam is said to have been flooded twice. The experts ask who looks after the dam.
persons:
  - name: Leyla Nahri
    naming: public
    also: [{CYRILLIC_NAME}, {ARABIC_NAME}, Leïla Nahri]
    role: a teacher
  - {{name: Somebody Else, naming: withheld}}
publication: {{rule: 60 days, source: letter}}
published: 2025-05-03
requests:
  q1: Who looks after the dam.
  q2: When the village was last warned.
documents:
  communication:
    source:
      publisher: An Archive
      url: https://archive.example/letters/1
      retrieved: 2025-05-04
      sha256: {"0123456789abcdef" * 4}
      pages: 3
    text: ocr
replies:
  reply-1:
    received: 2025-04-20
    status: substantive
    language: ru
    source: {{publisher: An Archive, url: https://archive.example/replies/1}}
    answers:
      q1: {{state: answered, at: [p1]}}
      q2: not-addressed
    assessed-by: the editors
    assessments:
      - {{by: The experts, what: The second question was left out., url: https://archive.example/said}}
checked: 2025-12-01
related: [{{to: XXX 2/2024, as: follows-up}}]
press:
  - {{publisher: The Daily Ford, title: {ARABIC_TITLE}, date: 2025-06, url: https://daily.example/1, about: inferred}}
events:
  - {{date: 2025-07-01, what: The dam was closed., source: the archive}}
corrections:
  - {{date: 2025-08-01, what: The day of the reply was wrong., why: A reader wrote.}}
""",
    f"{LETTER}communication.md": """\
## المعلومات الواردة

[1] وفقا للمعلومات الواردة، غمرت المياه القرية الواقعة أسفل السد مرتين، وتشير الرسالة إلى [المادة 7](/standards/river-convention.md#article-7.2) من الاتفاقية.[^1]

> لم يحذرنا أحد قبل وصول المياه.

- منازل على الضفة
- مدرسة القرية

| السنة | المنازل |
| --- | --: |
| 2023 | 4 |
| 2024 | 11 |

## الطلبات

[q1] من يعتني بالسد، وفقا لما ورد في XXX 2/2024؟

[q2] متى حذرت القرية آخر مرة؟

[^1]: انظر أيضا [المادة 12](/standards/river-convention.md#article-12).
""",
    f"{LETTER}communication.restated.md": """\
## What is alleged

[1] The village below the dam is said to have been flooded twice; the letter invokes [article 7(2)](/standards/river-convention.md#article-7.2) of the River Convention.

## Requests

[q1] Who looks after the dam.

[q2] When the village was last warned.
""",
    f"{LETTER}reply-1.md": """\
[1] За плотиной следит служба рек, как того требует [статья 7](/standards/river-convention.md#article-7.2) Конвенции.

[2] Других сведений нет.[^1]

[^1]: Письмо службы рек.
""",
    "cases/xxx/2-2024/dossier.yml": f"""\
type: UA
title: {RUSSIAN_TITLE}
sent: 2024-11-05
language: ru
mandates: [sr-rivers]
topics: [floods]
persons:
  - {{name: {CYRILLIC_NAME}, naming: public, also: [Leyla Nahri]}}
replies:
  reply-1:
    received: 2024-12-20
    status: withheld
    source: {{publisher: An Archive, url: https://archive.example/replies/2}}
""",
    f"{UNREAD}dossier.yml": f"type: AL\ntitle: {ARABIC_TITLE}\nsent: 2025-09-01\nlanguage: ar\n"
    "checked: 2025-12-01\n",
    f"{WITHDRAWN}dossier.yml": "type: UA\ntitle: Gone\nsent: 2023-01-02\n"
    "withdrawn: {date: 2025-02-03, reason: The letter was sent in error.}\n",
    "cases/registers/moved.yml": f"{MOVED}: {LETTER}\n",
    "docs/permalinks.txt": f"{MOVED}\n",
    "docs/note.md": """\
# A page written by hand

Some words, a note[^1], *and emphasis*. [Elsewhere](https://archive.example/).

## A table

| | Letters |
| --- | --: |
| 2024 | 1 |

    make site

[^1]: The note.
""",
}
