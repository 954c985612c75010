#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Keys that change a session: more reps, another exercise, a jump. changes_test.py /path/to/hipflow"""
import re
import signal
import time

from hipflow_test import NO_QUESTIONS, HipflowTest, main
from live_terminal import ANSWERED, LiveTest

EXERCISE = """\
[exercise.{id}]
name = "{name}"
level = 1
target = ["{target}"]
position = "chair"
sides = "both"
risks = []
start = "Sit."
do = ["Move."]
dose = {{ hold = "10m" }}
"""
ROUTINE = """\
format = 1
name = "Choices"
level = 1
[gaps]
ready = "0s"
position = "0s"
[[step]]
exercise = "one"
reps = 4
pace = "1m"
[[step]]
exercise = "two"
[[step]]
exercise = "three"
""" + "".join(EXERCISE.format(id=name.lower(), name=name, target=target)
              for name, target in (("One", "a"), ("Two", "b"), ("Three", "c"), ("Other", "a")))
SETS = "SELECT exercise, planned_exercise, status, planned_reps, actual_reps FROM performed_set"


class Changes(HipflowTest):
    def setUp(self):
        super().setUp()
        self.acknowledge()
        self.routine = self.write("choices.toml", ROUTINE)

    def begun(self):
        terminal = self.start(self.routine, *NO_QUESTIONS, "--no-voice", speed=1)
        terminal.expect("One: 4 reps", "Begin. 1")
        return terminal

    def resumed(self, terminal):
        """Kills the session, and takes it up again."""
        terminal.kill(signal.SIGKILL)
        terminal.end()
        return self.start(self.routine, *NO_QUESTIONS, "--no-voice", "--resume", speed=600)

    def test_more_reps_are_done_and_the_plan_stays_also_after_a_kill(self):
        terminal = self.begun()
        terminal.say("+")
        terminal.expect("2 more reps, 6 in all.")
        terminal = self.resumed(terminal)
        self.assertEqual(terminal.end(), 0)
        first = self.rows(SETS + " WHERE step = 1")
        self.assertEqual(first, [{"exercise": "one", "planned_exercise": "one", "status": "done",
                                  "planned_reps": 4, "actual_reps": 6}])
        session = self.row("SELECT planned_ms, done_ms FROM session")
        self.assertEqual(session["planned_ms"], session["done_ms"], "no more than was planned")
        self.assert_sound()

    def test_another_exercise_takes_the_place_also_after_a_kill(self):
        terminal = self.begun()
        terminal.say("x")
        terminal.expect("Other: hold 10 min.")
        terminal = self.resumed(terminal)
        terminal.expect("Other")
        self.assertEqual(terminal.end(), 0)
        self.assertIn({"exercise": "other", "planned_exercise": "one", "status": "done",
                       "planned_reps": None, "actual_reps": None}, self.rows(SETS))
        self.assert_sound()

    def test_where_there_is_no_other_exercise_that_is_said(self):
        terminal = self.begun()
        terminal.say("n")
        terminal.expect("Two")
        terminal.say("x")
        terminal.expect("There is nothing to put in its place.")

    def test_an_exercise_of_the_list_is_gone_to(self):
        terminal = self.begun()
        terminal.say("g")
        terminal.expect("Go to:", "1 One (now)", "2 Two", "3 Three", "just press Enter to stay")
        terminal.say("7")
        terminal.expect("There are 3 of them.")
        terminal.say("3")
        # The set under way is skipped as well if it has hardly begun.
        terminal.expect("On to Three. One set is skipped. u undoes that for 5 seconds.",
                        "On to Three. 2 sets are skipped. u undoes that for 5 seconds.")
        terminal.say("g", "1")
        terminal.expect("Back to One.")
        terminal.say("q", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT status FROM performed_set WHERE step = 2")["status"],
                         "skipped")
        self.assert_sound()

    def test_a_list_that_is_closed_changes_nothing(self):
        terminal = self.begun()
        terminal.say("g")
        terminal.expect("just press Enter to stay")
        terminal.say("")
        terminal.expect("Get ready: 5 s.")
        terminal.say("", "g")
        terminal.expect("Paused. Press Enter to continue.", "just press Enter to stay")
        terminal.say("g", "t")
        terminal.expect("in all.")
        self.assertEqual(terminal.text.count("Get ready"), 1, "it stays paused")


