"""Reads every line of an export with the official schema; ends with 1 when one is refused."""

import json
import pathlib
import sys

from data_inclusion.schema import v1

folder = pathlib.Path(sys.argv[1])
read = refused = 0
for model, name in ((v1.Structure, "structures"), (v1.Service, "services")):
    with open(folder / f"{name}.ndjson", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            read += 1
            try:
                model.model_validate(json.loads(line))
            except ValueError as error:
                refused += 1
                print(f"{name}, line {number}: {error}")
print(f"{read} lines read with data-inclusion-schema, {refused} refused")
sys.exit(1 if refused or not read else 0)
