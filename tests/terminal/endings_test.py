# SPDX-License-Identifier: MIT
"""The last words of whatever is no session, and that nothing of moving follows an answer that needs
help. endings_test.py /path/to/hipflow"""
import re
import sqlite3
from contextlib import closing

from hipflow_test import HipflowTest, main

MOVING = re.compile(r"walk|mov|exercis|stretch|stroll|flare", re.IGNORECASE)
SIGNS = ("genitals", "urine", "sexual function", "both legs", "getting worse", "serious accident",
         "chest pain", "weight on the leg", "pulsing belly", "swollen joint with fever",
         "breathlessness")
HELP = "Noted. Please get that help now; your history stays here."
LIE = "Noted. Lie as is easiest, and change position now and then."
WALKS = "Noted. Short easy walks are fine if they do not make it worse."
UNCLEARED = "No session today. Please get that help now; your history stays here."
BEFORE = "How strong is your pain right now"


def at(day, hour=8):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T{hour:02}:00:00+00:00"}


class Endings(HipflowTest):
    def setUp(self):
        super().setUp()
        self.acknowledge()

    def assert_last(self, text, line):
        self.assertEqual(text.rstrip().splitlines()[-1].strip(), line)

    def assert_no_moving(self, text):
        """Of lists only what they ask is told: a sign may name what somebody cannot do."""
        self.assertIsNone(MOVING.search(text), text)

    def assert_signs(self, text):
        for sign in SIGNS:
            self.assertIn(sign, text)

    def through(self, *options, now=20, routine="short"):
        terminal = self.start(routine, *options, **at(now))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return terminal.text

    def ok(self, *arguments, now=20):
        shown = self.run_hipflow(*arguments, env=self.env(**at(now)))
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def tell_of_the_leg(self):
        """So that the next start asks what is new."""
        self.ok("log", "pain", "thigh=2", now=19)


class Flags(Endings):
    def test_a_sign_that_needs_help_now(self):
        for day, sign in ((1, "emergency"), (2, "saddle"), (3, "weakness")):
            text = self.through("--no-input", "--new", sign, "--clearance", "looked at", now=day)
            self.assert_last(text, HELP)
            self.assert_no_moving(text)
            self.assert_signs(text)
        self.assertEqual([row["gate"] for row in self.rows("SELECT gate FROM session")],
                         ["refused"] * 3)

    def test_a_sign_that_nobody_has_looked_at(self):
        for sign in ("emergency", "saddle", "weakness"):
            self.through("--no-input", "--new", sign)
            text = self.through("--no-input", "--pain-before", "1", now=21)
            self.assert_last(text, UNCLEARED)
            self.assert_no_moving(text)
            self.ok("undo", "4", now=21)

    def test_a_sign_that_is_told_without_a_terminal_is_kept(self):
        done = self.run_hipflow("start", "--new", "emergency", "--db", f"{self.folder}/piped.db")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Please get that help now", done.stderr)
        shown = self.run_hipflow("--db", f"{self.folder}/piped.db").stdout
        self.assertIn("A sign that you reported today", shown)

    def test_nine_or_ten(self):
        for score in ("9", "10"):
            text = self.through("--no-input", "--pain-before", score, "--override")
            self.assert_last(text, LIE)
            self.assert_no_moving(text)
            self.assert_signs(text)

    def test_nine_or_ten_in_the_morning_where_pain_now_is_not_told(self):
        self.through("--no-input", "--pain-before", "1", now=19)
        text = self.through("--no-input", "--morning", "9")
        self.assert_last(text, LIE)
        self.assert_no_moving(text)

    def test_nine_or_ten_after_the_session(self):
        for flags in (("--pain-after", "9"), ("--pain-after", "2", "--hurt", "glute-bridge=10")):
            text = self.through("--no-input", "--pain-before", "1", *flags)
            self.assert_last(text, LIE)
            self.assert_no_moving(text.rpartition("Well done.")[2])

    def test_rest_and_what_is_done_in_place_of_it(self):
        self.assert_last(self.through("--no-input", "--pain-before", "7"), WALKS)
        self.assert_last(self.through("--no-input", "--pain-before", "7", "--flare"),
                         WALKS.removeprefix("Noted. "))

    def test_a_session_against_the_rest_ends_as_a_session(self):
        text = self.through("--no-input", "--pain-before", "7", "--override")
        self.assert_last(text, "All of this session: 'hipflow session show last'.")
        self.assertNotIn("walks", text)

    def test_new_numbness_shows_the_signs(self):
        text = self.through("--no-input", "--new", "numbness", "--pain-before", "7", "--flare")
        self.assert_signs(text)
        self.assertNotIn("walks", text)
        self.assert_last(text, "Noted. The next start asks first whether it has grown.")

    def test_nothing_left(self):
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[me]\nrestrictions = ["no-floor"]\n')
        self.write(".config/hipflow/routines/low.toml", """\
format = 1
name = "Low"
level = 1
[[step]]
exercise = "low-drill"
[exercise.low-drill]
name = "Low drill"
level = 1
position = "half-kneeling"
sides = "both"
risks = ["floor"]
start = "Kneel on one knee."
do = ["Breathe."]
dose = { hold = "20s" }
""")
        text = self.through("--no-input", "--pain-before", "1", routine="low")
        self.assert_last(text, "No session was recorded.")
        self.assertIn("'hipflow routine list' shows other routines.", " ".join(text.split()))
        self.assertNotIn("walks", text)
        self.assertEqual(self.rows("SELECT * FROM session"), [])
        text = self.through("--no-input", "--pain-before", "5", routine="low")
        self.assert_last(text, "Noted as a day of rest. 'hipflow routine list' shows what else "
                               "there is.")
        self.assertEqual(self.row("SELECT status FROM session"), {"status": "rested"})

    def test_a_joint_that_gave_way_is_no_emergency(self):
        text = self.through("--no-input", "--new", "gave_way", "--pain-before", "1")
        self.assertIn("mention it to a physiotherapist", " ".join(text.split()))
        self.assertEqual(self.row("SELECT gate, status FROM session"),
                         {"gate": "gentle", "status": "completed"})
        self.through("--no-input", "--pain-before", "1", now=21)
        self.assertEqual(self.row("SELECT kind FROM symptom"), {"kind": "gave_way"})
        self.assert_sound()

    def test_the_users_own_number(self):
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[me]\nemergency_number = "144"\nrestrictions = []\n')
        for text in (self.through("--no-input", "--new", "emergency"), self.ok("safety"),
                     self.ok("log", "pain", "10")):
            self.assertIn("144", text)
            self.assertNotIn("local emergency number", text)
        self.assertEqual(self.run_json("safety")["emergency_number"], "144")
        self.assertIn('me.emergency_number   = "144"', re.sub(" +=", "   =", self.ok("config")))


