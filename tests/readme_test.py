#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs every command of the README: readme_test.py HIPFLOW README.md

The two commands of the quick start are what CI itself runs; here they are only looked for. `hipflow
start` needs a terminal and is run by the terminal tests.
"""
import os
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import suite

HIPFLOW = os.path.abspath(sys.argv.pop(1))
README = sys.argv.pop(1)
GALLERY = os.path.join(os.path.dirname(os.path.abspath(README)), "docs", "routines")


def blocks(kind):
    with open(README, encoding="utf-8") as file:
        return re.findall(rf"^```{kind}\n(.*?)^```", file.read(), re.M | re.S)


def commands():
    lines = [line.split(" #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line]


def png_size(data):
    """The width and height of a PNG file, every part of which is whole."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    names = []
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        checksum, = struct.unpack(">I", data[at + 8 + length:at + 12 + length])
        assert checksum == zlib.crc32(name + content), name
        names.append(name)
        at += 12 + length
    assert names[0] == b"IHDR" and names[-1] == b"IEND", names
    return struct.unpack(">II", data[16:24])


def gif_film(data):
    """The width and height of a GIF file, and the seconds of each of its frames."""
    assert data[:6] == b"GIF89a", data[:6]
    size = struct.unpack("<HH", data[6:10])
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    frames = []
    delay = 0
    while data[at] != 0x3b:
        if data[at] == 0x21:
            if data[at + 1] == 0xf9:
                delay = struct.unpack("<H", data[at + 4:at + 6])[0] / 100
            at += 2
        else:
            assert data[at] == 0x2c, data[at]
            frames.append(delay)
            colours = data[at + 9]
            at += 11 + (3 << (colours & 7) + 1 if colours & 0x80 else 0)
        while data[at]:
            at += 1 + data[at]
        at += 1
    assert at == len(data) - 1
    return size, frames


class Readme(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="hipflow-test-")
        self.addCleanup(self.home.cleanup)

    def run_line(self, line, home=None):
        home = home or self.home.name
        # The doctor tries the player; what there is here may have no device to play to.
        programs = os.path.join(self.home.name, "bin")
        os.makedirs(programs, exist_ok=True)
        player = os.path.join(programs, "pw-play")
        with open(player, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\nexit 0\n")
        os.chmod(player, 0o755)
        environment = {"HOME": home, "PATH": programs + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                       "TMPDIR": home}
        arguments = [HIPFLOW, *shlex.split(line)[1:]]
        return subprocess.run(arguments, env=environment, cwd=home, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60)

    def test_has_exactly_two_commands_to_build(self):
        building = [line for line in commands() if "cmake --workflow" in line]
        self.assertEqual(len(building), 2)
        self.assertTrue(building[0].endswith("&& build/release/hipflow start"))
        self.assertTrue(building[1].endswith("&& cmake --workflow --preset dev"))

    def test_every_command_runs(self):
        lines = [line for line in commands() if line.startswith("hipflow ")]
        self.assertGreater(len(lines), 8)
        for line in lines:
            with self.subTest(line):
                result = self.run_line(line)
                needs_terminal = line in ("hipflow start", "hipflow measure range",
                                          "hipflow me ask")
                no_history = result.returncode == 1 and ("stats" in line or "session" in line)
                if needs_terminal:
                    self.assertEqual(result.returncode, 2, result.stderr)
                elif not no_history:
                    self.assertEqual(result.returncode, 0, result.stderr)

    def test_the_commands_in_the_text_run(self):
        with open(README, encoding="utf-8") as file:
            prose = re.sub(r"^```.*?^```", "", file.read(), flags=re.M | re.S)
        lines = re.findall(r"`(hipflow [^`]+)`", prose)
        self.assertIn("hipflow routine new mine", lines)
        for line in lines:
            if re.fullmatch(r"hipflow start( [\w-]+)?", line):
                continue  # in a terminal only
            with self.subTest(line):
                # A file of the gallery stands for one that somebody was given.
                given = line.replace("add FILE", f"add '{GALLERY}/box-breathing.toml' --yes")
                with tempfile.TemporaryDirectory(prefix="hipflow-test-") as home:
                    self.assertEqual(self.run_line(given, home).returncode, 0, line)

    def linked(self, ending):
        """The files of the README with that ending, and what stands for them in words."""
        with open(README, encoding="utf-8") as file:
            links = re.findall(r"\[([^\]]*)\]\(([^)]+)\)", file.read())
        folder = os.path.dirname(os.path.abspath(README))
        found = [(words, os.path.join(folder, path)) for words, path in links
                 if path.endswith(ending)]
        self.assertTrue(found, ending)
        return found

    def test_the_pictures_are_whole_and_small(self):
        for words, path in self.linked(".png"):
            with self.subTest(path), open(path, "rb") as file:
                data = file.read()
                self.assertLess(len(data), 1 << 20)
                self.assertGreater(min(png_size(data)), 300)
                self.assertTrue(words)

    def test_the_recording_shows_half_a_minute(self):
        (words, path), = self.linked(".gif")
        with open(path, "rb") as file:
            data = file.read()
        self.assertLess(len(data), 1 << 20)
        size, frames = gif_film(data)
        self.assertGreater(min(size), 300)
        self.assertGreater(len(frames), 30)
        self.assertTrue(15 <= sum(frames) <= 32, sum(frames))
        self.assertGreater(len(words.split()), 20, "what it shows is told in words")

    def test_the_routine_is_correct(self):
        routine, = blocks("toml")
        path = os.path.join(self.home.name, "sheet.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(routine)
        result = self.run_line(f"hipflow routine check {path}")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_the_routine_is_short(self):
        routine, = blocks("toml")
        self.assertLessEqual(len(routine.splitlines()), 25)


if __name__ == "__main__":
    suite.main()
