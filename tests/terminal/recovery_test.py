# SPDX-License-Identifier: MIT
"""A session that ended without its end, taken up again. recovery_test.py /path/to/hipflow"""
import signal
import time

from hipflow_test import NO_QUESTIONS, HipflowTest, main

ALL_DONE = [(1, 1, "left", "done"), (1, 1, "right", "done"), (2, 1, "both", "done"),
            (2, 2, "both", "done"), (3, 1, "left", "done"), (3, 1, "right", "done")]
RESUME_HERE = "1/r resume here, 2/k keep it as it is"


class Recovery(HipflowTest):
    def setUp(self):
        super().setUp()
        self.acknowledge()

    def killed_in(self, phrase, number=signal.SIGKILL, **env):
        """A session that is killed when it says this; the ids of its sets."""
        terminal = self.start("short", *NO_QUESTIONS, speed=40, **env)
        terminal.expect(phrase)
        terminal.kill(number)
        self.assertEqual(terminal.end(), -number)
        return terminal

    def in_a_hold(self, **env):
        return self.killed_in("Hold, right", **env)  # the second set

    def test_killed_in_a_hold_it_is_resumed_there(self):
        self.in_a_hold()
        self.assertEqual(self.sets(), ALL_DONE[:1])
        first = self.row("SELECT id, actual_ms, started_at, recorded_at FROM performed_set")
        terminal = self.start("short", *NO_QUESTIONS[1:], "--note", "")
        terminal.expect("1 of 6 sets done")
        terminal.answer(RESUME_HERE, "")
        terminal.expect("Lying figure-4, right side")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.sets(), ALL_DONE)
        self.assertEqual(self.rows("SELECT id, actual_ms, started_at, recorded_at FROM"
                                   " performed_set WHERE id = ?", first["id"]), [first])
        session = self.row("SELECT status, done_ms, planned_ms FROM session")
        self.assertEqual(session, {"status": "completed", "done_ms": 140_000,
                                   "planned_ms": 140_000})
        self.assert_sound()

    def test_killed_in_a_rest_it_is_resumed_before_the_next_set(self):
        self.killed_in("Set 2 of 2.")
        self.assertEqual(self.sets(), ALL_DONE[:3])
        terminal = self.start("short", *NO_QUESTIONS, "--resume")
        terminal.expect("Bridge")
        terminal.expect("Begin.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.sets(), ALL_DONE)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)
        self.assert_sound()

    def test_killed_again_and_again_it_loses_and_doubles_nothing(self):
        self.in_a_hold()
        for phrase in ("Begin. 1", "Set 2 of 2.", "Hold, left", "Hold, right"):
            terminal = self.start("short", *NO_QUESTIONS, "--resume", speed=50)
            terminal.expect(phrase)
            terminal.kill()
            terminal.end()
        terminal = self.start("short", *NO_QUESTIONS, "--resume")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.sets(), ALL_DONE)
        active = self.row("SELECT active_ms FROM session")["active_ms"]
        self.assertGreaterEqual(active, 140_000)
        self.assert_sound()

    def test_killed_at_the_first_pain_question_there_is_nothing_to_resume(self):
        terminal = self.start("short")
        terminal.answer("How strong is your pain right now", "3")
        terminal.expect("Where is it")
        terminal.kill()
        terminal.end()
        terminal = self.start("short", *NO_QUESTIONS)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)
        self.assert_sound()

    def test_killed_at_a_question_during_the_session_it_is_resumed_at_that_set(self):
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=5)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")
        terminal.expect("Hold, left")
        terminal.say("p")
        terminal.answer("How strong is it", "5")
        terminal.expect("Where is it")
        terminal.kill()
        terminal.end()
        terminal = self.start("--no-input", "--resume", speed=5)
        terminal.expect("Lying figure-4, left")
        terminal.say("p")
        # The score before the session is still known: five is three more, and amber.
        terminal.answer("How strong is it", "3", "Where", "", "Which", "", "Is it", "n")
        terminal.expect("Enter continue, 1/x stop")
        terminal.say("q")
        self.assertEqual(terminal.end(), 0)
        self.assert_sound()

    def test_killed_at_the_questions_after_it_is_completed(self):
        terminal = self.start("short", "--pain-before", "3")
        terminal.answer("Press Enter to begin.", "", "How strong is your pain now", "4")
        terminal.expect("Where is it")
        terminal.kill()
        terminal.end()
        self.assertEqual(self.row("SELECT status FROM session")["status"], "completed")
        terminal = self.start("short")
        terminal.expect("How strong is your pain right now")
        self.assertNotIn("Not finished", terminal.text)

    def test_it_can_be_kept_as_partial(self):
        self.killed_in("Begin. 1")
        terminal = self.start("short", *NO_QUESTIONS[1:], "--note", "")
        terminal.answer(RESUME_HERE, "k", "Press Enter to begin.", "")
        self.assertEqual(terminal.end(), 0)
        first, second = self.rows("SELECT * FROM session ORDER BY rowid")
        self.assertEqual((first["status"], second["status"]), ("partial", "completed"))
        self.assertIsNotNone(first["ended_at"])
        statuses = [row["status"] for row in self.rows(
            "SELECT status FROM performed_set WHERE session_id = ? ORDER BY step, set_no, side",
            first["id"])]
        self.assertEqual(statuses, ["done", "done"] + ["not_reached"] * 4)
        self.assert_sound()

    def test_it_can_be_discarded_and_its_pain_stays(self):
        self.in_a_hold()
        terminal = self.start("short", *NO_QUESTIONS[1:], "--note", "")
        terminal.answer(RESUME_HERE, "d", "Press Enter to begin.", "")
        self.assertEqual(terminal.end(), 0)
        first, second = self.rows("SELECT * FROM session ORDER BY rowid")
        self.assertEqual((first["status"], second["status"]), ("discarded", "completed"))
        before = self.rows("SELECT score FROM pain_score WHERE session_id = ?", first["id"])
        self.assertEqual(before, [{"score": 2}])
        self.assertEqual(self.run_json("stats")["range"]["sessions"], 1)
        self.assert_sound()

    def test_the_flags_do_the_same(self):
        for flag, status in (("--keep-partial", "partial"), ("--discard", "discarded")):
            self.in_a_hold()
            terminal = self.start("short", *NO_QUESTIONS, flag)
            self.assertEqual(terminal.end(), 0)
            self.assertNotIn("Not finished", terminal.text)
            found = self.rows("SELECT status FROM session ORDER BY rowid DESC LIMIT 2")
            self.assertEqual([row["status"] for row in found], ["completed", status])
        self.assert_sound()

    def test_the_flags_exclude_each_other(self):
        shown = self.run_hipflow("start", "--resume", "--discard")
        self.assertEqual(shown.returncode, 2)

    def test_it_stays_until_one_is_chosen(self):
        self.in_a_hold()
        terminal = self.start("short", *NO_QUESTIONS)
        self.assertEqual(terminal.end(), 2)
        for flag in ("--resume", "--keep-partial", "--discard"):
            self.assertIn(flag, terminal.text)
        terminal = self.start("short")
        terminal.expect(RESUME_HERE)
        terminal.kill(signal.SIGINT)
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assertEqual(self.row("SELECT status FROM session")["status"], "in_progress")

    def test_older_than_four_hours_it_is_kept_as_partial(self):
        self.in_a_hold(HIPFLOW_NOW="2026-11-22T08:00:00+00:00")
        terminal = self.start("short", *NO_QUESTIONS, "--resume",
                              HIPFLOW_NOW="2026-11-22T12:30:00+00:00")
        terminal.expect("Kept as partial, more than four hours old")
        self.assertEqual(terminal.end(), 0)
        first, second = self.rows("SELECT * FROM session ORDER BY rowid")
        self.assertEqual((first["status"], second["status"]), ("partial", "completed"))
        self.assertLess(first["ended_at"] - first["started_at"], 3_600_000)
        self.assert_sound()

    def test_a_younger_one_is_resumed(self):
        self.in_a_hold(HIPFLOW_NOW="2026-11-22T08:00:00+00:00")
        terminal = self.start("short", *NO_QUESTIONS, "--resume",
                              HIPFLOW_NOW="2026-11-22T11:30:00+00:00")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)

    def test_a_skip_that_was_taken_back_is_not_skipped_after_a_kill(self):
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=1)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")
        terminal.expect("Hold, left")
        terminal.say("n")
        terminal.expect("undoes that")
        terminal.say("u")
        terminal.expect("Taken back.")
        terminal.say("t")
        terminal.expect("in all.")
        terminal.kill()
        terminal.end()
        terminal = self.start("--no-input", "--resume", speed=1)
        terminal.expect("Lying figure-4, left side")

    def test_an_easier_exercise_is_resumed_as_that(self):
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=1)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")
        terminal.expect("Hold, left")
        terminal.say("t")
        terminal.expect("in all.")
        time.sleep(1.3)  # for a second and more to have been done of the one before
        terminal.say("e")
        terminal.expect("eated figure-4")
        terminal.say("t")
        terminal.expect("in all.")
        terminal.kill()
        terminal.end()
        terminal = self.start("--no-input", "--resume", speed=5)
        terminal.expect("eated figure-4, left side")
        terminal.say("n")
        terminal.expect("Hold, left")
        terminal.say("q", "")
        self.assertEqual(terminal.end(), 0)
        rows = self.rows("SELECT exercise, status FROM performed_set WHERE step = 1"
                         " AND side = 'left' ORDER BY exercise")
        self.assertEqual([row["exercise"] for row in rows], ["figure-4-seated", "figure-4-supine"])
        self.assertEqual(rows[1]["status"], "partial")
        self.assert_sound()

    def test_what_was_done_before_easier_is_asked_about_after_it_is_resumed(self):
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=1)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")
        terminal.expect("Hold, left")
        time.sleep(0.05)
        terminal.say("e")
        terminal.expect("eated figure-4")
        terminal.kill()
        terminal.end()
        terminal = self.start("--resume", speed=5)
        terminal.expect("eated figure-4, left side")
        terminal.say("n")
        terminal.expect("Hold, left")
        terminal.say("q", "o")
        terminal.answer("How strong is your pain now", "")
        terminal.expect("Did any exercise hurt more")
        terminal.expect("1 Lying figure-4")
        terminal.expect("2 Seated figure-4")

    def test_a_second_start_is_refused_and_leaves_the_first_alone(self):
        first = self.start("short", *NO_QUESTIONS, speed=40)
        first.expect("Hold, left")
        for flags in ((), ("--discard",), ("--resume",)):
            second = self.start("short", *NO_QUESTIONS, *flags)
            self.assertEqual(second.end(), 2)
            self.assertIn("another session is running", second.text)
        self.assertEqual(first.end(), 0)
        self.assertEqual(self.sets(), ALL_DONE)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)
        self.assert_sound()


if __name__ == "__main__":
    main()