class InGerman(Endings):
    HELP = "Notiert. Hol bitte jetzt diese Hilfe; deine Aufzeichnungen bleiben hier."

    def setUp(self):
        super().setUp()
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[me]\nrestrictions = []\n[session]\nlanguage = "de"\n')

    def assert_no_moving(self, text):
        self.assertIsNone(re.search("beweg|spazier|lauf|übung|dehn|kleinste einheit", text.lower()), text)

    def test_help_is_asked_for_in_german(self):
        text = self.through("--no-input", "--new", "emergency")
        self.assert_last(text, self.HELP)
        self.assertIn("den örtlichen Notruf", " ".join(text.split()))
        self.assert_no_moving(text)
        self.assertIn("Ein Zeichen, das du heute angegeben hast", " ".join(self.ok().split()))

    def test_the_questions_have_the_same_keys(self):
        self.tell_of_the_leg()
        terminal = self.start("short", **at(20))
        terminal.answer("seit dem letzten Mal neu", "n")
        terminal.answer("Wie stark ist dein Schmerz gerade jetzt", "9")
        terminal.answer("Wo ist es am stärksten?", "l")
        terminal.answer("Auf welcher Seite?", "r")
        terminal.answer("Wie weit hinunter", "")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_last(terminal.text, "Notiert. Lieg so, wie es am leichtesten ist, und wechsle ab "
                                        "und zu die Lage.")
        self.assertEqual(self.row("SELECT score, site, side FROM pain_score WHERE moment = 'before'"),
                         {"score": 9, "site": "low-back", "side": "right"})

    def test_without_a_readable_configuration_the_signs_are_in_english(self):
        self.assertIn("Hol jetzt Hilfe", self.ok("safety"))
        self.write(".config/hipflow/config.toml", 'format = 1\nfaulty = 1\nlanguage = "de"\n')
        self.assertIn("Get help now", self.ok("safety"))


