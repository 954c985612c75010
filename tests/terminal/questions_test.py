# SPDX-License-Identifier: MIT
"""The questions before and after a session, and their flags. questions_test.py /path/to/hipflow"""
import contextlib
import sqlite3

from hipflow_test import (EXPERIENCE, FIRST_RUN, FIRST_RUN_ANSWERED, FIRST_RUN_READ, NO_QUESTIONS, RESTRICTIONS,
                          HipflowTest, main)

BEFORE = "How strong is your pain right now"
SITE = "Where is it strongest?"
SIDE = "Which side?"
FURTHEST = "How far down do you feel it?"
STAYS = "Is it still there after a minute?"
BEGIN = "Press Enter to begin."
AFTER = "How strong is your pain now"
HURT = "Did any exercise hurt more"
EFFORT = "How was it?"
NOTE = "A note, if you like"
EVENING = "2026-11-22T19:00:00+00:00"
NEXT_MORNING = "2026-11-23T08:00:00+00:00"


class Asked(HipflowTest):
    def test_enter_alone_stores_null_everywhere(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "", AFTER, "", HURT, "", EFFORT, "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT * FROM pain_score"), [])
        self.assertEqual(self.rows("SELECT * FROM symptom"), [])
        session = self.row("SELECT effort, hurt_more, note, reason FROM session")
        self.assertEqual(set(session.values()), {None})
        self.assertEqual(self.row("SELECT gate, override, status FROM session"),
                         {"gate": "none", "override": 0, "status": "completed"})
        self.assert_sound()

    def test_all_answers_are_stored(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "3", SITE, "1", SIDE, "left",
                        AFTER, "2", SITE, "7", SIDE, "b", STAYS, "y", HURT, "2", "at its worst", "4",
                        "Another one?", "3", "at its worst", "", "Another one?", "", EFFORT, "n",
                        NOTE, "  Größer als 😀; 'quoted' \"twice\" \\ %s {}  ", EFFORT, "hard")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(
            self.rows("SELECT moment, score, site, side, exercise FROM pain_score ORDER BY at"),
            [{"moment": "before", "score": 3, "site": "low-back", "side": "left",
              "exercise": None},
             {"moment": "after", "score": 2, "site": "foot", "side": "both", "exercise": None},
             {"moment": "peak", "score": 4, "site": None, "side": None,
              "exercise": "glute-bridge"}])
        self.assertEqual(self.row("SELECT effort, hurt_more, note FROM session"),
                         {"effort": "hard", "hurt_more": "some",
                          "note": "Größer als 😀; 'quoted' \"twice\" \\ %s {}"})
        self.assertEqual(self.rows("SELECT * FROM pain_score WHERE session_id IS NULL"), [])
        self.assert_sound()

    def test_what_does_not_go_is_left_out_from_then_on(self):
        terminal = self.start("short")
        terminal.answer(FIRST_RUN, "", RESTRICTIONS, "lava", RESTRICTIONS, "17, knees",
                        "Noted: kneeling; the floor.", "")
        self.assertIn("'lava' is none of these.", terminal.text)
        terminal.answer(EXPERIENCE, "u")
        terminal.expect("Lying exercises are set on the bed")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(
            self.rows("SELECT name FROM preference WHERE subject = 'restriction' AND rule = 'has' ORDER BY name"),
            [{"name": "knees"}, {"name": "no-floor"}])
        self.assertEqual(self.row("SELECT count(*) AS n FROM preference WHERE rule = 'has_not'"),
                         {"n": 19})
        self.assert_sound()

    def test_the_file_speaks_in_place_of_the_question(self):
        self.write(".config/hipflow/config.toml", "format = 1\n[me]\nrestrictions = []\n")
        terminal = self.start("short")
        terminal.answer(FIRST_RUN, "", EXPERIENCE, "", BEFORE, "")
        terminal.kill(15)
        terminal.end()
        self.assertNotIn(RESTRICTIONS, terminal.text)

    def test_no_is_an_answer(self):
        terminal = self.start("short", "--pain-before", "1")
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "", AFTER, "0", HURT, "0", EFFORT, "e")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT hurt_more, effort FROM session"),
                         {"hurt_more": "none", "effort": "easy"})
        self.assertNotIn(SITE, terminal.text)  # without pain there is no place

    def test_wrong_answers_are_asked_again(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "eleven", "whole number from 0 to 10", "11",
                        "whole number from 0 to 10", "-1", "whole number from 0 to 10", " 5x",
                        "whole number from 0 to 10", " 4 ", SITE, "8", "letters or numbers",
                        "0", "letters or numbers", "leg", SIDE, "x", "letters or numbers", "R",
                        FURTHEST, "ankle", "letters or numbers", "c", AFTER, "1e1", "from 0 to 10", "",
                        HURT, "9", "from 0 to 3", "1", "at its worst", "99", "from 0 to 10", "5", "Another one?", "7",
                        "from 0 to 3", "", EFFORT, "fine", "letters or numbers", "o")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT moment, score, site, side FROM pain_score ORDER BY at"),
                         [{"moment": "before", "score": 4, "site": "lower-leg", "side": "right"},
                          {"moment": "peak", "score": 5, "site": None, "side": None}])

    def test_a_note_with_control_characters_is_asked_again(self):
        terminal = self.start("short", "--pain-before", "1", "--pain-after", "1", "--hurt", "none",
                              "--effort", "ok")
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "", NOTE, "\x1b]0;title\x07", "Please type",
                        "all well")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT note FROM session")["note"], "all well")

    def test_a_note_that_is_no_text_is_asked_again(self):
        terminal = self.start("short", *NO_QUESTIONS[1:])
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "")
        terminal.expect(NOTE)
        terminal.child.flush()
        terminal.child.ptyproc.write(b"\xff\xfe\n")
        terminal.answer("Please type", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT note FROM session")["note"], None)

    def test_worse_than_at_the_start_is_said_in_words(self):
        terminal = self.start("short", "--pain-before", "1", "--pain-after", "4", "--hurt", "none",
                              "--effort", "ok", "--note", "")
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "")
        terminal.expect("That is more than at the start")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT note FROM session")["note"], None)

    def test_the_text_of_the_first_run_comes_once(self):
        self.acknowledge()
        terminal = self.start("short", "--no-input")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("It cannot examine you", terminal.text)
        self.assertNotIn(RESTRICTIONS, terminal.text)
        self.assertEqual(len(self.rows("SELECT * FROM acknowledgement")), 2)

    def test_the_text_of_the_first_run_stays_until_it_is_read(self):
        for _ in range(2):
            terminal = self.start("short", "--no-input")
            self.assertEqual(terminal.end(), 0)
            self.assertIn("It cannot examine you", terminal.text)

    def test_no_input_asks_nothing(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[session]\nask_peak = "each"\n')
        terminal = self.start("short", "--no-input")
        self.assertEqual(terminal.end(), 0)
        for question in (FIRST_RUN, RESTRICTIONS, EXPERIENCE, BEFORE, SITE, BEGIN, "at its worst", AFTER, HURT,
                         EFFORT,
                         NOTE):
            self.assertNotIn(question, terminal.text)
        self.assertEqual(self.rows("SELECT * FROM pain_score"), [])

    def test_the_worst_of_each_exercise_is_asked_where_that_is_wished(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[session]\nask_peak = "each"\n')
        terminal = self.start("short", "--pain-before", "1", *NO_QUESTIONS[3:])
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "", "Lying figure-4: how strong", "2",
                        "Bridge: how strong", "", "Seated figure-4: how strong", "3", NOTE, "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(
            self.rows("SELECT exercise, score FROM pain_score WHERE moment = 'peak' ORDER BY at"),
            [{"exercise": "figure-4-supine", "score": 2},
             {"exercise": "figure-4-seated", "score": 3}])

    def test_number_letter_and_word_answer_alike(self):
        for site, side in (("1", "1"), ("l", "l"), ("L", "left"), ("low back", "Left")):
            database = f"{self.folder}/{site}{side}.db"
            terminal = self.start("short", HIPFLOW_DB=database)
            terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "three", SITE, site, SIDE, side)
            terminal.expect("Hold, right")
            terminal.kill(15)
            terminal.end()
            with contextlib.closing(sqlite3.connect(database)) as history:
                self.assertEqual(history.execute("SELECT score, site, side FROM pain_score").fetchall(),
                                 [(3, "low-back", "left")])

    def test_x_is_ten(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "x", SITE, "", SIDE, "")
        terminal.expect("There is no session today")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT score FROM pain_score")["score"], 10)

    def test_what_was_seen_above_the_question_begins_with_its_answer(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED)
        terminal.expect(BEFORE)
        self.assertIn("Short, ", terminal.text)
        self.assertIn("stop at 6", terminal.text)
        terminal.say("0")
        terminal.expect("Hold, left")
        self.assertNotIn(BEGIN, terminal.text)
        terminal.kill(15)
        terminal.end()

    def test_another_session_than_the_one_seen_waits_for_enter(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "8", SITE, "", SIDE, "",
                        "f the flare-up day", "f", BEGIN, "")
        terminal.kill(15)
        terminal.end()

    def test_the_gentler_session_is_shown_above_the_choice_and_begins_with_it(self):
        for day in ("2026-11-19", "2026-11-20", "2026-11-21"):
            self.run_hipflow("log", "morning", "0", "--for", day, env=self.env(HIPFLOW_NOW=EVENING))
        terminal = self.start("short", HIPFLOW_NOW=EVENING)
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "3", SITE, "", SIDE, "")
        before = len(terminal.text)
        terminal.expect("Enter begin the gentler session")
        self.assertIn("Short, ", terminal.text[before:])
        terminal.say("")
        terminal.expect("Hold, ")
        self.assertNotIn(BEGIN, terminal.text)
        terminal.kill(15)
        terminal.end()

    def test_what_the_end_of_the_session_was_about_is_not_asked_again(self):
        terminal = self.start("long", "--pain-before", "2", speed=20)
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "")
        terminal.expect("Hold, ")
        terminal.say("p")
        terminal.answer("How strong is it", "7", SITE, "2", SIDE, "l", "Is it", "n", "Enter rest", "")
        terminal.expect("Legs-up rest")
        terminal.say("n", "n", "n")
        terminal.expect("Pain at the end, as you have just said: 7, buttock, left.")
        terminal.expect("How was it?")
        self.assertNotIn(AFTER, terminal.text)
        self.assertNotIn("hurt more", terminal.text)
        terminal.kill(15)
        terminal.end()
        self.assertEqual(
            self.rows("SELECT moment, score, site, side FROM pain_score ORDER BY at, id"),
            [{"moment": "before", "score": 2, "site": None, "side": None},
             {"moment": "peak", "score": 7, "site": "buttock", "side": "left"},
             {"moment": "after", "score": 7, "site": "buttock", "side": "left"}])
        self.assertEqual(self.row("SELECT hurt_more FROM session")["hurt_more"], "some")

    def test_ending_at_the_questions_before_begins_no_session(self):
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, "3")
        terminal.expect(SITE)
        terminal.say("\x04")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT * FROM session"), [])
        self.assertNotIn("goes on where it stopped", terminal.text)

    def test_ending_at_the_questions_after_leaves_a_completed_session(self):
        terminal = self.start("short", "--pain-before", "3")
        terminal.answer(*FIRST_RUN_ANSWERED, BEGIN, "")
        terminal.expect(AFTER)
        terminal.say("\x04")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT status FROM session")["status"], "completed")
        self.assertNotIn("goes on where it stopped", terminal.text)
        self.assertIn("All is kept: the session, and every question that you had finished.", terminal.text)


