"""What governs a provision: the instruments that a governor stands for. Nothing is guessed."""

from casebook.citations.grammar.governors import LAW, Back, Foreign, Governor, Law, Named
from casebook.citations.lexicon.laws import LAW_NOUNS
from casebook.citations.meaning.context import Context
from casebook.citations.names import InstrumentName

Governed = tuple[InstrumentName, ...] | str | None
"""The instruments that govern a provision; or the reason why none does; or nothing to say."""


def resolve_governor(governor: Governor, context: Context) -> Governed:
    """Return the instruments that a governor stands for, and note in the context what it names."""
    match governor:
        case Named(instruments=instruments, conflict=conflict, introduced=introduced):
            if conflict:
                context.name_foreign(LAW)
                return f"It is not certain which standard is meant: {conflict}."
            context.name(*instruments)
            if introduced:
                context.define(introduced, instruments[0])
            return instruments
        case Back(which=which) if which:
            return _resolve_several(governor, context)
        case Back(noun=noun, words=words):
            if instrument := context.back(noun, words):
                context.name(instrument)
                return (instrument,)
            if context.is_doubtful(noun):
                return f"The sentence before it names more than one {noun}; it may mean either."
            has_speaker = context.has_speaker(noun)
            context.name_foreign(noun)
            if has_speaker:
                return f"A court or a committee is named before it that may mean another {noun}."
            return (
                f"No {' '.join((*words, noun.capitalize()))} that we hold is named before it in this"
                " section."
            )
        case Law():
            return _resolve_law(governor, context)
        case Foreign(words=words, noun="law") if words in LAW_NOUNS and (
            instrument := context.back(LAW, (words,))
        ):
            # "the same Code": the law that was named last, if that is one
            context.name(instrument)
            return (instrument,)
        case Foreign(words=words, noun=noun):
            context.name_foreign(noun or LAW)
            return f"No standard of the name “{words}” is held." if words else None


def _resolve_several(back: Back, context: Context) -> Governed:
    """Return the two that are meant, or the one of two, or the same."""
    if back.which == "both":
        found = context.both(back.noun)
    elif back.which == "same":
        same = context.same()
        found = (same,) if same else ()
    else:
        one = context.one_of_two(is_last=back.which == "latter")
        found = (one,) if one else ()
    if found:
        context.name(*found)
        return found
    context.name_foreign(LAW)
    if back.which == "both":
        return f"The text does not say which two {back.noun}s are meant."
    if back.which == "same":
        return "The text does not say for certain which instrument is meant."
    return f"The text does not say for certain which is the {back.which}."


def _resolve_law(law: Law, context: Context) -> Governed:
    """Return the one law that is meant: the text says whose it is, or it is the addressee's."""
    found = law.instruments
    if not law.is_explicit:
        theirs = context.addressee
        found = tuple(each for each in found if theirs and each.addressee == theirs)
    if len(found) == 1:
        context.name(found[0])
        return found
    context.name_foreign(LAW)
    return "The text does not say which State's law is meant."
