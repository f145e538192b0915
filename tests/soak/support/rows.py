"""Answers one question to an SQLite file, a row a line, columns between tabs, as psql does."""

import sqlite3
import sys

store = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for row in store.execute(sys.argv[2]):
    print("\t".join(str(value) for value in row))
