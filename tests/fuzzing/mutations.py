"""Inputs that are nearly what a target is made for."""

from hypothesis import strategies as st

LONGEST = 20_000
"""Bytes; what grows too fast with length shows long before."""

_ODD = (
    *(
        "\0",
        "\ufeff",
        "\ufffd",
        "\u200b",
        "\u202e",
        "\u2028",
        "\x85",
        "\x1b[31m",
        "\U000e0001",
        "ﷺ",
    ),
    *("İ", "ß", "ŉ", "①", "٣", "é" * 3, "\u0301" * 9, "😀", "￿", "𐀀", "۝", "Ⅷ", "½", "²"),
    *("9" * 30, "-1", "0", "00", "1e5", "9999-12-31", "0000-00-00", "0001-01-01"),
)


def inputs(seeds: list[bytes], words: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Return a strategy for seeds with a few changes, and for words of the kind in any order."""
    piece = st.one_of(
        st.sampled_from([word.encode() for word in (*words, *_ODD)]),
        st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=6),
    )
    heap = st.lists(piece, max_size=40).map(b"".join)
    return st.one_of(
        _changed(st.sampled_from(seeds), piece), _changed(st.sampled_from(seeds), piece), heap
    )


@st.composite
def _changed(
    draw: st.DrawFn, seed: st.SearchStrategy[bytes], piece: st.SearchStrategy[bytes]
) -> bytes:
    data = draw(seed)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 0, 1, 3, 10, 40, 200, 1000))))
        new = draw(
            st.one_of(
                piece,
                # The same again and again: what nests, and what is quadratic.
                st.tuples(piece, st.sampled_from((2, 5, 50, 1000))).map(
                    lambda pair: pair[0] * pair[1]
                ),
                st.just(data[start:end] * 2),
                st.just(data[start:end][::-1]),
            )
        )
        data = (data[:start] + new + data[end:])[:LONGEST]
    return data
