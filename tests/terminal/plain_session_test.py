# SPDX-License-Identifier: MIT
"""The plain session: what it says, what the keys do. plain_session_test.py /path/to/hipflow"""
import os
import re
import shutil
import signal
import time

from hipflow_test import FIRST_RUN_ANSWERED, NO_QUESTIONS, HipflowTest, main

FREE_ROUTINE = """\
format = 1
name = "Free"
summary = "For tests."
level = 1
[gaps]
ready = "0s"
position = "0s"
[[step]]
exercise = "cat-cow-seated"
until = "key"
cap = "10m"
"""
AFTER = "How strong is your pain now"
WELL_DONE = "Well done."

# Three hours are the most; with the easier exercise it would be longer.
TOO_LONG_WITH_AN_EASIER_ONE = """\
format = 1
name = "Too long"
level = 1
[[step]]
exercise = "hard"
[[step]]
exercise = "rest"
sets = 17
""" + "".join(f"""\
[exercise.{name}]
name = "{name.capitalize()}"
level = {level}
position = "chair"
sides = "both"
risks = []
start = "Sit."
do = ["Hold."]
dose = {{ hold = "{hold}" }}
{more}
""" for name, level, hold, more in (("hard", 2, "30s", 'easier = "easy"'), ("easy", 1, "10m", ""),
                                    ("rest", 1, "10m", "")))


