# SPDX-License-Identifier: MIT
"""Tab: what the program offers, and what real shells make of it. completion_test.py HIPFLOW"""
import os
import re
import subprocess

from hipflow_test import NO_QUESTIONS, SHORT_ROUTINE, HipflowTest, main
from shells import COMPLETIONS, SHELLS, Shell

SCRIPTS = {"bash": "hipflow.bash", "fish": "hipflow.fish", "zsh": "_hipflow"}
NO_SPACE, NO_FILES = 2, 4


class CompletionTest(HipflowTest):
    def setUp(self):
        super().setUp()
        for name in ("walking flow", "daily:short", "daily:long"):
            self.write(f".config/hipflow/routines/{name}.toml",
                       SHORT_ROUTINE.replace('name = "Short"', f'name = "The {name}"'))

    def ask(self, *words, **environment):
        """(candidates with descriptions, rules) where the last word is the one under the cursor."""
        shown = self.run_hipflow("__complete", str(len(words)), "hipflow", *words,
                                 env=self.env(**environment))
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), words)
        *lines, rules = shown.stdout.splitlines()
        self.assertRegex(rules, r"\A:\d\Z")
        for line in lines:
            self.assertEqual(line.count("\t"), 1, line)
        return dict(line.split("\t") for line in lines), int(rules[1:])

    def names(self, *words, **environment):
        return list(self.ask(*words, **environment)[0])

    def everything_in_home(self):
        return sorted(os.path.join(folder, name) for folder, _, names in os.walk(self.home)
                      for name in names)


class Answers(CompletionTest):
    def test_commands_with_what_they_do(self):
        found, rules = self.ask("")
        self.assertEqual(found["start"], "Lead through a session")
        self.assertEqual(rules, NO_FILES)
        self.assertEqual(self.names("help", ""), list(found))
        self.assertIn("check", self.names("routine", ""))
        self.assertIn("check", self.names("help", "routine", ""))

    def test_routines_of_the_program_and_of_the_user(self):
        found, rules = self.ask("start", "")
        self.assertEqual(found["hip-rotation"], "Hip rotation")
        self.assertEqual(found["walking flow"], "The walking flow")
        self.assertEqual(rules, 0)  # a file may stand here as well
        for words in (("routine", "show", ""), ("stats", "--routine", ""),
                      ("routine", "new", "x", "--from", ""), ("--color", "never", "start", ""),
                      ("start", "--plain", "--pain-before", "3", ""), ("start", "--", "")):
            with self.subTest(words=words):
                self.assertIn("daily:short", self.names(*words))

    def test_restrictions(self):
        for task in ("restrict", "allow"):
            found, rules = self.ask("me", task, "")
            self.assertEqual(found["wrists"], "sore wrists")
            self.assertEqual(rules, NO_FILES)

    def test_exercises(self):
        self.assertEqual(self.ask("exercise", "show", "")[0]["glute-bridge"], "Bridge")
        self.assertIn("none", self.names("start", "--hurt", ""))
        found, rules = self.ask("exercise", "check", "glute-bridge", "")
        self.assertIn("clamshell", found)
        self.assertEqual(rules, 0)  # a file may stand here as well

    def test_enumerated_values(self):
        self.assertEqual(self.names("--color", ""), ["auto", "always", "never"])
        self.assertEqual(self.names("--color=al"),
                         ["--color=auto", "--color=always", "--color=never"])
        self.assertEqual(self.names("start", "--effort", ""), ["easy", "ok", "hard"])
        self.assertEqual(self.names("completion", ""), sorted(SCRIPTS))
        self.assertEqual(self.names("exercise", "show", "x", "--theme", ""), ["auto", "dark", "light"])
        self.assertEqual(self.names("start", "--graphics", ""), ["auto", "cells", "kitty", "sixel", "off"])

    def test_sites_have_descriptions(self):
        found, _ = self.ask("start", "--site", "")
        self.assertEqual(len(found), 7)
        self.assertTrue(all(found.values()), found)
        found, rules = self.ask("log", "pain", "")
        self.assertIn("low-back=", found)
        self.assertEqual(rules, NO_SPACE + NO_FILES)

    def test_dates_spans_and_sessions(self):
        self.assertIn("yesterday", self.names("stats", "--since", ""))
        self.assertIn("4w", self.names("stats", "--last", ""))
        self.assertEqual(self.names("session", "show", ""), ["last"])
        self.assertEqual(self.start("short", *NO_QUESTIONS).end(), 0)
        row = self.row("SELECT id, local_day FROM session")
        found, _ = self.ask("session", "show", "")
        short, = [name for name in found if row["id"].startswith(name)]
        self.assertIn("short, completed", found[short])
        self.assertIn(row["local_day"], found)
        for name in found:
            self.assertEqual(self.run_hipflow("session", "show", name).returncode, 0, name)
        self.assertIn(row["local_day"], self.names("stats", "--since", ""))

    def test_options_once_each(self):
        self.assertIn("--rehearse", self.names("start", "-"))
        self.assertIn("--color", self.names("start", "-"))
        self.assertNotIn("--rehearse", self.names("start", "--rehearse", "-"))
        self.assertIn("--hurt", self.names("start", "--hurt", "none", "-"))
        self.assertIn("--all", self.names("stats", "-"))

    def test_nothing_behind_what_nobody_knows(self):
        for words in (("nonsense", ""), ("start", "--nonsense="), ("start", "short", ""),
                      ("start", "--", "-")):
            found, _ = self.ask(*words)
            self.assertFalse({"start", "none"} & set(found), words)
        for arguments in ((), ("x",), ("0",), ("99", "hipflow"), ("-1", "hipflow", "")):
            shown = self.run_hipflow("__complete", *arguments)
            self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)

    def test_works_whatever_is_broken_and_makes_no_file(self):
        self.write(".config/hipflow/config.toml", "format = 1\nnonsense [")
        self.write(".config/hipflow/routines/broken.toml", "[[[")
        before = self.everything_in_home()
        self.assertEqual(self.ask("start", "")[0]["broken"], "its file has faults")
        self.assertIn("last", self.names("session", "show", ""))
        self.assertEqual(self.everything_in_home(), before)
        self.assertIn("hip-rotation", self.names("start", "", HOME=None))
        self.assertIn("start", self.names("", HIPFLOW_DB="/nonexistent/folder/x.db"))
        self.assertIn("today", self.names("--db", "/dev/null/x", "stats", "--since", ""))
        os.chmod(os.path.join(self.config, "routines"), 0)
        self.addCleanup(os.chmod, os.path.join(self.config, "routines"), 0o700)
        self.ask("start", "")

    def test_a_damaged_history_offers_no_sessions(self):
        self.write(".local/share/hipflow/hipflow.db", "this is no database" * 100)
        before = self.everything_in_home()
        self.ask("session", "show", "")
        self.assertEqual(self.everything_in_home(), before)

    def test_completion_prints_the_installed_files(self):
        for shell, name in SCRIPTS.items():
            with open(os.path.join(COMPLETIONS, name), "rb") as file:
                shown = subprocess.run([self.binary, "completion", shell], capture_output=True,
                                       env=self.env(), check=True)
                self.assertEqual(shown.stdout, file.read(), shell)
        self.assertEqual(self.run_hipflow("completion", "tcsh").returncode, 2)
        self.assertEqual(self.run_hipflow("completion").returncode, 2)


