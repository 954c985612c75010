# SPDX-License-Identifier: MIT
"""A terminal that takes pictures: kitty's graphics protocol, and sixel graphics."""
import base64
import os
import re
import struct
import time
import zlib

from hipflow_test import PATIENCE
from live_terminal import LiveTerminal

ATTRIBUTES = b"\x1b[c"
STRING = re.compile(rb"\x1b([_P])(.*?)\x1b\\", re.DOTALL)


def png_rows(data):
    """The width and the rows of a PNG file with a palette; every sum is checked."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    chunks = {}
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(
            name + content), name
        chunks[name] = content
        at += 12 + length
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, kind, rest) == (8, 3, [0, 0, 0])
    assert chunks[b"tRNS"] == b"\0" and len(chunks[b"PLTE"]) <= 3 * 128
    rows = zlib.decompress(chunks[b"IDAT"])
    assert len(rows) == (width + 1) * height
    rows = [rows[i:i + width + 1] for i in range(0, len(rows), width + 1)]
    assert all(row[0] == 0 and max(row) < len(chunks[b"PLTE"]) // 3 for row in rows)
    return width, [row[1:] for row in rows]


class GraphicsTerminal(LiveTerminal):
    """A terminal that takes pictures. `replies`: what it answers to the last question."""

    def __init__(self, command, env, replies=b"", **options):
        self.replies = replies
        self.asked = 0
        self.when_asked = lambda: None
        self.kept = {}  # what was uploaded, by number
        self.placed = {}  # row, column, columns and rows, by number
        self.printed = []  # pictures that are shown once
        self.sixels = []
        self.arriving = None
        self.largest = 0  # the number of pictures that it ever had
        self.rest = b""
        self.faults = []
        super().__init__(command, env, **options)
        self.text_stream = self.stream
        self.stream = self

    def feed(self, data):
        """Takes pictures out of the bytes; the others are the screen's."""
        self.rest += data
        while True:
            begin = min((at for at in (self.rest.find(b"\x1b_"), self.rest.find(b"\x1bP"))
                         if at >= 0), default=-1)
            if begin < 0:
                cut = len(self.rest) - self.rest.endswith(b"\x1b")
                self.show(self.rest[:cut])
                self.rest = self.rest[cut:]
                return
            self.show(self.rest[:begin])
            self.rest = self.rest[begin:]
            found = STRING.match(self.rest)
            if not found:
                return
            self.rest = self.rest[found.end():]
            if found[1] == b"P":
                self.sixels.append(found[2])
            else:
                self.obey(found[2])

    def show(self, data):
        self.text_stream.feed(data)
        # The questions come whole: they are written at once, and are short.
        if ATTRIBUTES in data:
            self.asked += 1
            self.when_asked()
            if self.replies:
                os.write(self.master, self.replies)

    def obey(self, command):
        keys, _, payload = command[1:].partition(b";")
        keys = dict(pair.split("=") for pair in keys.decode().split(","))
        if self.arriving is not None and set(keys) != {"m"}:
            # Only a program that ends, or stops, leaves a picture half sent: then it deletes it.
            if keys.get("d") != "I":
                self.faults.append(f"amid a picture: {keys}")
            self.arriving = None
        if self.arriving is not None:
            self.arrive(keys, payload)
        elif keys.get("a") in ("t", "T"):
            self.arriving = (keys, b"")
            self.arrive(keys, payload)
        elif keys["a"] == "p":
            if keys["i"] not in self.kept:
                self.faults.append(f"not there: {keys}")
            place = (self.screen.cursor.y, self.screen.cursor.x, int(keys["c"]), int(keys["r"]))
            if keys["C"] != "1" or int(keys["z"]) >= 0:
                self.faults.append(f"over text: {keys}")
            self.placed[keys["i"]] = place
        elif keys["a"] == "d":
            self.placed.pop(keys["i"], None)
            if keys["d"] == "I":
                self.kept.pop(keys["i"], None)

    def arrive(self, keys, payload):
        if len(payload) > 4096 or b"\x1b" in payload:
            self.faults.append(f"chunk of {len(payload)}: {payload[-80:]}")
        first, before = self.arriving
        self.arriving = (first, before + payload)
        if keys["m"] == "1" or len(self.arriving[1]) % 4:
            return
        data = base64.b64decode(self.arriving[1], validate=True)
        self.arriving = None
        if first["a"] == "T":
            self.printed.append(data)
        else:
            self.kept[first["i"]] = data
            self.largest = max(self.largest, len(self.kept))

    def until(self, condition, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while not condition():
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"{what}; the screen shows:\n{self.text}")
            self.pump(0.02)

    def until_placed(self):
        self.until(lambda: len(self.placed) == 1, "no picture is shown")

    def below_pictures(self):
        """The characters that are not empty in the cells of the pictures."""
        found = ""
        for row, column, columns, rows in self.placed.values():
            for y in range(row, row + rows):
                for x in range(column, column + columns):
                    cell = self.screen.buffer[y][x]
                    found += cell.data.strip()
                    if cell.bg != "default":
                        found += f"[{cell.bg}]"
        return found
