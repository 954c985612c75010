#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Figures in pixels, on terminals that take them and on others. graphics_test.py /path/to/hipflow"""
import os
import re
import signal
import time

from graphics_terminal import GraphicsTerminal, png_rows
from hipflow_test import PATIENCE, main
from live_terminal import ANSWERED, LiveTest

QUADRANTS = set("▘▝▖▗▌▐▚▞▛▜▙▟█▀▄")
QUERY = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
CELL = (6, 12)
KITTY = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;c"
SIXEL = b"\x1b[?1;0;256S\x1b[?62;4;22c"


class GraphicsTest(LiveTest):
    def on_graphics(self, *args, replies=KITTY, size=(80, 24), cell=CELL, speed=1, **env):
        terminal = GraphicsTerminal([self.binary, *args],
                                    self.env(HIPFLOW_SPEED=speed, **env), replies=replies,
                                    size=size, cell=cell)
        self.addCleanup(terminal.close)
        return terminal

    def session(self, *options, **more):
        return self.on_graphics("start", "long", *ANSWERED, "--keep-partial", *options, **more)

    def play(self, *options, exercise="clamshell", **more):
        more.setdefault("size", (60, 16))
        return self.on_graphics("exercise", "show", exercise, "--figure", *options, **more)

    def assert_empty(self, terminal):
        self.assertEqual(terminal.faults, [])
        self.assertEqual((terminal.kept, terminal.placed), ({}, {}))
        self.assert_given_back(terminal)


