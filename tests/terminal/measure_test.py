# SPDX-License-Identifier: MIT
"""Measuring range and function: by options, by questions, and what the history tells of it."""
import csv
import io
import json
import os

from hipflow_test import HipflowTest, main
from live_terminal import LiveTerminal

FIRST = "2026-09-01T08:00:00+00:00"
SECOND = "2026-09-03T08:00:00+00:00"
LATER = "2026-10-01T08:00:00+00:00"

WHOLE = ("--left-internal", "32,33,31", "--left-external", "40,41,39",
         "--right-internal", "30,31,29", "--right-external", "38,40,39")


class MeasureTest(HipflowTest):
    def run_at(self, now, *arguments):
        return self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now))

    def ok(self, *arguments, now=FIRST):
        shown = self.run_at(now, *arguments)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def answer(self, *arguments, now=FIRST):
        return json.loads(self.ok(*arguments, "--json", now=now))

    def values(self, query):
        return [tuple(row.values()) for row in self.rows(query)]

    def refused(self, *arguments, words):
        shown = self.run_at(FIRST, *arguments)
        self.assertEqual((shown.returncode, shown.stdout), (2, ""), arguments)
        for word in words:
            self.assertIn(word, shown.stderr)


class RangeByOptions(MeasureTest):
    def test_keeps_every_trial_as_it_was_taken(self):
        shown = self.ok("measure", "range", *WHOLE, "--pain", "2")
        for part in ("sitting, phone", "32 (31-33, n 3)", "internal (foot out)", "hipflow undo"):
            self.assertIn(part, shown)
        self.assertEqual(
            self.values("SELECT movement, side, trial, value, position, instrument, scale_version,"
                        " pain, local_day FROM measurement WHERE side = 'left' AND movement ="
                        " 'internal' ORDER BY trial"),
            [("internal", "left", trial, value, "seated", "phone", "active", 2, "2026-09-01")
             for trial, value in ((1, 32), (2, 33), (3, 31))])
        self.assertEqual(self.values("SELECT count(*), count(DISTINCT change_id) FROM journal"),
                         [(12, 1)])

    def test_undo_takes_the_whole_test_back_and_redo_brings_it_again(self):
        self.ok("measure", "range", *WHOLE)
        before = self.values("SELECT * FROM measurement ORDER BY id")
        self.ok("undo")
        self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(0,)])
        self.ok("redo")
        self.assertEqual(self.values("SELECT * FROM measurement ORDER BY id"), before)

    def test_answers_in_json(self):
        test = self.answer("measure", "range", *WHOLE)["test"]
        self.assertEqual(test["left"]["internal"],
                         {"mean": 32.0, "trials": 3, "lowest": 31, "highest": 33})
        self.assertEqual(test["left"]["arc"], 72.0)
        self.assertIsNone(test["pain"])

    def test_a_part_is_a_test_too_and_the_rest_is_not_known(self):
        test = self.answer("measure", "range", "--left-internal", "30")["test"]
        self.assertIsNone(test["right"]["internal"])
        self.assertIsNone(test["left"]["arc"])

    def test_stays_in_its_series_unless_told_otherwise(self):
        self.ok("measure", "range", *WHOLE, "--position", "prone", "--instrument", "goniometer")
        self.ok("measure", "range", *WHOLE, now=SECOND)
        series, = self.answer("stats", "range", now=SECOND)["series"]
        self.assertEqual((series["position"], series["instrument"], len(series["tests"])),
                         ("prone", "goniometer", 2))
        self.run_at(LATER, "measure", "range", *WHOLE, "--position", "seated")
        self.assertEqual(len(self.answer("stats", "range", now=LATER)["series"]), 2)

    def test_says_kindly_when_it_is_early_and_takes_it_all_the_same(self):
        self.ok("measure", "range", *WHOLE)
        self.ok("measure", "range", *WHOLE, now=SECOND)
        shown = self.run_at("2026-09-10T08:00:00+00:00", "measure", "range", *WHOLE)
        self.assertEqual(shown.returncode, 0)
        self.assertIn("from 2026-09-24 on", shown.stderr)
        self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(36,)])

    def test_speaks_of_pain_and_of_trials_far_apart(self):
        shown = self.run_at(FIRST, "measure", "range", "--left-internal", "20,40", "--pain", "4")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("forcing it shows nothing", shown.stderr)
        self.assertIn("20 degrees apart", shown.stderr)

    def test_what_cannot_be_is_refused_and_nothing_is_kept(self):
        for arguments, words in (
                (("--left-internal", "95"), ("--left-internal", "'95'", "0 to 90")),
                (("--left-internal=-5",), ("'-5'", "0 to 90")),
                (("--left-internal", "32,,31"), ("'32,,31'", "32,33,31")),
                (("--left-internal", "32;33"), ("'32;33'",)),
                (("--left-internal", "32.5"), ("'32.5'", "whole degrees")),
                (("--left-internal", ",".join(["30"] * 10)), ("at most 9 trials",)),
                (("--left-internal", "30", "--position", "lying"), ("seated", "prone")),
                (("--left-internal", "30", "--instrument", "a\x1bb"), ("--instrument",)),
                (("--left-internal", "30", "--pain", "11"), ("--pain",)),
                (("--left-internal", "30", "--at", "2027-01-01"), ("in the future",)),
                (("--pain", "3"), ("--left-internal 32,33,31",)),
                ((), ("--left-internal 32,33,31", "--right-external"))):
            with self.subTest(arguments=arguments):
                self.refused("measure", "range", *arguments, words=words)
        if os.path.exists(self.database):
            self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(0,)])


