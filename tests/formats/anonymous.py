"""Holds what the program releases of persons to pycanon's k, over three hundred studies; ends with 1 under eleven.

The first argument is the program that reads one list of persons a line (crates/measure/examples).
"""

import json
import random
import subprocess
import sys

import pandas
from pycanon import anonymity

K = 11


def studies():
    """From nobody to a cohort's five hundred, of few teams and many, alike and not."""
    chance = random.Random(2026)
    for size in (0, 5, 10, 11, 12, 20, 35, 60, 120, 250, 500):
        for sites in (1, 2, 5):
            for arms in ((), ("A", "B"), ("A", "B", "C")):
                for youngest in (18, 70, 84):
                    yield [somebody(chance, sites, arms, youngest) for _ in range(size)]


def somebody(chance, sites, arms, youngest):
    return {
        "age": chance.choice([None, *range(youngest, 96)]),
        "civility": chance.choice(["mme", "mme", "mme", "m", ""]),
        "department": chance.choice(["69"] * 9 + ["38", "974"]),
        "site": f"S{chance.randint(1, sites)}",
        "arm": chance.choice(arms) if arms else None,
    }


def main():
    all_studies = list(studies())
    lines = "".join(json.dumps(persons) + "\n" for persons in all_studies)
    told = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    wrong = 0
    for persons, line in zip(all_studies, told, strict=True):
        release = json.loads(line)
        if len(persons) < K:
            wrong += release is not None
            continue
        rows = pandas.DataFrame(release["rows"], columns=release["columns"])
        k = anonymity.k_anonymity(rows, release["columns"])
        if k < K or len(rows) != len(persons):
            print(f"{len(persons)} persons: k is {k}, {len(rows)} rows")
            wrong += 1
    print(f"{len(all_studies)} studies, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