class WholeSession(HipflowTest):
    def performed(self, *args, **options):
        terminal = self.start("short", *NO_QUESTIONS, *args, **options)
        self.assertEqual(terminal.end(), 0)
        return terminal.text

    def test_after_one_enter_no_key_is_needed_until_the_pain_question(self):
        terminal = self.start("short", "--pain-before", "0")
        terminal.answer(*FIRST_RUN_ANSWERED, "Press Enter to begin", "")
        terminal.expect(AFTER)
        self.assertEqual(self.row("SELECT status FROM session")["status"], "completed")
        for title in ("Lying figure-4", "Bridge", "Seated figure-4"):
            self.assertEqual(terminal.text.count(f"\n{title}"), 1, title)

    def test_silence_is_introduced_and_is_no_news(self):
        player = self.write("bin/pw-play", "#!/bin/sh\nexit 1\n")
        os.chmod(player, 0o700)
        path = os.path.dirname(player) + ":/usr/bin:/bin"
        for options, sound in ((("--no-voice", "--no-tones"), "as set."),
                               (("--no-voice",), "no player")):
            with self.subTest(options):
                shutil.rmtree(self.data, ignore_errors=True)
                terminal = self.start("short", "--pain-before", "0", *options, PATH=path)
                terminal.answer(*FIRST_RUN_ANSWERED)
                terminal.expect("Sound: the bell of the terminal")
                terminal.expect(sound)
                terminal.answer("Press Enter to begin", "")
                terminal.expect("Done.")
                self.assertNotIn("No sound any more", terminal.text)
                # One that still ran would put its history back.
                terminal.kill(signal.SIGTERM)
                terminal.end()

    def test_every_set_is_announced_begun_and_ended_once(self):
        text = self.performed()
        began = re.findall(r"^\a?(?:Hold[:,]|Begin\b)", text, re.M)
        ended = re.findall(r"^\a?Done\.$", text, re.M)
        self.assertEqual((len(began), len(ended)), (6, 6))
        # Between the end of one set and the beginning of the next stands what comes next.
        for gap in re.findall(r"Done\.\n(.*?)(?=^\a?(?:Hold[:,]|Begin\b))", text, re.M | re.S):
            self.assertRegex(gap, r"Change sides\. Now the (left|right) leg\.|Set 2 of 2\.|\n(Bridge|Seated)")
            self.assertRegex(gap, r"three\n\a?two\n\a?one\n")

    def test_instructions_are_said_in_words_before_the_work(self):
        introduction = self.performed().split("Hold, ")[0]
        self.assertIn("Lie on your back", introduction)
        self.assertIn("\nLet your left knee move gently away from you.\n", introduction)

    def test_writes_whole_lines_without_a_carriage_return_or_an_escape(self):
        text = self.performed()
        self.assertTrue(text.endswith("\n"))
        self.assertNotIn("\r", text)
        self.assertNotIn("\x1b", text)
        self.assertEqual(re.findall(r"[\x00-\x06\x08\x09\x0b-\x1f\x7f\x80-\x9f]", text), [])
        # The bell comes at the beginning of a line, never in the middle of a word.
        self.assertEqual(re.findall(r"[^\n]\a", text), [])

    def test_a_set_takes_fewer_than_200_bytes(self):
        text = self.performed()
        body = text[text.index("\n\nLying figure-4, "):].split(WELL_DONE)[0]
        body = re.sub(r"\n\n(?:Lying|Bridge|Seated).*?(?=\nthree)", "\n", body, flags=re.S)
        sets = body.split("Done.\n")
        self.assertEqual(len(sets), 7)
        for part in sets:
            self.assertLess(len(part.encode()), 200, part)

    def test_records_every_set_and_both_sides_alike(self):
        self.performed()
        self.assertEqual(self.sets(), [(1, 1, "left", "done"), (1, 1, "right", "done"),
                                       (2, 1, "both", "done"), (2, 2, "both", "done"),
                                       (3, 1, "left", "done"), (3, 1, "right", "done")])
        times = self.rows("SELECT planned_ms, actual_ms FROM performed_set WHERE step <> 2")
        self.assertEqual([row["actual_ms"] for row in times], [30000, 30000, 20000, 20000])
        reps = self.rows("SELECT planned_reps, actual_reps FROM performed_set WHERE step = 2")
        self.assertEqual(reps, [{"planned_reps": 4, "actual_reps": 4}] * 2)
        session = self.row("SELECT * FROM session")
        self.assertEqual((session["planned_ms"], session["done_ms"]), (140000, 140000))
        self.assertGreaterEqual(session["ended_at"] - session["started_at"], session["active_ms"])
        self.assert_sound()

    def test_its_end_says_what_was_done_and_what_comes_next(self):
        summary = self.performed().split(WELL_DONE)[1]
        self.assertRegex(summary, r"""
Short
Sets: 6 of 6 done\.
Work done: 2 min 20 s of 2 min 20 s planned \(100 %\), in [^\n]*\.
Pain before → after: 2 → 1\.
Next: tomorrow morning 'hipflow start' asks first how strong the pain is then\.
All of this session: 'hipflow session show last'\.
$""")

    def test_on_a_dumb_terminal_it_is_the_same(self):
        terminal = self.terminal("start", "short", *NO_QUESTIONS, TERM="dumb")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("\x1b", terminal.text)
        self.assertEqual(len(self.sets()), 6)

    def test_on_a_narrow_terminal_no_line_is_wider(self):
        text = self.performed(size=(10, 40))
        for line in text.split("Work done:")[0].replace("\a", "").splitlines():
            self.assertLessEqual(len(line), 40, line)

    def test_the_configured_routine_runs_to_its_end(self):
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "hip-rotation"\n')
        terminal = self.start(*NO_QUESTIONS)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT routine, status FROM session"),
                         {"routine": "hip-rotation", "status": "completed"})
        self.assert_sound()

    def test_as_long_as_you_like_ends_by_enter(self):
        routine = self.write("free.toml", FREE_ROUTINE)
        terminal = self.start(routine, *NO_QUESTIONS, speed=20)
        terminal.answer("Enter when you are done", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.sets(), [(1, 1, "both", "done")])
        done = self.row("SELECT planned_ms, actual_ms FROM performed_set")
        self.assertEqual(done["planned_ms"], done["actual_ms"], "it counts as long as it lasted")

    def test_a_played_rehearsal_needs_no_terminal_and_records_nothing(self):
        shown = self.run_hipflow("start", "short", "--rehearse", "--speed", "1000")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertEqual(shown.stdout.count("Done."), 6)
        self.assertNotIn("\a", shown.stdout)
        self.assertEqual(self.run_hipflow("session", "list").returncode, 1)