class RangeStats(MeasureTest):
    def test_of_nothing_says_what_to_do(self):
        shown = self.run_at(FIRST, "stats", "range")
        self.assertEqual((shown.returncode, shown.stderr), (1, ""))
        self.assertIn("hipflow measure range", shown.stdout)
        self.assertFalse(os.path.exists(self.database))
        self.assertEqual(self.run_at(FIRST, "stats", "range", "--json").returncode, 1)

    def test_foot_out_is_internal_and_foot_in_external(self):
        """The classic fault: with the two swapped, every trend is upside down."""
        self.ok("measure", "range", "--left-internal", "20", "--left-external", "50")
        left = self.answer("stats", "range")["series"][0]["tests"][0]["left"]
        self.assertEqual((left["internal"]["mean"], left["external"]["mean"]), (20.0, 50.0))
        shown = self.ok("stats", "range")
        self.assertRegex(shown, r"left  foot out .* 20\n")
        self.assertRegex(shown, r"left  foot in .* 50\n")
        self.assertIn("Internal: the foot swings out", shown)

    def test_the_persons_own_error_and_change(self):
        self.ok("measure", "range", *WHOLE)
        self.ok("measure", "range", *WHOLE, now=SECOND)
        self.ok("measure", "range", "--left-internal", "39", "--left-external", "43",
                "--right-internal", "30", "--right-external", "39", now=LATER)
        series, = self.answer("stats", "range", now=LATER)["series"]
        self.assertEqual(series["error"], {"degrees": 6.0, "sem": 0.0})
        self.assertEqual(series["change"]["left"]["internal"],
                         {"degrees": 7.0, "beyond_error": True})
        self.assertEqual(series["change"]["left"]["external"],
                         {"degrees": 3.0, "beyond_error": False})
        shown = self.ok("stats", "range", now=LATER)
        self.assertIn("7 more than at first: more than measurement error", shown)
        self.assertIn("3 more than at first: within measurement error", shown)
        self.assertIn("no pass mark", shown.replace("\n", " "))

    def test_an_unequal_pair_is_told_neutrally_on_the_second_day(self):
        unequal = ("--left-internal", "20", "--right-internal", "32")
        self.ok("measure", "range", *unequal)
        self.assertNotIn("common in people", self.ok("stats", "range"))
        self.ok("measure", "range", *unequal, now=SECOND)
        self.assertIn("common in people without pain",
                      self.ok("stats", "range", now=SECOND).replace("\n", " "))

    def test_fits_every_width_and_needs_no_colour(self):
        self.ok("measure", "range", *WHOLE, "--pain", "2")
        self.ok("measure", "range", *WHOLE, now=LATER)
        for columns in (60, 80, 120):
            for locale in ("C.UTF-8", "C"):
                env = self.env(HIPFLOW_NOW=LATER, COLUMNS=columns, LC_ALL=locale)
                shown = self.run_hipflow("stats", "range", env=env).stdout
                self.assertLessEqual(max(map(len, shown.splitlines())), columns)
                self.assertNotIn("\x1b", shown)
                if locale == "C":
                    self.assertTrue(shown.isascii())

    def test_takes_the_days_named_before_it_and_refuses_a_routine(self):
        self.ok("measure", "range", *WHOLE)
        self.assertEqual(len(self.answer("stats", "--since", "2026-09-01", "range",
                                         now=LATER)["series"]), 1)
        shown = self.run_at(LATER, "stats", "--last", "1w", "range", "--json")
        self.assertEqual((shown.returncode, json.loads(shown.stdout)["series"]), (1, []))
        for view in ("range", "function"):
            self.refused("stats", "--routine", "hip-rotation", view, words=("leave out --routine",))

    def test_csv_has_a_row_for_each_side_and_movement(self):
        self.ok("measure", "range", *WHOLE)
        text = self.run_at(FIRST, "stats", "range", "--csv").stdout
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual(len(rows), 4)
        self.assertEqual((rows[0]["local_day"], rows[0]["side"], rows[0]["movement"],
                          rows[0]["mean"], rows[0]["trials"]),
                         ("2026-09-01", "left", "internal", "32.0", "3"))
        answer = json.loads(self.run_at(FIRST, "stats", "range", "--json").stdout)
        test = answer["series"][0]["tests"][0]
        self.assertEqual([float(row["mean"]) for row in rows],
                         [test[row["side"]][row["movement"]]["mean"] for row in rows])


