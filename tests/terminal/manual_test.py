# SPDX-License-Identifier: MIT
"""Parser, completion, help and manual say the same, and every example runs. manual_test.py HIPFLOW"""
import os
import re
import shutil
import subprocess
import unittest

from hipflow_test import NO_QUESTIONS, SHORT_ROUTINE, HipflowTest, main

DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs")
HELP_OPTION = "--help"


def page(name):
    with open(os.path.join(DOCS, name), encoding="utf-8") as file:
        return file.read()


def written_options(text):
    """Options that have an entry of their own in a part of a manual."""
    return {"-" + name for line in re.findall(r"^\.It (Fl .*)$", text, re.M)
            for name in re.findall(r"Fl (-[a-z-]+)", line)}


class ManualTest(HipflowTest):
    def complete(self, *words):
        shown = self.run_hipflow("__complete", str(len(words)), "hipflow", *words)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        return [line.split("\t")[0] for line in shown.stdout.splitlines()[:-1]]

    def help(self, *words):
        shown = self.run_hipflow(*words, "--help")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        return shown.stdout

    def groups_and_commands(self):
        """All commands: (those that have others below them, those that do something)."""
        groups, commands = [], []
        for name in self.complete(""):
            below = self.complete("help", name, "")
            (groups if below else commands).append((name,))
            if below and self.helped_options(name) - {HELP_OPTION}:
                commands.append((name,))  # both: it does something without a word behind it
            commands += [(name, part) for part in below]
        self.assertIn(("start",), commands)
        self.assertIn(("routine", "check"), commands)
        return groups, commands

    def helped_options(self, *words):
        return set(re.findall(r"^  (?:-[a-z],)?(--[a-z-]+)", self.help(*words), re.M))


class Agreement(ManualTest):
    def test_mandoc_finds_nothing(self):
        if shutil.which("mandoc") is None:
            raise unittest.SkipTest("mandoc is not installed")
        names = sorted(os.listdir(DOCS))
        self.assertIn("hipflow.1", names)
        for name in names:
            if not name.endswith((".1", ".5")):
                continue
            shown = subprocess.run(["mandoc", "-T", "lint", os.path.join(DOCS, name)],
                                   capture_output=True, text=True, check=False)
            # It looks for the pages that are referred to among those installed.
            said = [line for line in shown.stdout.splitlines()
                    if "referenced manual not found: Xr hipflow" not in line]
            self.assertEqual(said, [], name)

    def test_every_option_stands_in_help_manual_and_completion(self):
        manual = page("hipflow.1")
        general = written_options(manual[manual.index(".Sh OPTIONS"):manual.index(".Sh COMMANDS")])
        blocks = {title: text for title, text in
                  re.findall(r"^\.Ss hipflow ([a-z ]+)\n(.*?)(?=^\.S[sh])", manual, re.M | re.S)}
        everywhere = self.helped_options()
        self.assertEqual(everywhere, set(self.complete("-")))
        self.assertEqual(everywhere, general)
        _, commands = self.groups_and_commands()
        self.assertEqual({" ".join(command) for command in commands}, set(blocks))
        inherited = everywhere - {HELP_OPTION, "--json"}
        for command in commands:
            with self.subTest(command=" ".join(command)):
                options = self.helped_options(*command)
                offered = set(self.complete(*command, "-"))
                if command[1:] and command[:1] in commands:  # what is above it has its own
                    offered -= self.helped_options(*command[:1]) - options
                self.assertEqual(offered - inherited, options)
                self.assertLessEqual(inherited, offered)
                self.assertEqual(written_options(blocks[" ".join(command)]),
                                 options - {HELP_OPTION})

    def test_help_is_said_in_every_way(self):
        groups, commands = self.groups_and_commands()
        for command in [(), *groups, *commands]:
            with self.subTest(command=" ".join(command)):
                text = self.help(*command)
                self.assertEqual(self.run_hipflow(*command, "-h").stdout, text)
                self.assertEqual(self.run_hipflow("help", *command).stdout, text)
                self.assertRegex(text, r"\n  hipflow.*\n(?s:.*)\nUsage: hipflow")
        self.assertEqual(self.run_hipflow("help", "nonsense").returncode, 2)
        self.assertIn("'routine'", self.run_hipflow("help", "rotine").stderr)

    def test_every_setting_stands_in_the_manual_with_its_default(self):
        manual = page("hipflow-config.5")
        # Somebody who is new to hipflow begins with another routine than the one that is the default.
        self.assertEqual(self.start("short", *NO_QUESTIONS, "--experience", "used").end(), 0)
        settings = self.run_json("config")["settings"]
        self.assertGreater(len(settings), 5)
        for setting in settings:
            name = setting["key"].split(".")[-1]
            with self.subTest(setting["key"]):
                entry = re.search(rf"^\.It Ic {name}\n(.*?)^\.(?:It|El)", manual, re.M | re.S)
                self.assertIsNotNone(entry)
                default = entry[1].split("Default:")[1]
                self.assertIn(setting["value"].replace('"', r"\(dq"), default)
        written = set(re.findall(r"^\.It Ic (\S+)", manual, re.M))
        self.assertEqual(written, {setting["key"].split(".")[-1] for setting in settings})

    def test_the_configuration_of_the_manual_is_one(self):
        example, = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed", page("hipflow-config.5"),
                              re.M | re.S)
        self.write(".config/hipflow/config.toml", example)
        settings = self.run_json("config")["settings"]
        set_here = [line for line in settings if line["origin"] != "default"]
        self.assertEqual(len(set_here), len(re.findall("^[a-z_]+ = ", example, re.M)) - 1)


