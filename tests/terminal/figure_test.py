#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Figures as a person meets them. figure_test.py /path/to/hipflow"""
import json
import os
import re
import signal
import tomllib

from hipflow_test import main
from live_terminal import ANSWERED, LiveTest

QUADRANTS = set("▘▝▖▗▌▐▚▞▛▜▙▟")
BRIDGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "routines",
                      "exercises", "glute-bridge.toml")
WAYS_OUT = "Arrow keys turn it, any other key ends it."

MINE = """format = 1
name = "Mine"
level = 1
position = "chair"
sides = "both"
start = "Sit."
do = ["Move."]
dose = { reps = 4, pace = "5s" }
"""


class Shown(LiveTest):
    def still(self, *options, exercise="glute-bridge", **env):
        return self.run_hipflow(*options, "exercise", "show", exercise, "--figure",
                                env=self.env(**env))

    def test_piped_it_is_a_still_picture_and_its_words(self):
        done = self.still()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("\x1b", done.stdout)
        self.assertTrue(QUADRANTS & set(done.stdout), done.stdout)
        self.assertIn("Seen from the side: you lie on your back", done.stdout)
        self.assertEqual(self.run_hipflow("exercise", "show", "glute-bridge", "--still").stdout,
                         done.stdout)

    def test_without_colour_what_moves_is_solid_and_the_rest_is_not(self):
        picture = self.still().stdout.split("Seen from")[0]
        self.assertTrue(set("▒·") < set(picture), picture)
        self.assertIn("█", picture)

    def test_in_ascii_it_is_ascii(self):
        done = self.still("--charset", "ascii", exercise="dead-bug")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.isascii())
        for glyph in "#o@.":
            self.assertIn(glyph, done.stdout.split("Seen from")[0])

    def test_its_colours_are_those_that_are_wanted(self):
        """In a pipe only when they are asked for; and then those of the settings."""
        sgr = {"truecolor": r"38;2;", "256": r"38;5;", "16": r"\x1b\[9[0-7]", "8": r"\x1b\[3[0-7]"}
        for colours, pattern in sgr.items():
            self.write(".config/hipflow/config.toml",
                       f'format = 1\n[display]\ncolours = "{colours}"\n')
            done = self.still("--color", "always")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertRegex(done.stdout, pattern)
            deeper = [other for other in ("truecolor", "256") if other != colours]
            for other in deeper:
                self.assertNotRegex(done.stdout, sgr[other])
        self.assertNotIn("\x1b", self.still("--color", "never").stdout)

    def test_on_light_paper_it_has_other_colours(self):
        dark = self.run_hipflow("--color", "always", "exercise", "show", "clamshell", "--still")
        light = self.run_hipflow("--color", "always", "exercise", "show", "clamshell", "--still",
                                 "--theme", "light")
        self.assertEqual((dark.returncode, light.returncode), (0, 0), light.stderr)
        self.assertNotEqual(dark.stdout, light.stdout)
        says = self.still("--color", "always", exercise="clamshell", COLORFGBG="0;15")
        self.assertEqual(says.stdout, light.stdout)

    def test_its_words_name_the_left_side_and_then_the_other_one(self):
        words = " ".join(self.still(exercise="figure-4-seated").stdout.split())
        self.assertIn("the left ankle on the right knee.", words)
        self.assertTrue(words.endswith("Then the other side."), words)
        page = " ".join(self.run_hipflow("exercise", "show", "figure-4-seated").stdout.split())
        self.assertIn("the left ankle on the right knee.", page)
        self.assertEqual(page.count("Then the other side."), 1, page)
        self.assertIn("the {side} ankle on the {other} knee.",
                      self.run_json("exercise", "show", "figure-4-seated")["figure"]["text"])
        for exercise in ("glute-bridge", "dead-bug"):
            self.assertNotIn("Then the other side.", self.still(exercise=exercise).stdout)

    def test_with_figures_off_there_are_words_alone(self):
        for where in ("option", "settings"):
            words = ()
            if where == "option":
                words = ("--graphics", "off")
            else:
                self.write(".config/hipflow/config.toml",
                           'format = 1\n[display]\ngraphics = "off"\n')
            for way in ("--figure", "--still"):
                done = self.run_hipflow("exercise", "show", "glute-bridge", way, *words)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertFalse((QUADRANTS | set("▒█")) & set(done.stdout), done.stdout)
                self.assertIn("Seen from the side", done.stdout)

    def test_its_poses_can_be_read(self):
        answer = self.run_json("exercise", "show", "glute-bridge", "--frames")
        self.assertEqual((answer["schema"], answer["exercise"]), (1, "glute-bridge"))
        figure = answer["figure"]
        self.assertEqual(figure["base"], "supine")
        names = [name for name, _ in figure["frames"]]
        self.assertEqual(set(names), set(figure["pose"]))
        shares = [share for _, share in figure["frames"]]
        self.assertEqual((shares[0], shares[-1], shares), (0, 1, sorted(shares)))
        for pose in figure["pose"].values():
            self.assertEqual(set(pose["hip_l"]), {"flex", "abd", "rot"})
            self.assertEqual(set(pose["lumbar"]), {"flex", "bend", "rot"})
            self.assertIsInstance(pose["knee_r"], (int, float))
        # Of each pose all angles, also those that the file says of both sides, or of the base.
        with open(BRIDGE, "rb") as file:
            written = tomllib.load(file)["figure"]["pose"]
        for name, pose in written.items():
            self.assertEqual(figure["pose"][name]["hip_r"]["flex"], pose["hips"]["flex"])
            self.assertEqual(figure["pose"][name]["knee_l"], pose["knees"])
        shown = self.run_json("exercise", "show", "glute-bridge")
        self.assertEqual(shown["figure"], figure)
        text = self.run_hipflow("exercise", "show", "glute-bridge", "--frames")
        self.assertEqual(text.returncode, 0)
        self.assertIn("knee", text.stdout)
        self.assertIn(str(written["down"]["knees"]), text.stdout)

    def test_every_figure_can_be_read_and_drawn(self):
        for entry in self.run_json("exercise", "list")["exercises"]:
            with self.subTest(exercise=entry["id"]):
                figure = self.run_json("exercise", "show", entry["id"], "--frames")["figure"]
                self.assertTrue(figure["frames"] and figure["moving"] and figure["text"])
                done = self.run_hipflow("exercise", "show", entry["id"], "--still")
                self.assertTrue(QUADRANTS & set(done.stdout), done.stdout)

    def test_what_is_stored_of_a_session_has_no_figures(self):
        terminal = self.live("short", *ANSWERED, speed=100)
        terminal.see("Press Enter to begin.")
        terminal.press("\r")
        self.assertEqual(terminal.end(), 0)
        body = self.row("SELECT body FROM prescription")["body"]
        self.assertNotIn("figure", json.loads(body)["steps"][0]["work"]["exercise"])

    def test_an_exercise_of_ones_own_may_have_none(self):
        self.write(".config/hipflow/exercises/mine.toml", MINE)
        for option in ("--figure", "--still", "--frames"):
            done = self.run_hipflow("exercise", "show", "mine", option)
            self.assertEqual((done.returncode, done.stdout, done.stderr),
                             (1, "", "Mine has no figure.\n"))

    def test_an_exercise_of_ones_own_may_borrow_one(self):
        self.write(".config/hipflow/exercises/mine.toml", MINE + 'figure = "glute-bridge"\n')
        done = self.run_hipflow("exercise", "show", "mine", "--still")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lent = self.still().stdout
        self.assertEqual(done.stdout.splitlines()[1:], lent.splitlines()[1:])
        self.assertEqual(done.stdout.splitlines()[0], "Mine")


