# SPDX-License-Identifier: MIT
"""What a person leaves out: the question at first, and 'hipflow me'. me_test.py /path/to/hipflow"""
import re

from hipflow_test import EXPERIENCE, FIRST_RUN, HipflowTest, main
from live_terminal import LiveTerminal

LIST = "Which of these apply to you?"
PAIN = "How strong is your pain right now"
ANSWERED_AT = "2026-06-10T09:00:00+00:00"


class MeTest(HipflowTest):
    def me(self, *args, code=0, **env):
        done = self.run_hipflow("me", *args, env=self.env(HIPFLOW_NOW=ANSWERED_AT, **env))
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def restrictions(self):
        return [one["id"] for one in self.run_json("me")["restrictions"]]

    def live(self, *args, size):
        terminal = LiveTerminal([self.binary, *args], self.env(HIPFLOW_SPEED="1"), size)
        self.addCleanup(terminal.close)
        return terminal

    def confirm(self, terminal, said):
        """Enter, as somebody presses it who has read what was said back: not a key held down."""
        terminal.see(said, "Enter yes, that is right")
        terminal.pump(0.3)
        terminal.press("\r")

    def read_first_run(self, terminal):
        """Page by page, up to the one that asks to be read."""
        while FIRST_RUN not in terminal.text:
            terminal.see("Enter: more")
            before = terminal.text
            terminal.pump(0.3)
            terminal.press("\r")
            while terminal.text == before:
                terminal.pump(0.05)
        terminal.pump(0.3)

    def settle(self, terminal):
        terminal.process.terminate()
        terminal.end()


