#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Figures as a person meets them. figure_test.py /path/to/hipflow"""
import json
import re
import signal

from hipflow_test import main
from live_terminal import ANSWERED, LiveTest

QUADRANTS = set("▘▝▖▗▌▐▚▞▛▜▙▟")


class Shown(LiveTest):
    def test_piped_it_is_a_still_picture_and_its_words(self):
        done = self.run_hipflow("exercise", "show", "glute-bridge", "--figure")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("\x1b", done.stdout)
        self.assertTrue(QUADRANTS & set(done.stdout), done.stdout)
        self.assertIn("Seen from the side: you lie on your back", done.stdout)

    def test_in_ascii_it_is_ascii(self):
        done = self.run_hipflow("--charset", "ascii", "exercise", "show", "dead-bug", "--figure")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.isascii())
        self.assertIn("#", done.stdout)
        self.assertIn("O", done.stdout)

    def test_its_poses_can_be_read(self):
        answer = self.run_json("exercise", "show", "glute-bridge", "--frames")
        self.assertEqual((answer["schema"], answer["exercise"]), (1, "glute-bridge"))
        figure = answer["figure"]
        names = [name for name, _ in figure["frames"]]
        self.assertEqual(set(names), set(figure["pose"]))
        for joints in figure["pose"].values():
            self.assertEqual(len(joints), 14)
            self.assertTrue(all(0 <= x <= 1 and 0 <= y <= 1 for x, y, _ in joints.values()))
        shown = self.run_json("exercise", "show", "glute-bridge")
        self.assertEqual(shown["figure"], figure)
        text = self.run_hipflow("exercise", "show", "glute-bridge", "--frames")
        self.assertEqual(text.returncode, 0)
        self.assertIn("knee_l", text.stdout)

    def test_what_is_stored_of_a_session_has_no_figures(self):
        terminal = self.live("short", *ANSWERED, speed=100)
        terminal.see("Enter begins.")
        terminal.press("\r")
        self.assertEqual(terminal.end(), 0)
        body = self.row("SELECT body FROM prescription")["body"]
        self.assertNotIn("figure", json.loads(body)["steps"][0]["work"]["exercise"])

    def test_an_exercise_of_ones_own_may_have_none(self):
        self.write(".config/hipflow/exercises/mine.toml",
                   'format = 1\nname = "Mine"\nlevel = 1\nposition = "chair"\nsides = "both"\n'
                   'start = "Sit."\ndo = ["Move."]\ndose = { reps = 4, pace = "5s" }\n')
        for option in ("--figure", "--frames"):
            done = self.run_hipflow("exercise", "show", "mine", option)
            self.assertEqual((done.returncode, done.stdout, done.stderr),
                             (1, "", "Mine has no figure.\n"))


class Played(LiveTest):
    def play(self, exercise, *options, **more):
        return self.on_terminal([self.binary, *options, "exercise", "show", exercise, "--figure"],
                                **more)

    def test_it_plays_both_sides_and_ends(self):
        terminal = self.play("clamshell", speed=5)
        terminal.see("Clamshell, left", "Any key ends it.")
        terminal.see("Clamshell, right")
        self.assertEqual(terminal.end(), 0)
        self.assert_given_back(terminal)
        behind = terminal.bytes[terminal.bytes.rfind(b"?1049l"):].decode()
        self.assertIn("Seen from the front", behind, "a still picture stays")

    def test_it_moves(self):
        terminal = self.play("glute-bridge")
        terminal.see("Bridge")
        seen = set()
        for _ in range(12):
            terminal.pump(0.25)
            seen.add(terminal.text)
        self.assertGreater(len(seen), 4)
        self.assertTrue(any(QUADRANTS & set(text) for text in seen))

    def test_any_key_ends_it(self):
        for key in (" ", "\r", "q", "\x1b[C"):
            terminal = self.play("glute-bridge")
            terminal.see("Any key ends it.")
            terminal.press(key)
            self.assertEqual(terminal.end(), 0)
            self.assert_given_back(terminal)

    def test_signals_end_it_and_give_the_terminal_back(self):
        terminal = self.play("glute-bridge")
        terminal.see("Any key ends it.")
        terminal.press("\x03")
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_given_back(terminal)

    def test_it_follows_the_size_of_the_terminal(self):
        terminal = self.play("rest-90-90", size=(100, 30))
        terminal.see("Legs-up rest")
        for size in ((60, 16), (20, 5), (1, 1), (80, 24)):
            terminal.resize(*size)
            terminal.pump(0.4)
        terminal.see("Any key ends it.")
        terminal.press(" ")
        self.assertEqual(terminal.end(), 0)

    def test_in_a_small_or_dumb_terminal_it_is_still(self):
        terminal = self.play("glute-bridge", TERM="dumb")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(b"\x1b", terminal.bytes)
        self.assertIn(b"Seen from the side", terminal.bytes)


class Session(LiveTest):
    def test_it_stands_beside_digits_and_side(self):
        terminal = self.in_a_hold()
        terminal.see("HOLD")
        right = "\n".join(row[40:] for row in terminal.screen.display[2:14])
        left = "\n".join(row[:40] for row in terminal.screen.display[2:14])
        self.assertTrue(QUADRANTS & set(right), terminal.text)
        self.assertFalse(QUADRANTS & set(left), terminal.text)
        self.assertGreaterEqual(sum("█" in row for row in left.splitlines()), 10)

    def test_it_can_be_left_out(self):
        self.write(".config/hipflow/config.toml", "format = 1\n[session]\nfigures = false\n")
        terminal = self.in_a_hold()
        self.assertFalse(QUADRANTS & set(terminal.text), terminal.text)
        terminal.close()
        self.write(".config/hipflow/config.toml", "format = 1\n")
        terminal = self.live("long", *ANSWERED, "--discard", "--no-figures")
        self.begin(terminal)
        self.assertFalse(QUADRANTS & set(terminal.text), terminal.text)

    def test_a_session_taken_up_again_has_its_figures(self):
        terminal = self.in_a_hold()
        terminal.process.send_signal(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)
        terminal = self.live("--resume")
        terminal.see("GET READY")
        terminal.pump(0.3)
        self.assertTrue(QUADRANTS & set(terminal.text), terminal.text)

    def test_in_a_hold_nothing_is_drawn_but_the_seconds(self):
        terminal = self.in_a_hold()
        terminal.pump(1.0)
        before = len(terminal.bytes)
        terminal.pump(3.0)
        drawn = terminal.bytes[before:]
        # On the right half no cell changes.
        columns = [int(column) for column in re.findall(rb"\x1b\[\d+;(\d+)H", drawn)]
        rows = [int(row) for row in re.findall(rb"\x1b\[(\d+);\d+H", drawn)]
        figure = [1 for row, column in zip(rows, columns) if 3 < row < 15 and column > 41]
        self.assertEqual(figure, [])


if __name__ == "__main__":
    main()
