# SPDX-License-Identifier: MIT
"""Routines of one's own: begun, copied, edited. routine_files_test.py /path/to/hipflow"""
import json
import os
import stat
import tomllib
import urllib.parse

from hipflow_test import NO_QUESTIONS, HipflowTest, main

SHEET = 'format = 1\nname = "Sheet"\n[[step]]\nexercise = "clamshell"\n'
# What cannot be a name, and the nearest that can.
REFUSED = {
    "Mine": "mine", "morning flow": "morning-flow", "../mine": "mine", "/tmp/mine": "mine",
    "mine.toml": "mine", ".toml": None, ".mine": "mine", "..": None, " -": None,
    "mine\n": "mine", "a\x1b[2Jb": "a-2jb", "hüfte": "h-fte", "日本": None, "-": None, "--": None,
    "-mine": "mine", 'a"b': "a-b", "a\\b": "a-b", "x" * 65: "x" * 64, "x" * 5000: "x" * 64,
}


class New(HipflowTest):
    def setUp(self):
        super().setUp()
        self.routines = os.path.join(self.config, "routines")
        self.schemas = os.path.join(self.config, "schemas")

    def new(self, *words, status=0):
        done = self.run_hipflow("routine", "new", *words, cwd=self.home)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def read(self, name):
        with open(os.path.join(self.routines, name + ".toml"), encoding="utf-8") as file:
            return file.read()

    def assert_good(self, name):
        for command in (("routine", "check", name), ("start", name, "--rehearse"),
                        ("routine", "show", name), ("routine", "list")):
            done = self.run_hipflow(*command)
            self.assertEqual(done.returncode, 0, (command, done.stderr))
            self.assertNotIn("warning", done.stderr)

    def test_what_is_written_can_be_done(self):
        done = self.new("mine")
        self.assertEqual(done.stdout, os.path.join(self.routines, "mine.toml") + "\n")
        self.assertEqual(tomllib.loads(self.read("mine"))["name"], "Mine")
        self.assert_good("mine")

    def test_so_can_a_copy_of_every_bundled_one(self):
        bundled = [entry["id"] for entry in self.run_json("routine", "list")["routines"]
                   if entry["origin"] == "bundled"]
        self.assertGreater(len(bundled), 10)
        for name in bundled:
            with self.subTest(name):
                self.new("my-" + name, "--from", name)
                self.assert_good("my-" + name)
                copy = self.run_json("routine", "show", "my-" + name)["routine"]
                original = self.run_json("routine", "show", name)["routine"]
                self.assertEqual({**copy, "id": name}, original)

    def test_an_editor_finds_the_schema(self):
        self.write("sheet.toml", "# A sheet.\n#:schema elsewhere.json\r\n" + SHEET)
        self.write("bom.toml", "\ufeff" + SHEET)
        for name, source in (("mine", ()), ("copy", ("--from", "hip-rotation")),
                             ("sheet", ("--from", "./sheet.toml")), ("bom", ("--from", "bom.toml")),
                             ("again", ("--from", "sheet"))):
            with self.subTest(name):
                self.new(name, *source)
                text = self.read(name)
                self.assertEqual(text.splitlines()[0],
                                 f"#:schema {self.schemas}/routine.schema.json")
                self.assertEqual(text.count("#:schema"), 1)
                self.assert_good(name)
        self.assertIn("# A sheet.", self.read("sheet"))

    def test_schemas_are_the_users_alone_and_of_this_version(self):
        self.write(".config/hipflow/schemas/routine.schema.json", "{}")
        self.new("mine")
        self.assertEqual(sorted(os.listdir(self.schemas)),
                         ["exercise.schema.json", "program.schema.json", "routine.schema.json"])
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "routines",
                              "schemas")
        for name in os.listdir(self.schemas):
            path = os.path.join(self.schemas, name)
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
            with open(path, encoding="utf-8") as file:
                written = json.load(file)
            with open(os.path.join(source, name), encoding="utf-8") as file:
                self.assertEqual(written, json.load(file))

    def test_new_folders_are_the_users_alone(self):
        config = os.path.join(self.folder, "config")
        env = self.env(XDG_CONFIG_HOME=config)
        done = self.run_hipflow("routine", "new", "mine", env=env)
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("hipflow", "hipflow/routines", "hipflow/schemas"):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(config, name)).st_mode), 0o700)
        with open(os.path.join(config, "hipflow", "routines", "mine.toml"),
                  encoding="utf-8") as file:
            self.assertIn(f"#:schema {config}/hipflow/schemas/routine", file.readline())

    def test_a_path_that_editors_would_cut_is_written_as_an_address(self):
        config = os.path.join(self.folder, "my Größe\n#")
        done = self.run_hipflow("routine", "new", "mine", env=self.env(XDG_CONFIG_HOME=config))
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(os.path.join(config, "hipflow", "routines", "mine.toml"),
                  encoding="utf-8") as file:
            lines = file.read().splitlines()
        address = lines[0].removeprefix("#:schema ")
        self.assertTrue(address.startswith("file:///"), address)
        self.assertEqual(urllib.parse.unquote(address.removeprefix("file://")),
                         f"{config}/hipflow/schemas/routine.schema.json")
        self.assertEqual(lines[1:3], ["", "format  = 1"])

    def test_schemas_that_cannot_be_written_keep_nobody_from_a_routine(self):
        self.write(".config/hipflow/schemas", "a file where the folder should be")
        done = self.new("mine")
        self.assertIn("schemas", done.stderr)
        self.assertNotIn("#:schema", self.read("mine"))
        self.assert_good("mine")

    def test_a_bundled_one_is_replaced_only_on_purpose(self):
        for source in ((), ("--from", "hip-rotation")):
            done = self.new("hip-rotation", *source, status=2)
            self.assertIn("comes with hipflow", done.stderr)
            self.assertIn("--force", done.stderr)
            self.assertFalse(os.path.exists(os.path.join(self.routines, "hip-rotation.toml")))
        done = self.new("hip-rotation", "--force")
        self.assertIn("takes the place of the bundled 'hip-rotation'", done.stderr)
        self.assertEqual(self.run_hipflow("start", "--rehearse").returncode, 0)
        self.assertIn("yours, in place of the bundled one",
                      self.run_hipflow("routine", "list").stdout)
        self.assertIn("takes the place of the bundled routine",
                      self.run_hipflow("routine", "check", "hip-rotation").stderr)

    def test_what_is_there_is_not_written_over(self):
        self.write(".config/hipflow/routines/sub/Mine.toml", SHEET)
        before = self.read("sub/Mine")
        for name in ("mine", "short"):
            done = self.new(name, "--force", status=2)
            self.assertIn("already exists", done.stderr)
        self.assertEqual(self.read("sub/Mine"), before)
        os.symlink("nowhere", os.path.join(self.routines, "link.toml"))
        self.assertIn("already exists", self.new("link", status=2).stderr)

    def test_a_name_that_makes_trouble_is_refused(self):
        before = sorted(os.listdir(self.routines))
        for name, near in REFUSED.items():
            with self.subTest(name[:80]):
                done = self.new("--", name, status=2)
                self.assertIn("cannot be the name of a new routine", done.stderr)
                self.assertNotIn("\x1b", done.stderr)
                self.assertLess(len(done.stderr), 400)
                if near is None:
                    self.assertNotIn("Try", done.stderr)
                else:
                    self.assertIn(f"Try 'hipflow routine new {near}'.", done.stderr)
        self.assertEqual(self.new("-mine", status=2).stdout, "")
        self.assertEqual(sorted(os.listdir(self.routines)), before)
        self.assertEqual(sorted(os.listdir(self.home)), [".config"])

    def test_nothing_faulty_is_copied(self):
        self.write("faulty.toml", SHEET + '[[step]]\nexercise = "clamshel"\n')
        self.write("long.toml", SHEET + 'sets = 20\nhold = "10m"\nreps = 1\n')
        for source in ("./faulty.toml", "./long.toml", "./none.toml", "none", "."):
            with self.subTest(source):
                self.new("mine", "--from", source, status=2)
                self.assertFalse(os.path.exists(os.path.join(self.routines, "mine.toml")))
        # A copy under this name would lead to itself.
        done = self.new("hip-rotation-strong", "--from", "hip-rotation", "--force", status=2)
        self.assertIn("leads in a circle", done.stderr)

    def test_editing_a_bundled_one_says_how_to_have_a_copy(self):
        done = self.run_hipflow("routine", "edit", "hip-rotation", env=self.env(EDITOR="true"))
        self.assertEqual(done.returncode, 2)
        command = "hipflow routine new my-hip-rotation --from hip-rotation"
        self.assertIn(f"'{command}'", done.stderr)
        self.assertEqual(self.run_hipflow(*command.split()[1:]).returncode, 0)

    def test_an_edit_that_makes_a_fault_says_where(self):
        self.new("mine")
        path = os.path.join(self.routines, "mine.toml")
        editor = self.write("editor", "#!/bin/sh\necho 'sets = 0' >> \"$1\"\n")
        os.chmod(editor, 0o700)
        done = self.run_hipflow("routine", "edit", "mine", env=self.env(EDITOR=editor))
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, path + r":\d+:\d+: ")