class Question(MeTest):
    def numbers_on(self, text):
        """The numbers of the list that are in sight."""
        return {int(number) for number in re.findall(r"(?:^|\s)([1-9]\d*) (?=[a-z])", text)}

    def test_the_list_is_in_sight_whole_at_both_sizes(self):
        for size in ((80, 24), (60, 16)):
            for sound in ((), ("--no-voice", "--no-tones")):
                with self.subTest(size=size, sound=sound):
                    terminal = self.live("start", "short", *sound, size=size)
                    self.read_first_run(terminal)
                    terminal.press("\r")
                    terminal.see(LIST, "> _")
                    self.assertEqual(self.numbers_on(terminal.text), set(range(1, 22)),
                                     terminal.text)
                    self.assertNotIn("~", terminal.text)
                    self.settle(terminal)
                    self.setUp()

    def test_what_is_typed_counts_after_it_was_said_back(self):
        terminal = self.live("start", "short", size=(80, 24))
        self.read_first_run(terminal)
        terminal.press("\r")
        terminal.see(LIST)
        terminal.press("osteoporosis, 17")
        terminal.see("> osteoporosis, 17_")
        terminal.press("\r")
        terminal.see("Noted: osteoporosis; the floor.", "c change it")
        terminal.press("c")
        terminal.see(LIST, "> _")
        self.assertEqual(self.restrictions(), [])
        terminal.press("6\r")
        self.confirm(terminal, "Noted: osteoporosis.")
        terminal.see(EXPERIENCE)
        terminal.press("u")
        terminal.see(PAIN)
        self.settle(terminal)
        self.assertEqual(self.restrictions(), ["osteoporosis"])

    def test_an_answer_that_is_not_understood_shows_the_list_again(self):
        for size in ((80, 24), (60, 16)):
            with self.subTest(size=size):
                terminal = self.live("start", "short", size=size)
                self.read_first_run(terminal)
                terminal.press("\r")
                for wrong, said in (("lava", "'lava' is none of these."),
                                    ("99", "There is no number 99 in the list."),
                                    ("0 3", "0 stands for none of them")):
                    terminal.see(LIST, "> _")
                    terminal.press(wrong + "\r")
                    terminal.see(said, LIST, "> _")
                    # Below two lines about the answer a small screen has two pages.
                    there = set(range(4, 22 if size == (80, 24) else 19))
                    self.assertEqual(self.numbers_on(terminal.text) & there, there, terminal.text)
                self.settle(terminal)
                self.assertIsNone(self.run_json("me")["restrictions_from"])
                again = self.live("start", "short", size=size)
                again.see(LIST)  # nothing was answered: it is asked once more
                self.settle(again)
                self.setUp()

    def test_what_is_typed_on_one_page_is_kept_on_the_next(self):
        every = [str(number) for number in range(1, 9)]
        self.me("restrict", *every)
        terminal = self.live("me", "ask", size=(60, 16))
        terminal.see("So far:", "Enter: more (1 of 2)")
        terminal.press("1")
        terminal.see("> 1_")
        terminal.press("\r")
        terminal.see(LIST, "> 1_", "17 the floor")
        terminal.press("7\x1b[D")
        terminal.see("Enter: more (1 of 2)", "> 17_")
        terminal.press("\r")
        terminal.see("17 the floor", "> 17_")
        terminal.pump(0.3)
        terminal.press("\r")
        self.confirm(terminal, "Noted: the floor.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.restrictions(), ["no-floor"])

    def test_in_plain_lines_a_small_terminal_gets_the_list_in_parts(self):
        terminal = self.start("short", size=(12, 40))
        terminal.answer(FIRST_RUN, "", "Enter: more (1 of 3)", "osteoporosis",
                        "Enter: more (2 of 3)", "", "17 the floor", "17",
                        "Noted: osteoporosis; the floor.", "", EXPERIENCE, "", PAIN, "")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(terminal.text.count(LIST.split()[0] + " of these"), 3)
        self.assertEqual(self.restrictions(), ["osteoporosis", "no-floor"])

    def test_a_dumb_terminal_gets_it_too(self):
        terminal = self.terminal("start", "short", TERM="dumb")
        terminal.answer(FIRST_RUN, "", LIST, "osteoperosis",
                        "Did you mean osteoporosis by 'osteoperosis'?", "", EXPERIENCE, "", PAIN, "")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.restrictions(), ["osteoporosis"])

    def test_leaving_it_open_is_said(self):
        terminal = self.start("short")
        terminal.answer(FIRST_RUN, "", LIST, "", "Nothing is left out. 'hipflow me' changes that",
                        "")
        terminal.kill(15)
        terminal.end()
        self.assertIsNone(self.run_json("me")["restrictions_from"])