class OpenEnded(HipflowTest):
    """Work that a key ends counts as long as it lasted."""

    def work_of(self, dose):
        self.acknowledge()
        routine = self.write("open.toml", ROUTINE.split("[[step]]")[0] + f'[[step]]\nexercise = "one"\n{dose}\n'
                             + EXERCISE.format(id="one", name="One", target="a"))
        terminal = self.start(routine, *NO_QUESTIONS, "--no-voice", speed=20)
        terminal.expect("Begin. Enter when you are done.")
        time.sleep(1)
        terminal.say("")
        self.assertEqual(terminal.end(), 0)
        session = self.row("SELECT planned_ms, done_ms, status FROM session")
        done = self.row("SELECT planned_ms, actual_ms, planned_reps, actual_reps, status FROM performed_set")
        self.assertEqual((session["status"], done["status"]), ("completed", "done"))
        self.assertGreater(done["actual_ms"], 0)
        self.assertEqual({session["planned_ms"], session["done_ms"], done["planned_ms"]}, {done["actual_ms"]})
        return done

    def test_as_many_reps_as_one_can(self):
        done = self.work_of('reps = "as many as you can"\ncap = 100\npace = "2s"')
        self.assertIsNone(done["planned_reps"])
        self.assertEqual(done["actual_reps"], done["actual_ms"] // 2000)
        self.assertRegex(self.run_hipflow("session", "show", "last").stdout, r"\d+ reps?\b")

    def test_a_hold(self):
        self.assertIsNone(self.work_of('until = "key"\ncap = "9m"')["actual_reps"])


class Ready(HipflowTest):
    """How long there is to get ready, in a routine that writes no gaps."""

    def setUp(self):
        super().setUp()
        self.routine = self.write("free.toml", re.sub(r"\[gaps\]\n.*\n.*\n", "", ROUTINE))

    def ready(self, *args):
        lines = self.run_hipflow("start", self.routine, "--rehearse", "--no-voice", *args).stdout
        times = [line.split()[0] for line in lines.splitlines() if "start" in line.split()]
        self.assertTrue(times, lines)
        return times[0]

    def test_settings_and_the_option_go_before_the_usual(self):
        usual = self.ready()
        self.assertNotEqual(usual, self.ready("--ready", "47s"))
        option = self.ready("--ready", "47s")
        self.write(".config/hipflow/config.toml", 'format = 1\n[gaps]\nready = "47s"\n')
        self.assertEqual(self.ready(), option)
        self.assertNotEqual(self.ready("--ready", "0s"), option)

    def test_a_time_that_is_none_is_refused(self):
        for wrong in ("soon", "11m", "-1s"):
            refused = self.run_hipflow("start", "--rehearse", f"--ready={wrong}")
            self.assertEqual(refused.returncode, 2, wrong)
            self.assertIn("a time of at most 10 minutes, such as 20s", refused.stderr)


class OnTheScreen(LiveTest):
    def test_quick_presses_all_count(self):
        terminal = self.in_a_hold()
        for _ in range(3):  # to the other side, to its count-in, and past it
            terminal.press("n", 0.2)
        terminal.see("Begins now.")

    def test_the_list_is_closed_by_escape_and_by_its_key(self):
        terminal = self.in_a_hold()
        for closing in ("\x1b", "g"):
            terminal.pump(0.8)
            terminal.press("g")
            terminal.see("Go to", "1  Lying figure-4", "g or Escape closes the list")
            terminal.pump(0.8)
            terminal.press(closing)
            terminal.see("GET READY")
            terminal.see("HOLD", patience=20)

    def test_the_list_is_answered_by_one_key_or_by_arrows_and_enter(self):
        terminal = self.in_a_hold()
        terminal.press("g")
        terminal.see("Go to")
        terminal.press("\x1b[B")
        terminal.see("> 2")
        terminal.press("\r")
        terminal.see("On to ", "u undoes that.")
        terminal.press("g")
        terminal.see("Go to")
        terminal.press("1")
        terminal.see("Back to Lying figure-4.")

    def test_resizing_draws_the_list_anew(self):
        terminal = self.in_a_hold()
        terminal.press("g")
        terminal.see("Go to")
        for columns, rows in ((40, 12), (20, 4), (120, 50)):
            terminal.resize(columns, rows)
            terminal.see("Go to", "Lying")


if __name__ == "__main__":
    main()
