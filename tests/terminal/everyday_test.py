# SPDX-License-Identifier: MIT
"""What is typed between sessions: the glance, the log, corrections, undo."""
import json
import os

from hipflow_test import NO_QUESTIONS, HipflowTest, main

NOW = "2026-11-24T08:00:00+00:00"


class Everyday(HipflowTest):
    def run_at(self, now, *arguments):
        return self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now, TZ="UTC"))

    def ok(self, *arguments, now=NOW):
        shown = self.run_at(now, *arguments)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def refused(self, *arguments, words=(), code=2):
        before = self.rows("SELECT count(*) FROM journal") if os.path.exists(self.database) else None
        shown = self.run_at(NOW, *arguments)
        self.assertEqual((shown.returncode, shown.stdout), (code, ""), arguments)
        for word in words:
            self.assertIn(word, shown.stderr)
        after = self.rows("SELECT count(*) FROM journal") if os.path.exists(self.database) else None
        self.assertEqual(before, after, "something was changed")

    def values(self, query):
        return [tuple(row.values()) for row in self.rows(query)]

    def tables(self):
        return [self.values(f"SELECT * FROM {table} ORDER BY 1")
                for table in ("session", "performed_set", "pain_score", "symptom", "day")]

    def answer(self, *arguments, now=NOW):
        return json.loads(self.ok(*arguments, "--json", now=now))


class Glance(Everyday):
    def test_of_nothing_says_how_to_start_and_makes_no_database(self):
        self.assertIn("hipflow start", self.ok())
        self.assertEqual(self.answer()["last_session"], None)
        self.assertFalse(os.path.exists(self.database))

    def test_tells_the_last_session_and_the_morning_that_is_owed(self):
        self.ok("log", "session", "--at", "yesterday 19:30", "--pain-before", "4", "--pain-after", "3")
        shown = self.ok()
        for part in ("hip-rotation-gentle, yesterday 19:30: completed, 100 % of the work", "4", "3",
                     "morning score after the session yesterday"):
            self.assertIn(part, shown)
        self.assertTrue(all(len(line) <= 80 for line in shown.splitlines()))
        self.assertEqual(self.answer()["morning_owed"], "2026-11-23")
        self.ok("log", "morning", "2")
        self.assertEqual(self.answer()["morning_owed"], None)

    def test_asks_for_the_morning_score_in_a_terminal(self):
        self.ok("log", "session", "--at", "yesterday 19:30")
        terminal = self.terminal(HIPFLOW_NOW=NOW)
        terminal.expect("How strong was the pain this morning")
        terminal.say("0")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.values("SELECT score, for_day FROM pain_score"), [(0, "2026-11-23")])

    def test_says_what_was_interrupted(self):
        terminal = self.start("long", *NO_QUESTIONS)
        terminal.expect("Hold")
        terminal.kill(2)
        terminal.end()
        shown = self.run_hipflow()
        self.assertIn("Not finished", shown.stdout)


