"""What a text cites: where its citations stand, and where each one leads. It never guesses.

Other rooms hand a document to `finding` as `passages`, with the `names` of what we hold, and get
a `citation` for each place; `members` parts one into its links, `publishers` knows where else a
target can be read. Within, four rooms, each of which imports of the others only those before it:

    lexicon   what instruments and the bodies behind them are called, and how a name is found
    grammar   what the words say: numbers, names, and which name stands with which numbers
    meaning   what they mean: the instrument that governs a number, and every reason to doubt it
    kinds     the kinds of citations, one file each: how one begins, and what of it is read

A document is read once, in its order, each passage in these steps:

    1. `plain` gives it one spelling for every dash, quote and accent; links are blotted out, and
       only noted in the context when the reading passes them. A cell of a table that has numbers
       alone is left to `bare`.
    2. `anchors` finds the next place at which something may begin. Most passages have none.
    3. `finding` asks `anchors` what begins there, and hands the place to one of `kinds`: `ibid`,
       `resolutions`, `opinions`, `comments`, `documents` (symbols) or `references`; a word such as
       "article" it reads itself, with `provisions` of the grammar. Everything else, and what began
       like a symbol or a reference and is none, goes to `mentions`: names, and with `following`
       and `bare` the numbers behind them. What a resolution proclaims and what a comment is on
       is read with them, by `annexed` and `titles`.
    4. Each reads as far as it understands and leaves the tokenizer behind what it took; the
       reading goes on there. Paragraphs of nothing that is named wait for what is found next:
       `leading` knows whether they are of it.
    5. For provisions, `resolving` settles the governor: the name that the grammar found with the
       numbers (`governed`). A number without one takes what was named before it, unless somebody
       objects, in this order: `namesakes`, `doubts` with `penalties`, `strangers`, `domestic`,
       and `doubts` again for what follows. Of every number, `possible` says whether it can be one.
       The first objection is the reason that an editor reads.
    6. A `draft` comes out; led back to the words as they are written, it is the citation.

What is read sees what stands before it only through `context`. That holds, for the document, the
acronyms it gives and the comments it names in full; for the section and for the paragraph, what
they named, and the bodies that may speak of their own; for "ibid.", the citation right before, be
it at the end of the last paragraph. The next document begins with an empty one.
"""