class InAHold(HipflowTest):
    """In the middle of a hold that does not end by itself in a test."""

    def begun(self, *args, speed=5):
        terminal = self.start("long", "--pain-before", "2", "--no-input", *args, speed=speed)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")  # what is left of the gap
        terminal.expect("Hold, left")
        return terminal

    def finished(self, terminal, *answers):
        terminal.say("q")
        terminal.expect("Finish here?")
        terminal.say(*(answers or [""]))
        status = terminal.end()
        self.assert_sound()
        return status


class Keys(InAHold):
    """Each by Enter."""

    def test_enter_pauses_and_goes_on_after_a_get_ready(self):
        terminal = self.begun()
        terminal.say("")
        terminal.expect("Paused. Press Enter to continue.")
        terminal.say("")
        terminal.expect("Get ready: 5 s.")
        self.assertEqual(self.finished(terminal), 0)

    def test_a_space_pauses_too(self):
        terminal = self.begun()
        terminal.say(" ")
        terminal.expect("Paused. Press Enter to continue.")

    def test_ten_pauses_count_nothing(self):
        terminal = self.begun(speed=200)
        for _ in range(10):
            terminal.say("")
            terminal.expect("Paused. Press Enter to continue.")
            terminal.say("")
            terminal.expect("Get ready")
        terminal.expect("Done.")
        terminal.say("")
        terminal.expect("Paused")
        self.assertEqual(self.finished(terminal), 0)
        held = self.row("SELECT actual_ms FROM performed_set WHERE step = 1 AND side = 'left'")
        self.assertLess(abs(held["actual_ms"] - 600_000), 50)

    def test_n_skips_and_u_takes_it_back(self):
        terminal = self.begun(speed=1)
        terminal.say("n")
        terminal.expect("u undoes that for 5 seconds")
        terminal.say("u")
        terminal.expect("Taken back.")
        terminal.say("n", "n", "t")  # to the count-in of the get-ready, and past it
        terminal.expect("9 min 59 s to go", "10 min to go")
        terminal.say("n")
        terminal.expect("u undoes that for 5 seconds")
        self.assertEqual(self.finished(terminal), 0)
        first = self.row("SELECT * FROM performed_set WHERE step = 1 AND side = 'left'")
        self.assertIn(first["status"], ("partial", "skipped"))

    def test_what_u_cannot_take_back_is_not_said_to_be(self):
        terminal = self.begun(speed=1)
        terminal.say("t")
        terminal.expect("in all.")  # something has been done of it
        terminal.say("b")
        terminal.expect("Again:")
        terminal.say("u", "t")
        terminal.expect("Nothing to take back.")
        terminal.expect("in all.")
        self.assertNotIn("Taken back", terminal.text)
        self.assertEqual(self.finished(terminal), 0)
        self.assertNotIn("undoes that", terminal.text)

    def test_b_repeats_and_a_second_b_goes_to_the_set_before(self):
        terminal = self.begun(speed=1)
        terminal.say("n", "n")  # to the other side, and to its count-in
        terminal.expect("Hold, right")
        terminal.say("b", "b")
        terminal.expect("Again: Lying figure-4, left side.")
        self.assertEqual(self.finished(terminal), 0)

    def test_plus_adds_ten_seconds(self):
        terminal = self.begun()
        terminal.say("+")
        terminal.expect("10 s more.")
        self.assertEqual(self.finished(terminal), 0)

    def test_e_takes_the_easier_exercise_and_says_when_there_is_none(self):
        terminal = self.begun()
        terminal.say("e")
        terminal.expect("eated figure-4")
        terminal.expect("Hold, left")
        terminal.say("e", "e", "e")
        terminal.expect("There is nothing easier. Make the movement smaller.")
        self.assertEqual(self.finished(terminal), 0)
        exercises = self.rows("SELECT DISTINCT planned_exercise FROM performed_set WHERE step = 1")
        self.assertEqual(exercises, [{"planned_exercise": "figure-4-supine"}])

    def test_t_tells_the_time_left(self):
        terminal = self.begun()
        terminal.say("t")
        terminal.expect("to go, ")
        terminal.expect("in all.")

    def test_question_mark_lists_the_keys(self):
        terminal = self.begun()
        terminal.say("?")
        for key in ("n next", "b back", "+ more", "e easier", "p it hurts",
                    "h how it goes", "t time", "u undo", "q finish", "? this help"):
            terminal.expect(key)

    def test_words_will_do_and_anything_else_is_no_command(self):
        terminal = self.begun()
        terminal.say("time", "\x1b[A", "hello", "", "")
        for phrase in ("in all.", "That is not a command", "That is not a command", "Paused",
                       "Get ready"):
            terminal.expect(phrase)
        self.assertNotIn("\x1b", terminal.text)

    def test_q_carries_on_or_finishes_with_each_reason(self):
        for answer, reason in (("", None), ("p", "pain"), ("t", "time"), ("d", "tired"),
                               ("o", "other")):
            with self.subTest(reason=reason):
                terminal = self.begun()
                terminal.say("q")
                terminal.answer("Finish here?", "c")
                terminal.expect("Get ready")
                self.assertEqual(self.finished(terminal, answer), 0)
                session = self.rows("SELECT * FROM session ORDER BY rowid DESC LIMIT 1")[0]
                self.assertEqual((session["status"], session["reason"]), ("partial", reason))
                unreached = self.rows("SELECT DISTINCT reason FROM performed_set WHERE session_id ="
                                      " ? AND status = 'not_reached'", session["id"])
                self.assertEqual(unreached, [{"reason": reason}])

    def test_the_end_says_what_was_done_in_part_and_on_which_side(self):
        terminal = self.begun(speed=200)
        terminal.say("t")
        terminal.expect("in all.")
        time.sleep(0.05)  # ten seconds of the session
        self.assertEqual(self.finished(terminal, "t"), 0)
        self.assertIn("Sets: 0 of 6 done, 1 in part, 5 not reached.", terminal.text)
        self.assertRegex(terminal.text, r"Left side: [1-9][^\n]*, right side: 0 s\.")
        self.assertIn("Pain before: 2; after: not answered.", terminal.text)

    def test_skipping_everything_ends_the_session(self):
        terminal = self.begun()
        terminal.say(*["n"] * 40)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(len(self.sets()), 6)
        self.assert_sound()