class Flags(HipflowTest):
    def test_each_answer_can_be_given(self):
        terminal = self.start("short", "--no-input", "--pain-before=3", "--site", "buttock",
                              "--side", "right", "--pain-after=2", "--hurt", "figure-4-seated=4",
                              "--hurt", "glute-bridge", "--effort", "easy", "--note", "in the sun")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(
            self.rows("SELECT moment, score, site, side, exercise FROM pain_score ORDER BY at, id"),
            [{"moment": "before", "score": 3, "site": "buttock", "side": "right",
              "exercise": None},
             {"moment": "after", "score": 2, "site": "buttock", "side": "right",
              "exercise": None},
             {"moment": "peak", "score": 4, "site": None, "side": None,
              "exercise": "figure-4-seated"}])
        self.assertEqual(self.row("SELECT effort, hurt_more, note FROM session"),
                         {"effort": "easy", "hurt_more": "some", "note": "in the sun"})

    def test_the_sore_side_comes_second(self):
        for side, first in (("left", "right"), ("right", "left")):
            terminal = self.start("short", "--no-input", "--pain-before=3", f"--side={side}")
            terminal.expect(f"Hold, {first}")
            self.assertEqual(terminal.end(), 0)

    def test_wrong_ones_are_refused_before_anything_is_asked(self):
        for flags, words in ((("--pain-before", "11"), "11"), (("--pain-after", "-1"), "-1"),
                             (("--pain-before", "x"), "x"), (("--site", "elbow"), "elbow"),
                             (("--side", "top"), "top"), (("--effort", "mild"), "mild"),
                             (("--hurt", "glute-brigde"), "did you mean"),
                             (("--hurt", "glute-bridge=11"), "11"),
                             (("--hurt", "none", "--hurt", "glute-bridge"), "cannot be used together"),
                             (("--note", "\x1b[31m"), "plain text")):
            with self.subTest(flags=flags):
                terminal = self.start("short", *flags)
                self.assertEqual(terminal.end(), 2)
                self.assertIn(words.lower(), terminal.text.lower())
                self.assertNotIn("\x1b", terminal.text)


