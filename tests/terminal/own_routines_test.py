# SPDX-License-Identifier: MIT
"""Routines that come and go: added, renamed, removed, handed on. own_routines_test.py /path/to/hipflow"""
import os
import stat
import tomllib

from hipflow_test import HipflowTest, main

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

    def test_one_that_is_in_use_is_not_removed(self):
        self.routine("add", self.sheet, "--yes")
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "week-2"\n')
        done = self.routine("remove", "week-2", "--yes", status=2)
        self.assertIn("config.toml:2", done.stderr)

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
