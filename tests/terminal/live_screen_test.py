#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The live screen as a person meets it. live_screen_test.py /path/to/hipflow"""
import re
import time

from hipflow_test import main
from live_terminal import ANSWERED, LiveTest

SIZES = ((1, 1), (2, 40), (5, 2), (20, 5), (59, 15), (60, 16), (80, 24), (120, 40), (200, 60))


class Session(LiveTest):
    def test_leads_from_the_first_question_to_the_summary(self):
        terminal = self.live("short", speed=60)
        for question, keys in (("How strong is your pain right now", "3"),
                               ("Where is it strongest?", "2"), ("Which side?", "l"),
                               ("How far down do you feel it?", "\r"),
                               ("How strong is your pain now", "1"),
                               ("Enter as last time: buttock, left", "\r"),
                               ("How far down do you feel it?", "\r"),
                               ("Did any exercise hurt more", "0"), ("How was it?", "n"),
                               ("A note, if you like", "Good.\r"), ("How was it?", "o")):
            terminal.see(question)
            terminal.pump(0.7)  # it is read; and Enter at once behind one key is but a habit
            terminal.press(keys)
        self.assertEqual(terminal.end(), 0)
        self.assert_given_back(terminal)
        session = self.row("SELECT status, effort, hurt_more, note FROM session")
        self.assertEqual(session, {"status": "completed", "effort": "ok", "hurt_more": "none",
                                   "note": "Good."})
        self.assertEqual([row["score"] for row in
                          self.rows("SELECT score FROM pain_score ORDER BY at, id")], [3, 1])
        behind = terminal.bytes[terminal.bytes.rfind(b"?1049l"):].decode()
        for words in ("Short", "Sets: 6 of 6 done.", "Work done: 2 min 20 s of 2 min 20 s planned",
                      "Pain before → after: 3 → 1.", "Next: tomorrow morning"):
            self.assertIn(words, behind, "the summary stays on the normal screen")
        self.assertNotIn("side:", behind, "both did the same")
        self.assert_sound()

    def test_enter_behind_an_answer_of_one_key_answers_nothing_else(self):
        terminal = self.live("short", speed=60)
        terminal.see("How strong is your pain right now")
        terminal.press("3\r")
        terminal.see("Where is it strongest?")
        terminal.press("2\r")
        terminal.see("Which side?")
        terminal.pump(0.8)
        self.assertIn("Which side?", terminal.text)

    def test_one_waits_for_a_moment_and_may_become_ten(self):
        # Ten comes last: after it the day is a gentler one.
        for keys, score in (("1", 1), ("1\r", 1), ("10", 10), ("x", 10)):
            with self.subTest(keys=keys):
                terminal = self.live("short", "--discard")
                terminal.see("How strong is your pain right now")
                terminal.press(keys)
                terminal.see("Where is it strongest?")
                terminal.press("b")
                for question in ("Which side?", "How far down do you feel it?"):
                    terminal.see(question)
                    terminal.pump(0.7)
                    terminal.press("\r")
                terminal.see("There is no session today" if score == 10 else "GET READY")
                terminal.press("\x03")
                terminal.end()
                self.assertEqual(self.rows("SELECT score FROM pain_score ORDER BY at DESC LIMIT 1"),
                                 [{"score": score}])

    def test_a_second_digit_typed_ahead_answers_no_other_question(self):
        terminal = self.live("short")
        terminal.see("How strong is your pain right now")
        terminal.press("35", 0.5)
        self.assertIn("Where is it strongest?", terminal.text)

    def test_what_is_pasted_or_held_down_answers_nothing(self):
        terminal = self.live("short")
        terminal.see("How strong is your pain right now")
        terminal.press(b"\x1b[200~3\r7\x1b[201~", 0.7)
        self.assertIn("How strong is your pain right now", terminal.text)
        terminal.press("2", 0.4)
        for _ in range(20):
            terminal.press("2", 0.03)
        self.assertIn("Where is it strongest?", terminal.text)

    def test_somebody_lying_down_may_wait_with_every_answer(self):
        terminal = self.in_a_hold(speed=100)
        terminal.press("p")
        terminal.see("How strong is it")
        terminal.pump(1.5)  # two and a half minutes of the session
        terminal.press("5")
        terminal.see("Where is it strongest?")
        terminal.pump(0.7)  # an Enter at once would be a habit
        terminal.press("\r")
        terminal.see("Which side?")
        terminal.press("r")
        terminal.see("Is it:")
        terminal.press("s")
        terminal.see("Stopped, and that was the right call.", "Enter rest")
        terminal.pump(1.5)
        self.assertIn("Enter rest", terminal.text, "it stays until it has been read")
        terminal.press("n")
        terminal.see("2 of 3")
        self.assertEqual(self.row("SELECT score, side FROM pain_score WHERE moment = 'peak'"),
                         {"score": 5, "side": "right"})
        first = self.rows("SELECT actual_ms FROM performed_set ORDER BY step, set_no, side")[0]
        self.assertLess(first["actual_ms"], 120_000, "no credit for waiting")


