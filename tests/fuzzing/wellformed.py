"""Values that the JSON Schema of editors allows, however odd: what is well formed gets furthest."""

import json
from typing import Any

from hypothesis import strategies as st

from casebook.reading.schemas import schema_files

_WORDS = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(
        [
            *(
                "A",
                "Ada Example",
                "ADA EXAMPLE",
                "Ада Пример",
                "XXX 2/2024",
                "XXX 1/2025#p1",
                "communication",
            ),
            *(
                "sr-rivers",
                "wg-bridges",
                "floods",
                "river-convention",
                "2025",
                "2025-02",
                "2025-03-04",
            ),
            *(
                "A/HRC/41/33, paras. 74 and 78",
                "articles 1 and 2 of the River Convention",
                "letter",
            ),
            *(
                "https://example.org/a?b=c#d",
                "http://[::1]/",
                "https://%",
                "<b>",
                "{{ 7 }}",
                "[a](b)",
                "…",
            ),
        ]
    ),
)


def texts_of(schema: str) -> st.SearchStrategy[bytes]:
    """Return a strategy for what the schema `docs/schema/<schema>.json` allows, as YAML."""
    values = _values(json.loads(schema_files()[f"docs/schema/{schema}.json"]))
    return values.map(
        lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    )


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "anyOf" in schema and "type" in schema:
        # An object that needs one of several fields.
        whole = {name: value for name, value in schema.items() if name != "anyOf"}
        needed = schema.get("required", [])
        return st.one_of(
            [
                _values(whole | {"required": [*needed, *each["required"]]})
                for each in schema["anyOf"]
            ]
        )
    if "anyOf" in schema:
        return st.one_of([_values(each) for each in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "object":
            return _objects(schema)
        case "array":
            return st.lists(_values(schema["items"]), max_size=3)
        case "string":
            return st.from_regex(schema["pattern"]) if "pattern" in schema else _WORDS
        case types:
            simple = {
                "null": st.none(),
                "boolean": st.booleans(),
                "integer": st.integers(),
                "string": _WORDS,
            }
            return st.one_of(
                [simple[each] for each in ([types] if isinstance(types, str) else types)]
            )


def _objects(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    fields = schema.get("properties", {})
    needed = {name: _values(fields[name]) for name in schema.get("required", ())}
    more = {name: _values(each) for name, each in fields.items() if name not in needed}
    named = [
        st.dictionaries(st.from_regex(pattern), _values(each), max_size=3)
        for pattern, each in schema.get("patternProperties", {}).items()
    ]
    return st.tuples(st.fixed_dictionaries(needed, optional=more), *named).map(
        lambda parts: {name: value for part in parts for name, value in part.items()}
    )