class Function(MeasureTest):
    def begin(self):
        self.ok("measure", "function", "--add", "tie my shoes", "--add", "turn in bed",
                "--add", "stand 20 minutes", "--score", "tie my shoes=3", "--score", "2=4",
                "--score", "3=2")

    def test_keeps_the_words_and_the_answers(self):
        self.begin()
        self.assertEqual(self.values("SELECT text, from_day, to_day FROM activity ORDER BY id"),
                         [(text, "2026-09-01", None)
                          for text in ("tie my shoes", "turn in bed", "stand 20 minutes")])
        self.assertEqual(self.values("SELECT value, scale_version FROM measurement ORDER BY activity_id"),
                         [(3, "psfs-1"), (4, "psfs-1"), (2, "psfs-1")])
        self.ok("undo")
        self.assertEqual(self.values("SELECT count(*) FROM measurement UNION ALL"
                                     " SELECT count(*) FROM activity"), [(0,), (0,)])

    def test_two_points_of_the_mean_are_better(self):
        self.begin()
        answer = self.answer("measure", "function", "--score", "1=5", "--score", "2=6",
                             "--score", "3=4", now=LATER)
        self.assertEqual((answer["change"]["change"], answer["change"]["verdict"],
                          answer["change"]["activities"]), (2.0, "better", 3))
        shown = self.ok("stats", "function", now=LATER)
        self.assertIn("better in what you do", shown.replace("\n", " "))
        self.assertIn("Up is better", shown)
        self.assertEqual(answer["change"], self.answer("stats", "function", now=LATER)["change"])

    def test_less_is_no_clear_change(self):
        self.begin()
        self.ok("measure", "function", "--score", "1=4", "--score", "2=5", "--score", "3=3",
                now=LATER)
        self.assertIn("no clear change", self.ok("stats", "function", now=LATER))

    def test_a_dropped_activity_ends_and_another_is_no_replacement(self):
        self.begin()
        self.ok("measure", "function", "--drop", "turn in bed", "--add", "drive", "--score",
                "drive=1", "--score", "tie my shoes=6", now=LATER)
        answer = self.answer("stats", "function", now=LATER)
        self.assertEqual([(one["text"], one["to_day"]) for one in answer["activities"]],
                         [("tie my shoes", None), ("turn in bed", "2026-10-01"),
                          ("stand 20 minutes", None), ("drive", None)])
        self.assertEqual((answer["change"]["activities"], answer["change"]["change"]), (1, 3.0))
        self.assertIn("(dropped)", self.ok("stats", "function", now=LATER))
        self.refused("measure", "function", "--score", "turn in bed=3",
                     words=("not one of your activities", "drive"))

    def test_what_cannot_be_is_refused_and_nothing_changes(self):
        self.begin()
        before = self.values("SELECT count(*) FROM journal")
        for arguments, words in (
                (("--score", "1=11"), ("'1=11'", "0 (unable to do it)", "10 (as well as before)")),
                (("--score", "1"), ("'1'",)), (("--score", "4=3"), ("not one of your activities",)),
                (("--score", "tie my shoos=3"), ("Did you mean 'tie my shoes'",)),
                (("--drop", "x"), ("not one of your activities",)),
                (("--add", "tie my shoes"), ("on the list already",)),
                (("--add", "a\x1bb"), ("letters, digits and signs",)),
                (("--add", "x" * 81), ("80 characters",)),
                (("--add", "a", "--add", "b", "--add", "c"), ("enough",)),
                ((), ("--add", "--score"))):
            with self.subTest(arguments=arguments):
                self.refused("measure", "function", *arguments, words=words)
        self.assertEqual(self.values("SELECT count(*) FROM journal"), before)

    def test_stats_fit_every_width(self):
        self.begin()
        self.ok("measure", "function", "--add",
                "carry two heavy bags from the market up to the third floor", "--score", "4=0")
        for columns in (60, 80, 120):
            for locale in ("C.UTF-8", "C"):
                env = self.env(HIPFLOW_NOW=LATER, COLUMNS=columns, LC_ALL=locale)
                shown = self.run_hipflow("stats", "function", env=env).stdout
                self.assertLessEqual(max(map(len, shown.splitlines())), columns)
                self.assertEqual(shown.isascii(), locale == "C")

    def test_csv_has_a_row_for_each_answer(self):
        self.begin()
        text = self.run_at(FIRST, "stats", "function", "--csv").stdout
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual([(row["activity"], row["score"]) for row in rows],
                         [("tie my shoes", "3"), ("turn in bed", "4"), ("stand 20 minutes", "2")])