class Keys(LiveTest):
    def test_every_key_works_the_moment_it_is_pressed(self):
        terminal = self.in_a_hold()
        begun = time.monotonic()
        for key, words in ((" ", "PAUSED: HOLD, LEFT"), ("\r", "GET READY"), ("+", "10 s more."),
                           ("t", "in all."), ("?", "this list, on and off"),
                           ("?", "how it goes"), ("n", "GET READY"), ("n", "HOLD"), ("n", "Skipped."), ("u", "Taken back."),
                           ("b", "Once more."), ("e", "Easier: Seated figure-4."),
                           ("\x1b[C", "HOLD"), ("q", "Finish here?"), ("c", "GET READY"),
                           ("p", "How strong is it")):
            terminal.press(key)
            terminal.see(words, patience=5)
            terminal.pump(0.8)  # the same key sooner than this would be the first one, held down
        self.assertLess(time.monotonic() - begun, 30)

    def test_n_tells_where_it_goes_and_offers_what_u_can_take_back(self):
        terminal = self.live("long", *ANSWERED, "--keep-partial")
        terminal.see("Press Enter to begin.")
        terminal.press("\r")
        terminal.see("GET READY")
        terminal.press("n")
        terminal.see("On to the count-in. u undoes that.")
        self.assertNotIn("Skipped", terminal.text)
        terminal.press("b")
        terminal.see("Once more.")
        self.assertNotIn("undoes that", terminal.text)
        terminal.press("u")
        terminal.see("Nothing to take back.")

    def test_other_keys_do_nothing(self):
        terminal = self.in_a_hold()
        terminal.press("yzZ12#\t\x01\x7fä日", 0.2)
        terminal.press(b"\x1b[A\x1b[B\x1b[5~\x1bOP\x1b[1;5C\x1b", 0.2)
        self.assertIn("HOLD", terminal.text)
        self.assertNotIn("PAUSED", terminal.text)
        self.assertIn("1 of 3", terminal.text)

    def test_a_key_held_down_is_one_key(self):
        for key, words in ((" ", "PAUSED"), ("n", "Skipped.")):
            terminal = self.in_a_hold()
            terminal.press(key, 0.5)  # as long as a keyboard waits before it repeats
            for _ in range(20):
                terminal.press(key, 0.03)
            terminal.see(words)
            terminal.pump(0.3)
            self.assertIn("PAUSED" if key == " " else "CHANGE SIDES", terminal.text)
            terminal.close()

    def test_late_replies_of_the_terminal_and_pasted_text_are_no_keys(self):
        terminal = self.in_a_hold()
        for reply in (b"\x1b[?62;22c", b"\x1b]11;rgb:1010/1414/1818\x07", b"\x1b[24;80R",
                      b"\x1bP>|XTerm(379)\x1b\\", b"\x1b[200~npq \r\x1b[201~"):
            terminal.press(reply, 0.1)
        self.assertIn("HOLD", terminal.text)
        self.assertNotIn("Skipped", terminal.text)
        self.assertNotIn("PAUSED", terminal.text)

    def test_the_key_that_opens_a_question_does_not_answer_it(self):
        terminal = self.in_a_hold()
        for _ in range(10):
            terminal.press("q", 0.03)
        terminal.see("Finish here?")
        terminal.press("c")
        terminal.see("GET READY")


