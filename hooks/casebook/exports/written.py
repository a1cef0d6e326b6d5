"""Values as files of JSON and of XML."""

import json
from xml.etree import ElementTree as ET


def json_file(value: object) -> bytes:
    """Return plain values as a file of JSON that people can read."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def xml_file(root: ET.Element, namespace: str) -> bytes:
    """Return an element as a file of XML; names of a namespace stand without a prefix."""
    ET.register_namespace("", namespace)
    ET.indent(root, " ")
    body = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
