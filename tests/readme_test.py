#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs every command of the README: readme_test.py HIPFLOW README.md

The two commands of the quick start are what CI itself runs; here they are only looked for. `hipflow
start` needs a terminal and is run by the terminal tests.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

import suite

HIPFLOW = os.path.abspath(sys.argv.pop(1))
README = sys.argv.pop(1)


def blocks(kind):
    with open(README, encoding="utf-8") as file:
        return re.findall(rf"^```{kind}\n(.*?)^```", file.read(), re.M | re.S)


def commands():
    lines = [line.split(" #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line]


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
            if line == "hipflow start":
                continue
            with self.subTest(line):
                with tempfile.TemporaryDirectory(prefix="hipflow-test-") as home:
                    self.assertEqual(self.run_line(line, home).returncode, 0, line)

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
