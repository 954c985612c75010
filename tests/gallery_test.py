#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The gallery of routines is taken as it stands, and does what its comments say:
gallery_test.py HIPFLOW SOURCE_FOLDER"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import suite


class Gallery(unittest.TestCase):
    hipflow = ""
    folder = pathlib.Path()

    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="hipflow-test-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)

    def outcome_of(self, *arguments):
        return subprocess.run([self.hipflow, *arguments], env={"HOME": str(self.home)},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def run_hipflow(self, *arguments):
        done = self.outcome_of(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def files(self):
        return sorted(self.folder.glob("*.toml"))

    def rehearsed(self, name):
        return self.run_hipflow("start", str(self.folder / f"{name}.toml"), "--rehearse")

    def segments(self, name, *kinds):
        """(step/set/side, time) of each segment of these kinds, in order."""
        found = re.findall(r"^\S+ +(\d+/\d+/[LRB])/\S+ +segment +(\S+) (\S+)$", self.rehearsed(name), re.M)
        return [(place, time) for place, kind, time in found if kind in kinds]

    def sets(self, name, *kinds):
        """The sets in the order in which they are done."""
        return list(dict.fromkeys(place for place, _ in self.segments(name, *kinds)))

    def test_every_file_is_short_listed_and_says_what_it_is(self):
        listed = (self.folder / "README.md").read_text()
        self.assertEqual(len(self.files()), 10)
        for path in self.files():
            lines = path.read_text().splitlines()
            self.assertTrue(10 <= len(lines) <= 30, path)
            self.assertRegex(lines[0], r"^# [A-Z].*\.$", path)
            self.assertIn(f"]({path.name})", listed)

    def test_every_file_is_without_faults(self):
        for path in self.files():
            checked = self.outcome_of("routine", "check", str(path))
            self.assertEqual(checked.returncode, 0, path)
            # What is agreed stays in for whoever has a restriction: that is always told.
            self.assertEqual([line for line in checked.stderr.splitlines() if "Agreed: " not in line], [])

    def test_every_file_can_be_rehearsed(self):
        for path in self.files():
            self.assertRegex(self.rehearsed(path.stem), r"(?m)^\S+ +finished$", path)

    def test_the_left_side_of_the_sheet_has_a_set_more(self):
        clams = [place for place in self.sets("physio-sheet", "rep") if place.startswith("1/")]
        self.assertEqual(clams, ["1/1/L", "1/2/L", "1/3/L", "1/4/L", "1/1/R", "1/2/R", "1/3/R"])
        self.assertIn("A cushion under your head.", self.rehearsed("physio-sheet"))
        self.assertIn("yellow band", self.rehearsed("physio-sheet"))

    def test_the_phases_of_contract_and_relax_are_said(self):
        text = self.rehearsed("contract-relax")
        self.assertEqual(self.segments("contract-relax", "rep"),
                         [("1/1/L", "26s")] * 3 + [("1/1/R", "26s")] * 3)
        self.assertRegex(text, r"(?m)beat +relax$")

    def test_a_box_has_four_sides_of_four_seconds(self):
        self.assertEqual(self.segments("box-breathing", "rep"), [("1/1/B", "16s")] * 12)
        for beat in ("in", "hold", "out", "wait"):
            self.assertRegex(self.rehearsed("box-breathing"), rf"(?m)beat +{beat}$")

    def test_the_circuit_has_three_rounds_with_rests(self):
        text = self.rehearsed("circuit")
        self.assertEqual([time for _, time in self.segments("circuit", "move")], ["40s"] * 9)
        self.assertEqual([time for _, time in self.segments("circuit", "rest")],
                         ["20s", "20s", "1m", "20s", "20s", "1m", "20s", "20s"])
        for said in ("Round 2 of 3.", "Round 3 of 3."):
            self.assertEqual(text.count(said), 1, said)
        self.assertNotIn("Round 1 of 3.", text)

    def test_running_and_walking_take_turns(self):
        self.assertEqual([time for _, time in self.segments("run-walk", "move")],
                         ["5m"] + ["1m", "2m"] * 6)
        self.assertIn("Round 6 of 6.", self.rehearsed("run-walk"))

    def test_balance_begins_with_one_set(self):
        self.assertEqual(self.sets("balance", "rep", "hold"),
                         ["1/1/L", "1/1/R", "2/1/B", "3/1/L", "3/1/R"])
        self.assertIn("1 kg", self.rehearsed("balance"))

    def test_the_other_side_of_the_operation_does_nothing(self):
        text = self.rehearsed("after-surgery")
        self.assertEqual(self.sets("after-surgery", "rep", "hold"), ["1/1/L", "2/1/L"])
        self.assertNotRegex(text, r"\d+/\d+/R/")
        self.assertNotIn("Left leg first.", text)
        self.assertIn(("2/1/L", "1m"), self.segments("after-surgery", "rest"))
        self.assertIn("Both hands stay on the counter.", text)

    def test_a_hold_at_the_desk_is_told_in_breaths(self):
        self.assertEqual(self.segments("desk-breaks", "hold"), [("1/1/L", "25s"), ("1/1/R", "25s")])
        self.assertRegex(self.rehearsed("desk-breaks"), r"(?i)(five|5) breaths")

    def test_strength_has_long_rests_between_the_sets_of_a_side(self):
        self.assertEqual(self.sets("band-strength", "rep"),
                         ["1/1/L", "1/2/L", "1/1/R", "1/2/R", "2/1/B", "2/2/B"])
        rests = self.segments("band-strength", "rest")
        self.assertEqual(rests, [("1/2/L", "45s"), ("1/2/R", "45s"), ("2/1/B", "1m30s"), ("2/2/B", "1m")])
        for said in ("red band", "5 kg", "The weight lies on your hips."):
            self.assertIn(said, self.rehearsed("band-strength"))

    def test_a_flow_does_all_rounds_of_a_side_first(self):
        sides = [place[-1] for place in self.sets("flow", "hold")]
        self.assertEqual(sides, ["L"] * 4 + ["R"] * 4)
        self.assertEqual([time for _, time in self.segments("flow", "hold")], ["25s", "15s"] * 4)


if __name__ == "__main__":
    Gallery.hipflow = os.path.abspath(sys.argv[1])
    Gallery.folder = pathlib.Path(sys.argv[2]).resolve() / "docs" / "routines"
    suite.main(argv=[sys.argv[0], *sys.argv[3:]])
