# SPDX-License-Identifier: MIT
"""What 'hipflow why' tells somebody of exercises that are left out. why_test.py /path/to/hipflow"""
import re

from hipflow_test import NO_QUESTIONS, HipflowTest, main


def on(day):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T08:00:00+00:00"}


class WhyTest(HipflowTest):
    def setUp(self):
        super().setUp()
        listed = self.run_json("exercise", "list")["exercises"]
        self.names = {one["id"]: one["name"] for one in listed}

    def configure(self, *lines):
        self.write(".config/hipflow/config.toml", "\n".join(("format = 1", *lines, "")))

    def ask(self, day, *words):
        return self.run_hipflow(*words, env=self.env(**on(day)))

    def why(self, day, *words):
        shown = self.ask(day, "why", *words)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        return " ".join(shown.stdout.split())

    def session(self, day, *options):
        terminal = self.start(*options, *NO_QUESTIONS, **on(day))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return " ".join(terminal.text.split())

    def left_out(self):
        left = set(self.run_json("me")["left_out"])
        self.assertGreater(len(left), 10)
        return left

    def named_in(self, text, ids):
        """Which of these exercises a text names, other than by saying what takes their place, and why. The
        longest name counts: "Bridge march" is no bridge."""
        text = re.sub(r" takes the place of [^:]+:", ":", text)
        text = re.sub(r"(?:\A|(?<=\. ))[^.:]+ is left out:", "", text)
        for name in sorted(self.names.values(), key=len, reverse=True):
            if name in text:
                text = re.sub(rf"\b{re.escape(name)}\b", "<" + name.upper() + ">", text)
        return sorted(one for one in ids if f"<{self.names[one].upper()}>" in text)