class Played(GraphicsTest):
    def test_its_pictures_are_kept_and_shown_by_number(self):
        terminal = self.play("--graphics", "kitty")
        terminal.see("Clamshell, left")
        self.assertTrue(QUADRANTS & set(terminal.text), "cells until the pictures are there")
        terminal.until_placed()
        shapes = {(png_rows(data)[0], len(png_rows(data)[1])) for data in terminal.kept.values()}
        self.assertEqual(len(shapes), 1)
        (_, _, columns, rows), = terminal.placed.values()
        (width, height), = shapes
        self.assertAlmostEqual(width / height, columns * CELL[0] / (rows * CELL[1]), delta=0.02)
        self.assertLess(rows, 16 - 3)
        seen = set()
        until = time.monotonic() + PATIENCE
        while len(seen) < 5 and time.monotonic() < until:
            terminal.pump(0.02)
            seen |= set(terminal.placed)
            self.assertLessEqual(len(terminal.placed), 1)
            self.assertIn(terminal.below_pictures(), ("", "L", "R"))
        self.assertGreaterEqual(len(seen), 5)
        terminal.see("Clamshell, right")
        terminal.until_placed()
        self.assertLessEqual(terminal.largest, 80)
        terminal.press("q")
        self.assertEqual(terminal.end(), 0)
        self.assert_empty(terminal)
        self.assertEqual(len(terminal.printed), 1, "a still picture stays")
        self.assertEqual(terminal.asked, 1)

    def test_the_right_side_is_the_left_one_in_a_mirror(self):
        terminal = self.play("--graphics", "auto")
        terminal.until(lambda: terminal.largest == 80, "the other side does not come")
        pictures = [png_rows(data)[1] for data in terminal.kept.values()]
        self.assertEqual([row[::-1] for row in pictures[0]], pictures[len(pictures) // 2])
        terminal.end()
        self.assert_empty(terminal)

    def test_an_arrow_key_turns_it(self):
        terminal = self.play("--graphics", "kitty")
        terminal.until_placed()
        before = sorted(terminal.kept.values())
        terminal.press("\x1b[C")
        terminal.until(lambda: not terminal.placed, "the former picture stays")
        terminal.until_placed()
        self.assertFalse(set(before) & set(terminal.kept.values()))
        terminal.press("q")
        terminal.end()
        self.assert_empty(terminal)

    def test_signals_and_crashes_delete_all(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGSEGV, signal.SIGABRT):
            with self.subTest(signal=number.name):
                terminal = self.play("--graphics", "kitty")
                terminal.until_placed()
                os.kill(terminal.pid, number)
                self.assertEqual(terminal.end(), -number)
                self.assert_empty(terminal)

    def test_a_terminal_that_takes_no_more_is_left_soon(self):
        terminal = self.play("--graphics", "kitty")
        terminal.until_placed()
        time.sleep(2)  # the pictures of the other side fill what nobody reads
        os.kill(terminal.pid, signal.SIGTERM)
        self.assertEqual(terminal.process.wait(timeout=5), -signal.SIGTERM)

    def test_the_rest_of_a_reply_presses_no_key(self):
        terminal = self.play("--graphics", "kitty", replies=b"\x1b_Gi=31;OK\x1b\\\x1b[?62;")
        terminal.see("Clamshell, left")
        terminal.press("4c", 1)
        self.assertIsNone(terminal.process.poll())
        terminal.press("q")
        terminal.end()
        self.assert_empty(terminal)

    def test_the_size_of_a_character_may_be_asked_for(self):
        terminal = self.play("--graphics", "kitty", cell=(0, 0),
                             replies=b"\x1b_Gi=31;OK\x1b\\\x1b[6;12;6t\x1b[?62;c")
        terminal.until_placed()
        self.assertIn(b"\x1b[16t", terminal.bytes)
        terminal.close()
        terminal = self.play("--graphics", "kitty", cell=(0, 0))
        terminal.see("Clamshell, left")
        self.assertIn(b"Figures are drawn in cells: the terminal does not tell how many pixels",
                      terminal.bytes.replace(b"\r\n", b" "))
        terminal.press("q")
        terminal.end()
        self.assertEqual(terminal.largest, 0)


class Session(GraphicsTest):
    def begun(self, *options, **more):
        more.setdefault("speed", 5)
        terminal = self.session(*options, **more)
        terminal.see("Press Enter to begin.")
        terminal.press("\r")
        terminal.until_placed()
        return terminal

    def test_it_stands_in_the_place_of_the_cells(self):
        terminal = self.begun("--graphics", "kitty")
        terminal.see("HOLD")
        self.assertIn(terminal.below_pictures(), ("", "L", "R"))
        (row, column, columns, rows), = terminal.placed.values()
        self.assertGreaterEqual(column, 40)
        self.assertLess(row + rows, 23)
        self.assertLessEqual(column + columns, 80)
        terminal.press("?")
        terminal.see("this list, on and off")
        terminal.until(lambda: not terminal.placed, "the picture covers the keys")
        terminal.pump(0.3)  # not held down
        terminal.press("?")
        terminal.until_placed()
        terminal.press("q")
        terminal.see("Finish here?")
        terminal.until(lambda: not terminal.placed, "the picture covers the question")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.end()
        self.assert_empty(terminal)

    def test_a_key_that_ends_it_deletes_all(self):
        terminal = self.begun("--graphics", "kitty")
        terminal.press("q")
        terminal.see("Finish here?")
        terminal.press("d")
        terminal.end()
        self.assert_empty(terminal)

    def test_another_size_makes_it_anew(self):
        terminal = self.begun("--graphics", "kitty")
        before = set(terminal.kept.values())
        (_, _, columns, _), = terminal.placed.values()
        terminal.resize(120, 40)
        terminal.until(lambda: not terminal.placed, "the former picture stays")
        terminal.until_placed()
        self.assertFalse(before & set(terminal.kept.values()))
        self.assertNotEqual(next(iter(terminal.placed.values()))[2], columns)
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.end()
        self.assert_empty(terminal)

    def test_stopped_it_leaves_nothing_and_continued_it_sends_all_again(self):
        terminal = self.begun("--graphics", "kitty")
        os.kill(terminal.pid, signal.SIGTSTP)
        terminal.until(lambda: not terminal.kept, "pictures are left")
        terminal.pump(0.2)
        self.assertEqual((terminal.kept, terminal.placed), ({}, {}))
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.see("PAUSED")
        terminal.press(" ")
        terminal.until_placed()
        os.kill(terminal.pid, signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)
        self.assert_empty(terminal)

    def test_stopped_from_outside_it_sends_all_again(self):
        terminal = self.begun("--graphics", "kitty")
        os.kill(terminal.pid, signal.SIGSTOP)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.see("PAUSED")
        terminal.press(" ")
        terminal.until_placed()
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.end()
        self.assert_empty(terminal)

    def test_no_answer_delays_it_by_little(self):
        terminal = self.session("--graphics", "kitty", replies=b"")
        terminal.until(lambda: QUERY in terminal.bytes, "it does not ask")
        terminal.press("\r")  # before there is a question that it could answer
        terminal.see("Press Enter to begin.")
        terminal.pump(0.8)  # the same key sooner may be one that is held down
        terminal.press("\r")
        terminal.see("GET READY")
        before = terminal.bytes[:terminal.bytes.find(b"?1049h")]
        self.assertIn(b"Figures are drawn in cells: the terminal does not answer.", before)
        terminal.press(KITTY)  # too late
        terminal.pump(0.3)
        self.assertIn("GET READY", terminal.text)
        self.assertNotIn("PAUSED", terminal.text)
        self.assertNotIn(b"a=t", terminal.bytes)
        self.assertNotIn(b"^[", terminal.bytes, "nothing is echoed")

    def test_a_key_among_the_replies_answers_no_question_that_is_not_there_yet(self):
        terminal = self.session("--graphics", "kitty", replies=b"\x1b_Gi=31;OK\x1b\\\r\x1b[?62;c")
        terminal.see("Press Enter to begin.")
        terminal.pump(0.8)  # the same key sooner may be one that is held down
        terminal.press("\r")
        terminal.see("GET READY")

    def test_by_default_no_pixels_are_asked_for(self):
        terminal = self.session()
        terminal.see("Press Enter to begin.")
        self.assertNotIn(QUERY, terminal.bytes)
        self.assertEqual(terminal.asked, 1, "its background")

    def test_auto_is_silent_where_there_are_no_pixels(self):
        for env in ({"SSH_CONNECTION": "1 2 3 4"}, {"NO_COLOR": "1"}, {"TMUX": "/x,1,0"},
                    {"STY": "1.x"}):
            with self.subTest(**env):
                terminal = self.session("--graphics", "auto", **env)
                terminal.see("Press Enter to begin.")
                self.assertNotIn(QUERY, terminal.bytes)
                self.assertNotIn(b"Figures are", terminal.bytes)
                terminal.close()
        terminal = self.session("--graphics", "auto", replies=b"\x1b[?62;c")
        terminal.see("Press Enter to begin.")
        self.assertEqual(terminal.asked, 1)
        self.assertNotIn(b"Figures are", terminal.bytes)

    def test_what_was_asked_for_by_name_is_never_ignored_silently(self):
        for graphics, env, words in (
                ("kitty", {"TMUX": "/x,1,0"}, b"pictures in pixels do not pass tmux or screen"),
                ("kitty", {}, b"the terminal does not know kitty's graphics protocol"),
                ("sixel", {}, b"Figures that move are drawn in cells")):
            with self.subTest(graphics=graphics, **env):
                terminal = self.session("--graphics", graphics, replies=b"\x1b[?62;c", **env)
                terminal.see("Press Enter to begin.")
                before = terminal.bytes[:terminal.bytes.find(b"?1049h")]
                self.assertIn(words, before.replace(b"\r\n", b" "))
                terminal.close()


class Still(GraphicsTest):
    def test_kitty(self):
        for option in ((), ("--still",)):
            terminal = self.on_graphics("exercise", "show", "glute-bridge", "--graphics", "kitty",
                                        *option)
            self.assertEqual(terminal.end(), 0)
            picture, = terminal.printed
            self.assertEqual(png_rows(picture)[0] // 80, CELL[0])
            self.assertFalse(QUADRANTS & set(terminal.text))
            self.assertEqual(terminal.faults, [])

    def test_sixel(self):
        for option in ((), ("--still",)):
            terminal = self.on_graphics("exercise", "show", "glute-bridge", "--graphics", "sixel",
                                        *option, replies=SIXEL)
            self.assertEqual(terminal.end(), 0)
            sixel, = terminal.sixels
            width, height = map(int, re.match(rb'0;1;0q"1;1;(\d+);(\d+)#', sixel).groups())
            self.assertLessEqual((width, height), (80 * CELL[0], 12 * CELL[1]))
            self.assertFalse(QUADRANTS & set(terminal.text))
            self.assertIn(b"Seen from the side", terminal.bytes)

    def test_few_colours_are_too_few(self):
        terminal = self.on_graphics("exercise", "show", "glute-bridge", "--still", "--graphics",
                                    "sixel", replies=b"\x1b[?1;0;16S\x1b[?62;4c")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(terminal.sixels, [])
        self.assertIn(b"has only 16 colours", terminal.bytes)

    def test_a_signal_while_it_asks_leaves_the_terminal_as_it_was(self):
        terminal = self.on_graphics("exercise", "show", "glute-bridge", "--still", "--graphics",
                                    "sixel", replies=b"")
        terminal.when_asked = lambda: os.kill(terminal.pid, signal.SIGINT)
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_given_back(terminal)

    def test_piped_it_is_cells_and_says_so(self):
        done = self.run_hipflow("exercise", "show", "glute-bridge", "--still", "--graphics",
                                "kitty")
        self.assertEqual((done.returncode, done.stderr),
                         (0, "Figures are drawn in cells: input or output is not a terminal.\n"))
        self.assertTrue(QUADRANTS & set(done.stdout))


if __name__ == "__main__":
    main()
