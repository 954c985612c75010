# SPDX-License-Identifier: MIT
"""A day of rest, the flare-up day, and from the third day of a flare on the other way round.
flare_test.py /path/to/hipflow"""
from hipflow_test import HipflowTest, main

REST = ("Pain now is 7. Today is sore.", "Enter rest today, 1/f the flare-up day: the smallest movements")
MOVE = ("Small movements help more than another day of rest",
        "Enter the flare-up day: the smallest movements, 1/r rest today")
FLARE = "Today's session is the flare-up day"
WALKS = "Short easy walks are fine if they do not make it worse."
BEGIN = "Press Enter to begin."
REFER = ("Pain called for rest on 3 of the last seven days. "
         "A physiotherapist or doctor could check what else might help.")
QUIET = ("--no-input", "--pain-after", "5", "--hurt", "none", "--effort", "ok")


def at(day, hour=8):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T{hour:02}:00:00+00:00"}


class FlareTest(HipflowTest):
    def setUp(self):
        super().setUp()
        self.acknowledge()

    def gates(self):
        return [(row["routine"], row["gate"], row["status"]) for row in self.rows(
            "SELECT routine, gate, status FROM session ORDER BY rowid")]

    def quiet(self, day, score, *options, hour=8):
        """A start at which nobody is asked; its text in one line."""
        terminal = self.start("short", *QUIET, "--pain-before", str(score), *options, **at(day, hour))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return " ".join(terminal.text.split())

    def chooses(self, day, offered, answer):
        """Answers what a score of seven asks; what follows is left to the caller."""
        terminal = self.start("short", "--pain-before", "7", **at(day))
        for words in offered:
            terminal.expect(words)
        terminal.say(answer)
        return terminal


class Choice(FlareTest):
    def test_on_the_first_two_days_enter_rests(self):
        for day in (1, 2):
            terminal = self.chooses(day, REST, "")
            self.assertEqual(terminal.end(), 0)
            self.assertNotIn(FLARE, terminal.text)
            self.assertIn(WALKS, terminal.text)
        self.assertEqual(self.gates(), [("short", "rest", "rested")] * 2)
        self.assert_sound()

    def test_from_the_third_on_enter_is_the_flare_up_day(self):
        for day in (1, 2):
            self.quiet(day, 7)
        terminal = self.chooses(3, MOVE, "")
        terminal.answer(FLARE, "", "How strong is your pain now", "6", "Where", "", "Which side", "",
                        "hurt more", "0", "How was it", "")
        self.assertEqual(terminal.end(), 0)
        self.assertTrue(terminal.text.rstrip().endswith(WALKS), terminal.text[-300:])
        self.assertEqual(self.gates()[-1], ("flare-up-day", "flare", "completed"))
        self.assert_sound()

    def test_r_rests_on_that_day_as_well(self):
        for day in (1, 2):
            self.quiet(day, 7)
        self.assertEqual(self.chooses(3, MOVE, "r").end(), 0)
        self.assertEqual(self.gates()[-1], ("short", "rest", "rested"))

    def test_a_day_between_belongs_to_the_flare(self):
        self.quiet(1, 7)
        terminal = self.chooses(3, MOVE, "")
        terminal.expect(FLARE)
        terminal.kill(15)
        terminal.end()

    def test_after_two_days_between_it_is_another_one(self):
        for day in (1, 2):
            self.quiet(day, 7)
        self.assertEqual(self.chooses(5, REST, "").end(), 0)

    def test_where_six_is_usual_moving_a_little_comes_first_at_once(self):
        for day in (1, 2, 3):
            self.run_hipflow("log", "morning", "6", "--for", f"2026-11-0{day}", env=self.env(**at(4, 7)))
        terminal = self.chooses(4, MOVE, "")
        terminal.expect(FLARE)
        terminal.kill(15)
        terminal.end()

    def test_a_rise_of_three_above_the_usual_is_a_flare_too(self):
        for day in (1, 2, 3):
            self.run_hipflow("log", "morning", "1", "--for", f"2026-11-0{day}", env=self.env(**at(4, 7)))
        terminal = self.start("short", "--pain-before", "4", **at(4))
        terminal.expect("Pain now is 4; your usual is 1. Today is sore.")
        terminal.answer(REST[1], "f", FLARE, "")
        terminal.expect("Legs-up rest")
        terminal.kill(15)
        terminal.end()

    def test_g_goes_on_with_the_gentler_session(self):
        for day in (1, 2):
            self.quiet(day, 7)
        terminal = self.chooses(3, MOVE, "g")
        terminal.expect(BEGIN)
        self.assertIn("Short, ", terminal.text)
        self.assertNotIn(FLARE, terminal.text)
        terminal.kill(15)
        terminal.end()


class Unasked(FlareTest):
    def test_without_input_it_is_a_rest_unless_the_flare_up_day_is_given(self):
        for day in (1, 2, 3):
            self.quiet(day, 7)
        self.assertIn(FLARE, self.quiet(4, 7, "--flare"))
        self.assertEqual(self.gates(), [("short", "rest", "rested")] * 3 + [("flare-up-day", "flare", "completed")])

    def test_the_flag_is_nothing_where_pain_calls_for_no_rest(self):
        self.assertNotIn(FLARE, self.quiet(1, 2, "--flare"))
        self.assertEqual(self.gates(), [("short", "none", "completed")])

    def test_a_low_score_after_nine_of_the_same_day_begins_gently(self):
        self.quiet(1, 9)
        said = self.quiet(1, 2, hour=12)
        self.assertIn("Pain was 9 earlier today. Today's session is the gentler one", said)
        self.assertEqual(self.gates(), [("short", "refused", "rested"), ("short", "gentle", "completed")])
        self.assertNotIn("earlier today", self.quiet(2, 2))


class Afterwards(FlareTest):
    def glance(self, day, hour=20):
        return " ".join(self.run_hipflow(env=self.env(**at(day, hour))).stdout.split())

    def test_on_a_day_of_rest_no_session_is_offered(self):
        self.quiet(1, 7)
        self.assertIn("Today is a day of rest, which keeps your plan. 'hipflow start' asks again how you are.",
                      self.glance(1))
        self.assertNotIn("day of rest", self.glance(2))

    def test_three_days_in_seven_call_for_somebody_and_that_is_said_once_in_a_while(self):
        for day in (1, 3):
            self.assertNotIn("Pain called for rest", self.quiet(day, 7))
        self.assertIn(REFER, self.quiet(5, 7))
        self.assertIn(REFER, self.glance(5))
        self.assertNotIn("Pain called for rest", self.quiet(6, 7))
        self.assertNotIn("Pain called for rest", self.glance(16))

    def test_the_flare_up_day_counts_as_kept(self):
        self.assertEqual(self.run_hipflow("schedule", "set", "daily", env=self.env(**at(1, 7))).returncode, 0)
        self.quiet(1, 7, "--flare")
        self.quiet(2, 7)
        self.assertIn("Plan 2 of 2 kept", self.glance(3))


if __name__ == "__main__":
    main()