class Shells(CompletionTest):
    """Each test is one shell; what is typed, and what the line must read after Tab."""

    LINES = (
        ("hipflow sta", r"hipflow sta(rt|ts)?"),
        ("hipflow rou", r"hipflow routine"),
        ("hipflow start walki", r"hipflow start walking\\ flow"),
        ("hipflow start walking\\ f", r"hipflow start walking\\ flow"),
        ("hipflow start dai", r"hipflow start daily(\\)?:"),
        ("hipflow start daily:s", r"hipflow start daily(\\)?:short"),
        ("hipflow start daily:short --reh", r"hipflow start daily(\\)?:short --rehearse"),
        ("hipflow start 'walking f", r"hipflow start 'walking flow'"),
        ('hipflow start "walking f', r'hipflow start "walking flow"'),
        ("hipflow --color=al", r"hipflow --color=always"),
        ("hipflow --color al", r"hipflow --color always"),
        ("hipflow log pain low", r"hipflow log pain low(er-leg|-back)?=?"),
        ("hipflow log pain lowe", r"hipflow log pain lower-leg="),
        ("hipflow stats --since yes", r"hipflow stats --since yesterday"),
        ("hipflow routine show ./she", r"hipflow routine show \./sheet\.toml"),
    )

    def check(self, name):
        folder = os.path.join(self.folder, "bin")
        os.makedirs(folder)
        os.symlink(self.binary, os.path.join(folder, "hipflow"))
        self.write("sheet.toml", SHORT_ROUTINE)
        environment = self.env(PATH=folder + ":/usr/bin:/bin")
        here = os.getcwd()
        os.chdir(self.home)
        self.addCleanup(os.chdir, here)
        shell = Shell(name, environment)
        self.addCleanup(shell.end)
        for typed, expected in self.LINES:
            with self.subTest(shell=name, typed=typed):
                wanted = r"\A\$ " + expected + r"\s*(\n|\Z)"
                shown = shell.complete(typed, wanted)
                self.assertRegex(shown, wanted)
                self.assertNotIn("error", shown)
        with self.subTest(shell=name, typed="the list"):
            shown = shell.complete("hipflow start ", r"(?s)\A(?=.*hip-rotation)(?=.*\bshort)", tabs=2)
            for routine in ("hip-rotation", "desk-reset", "short"):
                self.assertIn(routine, shown)
            if "bash" not in name:  # bash shows no descriptions
                self.assertIn("Hip rotation", shown)
        self.assertFalse(os.path.exists(self.data), "a database was made")

    def test_bash_alone(self):
        self.check("bare bash")

    def test_bash_with_its_completion_package(self):
        self.check("bash")

    def test_zsh(self):
        self.check("zsh")

    def test_fish(self):
        self.check("fish")

    def test_every_shell_is_tested(self):
        self.assertEqual({re.sub("bare ", "", name) for name in SHELLS}, set(SCRIPTS))


if __name__ == "__main__":
    main()