class AsLastTime(HipflowTest):
    """Enter takes what was told last."""

    def session(self, *answers, now):
        terminal = self.start("short", HIPFLOW_NOW=now)
        terminal.answer(*answers)
        terminal.expect("Hold, ")
        terminal.kill(15)
        terminal.end()
        return terminal.text

    def told(self, now):
        return self.rows("SELECT score, site, side FROM pain_score WHERE moment = 'before'"
                         " AND local_day = ?", now[:10])

    def setUp(self):
        super().setUp()
        self.acknowledge()
        terminal = self.start("short", "--no-input", "--pain-before", "3", "--site", "low-back",
                              "--side", "left", HIPFLOW_NOW=EVENING)
        self.assertEqual(terminal.end(), 0)

    FIRST = {"score": 3, "site": "low-back", "side": "left"}
    LATER = "2026-11-26T19:00:00+00:00"

    def test_score_place_and_side_together(self):
        self.session("Enter begins, as last time: 3, low back, left", "", now=self.LATER)
        self.assertEqual(self.told(self.LATER), [self.FIRST])

    def test_the_place_of_another_score(self):
        self.session(BEFORE, "2", "Enter as last time: low back, left", "",
                     now=self.LATER)
        self.assertEqual(self.told(self.LATER), [{**self.FIRST, "score": 2}])

    def test_the_side_of_another_place(self):
        self.session(BEFORE, "2", SITE, "g", "Enter as last time: left", "", FURTHEST, "",
                     now=self.LATER)
        self.assertEqual(self.told(self.LATER), [{"score": 2, "site": "groin", "side": "left"}])

    def test_the_same_as_in_the_morning(self):
        self.session("the pain this morning", "1", "Enter as last time: low back", "",
                     "new muscle soreness", "s", "Enter begins, the same as this morning: 1, low back, left", "",
                     now=NEXT_MORNING)
        self.assertEqual(self.told(NEXT_MORNING), [{**self.FIRST, "score": 1}])

    def test_nothing_is_taken_again_from_a_day_with_a_sign_or_with_nine(self):
        for flags in (("--pain-before", "9"), ("--pain-before", "4", "--new", "numbness")):
            with self.subTest(flags=flags):
                self.start("short", "--no-input", "--discard", *flags, HIPFLOW_NOW=NEXT_MORNING).end()
                terminal = self.start("short", HIPFLOW_NOW=self.LATER)
                if terminal.expect("Is anything of this new", BEFORE) != BEFORE:
                    terminal.say("n")
                terminal.expect("Enter begins without an answer")
                self.assertNotIn("as last time", terminal.text)
                terminal.kill(15)
                terminal.end()

    def test_nothing_is_taken_again_after_four_weeks(self):
        terminal = self.start("short", "--discard", HIPFLOW_NOW="2026-12-24T08:00:00+00:00")
        terminal.expect(BEFORE)
        terminal.expect("Enter begins without an answer")
        terminal.kill(15)
        terminal.end()


