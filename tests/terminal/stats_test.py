# SPDX-License-Identifier: MIT
"""Every number of 'hipflow stats' against SQL and arithmetic of its own. stats_test.py HIPFLOW"""
import contextlib
import csv
import datetime
import io
import json
import math
import os
import sqlite3
import statistics
import subprocess
import unicodedata

from hipflow_test import HipflowTest, answers, main

TODAY = datetime.date(2026, 11, 24)  # a Tuesday
NOW = "2026-11-24T21:00:00+01:00"
FIRST = TODAY - datetime.timedelta(days=60)
PERFORMED = "status IN ('completed', 'partial')"
VIEWS = ((), ("sessions",), ("pain",), ("exercises",), ("week",))


def iso(day):
    return day.isoformat()


class StatsTest(HipflowTest):
    def hipflow(self, *arguments, now=NOW, **options):
        options.setdefault("TZ", "Europe/Berlin")
        return self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now, **options))

    def answer(self, *arguments):
        shown = self.hipflow("stats", *arguments, "--json")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        return json.loads(shown.stdout)


class Small(StatsTest):
    def test_an_empty_history_says_what_to_do(self):
        for view in VIEWS:
            with self.subTest(view):
                shown = self.hipflow("stats", *view)
                self.assertEqual((shown.returncode, shown.stderr), (1, ""))
                self.assertIn("hipflow start", shown.stdout)
                answer = self.hipflow("stats", *view, "--json")
                self.assertEqual(answer.returncode, 1)
                self.assertEqual(json.loads(answer.stdout)["schema"], 1)
                table = self.hipflow("stats", *view, "--csv")
                self.assertEqual(table.stdout.count("\n"), 1, "only the header")

    def test_an_empty_range_says_when_the_last_session_was(self):
        self.hipflow("log", "session", "--routine", "desk-reset")
        shown = self.hipflow("stats", "--until", "2020-01-01")
        self.assertEqual(shown.returncode, 1)
        self.assertIn("2026-11-24", shown.stdout)
        self.assertIn("--all", shown.stdout)

    def test_three_scores_give_no_verdict(self):
        for hour in (7, 12, 20):
            self.hipflow("log", "pain", "low-back=4", now=f"2026-11-2{hour % 4 + 1}T{hour:02}:00:00Z")
        text = self.hipflow("stats", "pain").stdout
        self.assertIn("no verdict before 28 scored days", text)
        self.assertIn("n 1, median 4", text)
        self.assertNotIn("%", text)
        trend = self.answer("pain")["places"][0]["trend"]
        self.assertIsNone(trend["verdict"])
        self.assertIsNone(trend["points_per_four_weeks"])
        self.assertEqual(trend["reason"], "n<28")

    def test_json_and_csv_are_not_asked_for_together(self):
        self.assertEqual(self.hipflow("stats", "--json", "--csv").returncode, 2)
        self.assertEqual(self.hipflow("stats", "pain", "--site", "elbow").returncode, 2)
        self.assertIn("'pain'", self.hipflow("stats", "pian").stderr)


