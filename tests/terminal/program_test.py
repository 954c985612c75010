# SPDX-License-Identifier: MIT
"""Following a program of several weeks, and sessions that have to be short."""
import json

from hipflow_test import NO_QUESTIONS, HipflowTest, main

MONDAY = "2026-11-02T18:00:00+00:00"


def day(number, hour=18):
    """Days after that Monday."""
    return f"2026-11-{2 + number:02}T{hour:02}:00:00+00:00"


class ProgramTest(HipflowTest):
    def run_at(self, now, *arguments):
        return self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now))

    def ok(self, *arguments, now=MONDAY, code=0):
        shown = self.run_at(now, *arguments)
        self.assertEqual((shown.returncode, shown.stderr), (code, ""), arguments)
        return shown.stdout

    def words(self, *arguments, **options):
        """As told to people: lines of at most 80 columns, here joined."""
        shown = self.ok(*arguments, **options)
        self.assertTrue(all(len(line) <= 80 for line in shown.splitlines()), shown)
        return " ".join(shown.split())

    def status(self, now=MONDAY):
        return json.loads(self.ok("program", "status", "--json", now=now))

    def log(self, number, routine, pain="2"):
        self.ok("log", "session", "--routine", routine, "--pain-before", pain, now=day(number))


class Joining(ProgramTest):
    def test_nobody_is_in_a_program_by_themselves(self):
        self.assertIn("hipflow program join", self.words("program", "status", code=1))
        unknown = json.loads(self.ok("program", "status", "--json", code=1))
        self.assertEqual(unknown.pop("schema"), 1)
        self.assertEqual(set(unknown.values()), {None})
        left = self.run_hipflow("program", "leave")
        self.assertEqual((left.returncode, left.stdout), (1, ""))
        self.assertIn("not in a program", left.stderr)

    def test_the_answer_has_the_same_members_without_a_program(self):
        unknown = json.loads(self.ok("program", "status", "--json", code=1))
        self.ok("program", "join", "steady-six")
        self.assertEqual(list(unknown), list(self.status()))

    def test_joining_brings_a_schedule_and_is_one_step_to_undo(self):
        self.assertIn("Steady six begins today", self.words("program", "join", "steady-six"))
        self.assertEqual(self.rows("SELECT program, from_day, to_day FROM enrolment"),
                         [{"program": "steady-six", "from_day": "2026-11-02", "to_day": None}])
        self.assertEqual(self.rows("SELECT valid_from, rule, source FROM schedule"),
                         [{"valid_from": "2026-11-02", "rule": "5 per week", "source": "program"}])
        again = self.run_at(MONDAY, "program", "join", "steady-six")
        self.assertEqual(again.returncode, 2)
        self.assertIn("hipflow program leave", again.stderr)
        self.ok("undo")
        self.ok("program", "status", code=1)
        self.assertEqual(self.rows("SELECT * FROM schedule"), [])

    def test_an_unknown_program_is_refused_with_the_nearest(self):
        shown = self.run_at(MONDAY, "program", "join", "stedy-six")
        self.assertEqual(shown.returncode, 2)
        self.assertIn("Did you mean 'steady-six'", shown.stderr)

    def test_leaving_ends_it_with_its_schedule(self):
        self.ok("program", "join", "steady-six")
        self.assertIn("Nothing is scheduled now", self.words("program", "leave", now=day(3)))
        self.ok("program", "status", now=day(3), code=1)
        self.assertEqual(self.rows("SELECT to_day FROM enrolment"), [{"to_day": "2026-11-05"}])
        self.assertEqual(self.rows("SELECT valid_from, rule, source FROM schedule ORDER BY id")[-1],
                         {"valid_from": "2026-11-05", "rule": "none", "source": "own"})
        self.ok("program", "join", "steady-six", now=day(3))
        self.assertEqual(self.status(day(3))["day"], 1)