class Check(HipflowTest):
    def check(self, text):
        path = self.write("sheet.toml", text)
        done = self.run_hipflow("routine", "check", path)
        return done.returncode, done.stderr

    def test_every_fault_is_told_at_once(self):
        status, told = self.check(
            'format = 1\nname = "R"\nlevl = 1\n[[step]]\nexercise = "clamshel"\nhold = "30"\n'
            '[[step]]\nexercise = "figure-4-supine"\nreps = 3\n'
            '[[step]]\nexercise = "own"\n'
            '[exercise.own]\nname = "Own"\nharder = "glut-bridge"\n')
        self.assertEqual(status, 2)
        for place, words in ((3, "levl"), (5, "clamshel"), (6, "hold"), (7, "figure-4-supine"),
                             (14, "glut-bridge"), (12, "'do' is missing"), (12, "needs a dose")):
            self.assertRegex(told, rf"sheet\.toml:{place}:\d+: .*{words}")
        # What is only a consequence of another fault is not told.
        self.assertNotIn("'own' cannot be done", told)

    def test_so_are_those_of_exercises_and_programs(self):
        self.write(".config/hipflow/exercises/mine.toml",
                   'format = 1\nnmae = "Mine"\nharder = "nothing"\n')
        done = self.run_hipflow("exercise", "show", "mine")
        self.assertEqual(done.returncode, 2)
        for words in ("nmae", "'harder': there is no exercise 'nothing'", "'dose' is missing"):
            self.assertIn(words, done.stderr)
        self.write(".config/hipflow/programs/mine.toml",
                   'format = 1\nname = "Mine"\nper_wek = 1\n[[week]]\ncap = 1\n'
                   'sessions = ["gentle-dy"]\n')
        done = self.run_hipflow("program", "show", "mine")
        self.assertEqual(done.returncode, 2)
        for words in ("per_wek", "there is no routine 'gentle-dy'"):
            self.assertIn(words, done.stderr)

    def test_a_drill_that_hides_an_exercise_is_told(self):
        drill = ('[exercise.%s]\nname = "X"\nlevel = 1\nposition = "chair"\nsides = "both"\n'
                 'risks = []\nstart = "Sit."\ndo = ["Turn."]\nfinish = ["Sit up."]\n'
                 'dose = { hold = "30s" }\n')
        sheet = 'format = 1\nname = "S"\n[[step]]\nexercise = "%s"\n'
        status, told = self.check(sheet % "clamshell" + drill % "clamshell")
        self.assertEqual(status, 0)
        self.assertIn("takes the place of the bundled exercise", told)
        self.assertEqual(self.check(sheet % "mine" + drill % "mine"), (0, ""))

    def test_three_hours_are_not_passed_when_doses_have_grown(self):
        status, told = self.check('format = 1\nname = "S"\n[[step]]\nexercise = "clamshell"\n[[step]]\n'
                                  'exercise = "figure-4-supine"\nsets = 9\nhold = ["1m", "10m"]\n')
        self.assertEqual(status, 2)
        self.assertRegex(told, r"sheet\.toml:5:1: at the top of its bands 'sheet' would take")

    def test_the_names_of_files_from_anywhere_are_looked_at(self):
        path = os.path.join(self.folder, "a\x1b.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SHEET)
        for command in (("routine", "show"), ("routine", "check"), ("start", "--rehearse")):
            done = self.run_hipflow(*command, path)
            self.assertEqual(done.returncode, 2)
            self.assertIn("rename the file", done.stderr)


class Neighbours(HipflowTest):
    def test_a_faulty_rung_keeps_nobody_from_the_rest(self):
        # The way down from the lying figure-4, and what closes a session that was broken off.
        for name in ("figure-4-seated", "rest-90-90"):
            self.write(f".config/hipflow/exercises/{name}.toml", "faulty")
        sheet = self.write("sheet.toml",
                           SHEET.replace("clamshell", "figure-4-supine") + 'hold = "1m"\n')
        for command in (("start", sheet, "--rehearse"), ("routine", "show", sheet),
                        ("routine", "check", sheet), ("exercise", "show", "figure-4-supine")):
            with self.subTest(command):
                done = self.run_hipflow(*command)
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_faulty_rung_of_a_routine_is_named_with_its_place(self):
        path = self.write(".config/hipflow/exercises/figure-4-seated.toml", "format = 1\n")
        for command in (("start", "short", "--rehearse"), ("routine", "check", "short")):
            done = self.run_hipflow(*command)
            self.assertEqual(done.returncode, 2)
            self.assertIn(path + ":1:1: 'name' is missing", done.stderr)

    def test_the_easier_one_that_was_taken_may_be_faulty_by_now(self):
        sheet = self.write("sheet.toml", SHEET.replace("clamshell", "figure-4-supine") +
                           'hold = ["600s", "600s"]\n')
        session = self.start(sheet, *NO_QUESTIONS)
        session.expect("Hold, left")
        session.say("e")
        session.expect("eated figure-4")
        self.assertEqual(session.end(), 0)
        self.assertIn("figure-4-seated",
                      [row["exercise"] for row in self.rows("SELECT exercise FROM performed_set")])
        self.write(".config/hipflow/exercises/figure-4-seated.toml", "faulty")
        for command in (("start", sheet, "--rehearse"), ("routine", "show", sheet)):
            done = self.run_hipflow(*command)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertRegex(done.stdout, "(?i)lying figure")


class Glance(HipflowTest):
    def test_a_faulty_routine_of_today_is_named(self):
        path = self.write(".config/hipflow/routines/mine.toml", "format = 1\n")
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "mine"\n')
        done = self.run_hipflow()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        said = " ".join(done.stdout.split())
        self.assertIn(path + ":1:1: 'name' is missing", said.replace("- ", "-"))
        self.assertIn("hipflow routine check mine", said)

    def test_a_routine_of_today_that_takes_too_long_hides_nothing_else(self):
        self.write(".config/hipflow/routines/mine.toml",
                   SHEET + 'sets = 20\nhold = "10m"\nreps = 1\nrelease = "1s"\n')
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "mine"\n')
        done = self.run_hipflow()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("a session may last 3 hours at most", " ".join(done.stdout.split()))
        self.assertIn("No session yet.", done.stdout)
        self.assertNotIn("To start", done.stdout)
        self.assertIsNone(self.run_json()["today"])


if __name__ == "__main__":
    main()
