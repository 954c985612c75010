# SPDX-License-Identifier: MIT
"""The signs at the first run, and the endings on the live screen. endings_live_test.py
/path/to/hipflow"""
import sqlite3
from contextlib import closing

from endings_test import BEFORE, HELP, LIE, MOVING, SIGNS, UNCLEARED
from hipflow_test import HipflowTest, main
from live_terminal import ANSWERED, LiveTest


class FirstRun(HipflowTest):
    def test_whoever_read_the_text_without_the_signs_is_shown_them_once(self):
        self.acknowledge()
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("UPDATE acknowledgement SET version = 1 WHERE text = 'first-run'")
        terminal = self.start("short")
        terminal.expect("Press Enter when you have read this")
        for sign in SIGNS:
            self.assertIn(sign, terminal.text)
        terminal.answer("", "")
        terminal.expect(BEFORE)
        terminal.kill(15)
        terminal.end()
        terminal = self.start("short")
        terminal.expect(BEFORE)
        self.assertNotIn("genitals", terminal.text)


class OnTheScreen(LiveTest):
    def read_pages(self, terminal, until):
        """All that comes, page by page, to the question that ends it."""
        seen = ""
        while True:
            terminal.see("nter")
            seen += terminal.text + "\n"
            if until in terminal.text:
                return seen
            terminal.press("\r", rest=0.3)

    def test_the_first_run_is_read_whole_on_every_size(self):
        for size in ((80, 24), (60, 16)):
            terminal = self.on_terminal([self.binary, "start", "short", "--db",
                                         f"{self.folder}/{size[0]}.db"], size=size)
            words = " ".join(self.read_pages(terminal, "when you have read this").split())
            for sign in ("It cannot examine you", *SIGNS, "before you begin", "shows this again"):
                self.assertIn(sign, words, size)
            terminal.close()

    def ends(self, terminal, line):
        self.assertEqual(terminal.end(), 0)
        lines = [text for text in terminal.text.splitlines() if text.strip()]
        self.assertEqual(lines[-1].strip(), line)
        self.assertEqual(terminal.is_given_back(), [])
        return terminal.text

    def test_each_ending_is_the_last_line_of_the_normal_screen(self):
        for flags, line in ((("--new", "emergency"), HELP), (("--pain-before", "1"), UNCLEARED),
                            (("--clearance", "fine", "--new", "none", "--pain-before", "9"),
                             LIE)):
            terminal = self.live("short", "--site", "low-back", "--side", "both", *flags)
            if line == UNCLEARED:
                terminal.see("what did they say")
                terminal.press("\r")
            text = self.ends(terminal, line)
            if line != UNCLEARED:
                for sign in SIGNS:
                    self.assertIn(sign, " ".join(text.split()))
                self.assertIsNone(MOVING.search(text))

    def test_weakness_in_a_session(self):
        terminal = self.in_a_hold()
        terminal.press("p")
        terminal.see("How strong is it")
        terminal.press("0", rest=0.8)
        terminal.see("a weaker leg or a dropping foot", "a joint that gave way or caught")
        terminal.press("w")
        text = self.ends(terminal, HELP)
        self.assertIn("New weakness can be serious", text)

    def test_what_does_not_fit_is_read_page_by_page_first(self):
        terminal = self.live("short", *ANSWERED, "--new", "emergency", size=(60, 16))
        words = " ".join(self.read_pages(terminal, "Press Enter to continue.").split())
        for sign in ("This can be serious", "your local emergency number", *SIGNS):
            self.assertIn(sign, words)
        terminal.press("\r")
        self.ends(terminal, HELP)


if __name__ == "__main__":
    main()
