#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Colours for dark and light, on terminals that tell their background and on others.
theme_test.py /path/to/hipflow"""
import os
import signal

from graphics_terminal import GraphicsTerminal
from hipflow_test import main
from live_terminal import ANSWERED, LiveTest

QUESTION = b"\x1b]11;?\x1b\\"
ATTRIBUTES = b"\x1b[?62;c"
DARK = b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"
LIGHT = b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\"
KITTY = b"\x1b_Gi=31;OK\x1b\\"
READABLE = 4.5
PAPERS = {"dark": ("000000", "1e1e1e"), "light": ("ffffff", "fdf6e3")}


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_word(cell):
    return cell.bg == "default" and cell.data.isascii() and cell.data.isalnum()


class ThemeTest(LiveTest):
    def on_theme(self, *args, replies, speed=5, size=(80, 24), **env):
        terminal = GraphicsTerminal([self.binary, *args], self.env(HIPFLOW_SPEED=speed, **env),
                                    replies=replies, size=size)
        self.addCleanup(terminal.close)
        return terminal

    def session(self, *options, **more):
        return self.on_theme("start", "long", *ANSWERED, "--keep-partial", *options, **more)

    def colours_of_words(self, terminal):
        return {cell.fg for row in range(terminal.screen.lines)
                for cell in (terminal.screen.buffer[row][column]
                             for column in range(terminal.screen.columns))
                if is_word(cell)} - {"default"}

    def theme_of(self, terminal):
        """The one theme on whose backgrounds all words in a colour can be read."""
        terminal.see("Press Enter to begin.")
        terminal.press("\r")
        terminal.see("GET READY")
        terminal.pump(0.3)
        colours = self.colours_of_words(terminal)
        self.assertTrue(colours, "some words have a colour")
        fits = {theme for theme, papers in PAPERS.items()
                if all(contrast(colour, paper) >= READABLE
                       for colour in colours for paper in papers)}
        self.assertEqual(len(fits), 1, colours)
        terminal.close()
        return fits.pop()


class Asked(ThemeTest):
    def test_the_terminal_tells_its_background(self):
        for reply in (LIGHT, b"\x1b]11;rgb:ff/ff/ff\a", b"\x1b]11;rgba:eeee/eeee/eeee/ffff\x1b\\"):
            with self.subTest(reply=reply):
                self.assertEqual(self.theme_of(self.session(replies=reply + ATTRIBUTES)), "light")
        terminal = self.session(replies=DARK + ATTRIBUTES, COLORFGBG="0;15")
        self.assertEqual(self.theme_of(terminal), "dark")
        self.assertEqual(terminal.asked, 1)

    def test_one_that_does_not_know_the_question_leaves_it_to_the_variable(self):
        terminal = self.session(replies=ATTRIBUTES, COLORFGBG="0;15")
        self.assertEqual(self.theme_of(terminal), "light")
        self.assertEqual(self.theme_of(self.session(replies=ATTRIBUTES)), "dark")

    def test_one_that_never_answers_is_taken_for_dark(self):
        terminal = self.session(replies=b"")
        self.assertEqual(self.theme_of(terminal), "dark")

    def test_an_answer_that_comes_too_late_presses_no_key(self):
        terminal = self.session(replies=b"")
        terminal.see("Press Enter to begin.")
        before = terminal.text
        terminal.press(LIGHT + ATTRIBUTES, 0.5)
        self.assertEqual(terminal.text, before)
        self.assertNotIn(b"^[", terminal.bytes, "nothing is echoed")
        self.assertEqual(self.theme_of(terminal), "dark")

    def test_an_answer_of_which_half_comes_late_presses_no_key(self):
        terminal = self.session(replies=LIGHT[:12])
        terminal.see("Press Enter to begin.")
        before = terminal.text
        terminal.press(LIGHT[12:] + ATTRIBUTES, 0.3)
        self.assertEqual(terminal.text, before)

    def test_rubbish_is_no_answer(self):
        for reply in (b"\x1b]11;rgb:zz/zz/zz\x1b\\", b"\x1b]11;?\x1b\\", b"\x1b]11;#ffffff\a",
                      b"\x1b]11;rgb:ffff/ffff\a", b"\x1b]10;rgb:ff/ff/ff\a", b"\x80\xff\x1b]\a"):
            with self.subTest(reply=reply):
                self.assertEqual(self.theme_of(self.session(replies=reply + ATTRIBUTES)), "dark")

    def test_a_key_among_the_answers_answers_no_question_that_is_not_there_yet(self):
        terminal = self.session(replies=LIGHT + b"\r" + ATTRIBUTES)
        terminal.see("Press Enter to begin.")
        terminal.pump(0.8)  # the same key sooner may be one that is held down
        self.assertEqual(self.theme_of(terminal), "light")

    def test_pixels_are_asked_for_in_the_same_breath(self):
        terminal = self.session("--graphics", "auto", replies=LIGHT + KITTY + ATTRIBUTES)
        self.assertEqual(self.theme_of(terminal), "light")
        self.assertEqual(terminal.asked, 1)

    def test_inside_a_multiplexer_it_is_asked_as_well(self):
        terminal = self.session(replies=LIGHT + ATTRIBUTES, TMUX="/x,1,0", TERM="tmux-256color")
        self.assertEqual(self.theme_of(terminal), "light")
        self.assertNotIn(b"\x1bP", terminal.bytes, "nothing is passed through")

    def test_every_dialogue_has_the_theme(self):
        terminal = self.on_theme("me", "ask", replies=LIGHT + ATTRIBUTES)
        terminal.see("apply to you?")
        self.assertEqual(terminal.asked, 1)
        terminal.press("3", 0.3)
        colours = self.colours_of_words(terminal)
        self.assertTrue(colours)
        for colour in colours:
            self.assertGreaterEqual(contrast(colour, "ffffff"), READABLE)


class NotAsked(ThemeTest):
    def assert_not_asked(self, terminal):
        self.assertNotIn(b"\x1b]", terminal.bytes)
        self.assertEqual(terminal.asked, 0)

    def test_where_the_theme_is_named(self):
        for theme in ("dark", "light"):
            terminal = self.session("--theme", theme, replies=b"")
            self.assertEqual(self.theme_of(terminal), theme)
            self.assert_not_asked(terminal)

    def test_without_colours(self):
        terminal = self.session(replies=b"", NO_COLOR="1")
        terminal.see("Press Enter to begin.")
        self.assert_not_asked(terminal)

    def test_a_terminal_that_cannot_tell(self):
        for term in ("linux", "vt100"):
            terminal = self.session(replies=b"", TERM=term)
            terminal.see("Press Enter to begin.")
            self.assert_not_asked(terminal)
            terminal.close()

    def test_for_plain_lines(self):
        for options, env in ((("--plain",), {}), ((), {"TERM": "dumb"})):
            terminal = self.session(*options, replies=b"", **env)
            terminal.see("Press Enter to begin.")
            self.assert_not_asked(terminal)
            terminal.close()


class Printed(ThemeTest):
    def test_a_figure_is_for_the_theme(self):
        shown = {}
        for name, reply in (("light", LIGHT), ("dark", DARK)):
            terminal = self.on_theme("exercise", "show", "clamshell", replies=reply + ATTRIBUTES,
                                     size=(80, 60))
            self.assertEqual(terminal.end(), 0)
            named = self.on_theme("exercise", "show", "clamshell", "--theme", name, replies=b"",
                                  size=(80, 60))
            self.assertEqual(named.end(), 0)
            self.assertEqual(named.asked, 0)
            shown[name] = terminal.bytes.replace(QUESTION + b"\x1b[c", b"")
            self.assertEqual(shown[name], named.bytes)
            self.assert_given_back(terminal)
        self.assertNotEqual(shown["light"], shown["dark"])

    def test_over_a_line_that_may_be_slow_nothing_is_asked(self):
        terminal = self.on_theme("exercise", "show", "clamshell", replies=b"",
                                 SSH_CONNECTION="1 2 3 4")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(terminal.asked, 0)

    def test_a_signal_while_it_asks_leaves_the_terminal_as_it_was(self):
        terminal = self.on_theme("exercise", "show", "clamshell", replies=b"")
        terminal.when_asked = lambda: os.kill(terminal.pid, signal.SIGINT)
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_given_back(terminal)

    def test_the_doctor_tells_which_and_why(self):
        for reply, env, words in (
                (LIGHT, {}, "a light background, as the terminal says"),
                (b"", {"COLORFGBG": "0;15"}, "a light background, as COLORFGBG says"),
                (b"", {}, "a dark background, since nothing says otherwise")):
            with self.subTest(words=words):
                terminal = self.on_theme("doctor", "--verbose", replies=reply + ATTRIBUTES, size=(200, 60),
                                         **env)
                terminal.end()
                self.assertIn(words, " ".join(terminal.text.split()))


if __name__ == "__main__":
    main()