class Sizes(LiveTest):
    def at_every_size(self, terminal, words, small):
        """Through all sizes and back: nothing wraps, nothing is lost."""
        for size in SIZES:
            terminal.resize(*size)
            if size[0] >= 60 and size[1] >= 16:
                terminal.see(words)
            elif size[0] >= 20:
                terminal.see(small)
            else:
                terminal.pump(0.1)
            self.assertIsNone(terminal.process.poll())
        terminal.resize(80, 24)
        terminal.see(words)

    def test_a_hold_a_pause_and_the_list_of_keys(self):
        terminal = self.in_a_hold()
        self.at_every_size(terminal, "HOLD", "LEFT")
        terminal.press("?")
        terminal.see("this list")
        self.at_every_size(terminal, "this list", "HOLD")
        terminal.press("? ")
        terminal.see("PAUSED")
        self.at_every_size(terminal, "PAUSED", "PAUSE")
        terminal.press(" ")
        terminal.see("GET READY")
        self.at_every_size(terminal, "HOLD", "LEFT")

    def test_a_gap_and_the_questions(self):
        terminal = self.in_a_hold()
        terminal.press("n")
        terminal.see("CHANGE SIDES")
        self.at_every_size(terminal, "CHANGE SIDES", "RIGHT")
        terminal.press("p")
        terminal.see("How strong is it")
        self.at_every_size(terminal, "How strong is it", "Enter")
        terminal.press("4")
        terminal.see("Where is it strongest?")
        self.at_every_size(terminal, "7/f foot", "Enter")

    def test_below_the_smallest_size_it_is_plain(self):
        for size in ((39, 24), (80, 11)):
            terminal = self.live("long", *ANSWERED, size=size)
            terminal.see("Press Enter to begin.")
            self.assertNotIn(b"\x1b", terminal.bytes)
            terminal.close()


class Kinds(LiveTest):
    """What terminals differ in."""

    def bytes_of(self, *args, **options):
        terminal = self.in_a_hold(*args, **options)
        terminal.pump(1.2)
        terminal.press("q")
        terminal.see("Finish here?")
        terminal.close()
        return terminal.bytes.decode()

    def test_a_dumb_terminal_gets_plain_lines(self):
        for term in ("dumb", None):
            terminal = self.live("long", *ANSWERED, TERM=term)
            terminal.see("Press Enter to begin.")
            self.assertNotIn(b"\x1b", terminal.bytes)
            terminal.close()

    def test_the_linux_console_gets_full_blocks_and_nothing_that_it_does_not_know(self):
        text = self.bytes_of(TERM="linux")
        self.assertIn("█", text)
        for glyph in ("▀", "▄", "━", "■", "?2026"):
            self.assertNotIn(glyph, text)

    def test_without_utf_8_there_is_ascii(self):
        self.assertTrue(self.bytes_of(LC_ALL="C").isascii())

    def test_no_color_means_none(self):
        coloured = re.compile(r"\x1b\[(\d+;)*(3[0-7]|38|9[0-7])[;m]")
        self.assertIsNone(coloured.search(self.bytes_of(NO_COLOR="1")))
        self.assertIsNotNone(coloured.search(self.bytes_of()))

    def test_the_terminal_is_asked_for_its_background_once_and_for_nothing_else(self):
        text = self.bytes_of()
        self.assertTrue(text.startswith("\x1b]11;?\x1b\\\x1b[c"), text[:40])
        self.assertEqual(text.count("\x1b[c"), 1)
        for query in ("\x1b[6n", "$p"):
            self.assertNotIn(query, text)


if __name__ == "__main__":
    main()
