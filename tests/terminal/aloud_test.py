# SPDX-License-Identifier: MIT
"""Questions and explanations that are heard, by fake programs that log. aloud_test.py /path/to/hipflow"""
import signal

from heard import SoundTest
from hipflow_test import main


class Aloud(SoundTest):
    """In the first hold, at the pace of the world."""

    def in_a_hold(self, seconds="0.01"):
        self.fake_player(seconds=seconds)
        self.fake_voice()
        terminal = self.session(speed=1)
        terminal.expect("Figure four, left side")
        terminal.say("n")  # to the count-in
        terminal.expect("Hold, left")
        return terminal

    def ended(self, terminal):
        terminal.kill(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)

    def titles(self):
        return [one.title for one in self.begun()]

    def test_every_question_of_p_is_heard_when_it_is_asked(self):
        terminal = self.in_a_hold()
        dialogue = (("p", "How strong is it, from zero to ten?"), ("4", "Where is it strongest?"),
                    ("2", "Which side? L, left."), ("l", "Is it sharp or electric? S."),
                    ("t", "Also between the legs?"), ("n", "Leave this exercise for today."),
                    ("n", "Next: Bridge."))
        for key, question in dialogue:
            self.assertFalse([one for one in self.titles() if question in one], "not yet")
            terminal.say(key)
            self.until_heard(question)
        self.assertIn("Stop there.", " ".join(self.titles()))
        self.ended(terminal)

    def test_what_can_be_done_about_it_is_heard_with_its_keys(self):
        terminal = self.in_a_hold()
        terminal.say("p")
        self.until_heard("How strong is it")
        terminal.say("2", "", "", "n")
        self.until_heard("X stops this exercise.")
        self.assertNotIn("E is an easier", " ".join(self.titles()))
        terminal.say("")
        self.until_heard("Going on: Figure four.")
        self.ended(terminal)

    def test_an_answer_ends_its_question_and_nothing_else_does(self):
        terminal = self.in_a_hold(seconds="3")
        terminal.say("p")
        self.until_heard("How strong is it")
        terminal.say("3")
        self.until_heard("Where is it strongest?")
        cut = [one.title for one in self.heard() if one.what == "cut"]
        self.assertTrue([title for title in cut if "How strong is it" in title], cut)
        terminal.say("", "", "n", "")
        self.until_heard("Going on")
        cut = [one.title for one in self.heard() if one.what == "cut"]
        self.assertFalse([title for title in cut if "Going on" in title], cut)
        self.ended(terminal)

    def test_q_asks_aloud(self):
        terminal = self.in_a_hold()
        terminal.say("q")
        self.until_heard("Finish here? Enter, yes.")
        terminal.say("c")
        self.until_heard("Going on: Figure four.")
        self.ended(terminal)

    def test_h_says_how_it_goes_and_goes_on(self):
        terminal = self.in_a_hold()
        terminal.say("h")
        for sentence in ("Going on: Figure four.", "Lie down.", "Hold."):
            self.until_heard(sentence, 30)
        terminal.expect("Lie down.")
        self.ended(terminal)

    def test_n_goes_to_the_count_in_and_then_begins_now(self):
        self.fake_player()
        self.fake_voice()
        terminal = self.session(speed=1)
        terminal.expect("Figure four, left side")
        terminal.say("n")
        terminal.expect("three")
        terminal.say("n")
        terminal.expect("Begins now.")
        terminal.expect("Hold, left")
        self.until_heard("Begins now.")
        self.assertEqual(terminal.text.count("Begins now."), 1)
        self.ended(terminal)

    def test_u_says_where_there_is_nothing_to_take_back(self):
        terminal = self.in_a_hold()
        terminal.say("b")
        terminal.expect("Again:")
        terminal.say("u")
        terminal.expect("Nothing to take back.")
        self.until_heard("Nothing to take back.")
        self.until_heard("three", 20)
        self.assertEqual(terminal.text.count("Nothing to take back."), 1)
        self.ended(terminal)

    def test_without_a_voice_h_is_there_to_read(self):
        self.fake_player()
        terminal = self.session(speed=1)
        terminal.expect("Figure four, left side")
        terminal.say("h")
        terminal.expect("Paused. Press Enter to continue.")
        terminal.expect("Figure four\n- Lie down.\n- Hold.")
        self.ended(terminal)


if __name__ == "__main__":
    main()