class PainGate(HipflowTest):
    def begun(self, score):
        terminal = self.start("short", speed=20)
        terminal.answer(*FIRST_RUN_ANSWERED, BEFORE, str(score), SITE, "", SIDE, "")
        return terminal

    def test_at_5_to_6_the_session_is_the_gentler_one(self):
        for score in (5, 6):
            terminal = self.start("short", "--no-input", "--pain-before", str(score))
            self.assertEqual(terminal.end(), 0)
            self.assertIn("gentler one", terminal.text)
        rows = self.rows("SELECT gate, override, status, planned_ms FROM session")
        for row in rows:
            self.assertEqual((row["gate"], row["override"], row["status"]),
                             ("gentle", 0, "completed"))
            self.assertLess(row["planned_ms"], 140_000)

    def test_at_7_to_8_enter_rests(self):
        for score in (7, 8):
            terminal = self.start("short", "--pain-before", str(score), "--no-input")
            self.assertEqual(terminal.end(), 0)
        terminal = self.begun(7)
        terminal.answer("Today is sore.", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT gate, override, status FROM session"),
                         [{"gate": "rest", "override": 0, "status": "rested"}] * 3)
        self.assertEqual(self.sets(), [])
        self.assert_sound()

    def test_at_7_to_8_g_goes_on_all_the_same(self):
        terminal = self.begun(8)
        terminal.answer("Enter rest today", "x", "one of the letters", "g", BEGIN, "")
        terminal.expect("Lying figure-4, ")
        terminal.say("q", "")
        terminal.answer(AFTER, "", EFFORT, "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT gate, override, status FROM session"),
                         {"gate": "rest", "override": 1, "status": "partial"})

    def test_at_9_to_10_there_is_no_session(self):
        terminal = self.begun(9)
        terminal.expect("There is no session today")
        self.assertEqual(terminal.end(), 0)
        terminal = self.start("short", "--pain-before", "10", "--no-input")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT gate, override, status FROM session"),
                         [{"gate": "refused", "override": 0, "status": "rested"}] * 2)
        self.assertEqual(len(self.rows("SELECT * FROM pain_score WHERE session_id IS NOT NULL")), 2)


