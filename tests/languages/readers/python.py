"""Prints what a module of the export says. Usage: python.py MODULE.py"""

import dataclasses
import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("exported", sys.argv[1])
assert spec and spec.loader
module = importlib.util.module_from_spec(spec)
sys.modules["exported"] = module
spec.loader.exec_module(module)

constants = {name: value for name, value in vars(module).items() if name.isupper()}
names = {id(value): name for name, value in constants.items()}
rows = []
for value in (*module.ALL, *module.RANGES, *module.CONTAINER_ENDPOINTS):
    row = {"constant": names[id(value)], **dataclasses.asdict(value)}
    if isinstance(value, module.PortRange):
        row["ports"] = list(value.ports)
    rows.append(row)
# Beside the three lists.
assert len(constants) - 3 == len(rows), constants
print(json.dumps(rows))
