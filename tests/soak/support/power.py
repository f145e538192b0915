"""Cuts the power of a server, again and again, on paper: from a record of all it wrote.

The record is strace's (-f -xx). From it come the writes to the store's two files, the moments at which
the disk promised to keep them, and the moments at which somebody was answered. A cut may fall anywhere.
What was promised is then there; of what was written since, each sector of 512 bytes is there or not, by
chance. SQLite opens what is left, as it would after the cut: it must be whole, and hold everybody who
had been answered.

With --lying, the disk promises and keeps nothing: people must then be missed, or this would find nothing.
"""

import argparse
import json
import pathlib
import random
import re
import sqlite3
import tempfile
import urllib.parse

SECTOR = 512
CALL = re.compile(r"^(\d+) +(?:(\w+)\((.*)|<\.\.\. (\w+) resumed>(.*))$")
RESULT = re.compile(r"\) += (-?\d+)")
PLACE = re.compile(r'", (\d+), (\d+)')
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
FILES = ("store.db", "store.db-wal")


def calls(record):
    """(name, arguments, result or None at the beginning of one that took a while, whether it ends here)"""
    begun = {}
    for line in record:
        match = CALL.match(line)
        if not match:
            continue
        thread, name, rest, resumed, tail = match.groups()
        if resumed:
            arguments = begun.pop((thread, resumed), "")
            yield resumed, arguments + tail, int(found[1]) if (found := RESULT.search(tail)) else 0, "ends"
        elif rest.endswith("<unfinished ...>"):
            begun[(thread, name)] = rest.removesuffix("<unfinished ...>")
            yield name, begun[(thread, name)], None, "begins"
        else:
            ends = list(RESULT.finditer(rest))
            yield name, rest, int(ends[-1][1]) if ends else 0, "whole"


def texts(arguments):
    return b"".join(bytes.fromhex(piece.replace("\\x", "")) for piece in TEXT.findall(arguments))


class Disk:
    """One file: what is kept for certain, and what was written since."""

    def __init__(self, content):
        self.kept = bytearray(content)
        self.since = []

    def write(self, at, data):
        self.since.append(("write", at, data))

    def cut(self, length):
        self.since.append(("length", length, None))

    def sync(self):
        for change in self.since:
            apply(self.kept, change, lambda: True)
        self.since = []

    def after_cut(self, chance):
        left = bytearray(self.kept)
        # Some cuts take nearly all, some nearly nothing.
        share = chance.random()
        for change in self.since:
            apply(left, change, lambda: chance.random() < share)
        return left


def apply(content, change, lucky):
    kind, at, data = change
    if kind == "length":
        if lucky():
            del content[at:]
        return
    for start in range(0, len(data), SECTOR):
        if lucky():
            piece = data[start : start + SECTOR]
            if len(content) < at + start:
                content.extend(bytes(at + start - len(content)))
            content[at + start : at + start + len(piece)] = piece


def replay(record, before, lying):
    """Tells, after each thing that happened, what it was and how the disks and the answers stand."""
    disks = {name: Disk((before / name).read_bytes() if (before / name).exists() else b"") for name in FILES}
    opened, heard, answered = {}, {}, []
    for name, arguments, result, phase in calls(record):
        first = re.match(r"\d*", arguments)[0]
        if name == "openat" and phase != "begins" and result >= 0:
            path = texts(arguments).decode(errors="replace").rsplit("/", 1)[-1]
            opened[str(result)] = path if path in FILES else None
        elif name in ("accept4", "accept") and phase != "begins" and result >= 0:
            opened.pop(str(result), None)
            heard.pop(str(result), None)
        elif name == "close" and phase != "begins":
            opened.pop(first, None)
            heard.pop(first, None)
        elif name in ("recvfrom", "read") and phase != "begins" and result > 0 and not opened.get(first):
            heard[first] = heard.get(first, b"") + texts(arguments)
        elif name == "pwrite64" and phase != "ends" and opened.get(first):
            # "…", length, offset
            _, at = PLACE.search(arguments).groups()
            disks[opened[first]].write(int(at), texts(arguments))
            yield "write", disks, answered
        elif name == "ftruncate" and phase != "ends" and opened.get(first):
            disks[opened[first]].cut(int(re.search(r", (\d+)", arguments)[1]))
            yield "write", disks, answered
        elif name in ("fsync", "fdatasync") and phase != "begins" and opened.get(first):
            if not lying:
                disks[opened[first]].sync()
            yield "sync", disks, answered
        elif name in ("sendto", "write", "writev") and phase != "ends" and first in heard:
            if texts(arguments).startswith(b"HTTP/1.1 303"):
                named = re.search(rb"(?:^|&)name=([^&]*)", heard[first].rsplit(b"\r\n\r\n", 1)[-1])
                if named:
                    answered.append(urllib.parse.unquote_plus(named[1].decode()))
                    yield "answer", disks, answered
            heard[first] = b""


def flaws(disks, answered, chance):
    """What is wrong after a cut here."""
    with tempfile.TemporaryDirectory() as folder:
        for name, disk in disks.items():
            left = disk.after_cut(chance)
            if left or name == "store.db":
                (pathlib.Path(folder) / name).write_bytes(left)
        try:
            store = sqlite3.connect(f"{folder}/store.db")
            [whole] = store.execute("PRAGMA integrity_check").fetchone()
            there = {name for (name,) in store.execute("SELECT name FROM person")}
            store.close()
        except sqlite3.DatabaseError as error:
            return str(error)
    lost = len(set(answered) - there)
    if whole != "ok":
        return whole
    return f"{lost} answered and not there" if lost else None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("record", type=pathlib.Path)
    options.add_argument("before", type=pathlib.Path)
    options.add_argument("--cuts", type=int, default=300)
    options.add_argument("--lying", action="store_true")
    options = options.parse_args()
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    with open(options.record, encoding="ascii", errors="replace") as record:
        happened = [what for what, *_ in replay(record, options.before, options.lying)]
    answers = [at for at, what in enumerate(happened) if what == "answer"]
    # Half of them right after an answer, when most is to be lost; the others anywhere.
    half = min(options.cuts // 2, len(answers))
    chosen = set(chance.sample(answers, half))
    chosen |= set(chance.sample([at for at in range(len(happened)) if at not in chosen], options.cuts - half))
    told = {"seed": seed, "events": len(happened), "answers": len(answers), "cuts": 0, "bad": 0, "flaws": []}
    with open(options.record, encoding="ascii", errors="replace") as record:
        for at, (_, disks, answered) in enumerate(replay(record, options.before, options.lying)):
            if at in chosen:
                found = flaws(disks, answered, chance)
                told["cuts"] += 1
                if found:
                    told["bad"] += 1
                    told["flaws"].append(found[:200])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