class Retries(MeTest):
    def test_a_mistyped_number_shows_what_it_chooses_from(self):
        self.acknowledge()
        terminal = self.start("short", "--pain-before", "1", "--pain-after", "1", "--effort", "ok",
                              "--note", "-")
        terminal.answer("Press Enter to begin.", "", "Did any exercise hurt more", "77",
                        "whole number from 0 to 3", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(terminal.text.count("1 Lying figure-4"), 2, terminal.text)


class Command(MeTest):
    def test_what_is_named_is_left_out_and_shown_with_its_origin(self):
        done = self.me("restrict", "osteoporosis", "floor")
        self.assertIn("Noted: osteoporosis; the floor. 'hipflow undo' takes it back.", done.stderr)
        self.assertEqual(self.restrictions(), ["osteoporosis", "no-floor"])
        shown = self.me().stdout
        self.assertIn("answer of 2026-06-10", shown)
        self.assertRegex(shown, r"keeps \d+ of 77 exercises out")
        answer = self.run_json("me")
        self.assertEqual(answer["restrictions_from"], "answer")
        self.assertIn("hip-flexor-half-kneeling", answer["left_out"])
        self.assertIn("left out: the floor", self.run_hipflow("exercise", "list").stdout)
        self.assertIn("Lying exercises are set on the bed", self.run_hipflow("routine", "show", "short").stdout)
        settings = {line["key"]: line for line in self.run_json("config")["settings"]}
        self.assertEqual(settings["me.restrictions"]["value"], '["osteoporosis", "no-floor"]')
        self.assertEqual(settings["me.restrictions"]["origin"], "answer of 2026-06-10")

    def test_the_last_word_holds_at_the_same_instant_and_undo_takes_it_back(self):
        for round_ in range(8):
            self.me("restrict", "wrists")
            self.assertEqual(self.restrictions(), ["wrists"], round_)
            self.me("allow", "wrists")
            self.assertEqual(self.restrictions(), [], round_)
        self.me("restrict", "wrists", "knees")
        self.assertEqual(self.run_hipflow("undo").returncode, 0)
        self.assertEqual(self.restrictions(), [])
        self.assertEqual(self.run_hipflow("redo").returncode, 0)
        self.assertEqual(self.restrictions(), ["knees", "wrists"])
        self.assert_sound()

    def test_words_that_are_not_clear_change_nothing(self):
        for words, said in ((("hip",), "'hip' may be 1 hip surgery; 2"),
                            (("osteoperosis",), "Did you mean 'osteoporosis'?"),
                            (("osteoporosis", "lava"), "there is no restriction 'lava'"),
                            (("none",), "there is no restriction 'none'"), (("99",), "'99'")):
            with self.subTest(words):
                self.assertIn(said, self.me("restrict", *words, code=2).stderr)
                self.assertEqual(self.restrictions(), [])

    def test_the_settings_win_and_that_is_said(self):
        self.me("restrict", "wrists")
        path = self.write(".config/hipflow/config.toml",
                          'format = 1\n[me]\nrestrictions = ["knees"]\navoid = ["dead-bug"]\n')
        self.run_hipflow("exercise", "avoid", "clamshell")
        answer = self.run_json("me")
        self.assertEqual([(one["id"], one["place"]) for one in answer["restrictions"]],
                         [("knees", path + ":3")])
        self.assertEqual([(one["id"], one["origin"]) for one in answer["avoided"]],
                         [("dead-bug", "settings"), ("clamshell", "answer")])
        for words in (("restrict", "wrists"), ("allow", "knees"), ("ask",)):
            self.assertIn("config.toml:3: 'restrictions' is set there, and the file takes precedence",
                          self.me(*words, code=2).stderr)
        settings = {line["key"]: line for line in self.run_json("config")["settings"]}
        self.assertEqual(settings["me.avoid"]["value"], '["dead-bug", "clamshell"]')
        self.assertRegex(settings["me.avoid"]["origin"], r"config.toml:4; answer of \d")

    def test_the_list_can_be_gone_through_again(self):
        self.me("restrict", "wrists")
        terminal = self.terminal("me", "ask", "--plain")
        terminal.answer("So far: sore wrists.", "0", "Nothing is left out.", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.restrictions(), [])
        self.assertEqual(self.run_json("me")["restrictions_from"], "answer")
        self.assertIn("none in the list applies", self.me().stdout)
        self.assertIn("nobody to ask", self.me("ask", code=2).stderr)
        kept = self.terminal("me", "ask", "--plain")
        kept.answer(LIST, "")
        self.assertEqual(kept.end(), 0)
        self.assertIn("Nothing was changed.", kept.text)

    def test_what_was_named_before_the_first_session_is_kept_by_enter(self):
        self.me("restrict", "osteoporosis")
        terminal = self.start("short")
        terminal.answer(FIRST_RUN, "", "So far: osteoporosis.", "",
                        "Noted: osteoporosis. 'hipflow me' changes that", "")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.restrictions(), ["osteoporosis"])

    def test_settings_are_shown_though_the_history_cannot_be_read(self):
        self.me("restrict", "wrists")
        with open(self.database, "wb") as file:
            file.write(b"no database" * 500)
        shown = self.run_hipflow("config")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("me.restrictions", shown.stdout)
        self.assertIn("are not shown", shown.stderr)


if __name__ == "__main__":
    main()