class MorningScore(HipflowTest):
    MORNING = "Your last session was yesterday evening. How strong was the pain this morning"

    def setUp(self):
        super().setUp()
        self.acknowledge()
        terminal = self.start("short", *NO_QUESTIONS, HIPFLOW_NOW=EVENING)
        self.assertEqual(terminal.end(), 0)

    def test_is_asked_once_on_the_next_day(self):
        terminal = self.start("short", HIPFLOW_NOW=NEXT_MORNING)
        terminal.answer(self.MORNING, "2", SITE, "2", SIDE, "l", "new muscle soreness", "m")
        terminal.expect(BEFORE)
        terminal.say("\x04")
        terminal.end()
        self.assertEqual(
            self.row("SELECT score, for_day, local_day, site, session_id FROM pain_score"
                     " WHERE moment = 'morning'"),
            {"score": 2, "for_day": "2026-11-22", "local_day": "2026-11-23", "site": "buttock",
             "session_id": None})
        self.assertEqual(self.row("SELECT kind, moment FROM symptom"),
                         {"kind": "soreness", "moment": "morning"})
        terminal = self.start("short", HIPFLOW_NOW=NEXT_MORNING)
        terminal.expect(BEFORE)
        self.assertNotIn("Your last session was", terminal.text)

    def test_can_be_left(self):
        terminal = self.start("short", HIPFLOW_NOW=NEXT_MORNING)
        terminal.answer(self.MORNING, "")
        terminal.expect(BEFORE)
        terminal.say("\x04")
        terminal.end()
        self.assertEqual(self.rows("SELECT * FROM pain_score WHERE moment = 'morning'"), [])

    def test_is_not_asked_on_the_same_day_after_36_hours_or_without_input(self):
        for now in ("2026-11-22T23:00:00+00:00", "2026-11-24T08:00:00+00:00"):
            terminal = self.start("short", HIPFLOW_NOW=now)
            terminal.expect(BEFORE)
            self.assertNotIn("Your last session was", terminal.text)
            terminal.say("\x04")
            terminal.end()
        terminal = self.start("short", "--no-input", HIPFLOW_NOW=NEXT_MORNING)
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("Your last session was", terminal.text)


if __name__ == "__main__":
    main()