class Log(Everyday):
    def test_a_session_is_kept_as_reported_with_the_time_of_both(self):
        self.ok("log", "session", "--routine", "desk-reset", "--at", "2026-11-22 07:15", "--done",
                "80%", "--took", "4m", "--reason", "time", "--effort", "hard", "--note", "on the train")
        session = self.answer("session", "show")["session"]
        self.assertEqual(session["source"], "reported")
        self.assertEqual(session["started_at"], "2026-11-22T07:15:00.000+00:00")
        self.assertEqual(session["recorded_at"][:19], "2026-11-24T08:00:00")
        self.assertEqual(session["done_ms"], round(session["planned_ms"] * 0.8))
        self.assertEqual((session["active_ms"], session["status"], session["reason"],
                          session["effort"], session["note"], session["counts"]),
                         (240000, "partial", "time", "hard", "on the train", False))
        self.assertIn("entered later", self.ok("session", "show"))

    def test_a_session_by_its_exercises_has_their_sets(self):
        self.ok("log", "session", "--exercise", "glute-bridge", "--exercise", "bent-knee-fallout",
                "--hurt", "glute-bridge=5", "--pain-before", "3")
        shown = self.answer("session", "show")
        done = {row["exercise"] for row in shown["sets"] if row["status"] == "done"}
        self.assertEqual(done, {"glute-bridge", "bent-knee-fallout"})
        self.assertTrue(any(row["status"] == "not_reached" for row in shown["sets"]))
        self.assertEqual(shown["session"]["done_ms"], sum(r["actual_ms"] for r in shown["sets"]))
        self.assertEqual(shown["session"]["hurt_more"], "some")

    def test_several_places_are_one_entry(self):
        self.ok("log", "pain", "low-back=4", "buttock:left=6", "--at", "06:30", "--note", "sat long")
        self.assertEqual(self.values("SELECT score, site, side, moment FROM pain_score ORDER BY score"),
                         [(4, "low-back", None, "checkin"), (6, "buttock", "left", "checkin")])
        self.assertEqual(self.values("SELECT count(DISTINCT change_id) FROM journal"), [(1,)])
        self.assertEqual(self.values("SELECT checkin_n, checkin_sum FROM day"), [(1, 6)])

    def test_a_second_score_for_a_morning_takes_the_place_of_the_first(self):
        self.ok("log", "morning", "2", "--soreness")
        self.ok("log", "morning", "3")
        self.assertEqual(self.values("SELECT score, for_day FROM pain_score"), [(3, "2026-11-23")])
        self.assertEqual(self.values("SELECT kind, moment FROM symptom"), [("soreness", "morning")])

    def test_what_cannot_be_is_refused_and_nothing_changes(self):
        self.ok("log", "pain", "1")
        for arguments, words in (
                (("pain", "11"), ("'11'", "0", "10")), (("pain", "-1"), ("-1",)),
                (("pain", "fot=3"), ("'fot'", "Did you mean 'foot'")),
                (("pain", "foot=3", "foot=4"), ("two scores",)),
                (("pain", "foot=3", "--side", "left"), ("--site and --side",)),
                (("pain",), ("SCORE",)),
                (("pain", "3", "--at", "25:00"), ("'25:00'", "yesterday 19:30")),
                (("pain", "3", "--at", "2026-02-30"), ("2026-02-30",)),
                (("pain", "3", "--at", "2026-11-25 07:00"), ("in the future",)),
                (("pain", "3", "--at", "09:00"), ("in the future",)),
                (("pain", "3", "--note", "a\x1bb"), ("cannot be shown",)),
                (("morning", "3", "--for", "today"), ("the day before",)),
                (("session", "--routine", "desk-rest"), ("desk-reset",)),
                (("session", "--done", "0%"), ("from 1 to 100 %",)),
                (("session", "--done", "120%"), ("from 1 to 100 %",)),
                (("session", "--exercise", "glute-bridg"), ("glute-bridge",)),
                (("session", "--exercise", "glute-bridge", "--done", "50%"), ("--done",)),
                (("session", "--took", "soon"), ("duration",)),
                (("session", "--hurt", "none", "--hurt", "glute-bridge"), ("cannot be used together",))):
            with self.subTest(arguments=arguments):
                self.refused("log", *arguments, words=words)

    def test_a_time_that_the_clocks_passed_over_does_not_exist(self):
        shown = self.run_hipflow("log", "pain", "3", "--at", "2026-03-29 02:30",
                                 env=self.env(HIPFLOW_NOW=NOW, TZ="Europe/Berlin"))
        self.assertEqual(shown.returncode, 2)
        self.assertIn("clocks went forward", shown.stderr)
        shown = self.run_hipflow("log", "pain", "3", "--at", "2026-03-29 03:30",
                                 env=self.env(HIPFLOW_NOW=NOW, TZ="Europe/Berlin"))
        self.assertEqual(shown.returncode, 0)
        self.assertEqual(self.values("SELECT at, utc_offset_s FROM pain_score"),
                         [(1774747800000, 7200)])