class Guided(MeasureTest):
    def asked(self, *arguments):
        return self.terminal("measure", *arguments, "--plain", HIPFLOW_NOW=FIRST)

    def test_range_leads_through_both_legs(self):
        terminal = self.asked("range")
        terminal.answer("How do you measure?", "", "you are warm and in place", "",
                        "begin with the left leg", "")
        for question, readings in (("Left foot OUT", (24, 25, 23)), ("Left foot IN", (38, 39, 37)),
                                   ("Right foot OUT", (30, 30, 30)), ("Right foot IN", (40, 41, 42))):
            for trial, reading in enumerate(readings, 1):
                terminal.expect(question)
                terminal.expect(f"Reading {trial} of 3")
                terminal.say(str(reading))
            terminal.answer("Pain while you did it", "1")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Recorded: range, sitting, phone", terminal.text)
        self.assertEqual(self.values("SELECT side, movement, group_concat(value), max(pain) FROM"
                                     " (SELECT * FROM measurement ORDER BY trial)"
                                     " GROUP BY side, movement ORDER BY side, movement"),
                         [("left", "external", "38,39,37", 1), ("left", "internal", "24,25,23", 1),
                          ("right", "external", "40,41,42", 1), ("right", "internal", "30,30,30", 1)])
        self.ok("undo")
        self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(0,)])

    def test_range_is_not_asked_for_on_a_day_without_a_session(self):
        self.ok("log", "pain", "9")
        terminal = self.asked("range")
        self.assertEqual(terminal.end(), 1)
        self.assertIn("No session while pain is 9", terminal.text)
        self.assertNotIn("How do you measure?", terminal.text)

    def to_the_first_reading(self, terminal):
        terminal.answer("How do you measure?", "f", "you are warm and in place", "",
                        "begin with the left leg", "")
        terminal.expect("Reading 1 of 3")

    def test_pain_of_four_stops_it_and_what_was_read_is_kept(self):
        terminal = self.asked("range")
        self.to_the_first_reading(terminal)
        terminal.say("24")
        terminal.answer("Reading 2 of 3", "p", "Pain while you did it", "4")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Stopped, and that was the right call", terminal.text)
        self.assertNotIn("Left foot IN", terminal.text)
        self.assertEqual(self.values("SELECT value, pain, position FROM measurement"),
                         [(24, 4, "prone")])

    def test_all_can_be_skipped_and_impossible_readings_are_asked_again(self):
        terminal = self.asked("range", "--position", "seated")
        terminal.answer("you are warm and in place", "", "begin with the left leg", "",
                        "Reading 1 of 3", "240")
        terminal.expect("whole degrees from 0 to 90")
        terminal.say("24")
        terminal.answer("Reading 2 of 3", "", "Pain while you did it", "", "Left foot IN", "",
                        "Right foot OUT", "", "Right foot IN", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.values("SELECT value, pain FROM measurement"), [(24, None)])

    def test_nothing_answered_is_nothing_recorded(self):
        terminal = self.asked("range", "--position", "seated")
        terminal.answer("you are warm and in place", "", "begin with the left leg", "",
                        "Left foot OUT", "", "Left foot IN", "", "Right foot OUT", "",
                        "Right foot IN", "")
        self.assertEqual(terminal.end(), 1)
        self.assertIn("Nothing was measured", terminal.text)

    def test_an_interruption_keeps_what_was_through(self):
        terminal = self.asked("range", "--position", "seated")
        terminal.answer("you are warm and in place", "", "begin with the left leg", "",
                        "Reading 1 of 3", "24", "Reading 2 of 3", "25", "Reading 3 of 3", "23",
                        "Pain while you did it", "0")
        terminal.expect("Left foot IN")
        terminal.kill(2)
        self.assertEqual(terminal.end(), -2)
        self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(3,)])
        self.ok("undo")
        self.assertEqual(self.values("SELECT count(*) FROM measurement"), [(0,)])

    def test_function_asks_for_own_words_and_then_for_the_same_again(self):
        terminal = self.asked("function")
        terminal.answer("What is hard? Number 1", "tie my shoes", "Number 2", "turn in bed",
                        "Number 3", "turn in bed", "on the list already", "stand 20 minutes",
                        "Number 4", "", "tie my shoes: how well", "3", "turn in bed: how well", "4",
                        "stand 20 minutes: how well", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.values("SELECT value FROM measurement ORDER BY activity_id"), [(3,), (4,)])
        terminal = self.terminal("measure", "function", "--plain", HIPFLOW_NOW=LATER)
        terminal.expect("tie my shoes: how well")
        terminal.expect("Last time: 3.")
        terminal.say("6")
        terminal.answer("turn in bed: how well", "5", "stand 20 minutes: how well", "2",
                        "asked again next time", "d", "Which one?", "2")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.values("SELECT text, to_day FROM activity WHERE to_day IS NOT NULL"),
                         [("turn in bed", "2026-10-01")])

    def test_the_live_screen_shows_the_side_and_the_way_from_a_chair(self):
        terminal = LiveTerminal([self.binary, "measure", "range", "--position", "seated"],
                                self.env(HIPFLOW_NOW=FIRST), (80, 24))
        self.addCleanup(terminal.close)
        terminal.see("warm and in place")
        terminal.press("\r", rest=0.8)  # sooner, a second Enter is the first one held down
        terminal.see("begin with the left leg")
        self.assertIn("Foot OUT", terminal.text)
        terminal.press("\r")
        terminal.see("Reading 1 of 3", "██  ██")
        terminal.press("31")
        terminal.see("> 31")


if __name__ == "__main__":
    main()