class Prompts(Endings):
    def test_each_new_sign(self):
        self.tell_of_the_leg()
        for letters, kind, line in ((("w",), "weakness", HELP), (("b",), "emergency", HELP),
                                    (("t", "y"), "saddle", HELP), (("l",), "saddle", HELP),
                                    (("t", "n"), "numbness", None)):
            terminal = self.start("short", **at(20))
            terminal.answer("Is anything of this new", letters[0])
            if letters[0] == "t":
                terminal.answer("Also between the legs?", letters[1])
            if line is None:
                terminal.answer(BEFORE, "")
            said = len(terminal.text)
            self.assertEqual(terminal.end(), 0)
            self.assertEqual(self.row("SELECT kind FROM symptom"), {"kind": kind})
            self.assert_signs(terminal.text)
            if line is not None:
                self.assert_last(terminal.text, line)
                self.assert_no_moving(terminal.text[said:])
            self.ok("undo")
            self.assertEqual(self.rows("SELECT * FROM symptom"), [])

    def test_nine(self):
        terminal = self.start("short")
        terminal.answer(BEFORE, "9", "Where is it", "", "Which side", "")
        said = len(terminal.text)
        self.assertEqual(terminal.end(), 0)
        self.assert_last(terminal.text, LIE)
        self.assert_no_moving(terminal.text[said:])
        self.assert_signs(terminal.text)

    def test_a_clearance_that_is_not_there_yet(self):
        self.through("--no-input", "--new", "weakness")
        terminal = self.start("short", **at(21))
        terminal.answer("what did they say", "")
        self.assertEqual(terminal.end(), 0)
        self.assert_last(terminal.text, UNCLEARED)


class During(Endings):
    def hurt(self, *answers, flags=()):
        terminal = self.start("long", "--pain-before", "2", "--keep-partial", "--new", "none",
                              *flags, speed=20)
        terminal.answer("Press Enter to begin.", "")
        terminal.expect("Hold, ")
        terminal.say("p")
        terminal.answer(*answers)
        return terminal

    def helped(self, line, *answers, **options):
        terminal = self.hurt(*answers, **options)
        said = len(terminal.text)
        self.assertEqual(terminal.end(), 0)
        self.assert_last(terminal.text, line)
        self.assert_no_moving(terminal.text[said:])
        self.assert_signs(terminal.text[said:])
        self.assertEqual(self.row("SELECT status, reason FROM session"),
                         {"status": "partial", "reason": "pain"})
        self.assert_sound()

    PLACE = ("Where is it", "", "Which side", "l")

    def test_weakness(self):
        self.helped(HELP, "How strong", "4", *self.PLACE, "Is it", "w")
        self.assertEqual(self.row("SELECT kind FROM symptom"), {"kind": "weakness"})
        self.assert_last(self.through("--no-input", "--pain-before", "1", now=29), UNCLEARED)

    def test_numbness_between_the_legs(self):
        self.helped(HELP, "How strong", "4", *self.PLACE, "Is it", "t", "Also between the legs?",
                    "y", flags=("--effort", "hard"))
        self.assertEqual(self.row("SELECT kind FROM symptom"), {"kind": "saddle"})
        self.assertEqual(self.rows("SELECT effort FROM session"), [{"effort": "hard"}])

    def test_nine(self):
        self.helped(LIE, "How strong", "9", *self.PLACE, "Is it", "n")

    def test_a_joint_that_gave_way_ends_the_exercise_only(self):
        terminal = self.hurt("How strong", "2", *self.PLACE, "Is it", "k")
        terminal.answer("A knee that gives way or a hip that catches", "n")
        terminal.expect("Knee to opposite shoulder")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.row("SELECT kind, exercise FROM symptom"),
                         {"kind": "gave_way", "exercise": "figure-4-supine"})

    def numb_elsewhere(self, answer):
        terminal = self.hurt("How strong", "2", *self.PLACE, "Is it", "t",
                             "Also between the legs?", answer)
        terminal.answer("Tingling and numbness are not", "n")
        terminal.expect("Knee to opposite shoulder")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.row("SELECT kind FROM symptom"), {"kind": "numbness"})

    def test_numbness_elsewhere_ends_the_exercise_only(self):
        self.numb_elsewhere("n")

    def test_numbness_of_which_no_more_is_said_ends_the_exercise_only(self):
        self.numb_elsewhere("")

    def broken_off(self):
        terminal = self.start("long", "--pain-before", "2", "--keep-partial", speed=20, **at(20))
        terminal.answer("Press Enter to begin.", "")
        terminal.expect("Hold, ")
        terminal.kill(15)
        terminal.end()

    def test_what_was_broken_off_is_not_taken_up_after_such_an_answer(self):
        for flags, line in ((("--new", "emergency"), HELP), (("--pain-before", "9"), LIE)):
            self.broken_off()
            text = self.through("--no-input", "--resume", *flags, routine="long")
            self.assert_last(text, line)
            self.assert_no_moving(text)
            self.assertEqual(self.rows("SELECT * FROM checkpoint"), [])
            self.ok("undo")

    def test_a_flare_up_day_that_is_taken_up_ends_as_one(self):
        terminal = self.start("short", "--pain-before", "7", "--flare", speed=20, **at(19))
        terminal.answer("Press Enter to begin.", "")
        terminal.expect("Hold: ")
        terminal.kill(15)
        terminal.end()
        self.assert_last(self.through("--no-input", "--resume", now=19),
                         WALKS.removeprefix("Noted. "))

    def test_nothing_is_taken_up_before_a_sign_is_cleared(self):
        self.broken_off()
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("INSERT INTO symptom(id, kind, at, utc_offset_s, local_day,"
                               " recorded_at) VALUES ('s', 'weakness', 1, 0, '2026-11-19', 1)")
        text = self.through("--no-input", "--resume", routine="long")
        self.assertIn("Kept as partial", text)
        self.assert_last(text, UNCLEARED)
        self.assertEqual(self.rows("SELECT * FROM checkpoint"), [])