class Corrections(Everyday):
    def with_session(self):
        self.ok("log", "session", "--at", "yesterday 19:30", "--done", "80%", "--pain-before", "4",
                "--pain-after", "3", "--site", "low-back", "--effort", "ok")

    def test_amend_undo_redo_remove_restore_exactly(self):
        self.with_session()
        states = [self.tables()]
        for arguments in (("session", "amend", "last", "--pain-after", "2", "--note", "stiff"),
                          ("session", "amend", "yesterday", "--clear", "effort"),
                          ("session", "remove", "last")):
            self.ok(*arguments)
            states.append(self.tables())
        self.assertEqual(states[-1][:4], [[], [], [], []])
        for state in reversed(states[:-1]):
            self.ok("undo")
            self.assertEqual(self.tables(), state)
        for state in states[1:]:
            self.ok("redo")
            self.assertEqual(self.tables(), state)
        self.ok("undo", "3")
        self.assertEqual(self.tables(), states[0])
        self.assertIn("ok    database: whole", self.run_at(NOW, "doctor", "--verbose").stdout)

    def test_history_tells_every_version(self):
        self.with_session()
        self.ok("session", "amend", "last", "--effort", "hard", now="2026-11-24T09:00:00+00:00")
        self.ok("undo", now="2026-11-24T10:00:00+00:00")
        shown = self.ok("session", "show", "--history", now="2026-11-24T11:00:00+00:00")
        self.assertRegex(shown, r"(?s)08:00.*added: session.*09:00.*effort: ok → hard.*"
                                r"10:00, taken back.*effort: hard → ok")
        history = self.answer("session", "show", "--history")["history"]
        self.assertEqual([len(step["changes"]) for step in history], [3, 1, 1])
        self.assertEqual(history[2]["undoes"], history[1]["change_id"])
        self.assertEqual(history[1]["changes"][0]["after"]["effort"], "hard")

    def test_undo_takes_a_whole_guided_session_back(self):
        terminal = self.start("short", *NO_QUESTIONS)
        self.assertEqual(terminal.end(), 0)
        before = self.tables()
        self.assertEqual(self.run_hipflow("undo").returncode, 0)
        self.assertEqual(self.tables(), [[], [], [], [], []])
        self.assertEqual(self.run_hipflow("redo").returncode, 0)
        self.assertEqual(self.tables(), before)

    def test_a_timed_session_keeps_what_the_timer_saw(self):
        terminal = self.start("short", *NO_QUESTIONS)
        self.assertEqual(terminal.end(), 0)
        for option in (("--done", "50%"), ("--at", "yesterday")):
            shown = self.run_hipflow("session", "amend", "last", *option)
            self.assertEqual(shown.returncode, 2)
            self.assertIn("hipflow timed this session", shown.stderr)

    def test_several_places_are_corrected_one_by_one(self):
        self.with_session()
        self.ok("session", "amend", "last", "--hurt", "glute-bridge=6")
        self.assertEqual(self.values("SELECT score, exercise FROM pain_score WHERE moment = 'peak'"),
                         [(6, "glute-bridge")])
        self.ok("session", "amend", "last", "--hurt", "none")
        self.assertEqual(self.values("SELECT count(*) FROM pain_score WHERE moment = 'peak'"), [(0,)])
        self.assertEqual(self.values("SELECT hurt_more FROM session"), [("none",)])

    def test_contradictions_and_unknown_sessions_change_nothing(self):
        self.with_session()
        self.ok("log", "session", "--at", "yesterday 20:30")
        for arguments, words in (
                (("amend", "last", "--effort", "ok", "--clear", "effort"), ("contradict",)),
                (("amend", "last", "--side", "left"), ("--pain-before or --pain-after",)),
                (("amend", "last", "--pain-after", "11"), ("11",)),
                (("amend", "last", "--clear", "everything"), ("everything",)),
                (("amend", "yesterday", "--note", "x"), ("more than one session",)),
                (("amend", "0000", "--note", "x"), ("no session",)),
                (("remove", "0000"), ("no session",)), (("remove",), ("session",)),
                (("amend",), ("session",))):
            with self.subTest(arguments=arguments):
                self.refused("session", *arguments, words=words)

    def test_nothing_to_take_back_is_said_with_exit_1(self):
        for command in ("undo", "redo"):
            shown = self.run_hipflow(command)
            self.assertEqual(shown.returncode, 1)
            self.assertIn("nothing", shown.stdout)
        self.assertFalse(os.path.exists(self.database))


if __name__ == "__main__":
    main()