class Following(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("program", "join", "steady-six")

    def test_status_tells_the_week(self):
        shown = self.words("program", "status")
        for part in ("Steady six, since 2026-11-02", "1 of 6, day 1 of 7", "at most gentle",
                     "0 of 5 sessions", "gentle-day then counter-strength twice, gentle-day, walk-and-turn",
                     "1 skip", "hipflow measure range"):
            self.assertIn(part, shown)
        status = self.status()
        self.assertEqual((status["week"], status["cap"], status["kept"], status["routine"],
                          status["measure"]), (1, 1, 0, "gentle-day", ["range", "function"]))

    def test_the_week_goes_on_by_what_was_kept(self):
        for number in range(3):
            self.log(number, "gentle-day")
        self.assertEqual(self.status(day(3))["left"], ["walk-and-turn", "counter-strength"])
        self.assertEqual(self.status(day(7))["week"], 2)
        self.ok("session", "remove", "last", now=day(7))
        status = self.status(day(7))
        self.assertEqual((status["week"], status["repeat"]["cause"]), (1, "too_few_kept"))
        self.assertIn("Week 1 is repeated", self.words("program", "status", now=day(7)))
        self.ok("undo", now=day(7))
        self.assertEqual(self.status(day(7))["week"], 2)

    def test_what_does_not_count_for_the_schedule_does_not_count_here(self):
        self.log(0, "desk-reset")
        self.assertEqual(self.status(day(0))["kept"], 0)

    def test_start_takes_todays_and_records_the_program(self):
        rehearsed = json.loads(self.run_at(day(0), "start", "--rehearse", "--json").stdout)
        self.assertEqual(rehearsed["routine"], "gentle-day")
        terminal = self.start(*NO_QUESTIONS, HIPFLOW_NOW=day(0))
        terminal.expect("Steady six, week 1 of 6: 0 of 5 sessions kept.")
        self.assertEqual(terminal.end(), 0)
        session = self.row("SELECT routine, program, week FROM session")
        self.assertEqual(session, {"routine": "gentle-day", "program": "steady-six", "week": 1})
        self.assertEqual(self.status(day(0))["kept"], 1)

    def test_a_named_routine_stays_under_the_cap(self):
        shown = self.run_at(day(0), "start", "hip-rotation", "--rehearse", "--json")
        reasons = json.loads(shown.stdout)["reasons"]
        self.assertTrue(any("it comes in a later week of the program" in reason for reason in reasons))

    def test_a_token_skips_a_day_once_a_week(self):
        self.ok("schedule", "skip", "--token")
        self.assertEqual(self.status()["tokens"], 0)
        again = self.run_at(day(1), "schedule", "skip", "--token")
        self.assertEqual(again.returncode, 2)
        self.assertIn("no token is left", again.stderr)
        self.assertEqual(self.status(day(7))["tokens"], 1)

    def test_the_reminder_names_todays_routine(self):
        shown = self.run_at(day(6), "remind", "--json")
        self.assertIn("gentle-day", shown.stdout)

    def test_the_glance_tells_of_it(self):
        self.assertIn("Steady six, week 1 of 6", self.words())
        self.assertEqual(json.loads(self.ok("--json"))["program"]["week"], 1)

    def test_the_schedule_goes_down_when_the_weeks_are_over(self):
        for week in range(6):
            for number in range(3):
                now = f"2026-{11 + (2 + week * 7 + number - 1) // 30:02}-" \
                      f"{(2 + week * 7 + number - 1) % 30 + 1:02}T18:00:00+00:00"
                self.ok("log", "session", "--routine", "gentle-day", now=now)
        later = "2026-12-14T18:00:00+00:00"
        status = self.status(later)
        self.assertEqual((status["week"], status["cap"], status["planned"]), (None, None, 3))
        terminal = self.start("--short", *NO_QUESTIONS, HIPFLOW_NOW=later)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT valid_from, rule FROM schedule ORDER BY id")[-1],
                         {"valid_from": "2026-12-14", "rule": "3 per week"})

    def test_a_program_that_is_gone_keeps_nobody_from_a_session(self):
        self.write(".config/hipflow/programs/mine.toml",
                   'format = 1\nname = "Mine"\nper_week = 1\n[[week]]\ncap = 1\n'
                   'sessions = ["short"]\n')
        self.ok("program", "leave")
        self.ok("program", "join", "mine")
        self.write(".config/hipflow/programs/mine.toml", "format = 1\n")
        shown = self.run_at(MONDAY, "start", "--rehearse")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("your program is ignored for now", shown.stderr)
        self.assertEqual(self.run_at(MONDAY, "program", "status").returncode, 2)


class Short(ProgramTest):
    def rehearse(self, *arguments):
        return json.loads(self.run_hipflow("start", *arguments, "--rehearse", "--json").stdout)

    def test_short_is_the_five_minute_minimum(self):
        self.assertEqual(self.rehearse("--short")["routine"], "five-minute-minimum")

    def test_minutes_leave_out_what_may_go_and_say_so(self):
        whole = self.rehearse("hip-rotation")
        part = self.rehearse("hip-rotation", "--minutes", "8")
        self.assertGreater(whole["total_ms"], 8 * 60000)
        self.assertLessEqual(part["total_ms"], 8 * 60000)
        self.assertTrue(any(reason.endswith("to save time.") for reason in part["reasons"]))
        self.assertEqual(self.rehearse("hip-rotation", "--minutes", "60"), whole)

    def test_minutes_that_are_too_few_are_refused_in_words(self):
        shown = self.run_hipflow("start", "short", "--minutes", "1", "--rehearse")
        self.assertEqual((shown.returncode, shown.stdout), (2, ""))
        for part in ("'short' takes", "longer than 1 min", "hipflow start --short"):
            self.assertIn(part, shown.stderr)

    def test_what_contradicts_itself_is_refused(self):
        for arguments in (("--short", "hip-rotation"), ("--short", "--minutes", "5"),
                          ("--minutes", "0"), ("--minutes", "x"), ("--minutes", "181")):
            shown = self.run_hipflow("start", *arguments, "--rehearse")
            self.assertEqual((shown.returncode, shown.stdout), (2, ""), arguments)


if __name__ == "__main__":
    main()
