# SPDX-License-Identifier: MIT
"""The library as it is listed, shown and restricted. library_test.py /path/to/hipflow"""
import os
import shutil

from hipflow_test import HipflowTest, main


class Library(HipflowTest):
    def ids(self, what, *filters):
        answer = self.run_json(what, "list", *filters)
        return [entry["id"] for entry in answer[what + "s"]]

    def restrict(self, *lines):
        self.write(".config/hipflow/config.toml", "\n".join(("format = 1", "[me]", *lines, "")))

    def write_drills(self, **risks):
        """A routine of drills that nothing can take the place of: each with its risks, the first the longest."""
        drills = "".join(
            f'[[step]]\nexercise = "{name}"\n[exercise.{name}]\nname = "{name.capitalize()}"\nlevel = 1\n'
            f'position = "chair"\nsides = "both"\nrisks = {risk}\nstart = "Sit."\n'
            f'do = ["Turn."]\ndose = {{ hold = "{90 // number}s" }}\n'
            for number, (name, risk) in enumerate(risks.items(), 1))
        self.write(".config/hipflow/routines/drills.toml", f'format = 1\nname = "Drills"\n{drills}')

    def test_routines_are_found_by_what_they_are_like(self):
        quick = self.ids("routine", "--max-minutes", "5")
        self.assertIn("five-minute-minimum", quick)
        self.assertNotIn("morning-loosen", quick)
        self.assertEqual(self.ids("routine", "--position", "chair"), ["desk-reset"])
        self.assertEqual(self.ids("routine", "--level", "3"), ["hip-rotation-strong"])
        self.assertEqual(self.ids("routine", "--level", "1", "--needs", "none", "--max-minutes",
                                  "2"), ["rom-check"])
        self.assertIn("desk-reset", self.ids("routine", "--needs", "chair,wall"))

    def test_exercises_are_found_by_what_they_are_aimed_at(self):
        self.assertEqual(self.ids("exercise", "--target", "piriformis"),
                         ["figure-4-seated", "figure-4-supine", "knee-to-opposite-shoulder"])
        self.assertEqual(self.ids("exercise", "--needs", "band", "--target", "outward",
                                  "--position", "side-lying", "--level", "2"), ["clamshell-band"])

    def test_what_nothing_is_like_is_nothing(self):
        done = self.run_hipflow("routine", "list", "--level", "3", "--position", "chair")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        done = self.run_hipflow("exercise", "list", "--position", "sofa")
        self.assertEqual(done.returncode, 2)

    def test_what_the_build_has_digested_is_what_reading_says(self):
        digested = self.run_json("routine", "list")["routines"]
        self.restrict('avoid = ["dead-bug"]')  # in no routine; nobody's digest is for this person
        self.assertEqual(self.run_json("routine", "list")["routines"], digested)

    def test_what_the_build_has_checked_is_what_checking_says(self):
        read = self.run_hipflow("routine", "check").stdout.splitlines()
        shutil.rmtree(os.path.join(self.config, "routines"))
        digested = self.run_hipflow("routine", "check")
        self.assertEqual(digested.returncode, 0)
        self.assertEqual(digested.stdout.splitlines(),
                         [line for line in read if not line.startswith(("short:", "long:"))])

    def test_an_exercise_of_ones_own_changes_the_minutes(self):
        before = self.run_json("routine", "list", "--position", "chair")["routines"][0]
        text = self.run_json("exercise", "show", "cat-cow-seated")["exercise"]
        self.write(".config/hipflow/exercises/cat-cow-seated.toml",
                   f'format = 1\nname = "Mine"\nlevel = 1\nposition = "chair"\nsides = "both"\n'
                   f'start = "{text["start"] * 3}"\ndo = ["Move."]\n'
                   'dose = { reps = 4, pace = "5s" }\n')
        after = self.run_json("routine", "list", "--position", "chair")["routines"][0]
        self.assertGreater(after["total_ms"], before["total_ms"])

    def test_every_purpose_is_told(self):
        text = self.run_hipflow("routine", "list").stdout
        self.assertIn("gentle-day", text)
        self.assertIn("    Nine minutes on your back", text)

    def test_a_routine_says_what_it_needs(self):
        self.assertIn("You need: chair, wall.",
                      self.run_hipflow("routine", "show", "desk-reset").stdout)

    def test_an_exercise_shows_its_ladder(self):
        text = self.run_hipflow("exercise", "show", "bird-dog").stdout
        self.assertIn("1. bird-dog-counter (gentle)", text)
        self.assertIn("2. bird-dog-leg (gentle)", text)
        self.assertIn("3. bird-dog (standard), this one", text)
        self.assertEqual(self.run_json("exercise", "show", "bird-dog")["ladder"],
                         ["bird-dog-counter", "bird-dog-leg", "bird-dog"])

    def test_an_avoided_exercise_is_left_out_until_it_is_allowed(self):
        self.assertEqual(self.run_hipflow("exercise", "avoid", "figure-4-supine").returncode, 0)
        text = self.run_hipflow("routine", "show", "five-minute-minimum").stdout
        self.assertIn("Seated figure-4 takes the place of Lying figure-4", text)
        rehearsal = self.run_hipflow("start", "five-minute-minimum", "--rehearse")
        self.assertIn("it is among those that you avoid", rehearsal.stderr)
        reasons = self.run_json("start", "five-minute-minimum", "--rehearse")["reasons"]
        self.assertEqual(len(reasons), 1)
        self.assertIn("Left out of your sessions",
                      self.run_hipflow("exercise", "show", "figure-4-supine").stdout)
        self.assertEqual(self.run_hipflow("exercise", "allow", "figure-4-supine").returncode, 0)
        self.assertNotIn("takes the place",
                         self.run_hipflow("routine", "show", "five-minute-minimum").stdout)
        self.assertEqual(self.rows("SELECT kind, count(*) AS n FROM journal GROUP BY kind"),
                         [{"kind": "preference", "n": 2}])
        self.assert_sound()

    def test_the_files_word_holds(self):
        self.restrict('avoid = ["figure-4-supine"]')
        done = self.run_hipflow("exercise", "allow", "figure-4-supine")
        self.assertEqual(done.returncode, 2)
        self.assertIn("config.toml:3", done.stderr)
        self.assertIn("Seated figure-4 takes the place",
                      self.run_hipflow("routine", "show", "five-minute-minimum").stdout)

    def test_an_avoided_exercise_that_there_is_not_is_told(self):
        self.restrict('avoid = ["figure-4-supin"]')
        done = self.run_hipflow("routine", "show", "five-minute-minimum")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Did you mean 'figure-4-supine'?", done.stderr)
        self.assertEqual(self.run_hipflow("exercise", "avoid", "clam").returncode, 2)

    def test_restrictions_reach_the_users_own_files(self):
        self.restrict('restrictions = ["lying-flat"]')
        shown = " ".join(self.run_hipflow("routine", "show", "short").stdout.split())
        self.assertIn("takes the place of Bridge: it is done lying flat on the back", shown)
        self.assertIn("takes the place of Lying figure-4: it is done lying flat on the back", shown)
        steps = self.run_json("routine", "show", "short")["prescription"]["steps"]
        self.assertNotIn("supine", [step["work"]["exercise"]["position"] for step in steps])
        self.write_drills(heavy=["trunk-load"], easy=[])
        self.assertIn("Heavy", self.run_hipflow("routine", "show", "drills").stdout)
        self.restrict('restrictions = ["spine-surgery"]')
        shown = " ".join(self.run_hipflow("routine", "show", "drills").stdout.split())
        self.assertIn("Heavy is left out: ", shown)
        listed = {entry["id"]: entry for entry in self.run_json("routine", "list")["routines"]}
        self.assertEqual(listed["drills"]["steps"], 1)

    def test_who_cannot_get_down_to_the_floor_lies_on_the_bed(self):
        self.restrict('restrictions = ["no-floor"]')
        shown = self.run_hipflow("routine", "show", "short").stdout
        self.assertIn("; on the bed", shown)
        self.assertEqual(" ".join(shown.split()).count("Lying exercises are set on the bed"), 1)
        steps = self.run_json("routine", "show", "short")["prescription"]["steps"]
        self.assertIn("bed", [step["work"]["exercise"].get("on") for step in steps])
        self.assertIn("Use the bed from here on, not the floor.",
                      self.run_hipflow("start", "short", "--rehearse").stdout)
        self.restrict("restrictions = []")
        steps = self.run_json("routine", "show", "short")["prescription"]["steps"]
        self.assertFalse([step for step in steps if "on" in step["work"]["exercise"]])

    def test_where_too_little_is_left_that_is_said(self):
        self.write_drills(heavy=["trunk-load"], easy=[])
        self.restrict('restrictions = ["spine-surgery"]')
        listed = {entry["id"]: entry for entry in self.run_json("routine", "list")["routines"]}
        self.assertTrue(listed["drills"]["too_little"])
        self.assertFalse(listed["chair-session"]["too_little"])
        told = " ".join(self.run_hipflow("routine", "list").stdout.split())
        self.assertIn("Too little of it is left for you.", told)
        self.assertIn("Your physiotherapist or doctor can tell you which movements suit you.", told)
        shown = " ".join(self.run_hipflow("routine", "show", "drills").stdout.split())
        self.assertIn("left: too little for a session.", shown)

    def test_what_was_agreed_stays_and_that_is_said(self):
        path = self.write("mine.toml", 'format = 1\nname = "Mine"\n[[step]]\nexercise = "glute-bridge"\n'
                                       'agreed = "physiotherapist, 12 May"\n')
        checked = " ".join(self.run_hipflow("routine", "check", path).stderr.split())
        self.assertIn("Bridge stays in for whoever named: pregnancy; lying flat. Agreed: "
                      "physiotherapist, 12 May.", checked)
        self.assertNotIn("Agreed", self.run_hipflow("routine", "show", path).stdout)
        self.restrict('restrictions = ["pregnancy"]')
        words = ("Bridge stays in although it is done lying flat on the back, and you named: "
                 "pregnancy. Agreed: physiotherapist, 12 May.")
        for command, told in (("check", "stderr"), ("show", "stdout")):
            done = self.run_hipflow("routine", command, path)
            self.assertEqual(" ".join(getattr(done, told).split()).count(words), 1)

    def test_where_nothing_is_left_that_is_said(self):
        self.write_drills(heavy=["trunk-load"], easy=["hip-ir-end"])
        self.restrict('restrictions = ["hip-surgery"]')
        done = self.run_hipflow("start", "drills", "--rehearse")
        self.assertEqual(done.returncode, 2)
        self.assertIn("nothing of 'drills' is left for today", done.stderr)
        listed = {entry["id"]: entry for entry in self.run_json("routine", "list")["routines"]}
        self.assertIsNone(listed["drills"]["total_ms"])
        self.assertIn("not for you", self.run_hipflow("routine", "list").stdout)

    def test_an_exercise_without_tags_is_warned_about(self):
        drill = ('[exercise.mine]\nname = "My drill"\nlevel = 1\nposition = "chair"\n'
                 'sides = "both"\nstart = "Sit."\ndo = ["Turn."]\ndose = { hold = "30s" }\n')
        path = self.write("mine.toml", f'format = 1\nname = "Mine"\n[[step]]\nexercise = "mine"\n'
                                       f'{drill}')
        done = self.run_hipflow("routine", "check", path)
        self.assertEqual(done.returncode, 0)
        self.assertIn("warning: My drill has no risk tags", done.stderr)
        self.assertNotIn("risk tags", self.run_hipflow("routine", "show", path).stdout)
        self.restrict('restrictions = ["knees"]')
        self.assertIn("My drill has no risk tags",
                      self.run_hipflow("routine", "show", path).stdout)


class Faulty(HipflowTest):
    def test_a_list_shows_what_it_can_and_ends_with_the_faults(self):
        for folder, what, known in (("routines", "routine", "hip-rotation"),
                                    ("exercises", "exercise", "clamshell"),
                                    ("programs", "program", "steady-six")):
            path = self.write(f".config/hipflow/{folder}/broken.toml", "format = 1\n")
            for form in ((), ("--json",)):
                shown = self.run_hipflow(what, "list", *form)
                self.assertEqual(shown.returncode, 2)
                self.assertIn(known, shown.stdout)
                self.assertIn(path + ":1:1: 'name' is missing", shown.stderr)
                self.assertEqual(len(set(shown.stderr.splitlines())),
                                 len(shown.stderr.splitlines()))


if __name__ == "__main__":
    main()
