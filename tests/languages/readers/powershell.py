"""Prints what a data file of the export says, by a grammar of PowerShell where PowerShell itself is not there.

Usage: powershell.py FILE.psd1
"""

import json
import re
import sys
from pathlib import Path

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

SINGLE = "'\u2018\u2019\u201a\u201b"
DOUBLE = '"\u201c\u201d\u201e'
ESCAPED = {"n": "\n", "r": "\r", "0": "\0"}


def value(node: Node) -> object:
    """Follows the only child down to a literal; anything but a literal has no such path."""
    assert node.text is not None
    text = node.text.decode()
    match node.type:
        case "hash_literal_expression":
            bodies = [it for it in node.named_children if it.type == "hash_literal_body"]
            entries = [entry for body in bodies for entry in body.named_children]
            pairs = [entry.named_children for entry in entries]
            table = {key.text.decode(): value(of) for key, of in pairs if key.text}
            assert len({key.lower() for key in table}) == len(pairs), "a key is there twice"
            return table
        case "decimal_integer_literal":
            return int(text)
        case "verbatim_string_characters":
            inner = text[1:-1]
            plain = re.sub(f"[{SINGLE}]{{2}}", "", inner)
            assert not re.search(f"[{SINGLE}]", plain), text
            return re.sub(f"[{SINGLE}]([{SINGLE}])", r"\1", inner)
        case "expandable_string_literal":
            inner = text[1:-1]
            plain = re.sub("`.", "", inner, flags=re.DOTALL)
            assert not re.search(f"[`${DOUBLE}]", plain), text
            return re.sub("`(.)", lambda it: ESCAPED.get(it[1], it[1]), inner, flags=re.DOTALL)
    (only,) = node.named_children
    return value(only)


source = Path(sys.argv[1]).read_bytes()
ascii_or_marked = source.isascii() or source.startswith(b"\xef\xbb\xbf")
assert ascii_or_marked, "Windows PowerShell would take it for another encoding"
root = Parser(Language(tree_sitter_powershell.language())).parse(source).root_node
assert not root.has_error, "a mistake in the syntax"
(statements,) = [it for it in root.named_children if it.type != "comment"]
file = value(statements)
assert isinstance(file, dict)
lists = [file.pop(key) for key in ("Endpoints", "Ranges", "ContainerEndpoints")]
assert not file, file
print(json.dumps([{"constant": key, **row} for rows in lists for key, row in rows.items()]))