class Elsewhere(Endings):
    def test_nine_or_ten_that_is_entered(self):
        for words in (("pain", "9"), ("pain", "low-back=2", "thigh:left=10"), ("morning", "9"),
                      ("session", "--routine", "short", "--pain-before", "9"),
                      ("session", "--routine", "short", "--pain-after", "9"),
                      ("session", "--routine", "short", "--hurt", "glute-bridge=9")):
            text = self.ok("log", *words)
            self.assert_last(text, LIE)
            self.assert_no_moving(text)
            self.assert_signs(text)
        self.assertNotIn("carry", self.ok("log", "pain", "8"))
        self.assertNotIn("carry", self.ok("log", "pain", "9", "--at", "2026-11-10"))

    def test_a_session_corrected_to_nine(self):
        self.ok("log", "session", "--routine", "short")
        self.assert_last(self.ok("session", "amend", "last", "--pain-after", "9"), LIE)

    def test_what_speaks_of_today_calls_nobody_to_move(self):
        self.ok("schedule", "set", "daily", "--at", "09:00", now=1)
        for tell in (lambda: self.ok("log", "pain", "9"),
                     lambda: self.through("--no-input", "--new", "weakness"),
                     lambda: self.through("--no-input", "--new", "saddle")):
            hour = self.env(**at(20, 10))
            self.assertEqual(self.run_hipflow("remind", env=hour).returncode, 0)
            tell()
            for arguments in ((), ("why",)):
                text = self.run_hipflow(*arguments, env=hour).stdout
                self.assertIn("session", text)
                self.assertNotIn("hipflow start\n", text)
                # The name of the routine is no call.
                self.assert_no_moving(text.replace("Hip rotation", ""))
            reminded = self.run_hipflow("remind", env=hour)
            self.assertEqual((reminded.returncode, reminded.stdout), (1, ""))
            answer = self.run_json(env=hour)
            self.assertIsNone(answer["today"])
            self.assertIn("session", answer["no_session"])
            self.ok("undo", now=20)

    def test_nobody_is_reminded_while_a_sign_is_not_cleared(self):
        self.ok("schedule", "set", "daily", "--at", "09:00", now=1)
        self.through("--no-input", "--new", "saddle")
        later = self.env(**at(23, 10))
        reminded = self.run_hipflow("remind", env=later)
        self.assertEqual((reminded.returncode, reminded.stdout), (1, ""))
        self.assertIn("a sign is to be looked at first",
                      self.run_hipflow("remind", "--explain", env=later).stdout)

    def test_a_lower_score_later_lifts_nine(self):
        self.ok("log", "pain", "9")
        later = self.env(**at(20, 12))
        self.run_hipflow("log", "pain", "3", env=later)
        self.assertIsNone(self.run_json(env=later)["no_session"])

    def test_a_morning_entered_later_lifts_nothing(self):
        self.through("--no-input", "--pain-before", "1", now=19)
        self.through("--no-input", "--pain-before", "9")
        self.ok("log", "morning", "2")
        self.assertIn("No session while pain is 9", self.ok())

    def test_nine_at_a_measurement(self):
        text = self.run_hipflow("measure", "range", "--left-internal", "32,33,31", "--pain", "9",
                                env=self.env(**at(20))).stdout
        self.assert_last(text, LIE)

    def test_the_morning_that_the_glance_asks_for(self):
        self.through("--no-input", "--pain-before", "1", now=19)
        terminal = self.terminal(**at(20))
        terminal.answer("Your last session was", "9", "Where is it", "", "Which side", "",
                        "Is it", "s")
        said = len(terminal.text)
        self.assertEqual(terminal.end(), 0)
        self.assert_signs(terminal.text)
        self.assertNotIn("To start", terminal.text)
        self.assertIn("No session while pain is 9", terminal.text[said:])

    def test_safety_has_all_tiers_whatever_the_configuration(self):
        self.write(".config/hipflow/config.toml", "format = 1\nfaulty = 1\n")
        tiers = [found["tier"] for found in self.run_json("safety")["lists"]]
        self.assertEqual(tiers, ["now", "today", "within_days", "appointment", "session"])
        self.assert_signs(self.ok("safety"))


if __name__ == "__main__":
    main()