class Examples(ManualTest):
    def setUp(self):
        super().setUp()
        folder = os.path.join(self.folder, "bin")
        os.makedirs(folder)
        os.symlink(self.binary, os.path.join(folder, "hipflow"))
        self.path = folder + ":/usr/bin:/bin"
        # The doctor tries the player; what there is here has no device to play to.
        os.chmod(self.write("../bin/pw-play", "#!/bin/sh\nexit 0\n"), 0o755)
        self.assertEqual(self.start("short", *NO_QUESTIONS).end(), 0)
        for score in "123":
            self.assertEqual(self.run_hipflow("log", "pain", score).returncode, 0)
        # A plan that is always due, and a crontab that asks.
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[me]\nday_starts = "00:00"\n[remind]\nquiet = []\nat = "00:00"\n')
        self.assertEqual(self.run_hipflow("schedule", "set", "daily", env=self.env(
            HIPFLOW_NOW="2020-01-01T12:00:00Z")).returncode, 0)
        crontab = os.path.join(folder, "crontab")
        with open(crontab, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n[ -z \"$ASKED\" ] && exit\necho '# >>> hipflow reminders >>>'\n"
                       "echo '* * * * * hipflow remind'\necho '# <<< hipflow reminders <<<'\n")
        os.chmod(crontab, 0o700)
        self.filled = os.path.join(self.folder, "filled")
        shutil.copytree(self.home, self.filled)

    def run_example(self, line):
        """In a home with a history and a routine `mine`, but where the example makes or needs."""
        shutil.rmtree(self.home)
        shutil.copytree(self.filled, self.home)
        if "routine new" not in line:
            self.write(".config/hipflow/routines/mine.toml", SHORT_ROUTINE)
        self.write("sheet.toml", SHORT_ROUTINE)
        if "resume" in line:
            self.assertEqual(self.run_hipflow("schedule", "pause", env=self.env(
                HIPFLOW_NOW="2020-01-02T12:00:00Z")).returncode, 0)
        if "schedule remove" in line:
            self.assertEqual(self.run_hipflow("schedule", "add", "desk-reset").returncode, 0)
        if "--pain '>5'" in line:
            self.assertEqual(self.run_hipflow("log", "session", "--pain-before", "7").returncode, 0)
        if "redo" in line:
            self.assertEqual(self.run_hipflow("undo").returncode, 0)
        if line in ("hipflow program leave", "hipflow program status"):
            self.assertEqual(self.run_hipflow("program", "join", "steady-six").returncode, 0)
        if re.search("stats (range|function)|--score 1=", line):
            for measured in (("range", "--left-internal", "32,33,31"),
                             ("function", "--add", "walk to work", "--score", "walk to work=5")):
                shown = self.run_hipflow("measure", *measured)
                self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        if line.startswith("hipflow start") and "--rehearse" not in line:
            # Somebody must be there: in a terminal, in which nothing is asked.
            words = line.split()[1:]
            session = self.terminal(*words, "--plain", *NO_QUESTIONS)
            return session.end(), session.text
        if line in ("hipflow measure range", "hipflow measure function"):
            measuring = self.terminal(*line.split()[1:], "--plain")
            measuring.say(*(("", "", "", "30") if "range" in line else ("walk", "", "4")), *[""] * 5)
            return measuring.end(), measuring.text
        if line == "hipflow me ask":
            asking = self.terminal("me", "ask", "--plain")
            asking.answer("Which of these apply to you?", "knees", "Noted: kneeling.", "")
            return asking.end(), asking.text
        # The session was made at a thousandfold speed: its times lie ahead, as the doctor would say.
        now = "2100-01-01T00:00:00Z" if re.search("doctor|remind", line) else None
        # Only these find the block of another program, which the doctor would tell.
        asked = "1" if re.search("status|uninstall", line) else None
        shown = subprocess.run(["bash", "-c", line], cwd=self.home, capture_output=True, text=True,
                               env=self.env(PATH=self.path, EDITOR="true", HIPFLOW_SPEED="100",
                                            HIPFLOW_NOW=now, ASKED=asked),
                               stdin=subprocess.DEVNULL, timeout=60, check=False)
        return shown.returncode, shown.stderr

    def check_all(self, lines):
        self.assertTrue(lines)
        for line in sorted(set(lines)):
            with self.subTest(line):
                status, said = self.run_example(line)
                self.assertEqual(status, 0, said)

    def test_those_of_the_help(self):
        groups, commands = self.groups_and_commands()
        lines = []
        for command in [(), *groups, *commands]:
            above = self.help(*command).split("Usage: ")[0]
            own = [re.split(r"  +", line.strip())[0] for line in above.splitlines()
                   if line.startswith("  hipflow")]
            self.assertTrue(own, f"no example for {command}")
            for line in own:
                self.assertTrue(line.startswith(" ".join(("hipflow",) + command)), line)
            lines += own
        self.check_all(lines)

    def test_those_of_the_manuals(self):
        lines = []
        for name in os.listdir(DOCS):
            if name.endswith((".1", ".5")):
                lines += re.findall(r"^\.(?:Dl|Ic) (hipflow .*?)(?: [.,;])?$", page(name), re.M)
        self.assertGreater(len(lines), 10)
        self.check_all(lines)


if __name__ == "__main__":
    main()
