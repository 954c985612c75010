# SPDX-License-Identifier: MIT
"""The plan of days: what is typed to set it, and how it is told that it was kept."""
import json
import math

from hipflow_test import HipflowTest, main

MONDAY = "2026-11-02"


class Schedule(HipflowTest):
    def run_on(self, day, *arguments, time="20:00"):
        return self.run_hipflow(*arguments,
                                env=self.env(HIPFLOW_NOW=f"{day}T{time}:00Z", TZ="UTC"))

    def ok(self, day, *arguments):
        shown = self.run_on(day, *arguments)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def refused(self, day, *arguments, code=2):
        shown = self.run_on(day, *arguments)
        self.assertEqual(shown.returncode, code, (arguments, shown.stdout))
        return shown.stderr + shown.stdout

    def state(self, day):
        plan, = json.loads(self.ok(day, "schedule", "show", "--json"))["plans"]
        return plan

    def done(self, day, share="100%"):
        self.ok(day, "log", "session", "--routine", "short", "--done", share,
                "--at", f"{day} 07:30")

    def test_without_one_nothing_is_planned(self):
        self.assertIn("schedule set", self.refused(MONDAY, "schedule", "show", code=1))
        self.assertIn("schedule set", self.refused(MONDAY, "schedule", "pause"))
        self.assertIn("schedule set", self.refused(MONDAY, "schedule", "skip"))

    def test_set_says_what_holds_and_undo_takes_it_back(self):
        self.assertIn("mon,wed,fri at 07:30",
                      self.ok(MONDAY, "schedule", "set", "Mon,Wed,Fri", "--at", "7:30"))
        self.assertIn("Unchanged",
                      self.ok(MONDAY, "schedule", "set", "fri,mon,wed", "--at", "07:30"))
        self.ok(MONDAY, "schedule", "set", "every", "2", "days")
        self.assertEqual(self.state(MONDAY)["versions"],
                         [{"valid_from": MONDAY, "rule": "every 2 days", "source": "own"}])
        self.ok(MONDAY, "undo")
        self.assertEqual(self.state(MONDAY)["rule"], "mon,wed,fri at 07:30")

    def test_set_refuses_what_is_no_schedule_and_what_has_passed(self):
        self.assertIn("'sometimes' is not a schedule", self.refused(MONDAY, "schedule", "set",
                                                                 "sometimes"))
        self.assertIn("has passed", self.refused(MONDAY, "schedule", "set", "daily", "--from",
                                                 "2026-11-01"))

    def scenario(self):
        """Two kept, one half done, one excused, one missed, today open."""
        self.ok("2026-11-01", "schedule", "set", "mon,wed,fri")
        self.done("2026-11-02")
        self.done("2026-11-04")
        self.done("2026-11-06", "50%")
        self.ok("2026-11-09", "schedule", "skip", "today", "--reason", "flare")

    def test_adherence_leaves_the_excused_and_today_out(self):
        self.scenario()
        adherence = self.state("2026-11-13")["adherence"]
        self.assertEqual({name: adherence[name] for name in
                          ("kept", "planned", "partial", "missed", "excused", "pending")},
                         {"kept": 2, "planned": 4, "partial": 1, "missed": 1, "excused": 1,
                          "pending": 1})
        self.assertIn("2 of 4 kept, 1 partly, 1 excused, 1 still open",
                      self.ok("2026-11-13", "schedule", "show"))

    def test_a_change_never_rewrites_the_past(self):
        self.scenario()
        before = self.state("2026-11-14")["adherence"]
        self.ok("2026-11-14", "schedule", "set", "daily", "--from", "2026-11-15")
        self.assertEqual(self.state("2026-11-14")["adherence"], before)

    def test_adherence_is_what_an_independent_query_says(self):
        self.ok(MONDAY, "schedule", "set", "daily")
        for day in (2, 3, 5, 8, 9, 10, 14, 17, 18, 19):
            self.done(f"2026-11-{day:02}")
        self.ok("2026-11-12", "schedule", "skip", "2026-11-06", "--reason", "travel")
        self.ok("2026-11-12", "schedule", "skip", "2026-11-11", "--until", "2026-11-12",
                "--reason", "sick")
        counted = self.rows("""
            WITH RECURSIVE days(d) AS (SELECT '2026-11-02' UNION ALL
                SELECT date(d, '+1 day') FROM days WHERE d < '2026-11-19')
            SELECT count(*) AS planned, sum(kept) AS kept FROM (
                SELECT d, EXISTS (SELECT 1 FROM session WHERE local_day = d AND counts
                    AND status IN ('completed', 'partial') AND done_ms * 100 >= planned_ms * 80)
                    AS kept FROM days
                WHERE NOT EXISTS (SELECT 1 FROM excuse WHERE d BETWEEN from_day AND to_day))""")[0]
        adherence = self.state("2026-11-20")["adherence"]
        self.assertEqual((adherence["kept"], adherence["planned"]),
                         (counted["kept"], counted["planned"]))
        n, p, z = counted["planned"], counted["kept"] / counted["planned"], 1.959964
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        self.assertAlmostEqual(adherence["low"], centre - half, 5)
        self.assertAlmostEqual(adherence["high"], centre + half, 5)

    def test_a_pause_stands_outside_and_resume_ends_it(self):
        self.ok(MONDAY, "schedule", "set", "daily")
        self.ok("2026-11-03", "schedule", "pause")
        self.assertIn("paused already", self.refused("2026-11-04", "schedule", "pause"))
        self.ok("2026-11-05", "schedule", "resume")
        self.assertIn("Nothing is paused", self.refused("2026-11-05", "schedule", "resume",
                                                        code=1))
        adherence = self.state("2026-11-06")["adherence"]
        self.assertEqual((adherence["paused"], adherence["missed"]), (2, 2))
        self.ok("2026-11-06", "schedule", "pause", "--until", "2026-11-08")
        self.assertFalse(self.state("2026-11-09")["paused"])

    def test_skip_takes_coming_days_and_single_slots(self):
        self.ok(MONDAY, "schedule", "set", "mon,wed,fri", "--at", "am,pm")
        self.assertIn("2026-11-06", self.ok(MONDAY, "schedule", "skip", "friday"))
        self.assertIn("there is: am, pm", self.refused(MONDAY, "schedule", "skip", "--slot", "x"))
        self.ok(MONDAY, "schedule", "skip", "--slot", "pm", "--reason", "travel")
        self.assertIn("Nothing is planned", self.refused(MONDAY, "schedule", "skip", "tomorrow",
                                                         code=1))
        adherence = self.state("2026-11-03")["adherence"]
        self.assertEqual((adherence["missed"], adherence["excused"]), (1, 1))
        self.assertIn("tokens come with a program",
                      self.refused("2026-11-04", "schedule", "skip", "--token"))

    def test_two_misses_are_told_without_blame(self):
        self.ok(MONDAY, "schedule", "set", "mon,wed,fri")
        self.done(MONDAY)
        self.assertIn("2 missed; the next one is on Monday",
                      self.ok("2026-11-07", "schedule", "show"))
        self.assertNotIn("missed", self.ok("2026-11-05", "schedule", "show"))

    def test_the_glance_says_what_is_planned(self):
        self.ok(MONDAY, "schedule", "set", "mon,wed,fri", "--at", "07:30")
        self.assertIn("Planned       today, 07:30", self.ok(MONDAY))
        self.done(MONDAY)
        glance = self.ok(MONDAY)
        self.assertIn("Planned       on Wednesday, 07:30", glance)
        self.assertIn("Plan          1 of 1 kept", glance)


if __name__ == "__main__":
    main()