class ItHurts(InAHold):
    """`p`, each of its answers, and what follows."""

    def hurt(self, *answers):
        """The score, where, which side, and what it is like; or fewer where none are asked."""
        terminal = self.begun()
        terminal.say("p")
        terminal.expect("How strong is it")
        terminal.say(*answers)
        return terminal

    def symptoms(self):
        return [row["kind"] for row in self.rows("SELECT kind FROM symptom")]

    def test_no_answers_store_nothing_and_offer_to_go_on(self):
        terminal = self.hurt("", "")
        terminal.answer("Enter continue, 1/x stop this exercise", "")
        terminal.expect("Get ready")
        self.assertEqual(self.finished(terminal), 0)
        self.assertEqual(self.rows("SELECT * FROM pain_score WHERE moment = 'peak'"), [])
        self.assertEqual(self.symptoms(), [])

    def test_a_low_score_goes_on(self):
        terminal = self.hurt("3", "1", "l", "n")
        terminal.answer("Enter continue, 1/x stop this exercise", "")
        self.assertEqual(self.finished(terminal), 0)
        self.assertEqual(
            self.row("SELECT exercise, score, site, side FROM pain_score WHERE moment = 'peak'"),
            {"exercise": "figure-4-supine", "score": 3, "site": "low-back", "side": "left"})

    def test_amber_offers_the_easier_exercise(self):
        terminal = self.hurt("4", "", "", "n")
        terminal.expect("Ease off")
        terminal.answer("e easier exercise", "e")
        terminal.expect("eated figure-4")
        self.assertEqual(self.finished(terminal), 0)

    def test_an_easier_exercise_that_is_too_long_is_none_and_the_session_goes_on(self):
        self.write(".config/hipflow/routines/long.toml", TOO_LONG_WITH_AN_EASIER_ONE)
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=5)
        terminal.expect("Hold: 30 s.")
        terminal.say("p")
        terminal.expect("How strong is it")
        terminal.say("4", "", "", "n")
        terminal.answer("e easier exercise", "e")
        terminal.expect("There is nothing easier. Make the movement smaller.")
        terminal.expect("Get ready")
        self.assertEqual(self.finished(terminal), 0)

    def test_red_stops_the_exercise_and_goes_to_the_next(self):
        terminal = self.hurt("7", "2", "l", "n")
        terminal.answer("Stopped, and that was the right call.", "n")
        terminal.expect("Knee")
        self.assertEqual(self.finished(terminal), 0)
        stopped = self.rows("SELECT DISTINCT reason FROM performed_set WHERE step = 1")
        self.assertEqual(stopped, [{"reason": "pain"}])
        self.assertEqual(self.row("SELECT reason FROM session")["reason"], "pain")

    def test_sharp_stops_the_exercise(self):
        self.stops("s", "sharp", "Stopped, and that was")

    def test_tingling_stops_the_exercise(self):
        self.stops("t", "numbness", "Tingling and numbness are not", "n")

    def test_further_down_the_leg_stops_the_exercise(self):
        self.stops("d", "further", "You felt it further down the leg, so this exercise ends here")

    def stops(self, letter, kind, words, *more):
        terminal = self.hurt("", letter, *more)
        terminal.expect(words)
        terminal.answer("n next exercise", "n")
        terminal.expect("Knee to opposite shoulder")
        self.assertEqual(self.finished(terminal), 0)
        self.assertEqual(self.symptoms(), [kind])

    def test_weakness_ends_the_session(self):
        terminal = self.hurt("5", "", "", "w")
        terminal.expect("New weakness can be serious.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.symptoms(), ["weakness"])
        self.assertEqual(self.row("SELECT status, reason FROM session"),
                         {"status": "partial", "reason": "pain"})
        self.assert_sound()

    def test_x_stops_the_exercise_and_q_the_session(self):
        terminal = self.hurt("2", "", "", "n")
        terminal.answer("x stop this exercise", "x")
        terminal.expect("Knee to opposite shoulder")
        terminal.say("p")
        terminal.answer("How strong is it", "0", "Is it", "n", "q finish here", "q")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.row("SELECT status, reason FROM session"),
                         {"status": "partial", "reason": "pain"})
        self.assert_sound()

    def test_before_another_exercise_it_is_the_one_just_done_that_hurt(self):
        for score, answers in (("3", ("Enter continue, 1/q finish here", "")), ("7", ("n next exercise", "n"))):
            with self.subTest(score=score):
                terminal = self.begun("--keep-partial", speed=1)
                time.sleep(0.05)  # so that some of it has been done, on a fast machine too
                terminal.say("n", "n")
                terminal.expect("Hold, right")
                time.sleep(0.05)
                terminal.say("n")
                terminal.expect("Knee to opposite shoulder")
                terminal.say("p")
                terminal.answer("How strong is it", score, "Where", "1", "Which side", "l",
                                "Is it", "n", *answers)
                terminal.say("n")
                terminal.expect("Hold, left")  # the next exercise is not stopped for it
                self.assertEqual(self.finished(terminal), 0)
                peaks = self.rows("SELECT exercise, score FROM pain_score WHERE moment = 'peak'"
                                  " ORDER BY at DESC LIMIT 1")
                self.assertEqual(peaks, [{"exercise": "figure-4-supine", "score": int(score)}])

    def test_wrong_answers_are_asked_again(self):
        terminal = self.hurt("11", "-1", "4.5", "forty", "9999999999999999999", "0")
        for _ in range(5):
            terminal.expect("whole number from 0 to 10")
        terminal.answer("Is it", "z")
        terminal.answer("one of the letters", "n", "Enter continue", "")
        terminal.expect("Get ready")


if __name__ == "__main__":
    main()
