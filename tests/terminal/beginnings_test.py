# SPDX-License-Identifier: MIT
"""Whether this is new to somebody, and with what a newcomer begins. beginnings_test.py /path/to/hipflow"""
from hipflow_test import EXPERIENCE, FIRST_RUN_READ, NO_QUESTIONS, HipflowTest, main

PAIN = "How strong is your pain right now"
GENTLE = "Hip rotation, gentle form, "
BEGINS = "You begin with the gentle form. 'hipflow start hip-rotation' takes the full one"
MOVES_ON = "You have kept six sessions, so today's is the full form"
EASIER = "Most of this is a step easier than the routine has it."


def on(day):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T08:00:00+00:00"}


class BeginningsTest(HipflowTest):
    def session(self, day, *options):
        """A session without a question; its text in one line."""
        terminal = self.start(*options, *NO_QUESTIONS, **on(day))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return " ".join(terminal.text.split())

    def begun(self):
        return [row["routine"] for row in self.rows("SELECT routine FROM session ORDER BY rowid")]

    def levels(self):
        return {row["level"] for row in self.rows("SELECT level FROM performed_set")}

    def experience(self):
        return [row["rule"] for row in self.rows(
            "SELECT rule FROM preference WHERE subject = 'experience' ORDER BY at")]

    def routine_setting(self, day=1):
        settings = self.run_json("config", env=self.env(**on(day)))["settings"]
        return next(one for one in settings if one["key"] == "routine")


class Asked(BeginningsTest):
    def asked(self, answer, *options):
        """All that is said from the question to the one for pain; the next start does not ask again."""
        terminal = self.start(*options, **on(1))
        terminal.answer(*FIRST_RUN_READ, EXPERIENCE, answer)
        terminal.expect(PAIN)
        terminal.kill(15)
        terminal.end()
        return " ".join(terminal.text.split(EXPERIENCE)[-1].split())

    def asks_again(self):
        terminal = self.start(**on(1))
        again = terminal.expect(EXPERIENCE, PAIN) == EXPERIENCE
        terminal.kill(15)
        terminal.end()
        return again

    def test_who_is_new_to_this_begins_gently_and_is_told_so(self):
        said = self.asked("n")
        self.assertIn(BEGINS, said)
        self.assertIn(GENTLE, said)
        self.assertEqual(self.experience(), ["has_not"])
        self.assertFalse(self.asks_again())
        self.assertEqual(self.routine_setting()["value"], '"hip-rotation-gentle"')

    def test_who_is_used_to_it_gets_the_usual_routine_at_once(self):
        said = self.asked("u")
        self.assertIn("Hip rotation, ", said)
        self.assertNotIn("gentle form", said)
        self.assertEqual(self.experience(), ["has"])
        self.assertFalse(self.asks_again())
        self.assertEqual(self.routine_setting()["value"], '"hip-rotation"')

    def test_enter_leaves_it_open_and_begins_gently(self):
        said = self.asked("")
        self.assertIn(GENTLE, said)
        self.assertEqual(self.experience(), [])
        self.assertEqual(self.routine_setting()["origin"], "default, for the first six sessions")
        self.assertTrue(self.asks_again())

    def test_what_is_no_answer_is_asked_again(self):
        terminal = self.start(**on(1))
        terminal.answer(*FIRST_RUN_READ, EXPERIENCE, "perhaps", "letters or numbers", "used to this")
        terminal.expect("Hip rotation, ")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.experience(), ["has"])

    def test_a_routine_that_is_named_stays_at_level_one_for_somebody_new(self):
        said = self.asked("n", "hip-rotation")
        self.assertIn("Hip rotation, ", said)
        self.assertIn(EASIER, said)
        self.assertNotIn(BEGINS, said)

    def test_a_routine_that_is_written_stays(self):
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "short"\n')
        said = self.asked("n")
        self.assertIn("Short, ", said)
        self.assertNotIn("gentle form", said)
        self.assertEqual(self.routine_setting()["value"], '"short"')

    def test_nobody_is_asked_after_the_first_session_or_by_a_rehearsal(self):
        self.assertNotIn(EXPERIENCE, self.run_hipflow("start", "--rehearse").stdout)
        self.session(1)
        terminal = self.start(**on(3))
        terminal.answer(*FIRST_RUN_READ)
        self.assertEqual(terminal.expect(EXPERIENCE, PAIN), PAIN)
        terminal.kill(15)
        terminal.end()


class Told(BeginningsTest):
    """--experience in place of the question."""

    def test_new_begins_gently_at_level_one(self):
        said = self.session(1, "--experience", "new")
        self.assertIn(BEGINS, said)
        self.assertEqual(self.begun(), ["hip-rotation-gentle"])
        self.assertEqual(self.experience(), ["has_not"])
        self.assertEqual(self.levels(), {1})
        self.assert_sound()

    def test_new_holds_for_a_routine_that_is_named(self):
        self.assertIn(EASIER, self.session(1, "hip-rotation-strong", "--experience", "new"))
        self.assertEqual(self.levels(), {1})

    def test_used_begins_with_the_usual_routine(self):
        self.assertNotIn("gentle form", self.session(1, "--experience", "used"))
        self.assertEqual(self.begun(), ["hip-rotation"])
        self.assertEqual(self.experience(), ["has"])
        self.assertEqual(self.levels(), {1, 2})

    def test_it_is_taken_back_by_undo_after_the_session(self):
        self.session(1, "--experience", "used")
        for left in (["has"], []):
            self.assertEqual(self.run_hipflow("undo", env=self.env(**on(1))).returncode, 0)
            self.assertEqual((self.begun(), self.experience()), ([], left))

    def test_anything_else_is_refused(self):
        refused = self.run_hipflow("start", "--experience", "some")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("'some' is not one of new, used", refused.stderr)


class MovesOn(BeginningsTest):
    def test_who_left_it_open_moves_on_after_six_sessions_and_is_told_once(self):
        for day in range(1, 7):
            self.assertNotIn(MOVES_ON, self.session(day))
        self.assertEqual(self.routine_setting(7)["value"], '"hip-rotation"')
        self.assertIn(MOVES_ON, self.session(7))
        self.assertNotIn(MOVES_ON, self.session(8))
        self.assertEqual(self.begun(), ["hip-rotation-gentle"] * 6 + ["hip-rotation"] * 2)

    def test_days_of_rest_are_no_sessions_to_move_on_by(self):
        for day in range(1, 8):
            terminal = self.start("--no-input", "--pain-before", "7", **on(day))
            self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.routine_setting(8)["value"], '"hip-rotation-gentle"')

    def test_who_is_new_stays_with_the_gentle_form_until_it_is_comfortable(self):
        self.session(1, "--experience", "new")
        for day in range(2, 8):
            self.assertNotIn(MOVES_ON, self.session(day))
        self.assertEqual(set(self.begun()), {"hip-rotation-gentle"})
        self.assertEqual(self.routine_setting(8)["origin"], "default, for somebody new to this")

    def test_who_does_the_usual_routine_once_has_moved_on(self):
        self.session(1)
        self.session(2, "hip-rotation")
        self.session(3)
        self.assertEqual(self.begun(), ["hip-rotation-gentle", "hip-rotation", "hip-rotation"])

    def test_a_program_gives_its_own_sessions(self):
        self.assertEqual(self.run_hipflow("program", "join", "steady-six", env=self.env(**on(1))).returncode, 0)
        self.assertNotIn(BEGINS, self.session(1))
        self.assertEqual(self.begun(), ["gentle-day"])


if __name__ == "__main__":
    main()