class Page(LiveTest):
    """`exercise show NAME`, without any option."""

    def page(self, *options, **more):
        terminal = self.on_terminal([self.binary, *options, "exercise", "show", "clamshell"],
                                    size=(80, 60), **more)
        self.assertEqual(terminal.end(), 0)
        return terminal

    def test_on_a_terminal_it_begins_with_the_picture(self):
        terminal = self.page()
        self.assertTrue(QUADRANTS & set(terminal.text), terminal.text)
        self.assertIn("Clamshell", terminal.text)
        self.assertIn(b"\x1b[38;5;", terminal.bytes)
        self.assertNotIn(b"?1049h", terminal.bytes, "it stays where it is, and does not move")

    def test_in_a_pipe_it_is_words_alone(self):
        for options in ((), ("--color", "always")):
            done = self.run_hipflow(*options, "exercise", "show", "clamshell")
            self.assertEqual(done.returncode, 0)
            self.assertFalse((QUADRANTS | set("▒█")) & set(done.stdout), done.stdout)
            self.assertIn("Seen from", done.stdout)

    def test_with_figures_off_it_is_words_alone(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[display]\ngraphics = "off"\n')
        terminal = self.page()
        self.assertFalse((QUADRANTS | set("▒█")) & set(terminal.text), terminal.text)
        self.assertIn("Seen from", terminal.text)

    def test_where_there_is_no_colour_it_is_drawn_without(self):
        terminal = self.page(NO_COLOR="1")
        self.assertIn("▒", terminal.text)
        self.assertIsNone(re.search(rb"\x1b\[(\d+;)*(3[0-7]|38|4[0-7]|48|9[0-7])[;m]", terminal.bytes))
        self.assertTrue(self.page("--charset", "ascii").bytes.isascii())


class Played(LiveTest):
    def play(self, exercise, *options, **more):
        return self.on_terminal([self.binary, *options, "exercise", "show", exercise, "--figure"],
                                **more)

    def end_by_key(self, terminal, key=" "):
        terminal.press(key)
        self.assertEqual(terminal.end(), 0)
        self.assert_given_back(terminal)

    def test_it_plays_both_sides_and_ends(self):
        terminal = self.play("clamshell", speed=5)
        terminal.see("Clamshell, left", WAYS_OUT)
        terminal.see("Clamshell, right")
        self.assertEqual(terminal.end(), 0)
        self.assert_given_back(terminal)
        behind = terminal.bytes[terminal.bytes.rfind(b"?1049l"):].decode()
        self.assertIn("Seen from the front", behind, "a still picture stays")
        self.assertTrue(QUADRANTS & set(behind))

    def test_the_other_side_is_the_mirror_image(self):
        terminal = self.play("clamshell", speed=5)
        for word, column in (("left", 1), ("right", 78)):
            terminal.see(f"Clamshell, {word}")
            terminal.pump(0.3)
            letters = [(row.index(letter), letter) for row in terminal.screen.display[2:-5]
                       for letter in "LR" if letter in row]
            self.assertEqual(letters, [(column, word[0].upper())], terminal.text)

    def test_it_moves(self):
        terminal = self.play("glute-bridge")
        terminal.see("Bridge")
        seen = set()
        for _ in range(12):
            terminal.pump(0.25)
            seen.add(terminal.text)
        self.assertGreater(len(seen), 4)
        self.assertTrue(all(QUADRANTS & set(text) for text in seen))

    def test_the_arrow_keys_turn_it(self):
        # A hold, which stands still for three seconds of six.
        terminal = self.play("figure-4-supine")
        terminal.see("Lying figure-4, left", WAYS_OUT)
        terminal.pump(4)
        seen = [terminal.text]
        for key in ("\x1b[C", "\x1b[C", "\x1b[A", "\x1bOB", "\x1b[D", "\x1b[D"):
            terminal.press(key, 0.2)
            self.assertIsNone(terminal.process.poll(), "an arrow does not end it")
            self.assertNotEqual(terminal.text, seen[-1], "each turn is seen at once")
            seen.append(terminal.text)
        self.assertEqual(len(set(seen[:4])), 4)
        self.end_by_key(terminal)

    def test_any_other_key_ends_it(self):
        for key in (" ", "\r", "q", "x", "ä"):
            with self.subTest(key=key):
                terminal = self.play("glute-bridge")
                terminal.see(WAYS_OUT)
                self.end_by_key(terminal, key)

    def test_signals_end_it_and_give_the_terminal_back(self):
        terminal = self.play("glute-bridge")
        terminal.see(WAYS_OUT)
        terminal.press("\x03")
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_given_back(terminal)

    def test_it_follows_the_size_of_the_terminal(self):
        terminal = self.play("rest-90-90", size=(100, 30))
        terminal.see("Legs-up rest")
        for size in ((60, 16), (20, 5), (1, 1), (80, 24)):
            terminal.resize(*size)
            terminal.pump(0.4)
        terminal.see(WAYS_OUT)
        self.end_by_key(terminal)

    def test_in_a_small_or_dumb_terminal_it_is_still(self):
        terminal = self.play("glute-bridge", TERM="dumb")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(b"\x1b", terminal.bytes)
        self.assertIn(b"Seen from the side", terminal.bytes)
        terminal = self.play("glute-bridge", size=(39, 11))
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(b"?1049h", terminal.bytes)

    def test_a_pose_that_stays_costs_nothing(self):
        terminal = self.play("figure-4-supine")
        terminal.see("Lying figure-4, left")
        terminal.pump(3.8)
        before = len(terminal.bytes)
        terminal.pump(1.5)
        self.assertEqual(terminal.bytes[before:], b"")
        self.end_by_key(terminal)


class Session(LiveTest):
    def test_it_stands_beside_digits_and_side(self):
        terminal = self.in_a_hold()
        terminal.see("HOLD")
        right = "\n".join(row[40:] for row in terminal.screen.display[4:16])
        left = "\n".join(row[:40] for row in terminal.screen.display[4:16])
        self.assertTrue(QUADRANTS & set(right), terminal.text)
        self.assertFalse(QUADRANTS & set(left), terminal.text)
        self.assertGreaterEqual(sum(bool(set("█▀▄") & set(row)) for row in left.splitlines()), 8,
                                "five rows of digits, three of the side")

    def test_it_can_be_left_out(self):
        self.write(".config/hipflow/config.toml", "format = 1\n[session]\nfigures = false\n")
        terminal = self.in_a_hold()
        self.assertFalse(QUADRANTS & set(terminal.text), terminal.text)
        terminal.close()
        for option in (("--no-figures",), ("--graphics", "off")):
            self.write(".config/hipflow/config.toml", "format = 1\n")
            terminal = self.live("long", *ANSWERED, "--discard", *option)
            self.begin(terminal)
            self.assertFalse(QUADRANTS & set(terminal.text), terminal.text)
            terminal.close()
        self.write(".config/hipflow/config.toml", 'format = 1\n[display]\ngraphics = "off"\n')
        terminal = self.live("long", *ANSWERED, "--discard")
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
        figure = [row[44:] for row in terminal.screen.display[4:15]]
        before = len(terminal.bytes)
        terminal.pump(3.0)
        drawn = terminal.bytes[before:]
        self.assertEqual([row[44:] for row in terminal.screen.display[4:15]], figure)
        self.assertNotRegex(drawn, rb"48;5;", "no cell of it is sent again")
        self.assertLess(len(drawn) / 3, 400)

    def test_the_side_is_at_its_edge(self):
        terminal = self.in_a_hold()
        self.assertIn("L", terminal.screen.display[15][44])

    def test_a_rep_moves_and_the_list_of_keys_hides_it(self):
        terminal = self.in_a_hold()
        for _ in range(12):
            if "REP 1" in terminal.text:
                break
            terminal.press("n", 0.8)
        terminal.see("REP 1")
        seen = set()
        for _ in range(60):
            terminal.pump(0.25)
            seen.add("\n".join(row[44:] for row in terminal.screen.display[4:15]))
            if len(seen) > 4:
                break
        self.assertGreater(len(seen), 4)
        terminal.press("?")
        terminal.see("this list")
        before = len(terminal.bytes)
        terminal.pump(0.9)
        self.assertFalse(QUADRANTS & set(terminal.text), terminal.text)
        self.assertLess(len(terminal.bytes) - before, 400)
        terminal.press("?")
        terminal.see("REP")
        terminal.pump(0.3)
        self.assertTrue(QUADRANTS & set(terminal.text), terminal.text)


if __name__ == "__main__":
    main()
