# SPDX-License-Identifier: MIT
"""Routines that come and go: added, renamed, removed, handed on. own_routines_test.py /path/to/hipflow"""
import os
import stat
import tomllib

from hipflow_test import NO_QUESTIONS, HipflowTest, main

SHEET = """# From the clinic.
format = 1
name = "Week 2"
[[step]]
exercise = "squeeze"
hold = "5s"
[exercise.squeeze]
name = "Squeeze"
position = "supine"
sides = "both"
risks = []
start = "Lie on your back."
do = ["Press your knees together."]
"""


class OwnRoutines(HipflowTest):
    def setUp(self):
        super().setUp()
        self.sheet = self.write("Week 2.toml", SHEET)

    def own(self, name):
        return os.path.join(self.config, "routines", name + ".toml")

    def routine(self, *words, status=0):
        done = self.run_hipflow("routine", *words)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def test_a_file_is_shown_and_added_when_somebody_agrees(self):
        terminal = self.terminal("routine", "add", self.sheet)
        terminal.expect("Squeeze: the file says that it has no risks (risks = []).")
        terminal.expect("Add it as 'week-2'? y adds it, just Enter does not: ")
        terminal.say("y")
        terminal.expect("Added. 'hipflow start week-2' begins it.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.own("week-2")).st_mode), 0o600)
        self.routine("check", "week-2")

    def test_nothing_is_added_without_a_yes(self):
        done = self.routine("add", self.sheet, status=2)
        self.assertIn("nothing was added: there is nobody to ask. '--yes' agrees", done.stderr)
        terminal = self.terminal("routine", "add", self.sheet)
        terminal.expect("just Enter does not: ")
        terminal.say("")
        terminal.expect("Nothing was added.")
        self.assertEqual(terminal.end(), 0)
        self.assertFalse(os.path.exists(self.own("week-2")))

    def test_a_second_one_gets_a_number(self):
        self.routine("add", self.sheet, "--yes")
        self.routine("add", self.sheet, "--yes")
        self.routine("add", self.sheet, "--yes", "--as", "other")
        self.assertTrue(os.path.exists(self.own("week-2-2")))
        self.assertTrue(os.path.exists(self.own("other")))

    def test_faults_are_told_before_anything_is_asked(self):
        done = self.routine("add", self.write("bad.toml", SHEET + "wat = 1\n"), "--yes", status=2)
        self.assertRegex(done.stderr, r"bad\.toml:14:1: ")
        self.assertFalse(os.path.exists(self.own("bad")))

    def test_a_restriction_is_held_against_it(self):
        self.run_hipflow("me", "restrict", "no-floor")
        done = self.routine("add", self.write("floor.toml", "format = 1\nname = \"F\"\n[[step]]\nexercise = "
                                              "\"clamshell\"\n[[step]]\nexercise = \"figure-4-seated\"\n"), "--yes")
        self.assertIn("Clamshell", done.stdout)

    def test_the_history_goes_with_a_new_name(self):
        self.routine("add", self.sheet, "--yes")
        done = self.run_hipflow("log", "session", "--routine", "week-2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.routine("rename", "week-2", "knee")
        with open(self.own("knee"), "rb") as file:
            self.assertEqual(tomllib.load(file)["formerly"], ["week-2"])
        for name in ("knee", "week-2"):
            listed = self.run_json("session", "list", "--routine", name)["sessions"]
            self.assertEqual(len(listed), 1, name)
            self.assertEqual(self.run_hipflow("start", name, "--rehearse").returncode, 0)

    def test_removing_one_keeps_its_file_and_its_history(self):
        self.routine("add", self.sheet, "--yes")
        self.run_hipflow("log", "session", "--routine", "week-2")
        done = self.routine("remove", "week-2", "--yes")
        kept = done.stdout.strip()
        with open(kept, encoding="utf-8") as file:
            self.assertIn("From the clinic.", file.read())
        self.assertFalse(os.path.exists(self.own("week-2")))
        self.assertEqual(len(self.run_json("session", "list", "--routine", "week-2")["sessions"]), 1)
        self.routine("add", kept, "--yes")
        self.routine("show", "week-2")

    def test_what_is_said_of_a_copy_is_true(self):
        self.write(".config/hipflow/routines/desk-reset.toml", SHEET)
        done = self.routine("remove", "desk-reset", "--yes")
        self.assertIn(f"moved back to {self.own('desk-reset')}, it is as it was", done.stderr)
        self.assertNotIn("routine add", done.stderr)

    def test_what_an_interrupted_command_has_left_is_named(self):
        self.routine("add", self.sheet, "--yes")
        draft = os.path.join(self.config, "routines", ".hipflow-Ab12Cd")
        with open(draft, "w", encoding="utf-8"):
            pass
        findings = [found["state"] for found in self.run_json("doctor")["findings"]]
        self.assertEqual(sum(draft in state for state in findings), 1)

    def test_the_rounds_of_a_block_are_counted_once(self):
        rounds = SHEET.replace("[[step]]\n", "[[block]]\nrounds = 4\n[[block.step]]\n")
        self.routine("add", self.write("rounds.toml", rounds), "--yes")
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "rounds"\n')
        self.assertEqual(self.run_json()["today"]["exercises"], 1)
        self.assertIn("1 exercise\n", self.run_hipflow().stdout)

    def test_one_that_is_in_use_is_not_removed(self):
        self.routine("add", self.sheet, "--yes")
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "week-2"\n')
        done = self.routine("remove", "week-2", "--yes", status=2)
        self.assertIn("config.toml:2", done.stderr)

    def test_one_of_which_nothing_is_left_is_asked_about(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[me]\navoid = ["squeeze"]\n')
        terminal = self.terminal("routine", "add", self.sheet)
        terminal.expect("nothing of 'week-2' is left for today. Squeeze is left out: it is among")
        terminal.expect("Add it as 'week-2'? y adds it, just Enter does not: ")
        terminal.say("y")
        terminal.expect("Added. 'hipflow start week-2' says why it cannot begin yet.")
        self.assertEqual(terminal.end(), 0)

    def test_a_level_that_is_not_reached_is_told(self):
        strong = self.write("strong.toml", SHEET.replace("position", "level = 3\nposition"))
        words = "Squeeze is of level 3, and no easier exercise leads up to it"
        done = self.routine("add", strong, "--yes")
        self.assertIn(words, " ".join(done.stdout.split()))
        self.assertNotIn("begins it", done.stderr)
        self.assertIn(words, " ".join(self.routine("show", "strong").stdout.split()))
        terminal = self.terminal("start", "strong", "--plain", "--experience", "used", "--clearance", "none",
                                 "--pain-before", "0", "--new", "none", "--no-input")
        terminal.expect("Squeeze is of level 3")
        terminal.expect("No session was recorded.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.run_json("session", "list")["sessions"], [])

    def test_what_waits_is_named_and_not_what_stands_in_for_it(self):
        self.write(".config/hipflow/routines/turn.toml", """format = 1
name = "Turn"
[[step]]
exercise = "half-kneeling-rotation"
""")
        self.run_hipflow("me", "restrict", "vertigo")
        for day in ("03", "04"):
            terminal = self.start("turn", *NO_QUESTIONS, "--experience", "used", "--new", "none",
                                  speed=1000, HIPFLOW_NOW=f"2026-11-{day}T08:00:00Z")
            self.assertEqual(terminal.end(), 0)
        done = self.run_hipflow("start", "turn", "--rehearse",
                                env=self.env(HIPFLOW_NOW="2026-12-24T08:00:00Z"))
        self.assertIn("Half-kneeling turn is of level 2, and nothing new begins above level 1", done.stderr)

    def test_a_history_is_not_taken_over_by_what_is_sent(self):
        self.routine("add", self.sheet, "--yes")
        self.run_hipflow("log", "session", "--routine", "week-2")
        self.routine("remove", "week-2", "--yes")
        sent = self.write("sent.toml", 'formerly = ["week-2"]\n' + SHEET)
        self.assertIn('Left out: formerly = ["week-2"]', self.routine("add", sent, "--yes").stderr)
        self.assertEqual(self.run_hipflow("session", "list", "--routine", "sent").returncode, 1)

    def test_an_avoided_drill_that_would_look_misspelt_does_not_go(self):
        self.routine("add", self.write("week-2.toml", SHEET.replace("squeeze", "clamshell-b")), "--yes")
        self.write(".config/hipflow/config.toml", 'format = 1\n[me]\navoid = ["clamshell-b"]\n')
        done = self.routine("remove", "week-2", "--yes", status=2)
        self.assertIn("'week-2' was not removed", done.stderr)
        self.assertEqual(self.run_hipflow("start", "desk-reset", "--rehearse").returncode, 0)

    def test_an_avoided_drill_that_is_gone_holds_nothing_up(self):
        self.routine("add", self.sheet, "--yes")
        self.write(".config/hipflow/config.toml", 'format = 1\n[me]\navoid = ["squeeze"]\n')
        done = self.routine("remove", "week-2", "--yes")
        self.assertIn("config.toml:3: 'avoid' names 'squeeze'", done.stderr)
        for words in (("start", "desk-reset", "--rehearse"), ("config",), ("me",), ("routine", "check")):
            done = self.run_hipflow(*words)
            self.assertEqual(done.returncode, 0, words)
            self.assertEqual(done.stderr.count("config.toml:3: 'avoid': there is no exercise 'squeeze'"), 1, words)
        self.assertEqual(self.run_hipflow().returncode, 0)

    def test_a_drill_is_shown_explained_and_avoided(self):
        self.routine("add", self.sheet, "--yes")
        self.assertIn("Press your knees together.", self.run_hipflow("exercise", "show", "squeeze").stdout)
        self.assertIn("Squeeze", self.run_hipflow("exercise", "avoid", "squeeze").stderr)
        self.assertEqual(self.run_hipflow("start", "week-2", "--rehearse").returncode, 2)
        self.assertEqual(self.run_hipflow("exercise", "allow", "squeeze").returncode, 0)
        self.assertEqual(self.run_hipflow("start", "week-2", "--rehearse").returncode, 0)

    def test_what_is_handed_on_stands_alone(self):
        os.makedirs(os.path.join(self.config, "exercises"))
        with open(os.path.join(self.config, "exercises", "press.toml"), "w", encoding="utf-8") as file:
            file.write('format = 1\nname = "Press"\nlevel = 1\nposition = "supine"\nsides = "both"\n'
                       'risks = []\nstart = ["Lie on your back."]\ndo = ["Press."]\n'
                       'finish = ["Let go."]\ndose = { hold = "10s" }\n')
        self.routine("add", self.write("mine.toml", 'format = 1\nname = "M"\n[[step]]\nexercise = "press"\n'),
                     "--yes")
        text = self.routine("show", "mine", "--toml").stdout
        self.assertNotIn(self.home, text)
        self.assertEqual(tomllib.loads(text)["exercise"]["press"]["name"], "Press")
        os.remove(os.path.join(self.config, "exercises", "press.toml"))
        done = self.run_hipflow("routine", "check", self.write("handed-on.toml", text))
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    main()