class Pregnant(WhyTest):
    def test_no_exercise_is_named_that_is_left_out_of_any_routine(self):
        self.configure("[me]", 'restrictions = ["pregnancy"]')
        left = self.left_out()
        routines = [one["id"] for one in self.run_json("routine", "list")["routines"]
                    if one["total_ms"] is not None and one["origin"] == "bundled"]
        self.assertGreater(len(routines), 15)
        for routine in routines:
            with self.subTest(routine):
                self.configure(f'routine = "{routine}"', "[me]", 'restrictions = ["pregnancy"]')
                self.assertEqual(self.named_in(self.why(1), left), [])
                answer = self.run_json("why", env=self.env(**on(1)))
                self.assertEqual(answer["routine"], routine)
                self.assertTrue(answer["reasons"])
                self.assertEqual([one["given"] for one in answer["reasons"] if one["given"] in left], [])

    def test_nor_after_sessions_that_grew(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        left = self.left_out()
        for day in range(1, 9):
            self.session(day)
            with self.subTest(day):
                self.assertEqual(self.named_in(self.why(day + 1), left), [])
                self.assertEqual(self.named_in(self.why(day + 1, "last"), left), [])
        self.assertEqual(self.rows("SELECT DISTINCT exercise FROM performed_set WHERE exercise IN "
                                   f"({', '.join('?' * len(left))})", *left), [])

    def test_restricted_later_no_step_up_is_told_of_what_is_left_out(self):
        for day in range(1, 5):
            self.session(day, "hip-rotation")
        self.assertEqual(self.ask(4, "me", "restrict", "pregnancy").returncode, 0)
        self.configure('routine = "hip-rotation"')
        left = self.left_out()
        self.assertEqual(self.named_in(self.why(5), left), [])
        self.assertEqual(self.named_in(self.session(5).split("Sound: ")[0], left), [])

    def test_what_was_done_in_place_of_another_begins_once(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        self.session(1)
        done = {row["exercise"] for row in self.rows("SELECT exercise FROM performed_set WHERE status = 'done'")}
        begins = re.findall(r"(?:\A|(?<=\. ))([^.:]+) begins\.", self.why(2).removeprefix("Today, Hip rotation "))
        self.assertEqual(sorted({self.names[one] for one in done} & set(begins)), [])

    def test_asked_for_one_that_is_left_out_it_tells_what_stands_there(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        told = self.why(1, "glute-bridge")
        self.assertIn("Bird dog begins.", told)
        self.assertEqual(self.named_in(told, self.left_out()), [])

    def test_of_one_that_is_in_no_session_there_is_nothing_to_tell(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        shown = self.ask(1, "why", "step-down-slow")
        self.assertEqual((shown.returncode, shown.stdout), (1, ""))
        self.assertIn("'step-down-slow' is not in 'hip-rotation'", shown.stderr)


class TheDay(WhyTest):
    """What today is, why, and what would change it."""

    def screen(self, day, *words):
        shown = self.run_hipflow("why", *words, env=self.env(COLUMNS="80", **on(day)))
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        lines = shown.stdout.splitlines()
        self.assertLessEqual(max(map(len, lines)), 80)
        self.assertLessEqual(len(lines), 24, shown.stdout)
        return " ".join(shown.stdout.split())

    def tell(self, day, *words):
        shown = self.ask(day, *words)
        self.assertEqual(shown.returncode, 0, shown.stderr)

    def test_the_first_session_says_once_that_everything_begins(self):
        told = self.screen(1)
        self.assertIn("Your first session: ", told)
        self.assertRegex(told, r"All \d+ exercises begin at their starting amount")
        self.assertNotIn(" begins.", told)
        self.assertIn("What would change it:", told)
        answer = self.run_json("why", env=self.env(**on(1)))
        self.assertEqual((answer["day"], answer["usual_work_ms"], answer["done_today"]), ("first", None, False))
        self.assertGreater(answer["total_ms"], answer["work_ms"])

    def test_an_ordinary_day_fits_on_a_screen_whatever_the_routine(self):
        routines = [one["id"] for one in self.run_json("routine", "list")["routines"]
                    if one["total_ms"] is not None and one["origin"] == "bundled"]
        self.assertGreater(len(routines), 15)
        for routine in routines:
            self.session(1, routine)
        for routine in routines:
            with self.subTest(routine):
                told = self.screen(3, "--routine", routine)
                self.assertIn("An ordinary day: ", told)
                self.assertIn(", as much as in your last session of it", told)
                self.assertNotIn(" begins.", told)

    def test_an_exercise_tells_its_amount_and_what_comes_next(self):
        self.session(1, "hip-rotation")
        told = self.why(3, "glute-bridge", "--routine", "hip-rotation")
        self.assertIn("Today it is ", told)
        self.assertRegex(told, r"Next comes [^.]+, after \w+ more comfortable sessions? \(pain of 4 or less")

    def test_after_a_break_one_sentence_is_for_all(self):
        for day in (1, 3):
            self.session(day, "hip-rotation")
        told = self.screen(25, "--routine", "hip-rotation")
        self.assertIn("A day after a break: ", told)
        self.assertEqual(told.count("It has been 22 days"), 1)
        self.assertNotIn("an easy start again", told)

    def test_after_a_much_sorer_morning_it_is_the_gentle_day(self):
        self.session(1, "hip-rotation")
        self.tell(2, "log", "morning", "8")
        told = self.screen(2, "--routine", "hip-rotation")
        self.assertIn("Today, Gentle day", told)
        self.assertIn("A gentler day in place of Hip rotation: ", told)
        self.assertIn("was sorer than usual, so the gentle day is the better choice today", told)
        self.assertIn("Nothing grows today.", told)

    def test_where_nine_was_told_there_is_no_session_and_no_word_of_one(self):
        self.session(1)
        self.tell(2, "log", "pain", "9")
        told = self.screen(2)
        self.assertTrue(told.startswith("Today, no session No session while pain is 9 out of ten"), told)
        self.assertNotIn("What would change it", told)
        self.assertEqual(self.run_json("why", env=self.env(**on(2)))["day"], "no_session")

    def test_a_day_of_rest_is_one(self):
        self.session(1)
        self.ask(2, "log", "morning", "2")
        terminal = self.start("--no-input", "--pain-before", "7", **on(2))
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assertIn("Today is a day of rest, which keeps your plan.", self.screen(2))
        self.assertIn("A day of rest: pain was 7 at the start.", self.why(2, "last"))
        for day in (3, 4):
            told = self.screen(day)
            self.assertIn("The first session after a rest for pain: ", told)
            when = "yesterday" if day == 3 else "on Monday"
            self.assertIn(f"You rested {when}, 2 Nov: pain was 7.", told)
        self.assertEqual(self.run_json("why", env=self.env(**on(3)))["day"], "after_pain")

    def test_a_paused_plan_misses_nothing(self):
        self.tell(1, "schedule", "set", "daily")
        self.session(1)
        self.tell(2, "schedule", "pause")
        self.assertIn("Your plan is paused until 'hipflow schedule resume': nothing is missed", self.screen(2))
        self.tell(2, "schedule", "resume")
        self.assertNotIn("paused", self.screen(2))

    def test_a_day_without_a_planned_session_says_so(self):
        self.tell(1, "schedule", "set", "mon,wed,fri")
        self.assertIn("Nothing is planned for today; the next session is planned ", self.screen(3))

    def test_a_day_of_a_program_says_where_in_it(self):
        self.session(1)
        self.tell(1, "program", "join", "steady-six")
        told = self.screen(2)
        self.assertIn("A day of your program: ", told)
        self.assertIn("week 1 of 6", told)

    def test_what_is_done_today_is_said(self):
        self.session(1)
        self.assertIn("Today's session is done; this would be one more.", self.screen(1))

    def test_what_was_entered_by_hand_was_recorded(self):
        self.tell(1, "log", "session")
        told = self.screen(2)
        self.assertNotIn("nothing was recorded", told)
        self.assertIn("no timed session has held them, and sessions entered by hand do not change amounts", told)

    def test_a_number_of_sessions_does_not_come_and_go(self):
        self.session(1, "short")
        needed = "comfortable sessions and mornings are needed; you have "
        self.assertIn(f"two {needed}none: the morning after 1 Nov is still to come",
                      self.why(1, "--routine", "short"))
        self.tell(2, "log", "morning", "1")
        self.assertIn(f"two {needed}one (1 Nov).", self.why(2, "--routine", "short"))
        self.session(3, "short")
        self.assertIn(f"two {needed}one (1 Nov), and the morning after 3 Nov is still to come",
                      self.why(3, "--routine", "short"))
        self.assertIn(f"two {needed}one (1 Nov), and pain at your next start tells how the morning after 3 Nov was",
                      self.why(4, "--routine", "short"))
        self.assertIn("once the morning after 3 Nov is told to be as usual.",
                      self.why(4, "glute-bridge", "--routine", "short"))

    def test_what_is_avoided_says_so(self):
        self.ask(1, "exercise", "avoid", "glute-bridge")
        self.assertIn("takes the place of Bridge: it is among those that you avoid. ", self.why(1, "glute-bridge"))

    def test_scores_alone_are_no_session(self):
        for _ in range(2):
            shown = self.ask(1, "why", "last")
            self.assertEqual((shown.returncode, shown.stdout), (1, ""))
            self.assertIn("no session has been recorded yet", shown.stderr)
            self.assertNotIn("history is empty", shown.stderr)
            self.tell(1, "log", "pain", "3")

    def test_a_routine_is_asked_for_by_its_option(self):
        shown = self.ask(1, "why", "hip-rotation")
        self.assertEqual((shown.returncode, shown.stdout), (2, ""))
        self.assertIn("'hipflow why --routine hip-rotation'", " ".join(shown.stderr.split()))

    def test_glance_and_reminder_and_why_are_of_one_session(self):
        self.tell(1, "schedule", "set", "daily", "--at", "07:30")
        sore = ("--no-input", "--pain-before", "2", "--pain-after", "8", "--hurt", "glute-bridge=8", "--effort", "ok")
        for day, before in ((1, []), (2, []), (3, [("exercise", "avoid", "figure-4-supine")]),
                            (4, [("log", "morning", "8")]), (26, [])):
            with self.subTest(day):
                for words in before:
                    self.ask(day, *words)
                env = self.env(**on(day))
                today = self.run_json(env=env)["today"]
                why = self.run_json("why", env=env)
                due = [one for one in self.run_json("remind", env=env)["due"] if one["slot"]]
                self.assertEqual([today["routine"]] * 2, [why["routine"], due[0]["name"]])
                self.assertEqual((today["total_ms"], today["exercises"]), (why["total_ms"], why["exercises"]))
                self.assertEqual(due[0]["total_ms"], today["known_total_ms"] or today["total_ms"])
                if day < 4:
                    terminal = self.start(*(sore if day == 1 else NO_QUESTIONS), **on(day))
                    self.assertEqual(terminal.end(), 0, terminal.text)

    def test_a_past_session_has_a_routine_of_its_own(self):
        self.session(1)
        shown = self.ask(2, "why", "last", "--routine", "desk-reset")
        self.assertEqual((shown.returncode, shown.stdout), (2, ""))
        self.assertIn("--routine is about today's session", shown.stderr)


if __name__ == "__main__":
    main()