class SixWeeks(StatsTest):
    """Sessions of two months by the program's own commands, once for all tests."""
    once_for_all = True
    lived = None  # the database

    def setUp(self):
        super().setUp()
        if SixWeeks.lived is None:
            self.live()
            with open(self.database, "rb") as file:
                SixWeeks.lived = file.read()
        else:
            os.makedirs(self.data, exist_ok=True)
            with open(self.database, "wb") as file:
                file.write(SixWeeks.lived)

    def session(self, now, before, after, *more, done="100%"):
        shown = self.hipflow("log", "session", "--routine", "hip-rotation", "--done", done,
                             "--pain-before", str(before), "--pain-after", str(after),
                             "--site", "low-back", *more, now=now)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))

    def live(self):
        """Mondays, Wednesdays, Fridays; the clocks change on 25 October."""
        day = FIRST
        number = 0
        while day < TODAY:
            offset = "+02:00" if day < datetime.date(2026, 10, 25) else "+01:00"
            if day.weekday() in (0, 2, 4) and number % 7 != 5:
                before = 6 - number // 8 + number % 2
                hurt = ("--hurt", "none") if number % 3 else ("--hurt", "figure-4-supine=8")
                self.session(f"{iso(day)}T07:30:00{offset}", before, before - number % 4 + 1, *hurt,
                             done="60%" if number % 6 == 4 else "100%")
            if day.weekday() in (0, 2, 4):
                number += 1
            if number % 5 == 2 and day.weekday() == 3:
                self.hipflow("log", "morning", str(number % 4 + 1),
                             now=f"{iso(day)}T08:00:00{offset}")
            day += datetime.timedelta(days=1)
        self.session("2026-11-16T19:00:00+01:00", 2, 4)              # the second of its day
        self.session("2026-11-19T00:40:00+01:00", 3, 1)              # belongs to the day before
        self.session(NOW, 1, 0, "--at", "2026-11-10 18:00")          # late: a day without a plan
        self.hipflow("log", "pain", "buttock:left=5", now="2026-11-14T09:00:00+01:00")
        amended, = self.query("SELECT local_day FROM session GROUP BY local_day"
                              " HAVING count(*) = 1 ORDER BY local_day LIMIT 1 OFFSET 4")[0]
        shown = self.hipflow("session", "amend", amended, "--effort", "hard", "--pain-after", "7")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        with contextlib.closing(sqlite3.connect(self.database)) as db:
            db.execute("INSERT INTO schedule (id, valid_from, rule, source, recorded_at) VALUES ('00000000-0000-7000-8000-000000000001', ?,"
                       " 'mon,wed,fri', 'own', 0)", (iso(FIRST),))
            # What was typed in has no sets: the timer's, as they would be. What a session changes
            # is known of timed ones only: these are, and their days are added up once more.
            db.execute("UPDATE session SET source = 'timed', started_at = ended_at - 600000")
            for at, (session, level) in enumerate(db.execute(
                    "SELECT id, 1 + (local_day > '2026-11-01') FROM session ORDER BY started_at")
                    .fetchall()):
                for exercise, side, status in (
                        ("figure-4-supine", "left", "done"), ("glute-bridge", "both", "done"),
                        ("figure-4-supine", "right", "skipped" if at % 9 == 0 else "partial")):
                    db.execute("INSERT INTO performed_set VALUES (?, ?, 1, ?, ?, ?, 1, ?, 40000, ?,"
                               " NULL, NULL, ?, NULL, NULL, 0, NULL)",
                               (f"{session}-{exercise}-{side}", session, exercise, exercise, level,
                                side, 30000 + at * 1000, status))
            db.commit()
        for session, in self.query("SELECT id FROM session"):
            self.hipflow("session", "amend", session, "--note", "Timed.")

    def query(self, question, *values):
        with contextlib.closing(sqlite3.connect(self.database)) as db:
            return db.execute(question, values).fetchall()

    # What the sums must be, from the raw tables.

    def scores(self, moment):
        """(day, score) of each answer of sessions."""
        return self.query("SELECT session.local_day, max(score) FROM session JOIN pain_score"
                         " ON session_id = session.id WHERE moment = ? GROUP BY session.id", moment)

    def changes(self):
        return [row[0] for row in self.query(
            "SELECT a.score - b.score FROM session JOIN pain_score AS b ON b.session_id = session.id"
            " AND b.moment = 'before' JOIN pain_score AS a ON a.session_id = session.id"
            f" AND a.moment = 'after' WHERE {PERFORMED}"
            " AND abs(b.recorded_at - started_at) <= 900000"
            " AND abs(a.recorded_at - ended_at) <= 900000 AND source = 'timed'")]

    def test_the_sums_are_those_of_the_tables(self):
        found = self.answer()
        total = self.query("SELECT count(*), sum(planned_ms), sum(done_ms), sum(active_ms)"
                          f" FROM session WHERE {PERFORMED}")[0]
        whole = found["range"]
        self.assertEqual((whole["sessions"], whole["planned_ms"], whole["done_ms"],
                          whole["active_ms"]), total)
        for moment in ("before", "after"):
            scores = [score for _, score in self.scores(moment)]
            self.assertEqual(whole["pain"][moment], {"n": len(scores), "sum": sum(scores)})
        for name in ("sessions", "done_ms", "sets", "kept"):
            self.assertEqual(sum(week[name] for week in found["weeks"]), whole[name])
        by_week = dict(self.query("SELECT date(local_day, 'weekday 0', '-6 days'), count(*)"
                                 f" FROM session WHERE {PERFORMED} GROUP BY 1"))
        self.assertEqual({week["from"]: week["sessions"] for week in found["weeks"]
                          if week["sessions"]}, by_week)

    def test_the_change_is_that_of_scores_given_at_the_time(self):
        changes = self.changes()
        found = self.answer()["change"]
        self.assertEqual(found["n"], len(changes))
        self.assertLess(found["n"], self.query("SELECT count(*) FROM session")[0][0])
        self.assertAlmostEqual(found["mean"], statistics.mean(changes))
        self.assertEqual(found["worse"], sum(change >= 2 for change in changes))
        half = found["high"] - found["mean"]
        t = half / (statistics.stdev(changes) / math.sqrt(len(changes)))
        self.assertTrue(1.96 < t < 2.3, t)
        self.assertEqual(self.answer("pain")["change"], found)

    def planned_days(self):
        days = [FIRST + datetime.timedelta(days=i) for i in range((TODAY - FIRST).days)]
        return [day for day in days if day.weekday() in (0, 2, 4)]

    def test_the_plan_is_counted_by_occurrences(self):
        kept = {day for day, in self.query(
            "SELECT local_day FROM session WHERE status IN ('completed', 'partial')"
            " AND counts AND done_ms >= 0.8 * planned_ms")}
        planned = [iso(day) for day in self.planned_days()]
        found, = self.answer()["plans"]
        whole = found["adherence"]
        self.assertEqual(whole["planned"], len(planned))
        self.assertEqual(whole["kept"], sum(day in kept for day in planned))
        self.assertAlmostEqual(whole["ratio"], whole["kept"] / whole["planned"])
        weeks = {}
        for day in self.planned_days():
            weeks.setdefault(day - datetime.timedelta(days=day.weekday()), []).append(
                iso(day) in kept)
        over = {week: days for week, days in weeks.items()
                if week + datetime.timedelta(days=7) <= TODAY}
        self.assertEqual(found["weeks"], {
            "of": len(over), "on_plan": sum(sum(d) >= 0.8 * len(d) for d in over.values())})

    def test_the_screen_prints_what_the_answer_says(self):
        found = self.answer()
        shown = self.hipflow("stats").stdout
        text = " ".join(shown.split())  # as if no line had been broken
        plan = found["plans"][0]["adherence"]
        self.assertIn(f"{plan['kept']} of {plan['planned']} kept ({plan['ratio'] * 100:.0f} %, "
                      f"range {plan['low'] * 100:.0f} to {plan['high'] * 100:.0f} %)", text)
        mean = found["change"]["mean"]
        tenths = math.copysign(math.floor(abs(mean) * 10 + 0.5) / 10, mean)
        self.assertIn(f"{tenths:+.1f} points" if tenths else "0.0 points", text)
        self.assertIn(f"n {found['range']['pain']['before']['n']}, mean", text)
        self.assertIn(f"scored on {found['trend']['scored_days']} of 84 days", text)
        self.assertLessEqual(len(shown.splitlines()), 23)

    def test_pain_days_are_medians_of_answers(self):
        found = self.answer("pain")
        days = {}
        for day, score in self.scores("before"):
            days.setdefault(day, []).append(score)
        shown = {row["local_day"]: (row["n"], row["median"]) for row in found["days"]
                 if row["site"] == "all" and row["moment"] == "before"}
        self.assertEqual(shown, {day: (len(scores), statistics.median(scores))
                                 for day, scores in days.items()})
        mornings = self.query("SELECT count(*), avg(score) FROM pain_score WHERE moment = 'morning'")
        morning = found["places"][0]["morning"]
        self.assertEqual((morning["days"], morning["mean"]), mornings[0])
        late = sum(row["late"] for row in found["days"] if row["site"] == "all")
        self.assertEqual(late, self.query("SELECT count(*) FROM pain_score"
                                         " WHERE recorded_at - at > 7200000")[0][0])
        self.assertEqual(self.answer()["trend"], found["places"][0]["trend"])

    def test_pain_is_filtered_by_place_and_time(self):
        buttock = self.answer("pain", "--site", "buttock")
        self.assertEqual({row["site"] for row in buttock["days"]}, {"all", "buttock"})
        self.assertEqual({place["side"] for place in buttock["places"][1:]}, {"left"})
        self.assertEqual(self.hipflow("stats", "pain", "--site", "foot").returncode, 1)
        on_time = self.answer("pain", "--on-time")
        self.assertEqual(sum(row["late"] for row in on_time["days"]), 0)
        self.assertNotIn("2026-11-10", {row["local_day"] for row in on_time["days"]})

    def test_exercises_are_those_of_the_sets(self):
        found = {(use["exercise"], use["side"]): use for use in self.answer("exercises")["exercises"]}
        expected = self.query(
            "SELECT exercise, side, count(DISTINCT session_id), sum(min(actual_ms, planned_ms))"
            " FROM performed_set WHERE status IN ('done', 'partial') GROUP BY exercise, side")
        self.assertEqual({key: (use["sessions"], use["done_ms"]) for key, use in found.items()},
                         {(row[0], row[1]): row[2:] for row in expected})
        for (exercise, side), use in found.items():
            changes = [peak - before if peak is not None else 0 for peak, before in self.query(
                "SELECT (SELECT max(score) FROM pain_score WHERE session_id = session.id"
                "  AND moment = 'peak' AND exercise = ?1), max(b.score) FROM session"
                " JOIN pain_score AS b ON b.session_id = session.id AND b.moment = 'before'"
                " WHERE hurt_more IS NOT NULL AND EXISTS (SELECT 1 FROM performed_set AS p WHERE"
                "  p.session_id = session.id AND p.exercise = ?1 AND p.side = ?2"
                "  AND p.status IN ('done', 'partial')) GROUP BY session.id", exercise, side)]
            self.assertEqual(use["change_n"], len(changes), exercise)
            if changes:
                self.assertAlmostEqual(use["change_mean"], statistics.mean(changes))

    def test_sessions_are_counted_by_how_they_went(self):
        weeks = self.answer("sessions")["weeks"]
        for name, condition in (("sessions", PERFORMED), ("completed", "status = 'completed'"),
                                ("hard", "effort = 'hard'"), ("timed", "source = 'timed'")):
            expected = self.query(f"SELECT count(*) FROM session WHERE {condition}")[0][0]
            self.assertEqual(sum(week[name] for week in weeks), expected, name)

    def test_a_week_has_every_day(self):
        days = self.answer("week", "--since", "2026-11-16", "--until", "2026-11-22")["days"]
        self.assertEqual([day["local_day"][8:] for day in days],
                         ["16", "17", "18", "19", "20", "21", "22"])
        counts = dict(self.query("SELECT local_day, count(*) FROM session GROUP BY local_day"))
        self.assertEqual({day["local_day"]: day["sessions"] for day in days if day["sessions"]},
                         {day: n for day, n in counts.items() if "2026-11-16" <= day <= "2026-11-22"})
        self.assertEqual(days[0]["sessions"], 2)
        self.assertEqual([day["local_day"] for day in self.answer("week")["days"]],
                         ["2026-11-23", "2026-11-24"])

    def test_the_views_take_a_range(self):
        for view in VIEWS:
            with self.subTest(view):
                arguments = ("--since", "2026-11-02", "--until", "2026-11-08")
                behind = self.answer(*view, *arguments)
                if view:
                    before = self.hipflow("stats", *arguments, *view, "--json").stdout
                    self.assertEqual(json.loads(before), behind)
                self.assertEqual(self.answer(*view, "--all", "--routine", "hip-rotation")["schema"],
                                 1)
                none = self.hipflow("stats", *view, "--all", "--routine", "desk-reset")
                self.assertEqual(none.returncode, 1)

    def test_the_answers_are_as_documented(self):
        for view in VIEWS:
            with self.subTest(view):
                found = self.answer(*view)
                answers.checked(("stats", *view), json.dumps(found))
                del found[next(name for name in found if name != "schema")]
                with self.assertRaises(AssertionError):
                    answers.checked(("stats", *view), json.dumps(found))

    def test_a_table_has_the_values_of_the_answer(self):
        rows_of = {(): "weeks", ("sessions",): "weeks", ("pain",): "days",
                   ("exercises",): "exercises", ("week",): "days"}
        for view, name in rows_of.items():
            with self.subTest(view):
                text = subprocess.run([self.binary, "stats", *view, "--csv"], check=True,
                                      env=self.env(HIPFLOW_NOW=NOW, TZ="Europe/Berlin"),
                                      capture_output=True).stdout.decode()
                self.assertEqual(text.count("\r\n"), text.count("\n"))
                table = list(csv.DictReader(io.StringIO(text, newline="")))
                answer = self.answer(*view)[name]
                self.assertEqual(len(table), len(answer))
                for row, record in zip(table, answer):
                    self.assertNotIn(None, row)
                    for key, value in record.items():
                        if isinstance(value, dict):
                            continue
                        self.assertEqual(row[key], "" if value is None else
                                         value if isinstance(value, str) else json.dumps(value))

    def test_nothing_is_wider_than_the_terminal(self):
        for columns in (40, 60, 80, 120):
            for view in VIEWS:
                for more in ({"LC_ALL": "C"}, {}):
                    with self.subTest((columns, view, more)):
                        text = self.hipflow("stats", *view, COLUMNS=str(columns), **more).stdout
                        self.assertNotIn("\x1b", text)
                        if more:
                            self.assertTrue(text.isascii())
                        for line in text.splitlines():
                            self.assertLessEqual(
                                sum(unicodedata.east_asian_width(c) not in "WF" or 2 for c in line),
                                columns, line)

    def test_the_day_is_that_of_the_record_wherever_it_is_read(self):
        shown = {self.hipflow("stats", "pain", "--all", "--csv", TZ=zone).stdout
                 for zone in ("Europe/Berlin", "America/New_York", "Asia/Tokyo")}
        self.assertEqual(len(shown), 1)
        self.assertIn("2026-11-18,all,,after", shown.pop())


if __name__ == "__main__":
    main()
