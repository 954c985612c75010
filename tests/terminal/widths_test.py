# SPDX-License-Identifier: MIT
"""No line is wider than the terminal, and no word is broken. widths_test.py /path/to/hipflow

Every command that there is runs with what its help gives as examples, the examples of the README, and
command lines that are wrong, over a history of some weeks: in terminals of 80, 60 and 40 columns, and into
pipes with COLUMNS. New commands and examples are found by themselves.
"""
import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import termios
import unicodedata
from concurrent.futures import ThreadPoolExecutor

from hipflow_test import HipflowTest, main

WIDTHS = (80, 60, 40)
README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "README.md")
NOW = "2026-06-10T09:00:00+00:00"  # a Wednesday

# What needs somebody, a program that runs on, or a terminal of its own; those have tests of theirs.
LEFT_OUT = re.compile(r"^hipflow (start(?!.*--rehearse)|measure (range|function)$|me ask|export|completion|"
                      r"report.*(--open|--out -)|.*--(json|toml|csv|listen|sound|speed|edit)\b|.* edit\b|"
                      r"routine (edit|add|rename|remove)|remind( --format.*)?$|schedule (install|uninstall)(?!.*--dry-run))")

FAULTS = (
    "hipflow strat", "hipflow start --shrot", "hipflow session show 2001-01-01", "hipflow routine show nonsense",
    "hipflow log pain 12", "hipflow log pain lowback=3", "hipflow stats --last banana",
    "hipflow schedule set someday", "hipflow exercise list --position bed", "hipflow routine check broken",
    "hipflow routine show broken", "hipflow --color sometimes", "hipflow log session --at sometime",
    "hipflow stats --since", "hipflow log pain --json 3", "hipflow me restrict nothing-of-that-kind",
    "hipflow exercise show clamshel", "hipflow program join nothing", "hipflow measure range --left-internal x",
    "hipflow start", "hipflow config --config broken.toml", "hipflow stats range --since 2026-06-09 --until 2026-06-01",
)

# More than the examples: with what only shows when there is much of it.
MORE = ("hipflow start --rehearse --verbose", "hipflow doctor --verbose", "hipflow stats sessions --all",
        "hipflow stats exercises --all", "hipflow stats week --last 40d", "hipflow stats pain --all",
        "hipflow session list --all", "hipflow routine show hip-rotation --verbose", "hipflow config",
        "hipflow exercise show clamshell --frames", "hipflow exercise list --position supine",
        "hipflow remind --explain", "hipflow schedule status", "hipflow safety", "hipflow me", "hipflow why",
        "hipflow why last", "hipflow stats range", "hipflow stats function", "hipflow program status")

BROKEN = """\
format = 1
name = "Broken"
level = 9
a_key_that_nobody_has_ever_heard_of = "and a value that is rather long as well"
[[step]]
exercise = "an-exercise-that-does-not-exist"
"""


