"""Compares what a reader found with the map. Usage: compare.py MAP.json FOUND.json, the first by `list --format json`."""

import json
import re
import sys
from pathlib import Path

KEYS = """name title purpose protocol transport scheme host port authority url container first last step addr_variable
listen_variable service_host_variable map_host_variable deprecated""".split()


def flat(row: dict, before: str = "") -> dict:
    """Keys as words with `_`, those of a table behind its own, and none of what is not there."""
    plain = {}
    for key, value in row.items():
        key = before + re.sub("(?<=[a-z])([A-Z])", r"_\1", key).lower()
        if isinstance(value, dict):
            plain |= flat(value, f"{key}_")
        elif value is not None:
            plain[key] = value
    return plain


def expected(row: dict) -> dict:
    """Those of the map's facts that every language has."""
    if variables := row.get("variables"):
        row["addr_variable"] = variables["addr"]
        row["listen_variable"] = variables["listen"]
        row["map_host_variable"] = variables["map_host"]
        row["service_host_variable"] = row["service"]["host_variable"]
    return flat({key: row[key] for key in KEYS if key in row})


def main() -> None:
    rows, found = (json.loads(Path(path).read_bytes()) for path in sys.argv[1:])
    # Reserved numbers have no name.
    rows = {row["name"]: row for row in rows if "name" in row}
    assert len(found) == len(rows), f"{len(found)} constants for {len(rows)} names"
    for one in map(flat, found):
        row = rows.pop(one["name"])
        constant = one.pop("constant")
        same = constant.replace("_", "").upper() == row["id"].replace("_", "")
        assert same, f"{one['name']} is {constant}"
        if ports := one.pop("ports", None):
            assert ports == list(range(row["first"], row["last"] + 1, row["step"])), ports
        assert one == expected(row), f"{one}\nis not\n{expected(row)}"


main()