def columns_of(text):
    """The columns of a terminal that a text takes."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def too_wide(text, columns):
    """The lines that are too wide; a word alone, from the first column on, may be."""
    return [line for line in text.replace("\r", "").split("\n")
            if columns_of(line) > columns and (" " in re.sub(r"\x1b\[[0-9;]*m", "", line))]


def words_of(text):
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return set(re.findall(r"[^\W\d_]{3,}", text))


class Widths(HipflowTest):
    def setUp(self):
        super().setUp()
        folder = os.path.join(self.folder, "bin")
        os.makedirs(folder)
        for name in ("pw-play", "crontab"):
            os.chmod(self.write(f"../bin/{name}", "#!/bin/sh\nexit 0\n"), 0o755)
        self.path = folder + ":/usr/bin:/bin"
        self.fill()
        self.filled = os.path.join(self.folder, "filled")
        shutil.copytree(self.home, self.filled)

    def at(self, day, *words):
        shown = self.run_hipflow(*words, env=self.env(HIPFLOW_NOW=f"2026-{day}T18:00:00+00:00"))
        self.assertEqual(shown.returncode, 0, (words, shown.stderr))

    def fill(self):
        """Some weeks with everything that can be recorded."""
        self.write(".config/hipflow/routines/broken.toml", BROKEN)
        self.write("broken.toml", BROKEN)
        self.at("04-20", "schedule", "set", "mon,wed,fri", "--at", "am,pm")
        for week, day in enumerate(("04-20", "04-27", "05-04", "05-11", "05-18", "05-25", "06-01")):
            for name in ("hip-rotation", "five-minute-minimum", "desk-reset")[:1 + week % 3]:
                self.at(day, "log", "session", "--routine", name, "--done", f"{70 + 5 * week}%",
                        "--pain-before", str(2 + week % 4), "--pain-after", "2", "--effort", "ok")
            self.at(day, "log", "pain", f"low-back={2 + week % 5}", f"buttock:left={week % 4}")
            self.at(day, "measure", "function", *(("--add", "put on socks and tie my shoes without sitting down")
                                                  if week == 0 else ()),
                    "--score", f"1={3 + week}")
            if week % 3 == 0:
                self.at(day, "measure", "range", "--left-internal", f"3{week},33,31", "--left-external", "40,41",
                        "--right-internal", "35,34,36", "--right-external", f"4{week}", "--pain", "2")
        self.at("06-09", "schedule", "skip", "2026-06-12", "--reason", "travel")
        self.at("06-09", "me", "restrict", "osteoporosis", "no-floor")
        self.at("06-09", "exercise", "avoid", "clamshell")
        self.at("06-09", "log", "session", "--note", "A note that is so long that it does not fit into a line of "
                "sixty columns, nor into one of eighty.")

    def commands(self):
        """All commands, from the help."""
        found, left = [], [()]
        while left:
            words = left.pop()
            found.append(words)
            text = self.run_hipflow(*words, "--help").stdout
            below = text.partition("\nSubcommands:\n")[2]
            left += [(*words, name) for name in re.findall(r"^  ([a-z]+)(?: |$)", below, re.M)]
        self.assertGreater(len(found), 40)
        return sorted(found)

    def lines(self):
        """Every command line to look at, once each."""
        lines = []
        for words in self.commands():
            name = " ".join(("hipflow", *words))
            text = self.run_hipflow(*words, "--help").stdout
            lines += [name + " --help"]
            lines += re.findall(r"^  (hipflow.*?)(?:  |$)", text.split("\nUsage:")[0], re.M)
        with open(README, encoding="utf-8") as file:
            readme = file.read()
        for block in re.findall(r"^```sh\n(.*?)^```", readme, re.M | re.S):
            lines += [line.split(" #")[0].strip() for line in block.splitlines() if line.startswith("hipflow")]
        lines += re.findall(r"`(hipflow [^`]+)`", re.sub(r"^```.*?^```", "", readme, flags=re.M | re.S))
        lines += [*FAULTS, *MORE]
        return sorted({line for line in lines if line in FAULTS or not LEFT_OUT.match(line)})

    def run_line(self, number, line, columns):
        """What is said in a terminal of that size, or, without one, into a pipe; in a home of its own."""
        home = os.path.join(self.folder, f"home{number}-{columns}")
        shutil.copytree(self.filled, home)
        env = self.env(HOME=home, PATH=self.path, HIPFLOW_NOW=NOW, EDITOR="true", TERM="xterm-256color",
                       XDG_CONFIG_HOME=None, XDG_DATA_HOME=None, XDG_CACHE_HOME=None, COLUMNS=None)
        command = [self.binary, *shlex.split(line)[1:]]
        try:
            piped = subprocess.run(command, cwd=home, env={**env, "COLUMNS": str(columns)},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   text=True, timeout=60, check=False).stdout
            shutil.rmtree(home)
            shutil.copytree(self.filled, home)
            return self.in_terminal(command, home, env, columns), piped
        finally:
            shutil.rmtree(home, ignore_errors=True)

    @staticmethod
    def in_terminal(command, home, env, columns):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        with subprocess.Popen(command, cwd=home, env=env, stdin=subprocess.DEVNULL, stdout=theirs,
                              stderr=theirs, start_new_session=True) as child:
            os.close(theirs)
            said = b""
            while True:
                try:
                    more = os.read(ours, 65536)
                except OSError:  # the last one has closed it
                    break
                if not more:
                    break
                said += more
            os.close(ours)
            child.wait(60)
        return said.decode("utf-8", "replace")

    def test_lines_fit_and_words_stay_whole(self):
        lines = self.lines()
        self.assertGreater(len(lines), 120)
        with ThreadPoolExecutor(4) as pool:
            looks = {(line, columns): pool.submit(self.run_line, number, line, columns)
                     for number, line in enumerate(lines) for columns in (100, *WIDTHS)}
            for line in lines:
                # Both, as a terminal that closes may keep back the end of what was written to it.
                known = set().union(*map(words_of, (*looks[line, 100].result(), line)), {"int", "ext", "foot", "out"})
                for columns in WIDTHS:
                    with self.subTest(line, columns=columns):
                        seen, piped = looks[line, columns].result()
                        self.assertEqual(too_wide(seen, columns), [])
                        # A rehearsal in a pipe is for programs: a line for each event.
                        if "--rehearse" not in line:
                            self.assertEqual(too_wide(piped, columns), [])
                        self.assertEqual(words_of(seen) - known, set())
                        self.assertNotIn("Traceback", seen)

    def test_the_routine_is_never_left_out_of_the_list(self):
        seen, _ = self.run_line(0, "hipflow session list --all", 40)
        self.assertIn("five-minute-minimum", seen)
        self.assertIn("hip-rotation", seen)

    def test_a_pipe_has_eighty_columns_and_whole_messages(self):
        env = self.env(HIPFLOW_NOW=NOW)
        shown = self.run_hipflow("exercise", "list", env=env)
        self.assertEqual(too_wide(shown.stdout, 80), [])
        broken = [line for line in shown.stderr.splitlines() if "broken.toml" in line]
        self.assertEqual(len(broken), len(shown.stderr.splitlines()), shown.stderr)
        listed = self.run_json("exercise", "list", env=env)
        self.assertGreater(len(listed), 0)


if __name__ == "__main__":
    main()
