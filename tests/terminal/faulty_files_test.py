# SPDX-License-Identifier: MIT
"""One faulty file of the user's hides and blocks nothing else. faulty_files_test.py /path/to/hipflow

Every way in which a file can be faulty is tried with every command that reads the library.
"""
import os
import shutil

from hipflow_test import NO_QUESTIONS, HipflowTest, main

HOSTILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "hostile")

STEP = '[[step]]\nexercise = "clamshell"\n'
TOO_LONG = """format = 1
name = "Long"
[[step]]
exercise = "clamshell"
[[step]]
exercise = "squeeze"
sets = 19
[exercise.squeeze]
name = "Squeeze"
level = 1
position = "supine"
sides = "both"
risks = []
start = "Lie."
do = ["Press."]
dose = { hold = "10m" }
"""
QUICK = TOO_LONG.replace("sets = 19", "counts = false").replace("10m", "1s").replace(
    '[[step]]\nexercise = "clamshell"\n', "").replace("counts = false\n", "").replace(
        'name = "Long"', 'name = "Quick"\ncounts = false')
DRILL = """format = 1
name = "Mine"
level = 1
position = "chair"
sides = "both"
risks = []
start = "Sit."
do = ["Turn."]
dose = { hold = "30s" }
"""
PROGRAM = """format = 1
name = "Mine"
per_week = 1
[[week]]
cap = 1
sessions = ["%s"]
"""


def text(content):
    return lambda path: write(path, content.encode())


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def text_of(name):
    """One of the files that try to do harm."""
    with open(os.path.join(HOSTILE, name), "rb") as file:
        content = file.read()
    return lambda path: write(path, content)


def twice(path):
    """The same id in two folders."""
    for folder in ("a", "b"):
        os.makedirs(os.path.join(os.path.dirname(path), folder))
        write(os.path.join(os.path.dirname(path), folder, os.path.basename(path)),
              b'format = 1\nname = "Twice"\n' + STEP.encode())


def circle_of_folders(path):
    """A folder that cannot be read, not by root either: the link leads back to itself."""
    folder = os.path.dirname(path)
    shutil.rmtree(folder)
    os.symlink(folder, folder)


def lost_folder(path):
    folder = os.path.dirname(path)
    shutil.rmtree(folder)
    os.symlink("nowhere", folder)


def unreadable(path):
    """A file that opens and cannot be read, for root as well."""
    os.symlink("/proc/self/mem", path)


def odd_name(path):
    write(os.path.join(os.path.dirname(path).encode(), b"odd-\xff.toml"), b"format = 1\n")


def kind_of_no_file(path):
    """Where the folder should be there is a file."""
    folder = os.path.dirname(path)
    shutil.rmtree(folder)
    write(folder, b"")


# How a file in any of the three folders can be faulty, and what is said of it.
ANYWHERE = {
    "syntax": (text('format = 1\nname ='), r"x\.toml:2:\d+: "),
    "not UTF-8": (lambda path: write(path, b'format = 1\nname = "\xff"\n'), r"x\.toml:2:\d+: "),
    "too large": (text("#" * 70000), r"x\.toml: the file has 70000 bytes"),
    "unreadable": (unreadable, r"x\.toml: cannot be read"),
    "a folder": (os.makedirs, r"x\.toml: this is a folder"),
    "a pipe": (os.mkfifo, r"x\.toml: this is a pipe"),
    "a link to nowhere": (lambda path: os.symlink("nowhere", path), r"x\.toml: .*points to nothing"),
    "a link to itself": (lambda path: os.symlink(path, path), r"x\.toml: "),
    "a folder that is a circle": (circle_of_folders, r"s: the folder cannot be read: Too many"),
    "a folder that points to nothing": (lost_folder, r"s: the folder cannot be read: No such"),
    "a name that is not UTF-8": (odd_name, r"odd-\\xFF\.toml: .*rename"),
    "no folder": (kind_of_no_file, r"s: the folder cannot be read: Not a"),
    "the same id twice": (twice, r"x\.toml: .* has the same id"),
    "nothing in it": (text(""), r"x\.toml:1:1: "),
}
# What only one kind of file can have.
KINDS = {
    "routines": {
        **{name: (text_of(name), r"x\.toml:\d+:\d+: ") for name in (
            "bidi.toml", "deep-table.toml", "escape.toml", "nul.toml", "random.toml")},
        "an unknown exercise": (text('format = 1\nname = "X"\n[[step]]\nexercise = "clamshel"\n'),
                                r"x\.toml:4:\d+: there is no exercise 'clamshel'"),
        "an unknown routine": (text('format = 1\nname = "X"\nharder = "nothing"\n' + STEP),
                               r"x\.toml:3:\d+: 'harder': there is no routine"),
        "a circle": (text('format = 1\nname = "X"\nharder = "x"\n' + STEP),
                     r"x\.toml:3:\d+: 'harder' leads in a circle"),
        "an impossible dose": (text('format = 1\nname = "X"\n[[step]]\n'
                                    'exercise = "figure-4-supine"\nreps = 3\n'),
                               r"x\.toml:3:\d+: 'figure-4-supine' cannot be done"),
        "too long": (text(TOO_LONG), r"x\.toml:5:\d+: 'x' would take 196 min"),
    },
    "exercises": {
        "an unknown neighbour": (text(DRILL + 'easier = "nothing"\n'),
                                 r"x\.toml:10:\d+: 'easier': there is no exercise"),
        "a circle": (text(DRILL + 'easier = "x"\n'), r"x\.toml:10:\d+: 'easier' leads in a circle"),
    },
    "programs": {
        "an unknown routine": (text(PROGRAM % "nothing"), r"x\.toml:6:\d+: there is no routine"),
    },
}
PLACES = ["routines", "exercises", "programs"]
LISTS = {"routines": "hip-rotation", "exercises": "clamshell", "programs": "steady-six"}

# (command, exit code, what its answer has to hold); none of them is about the faulty file.
UNTOUCHED = [
    (("routine", "show", "hip-rotation"), 0, "Hip rotation"),
    (("routine", "check", "hip-rotation", "flare-up-day"), 0, "hip-rotation: "),
    (("start", "hip-rotation", "--rehearse"), 0, "position-change"),
    (("start", "--rehearse"), 0, "position-change"),
    (("start", "flare-up-day", "--rehearse"), 0, "position-change"),
    (("start", "./sheet.toml", "--rehearse"), 0, "clamshell"),
    (("exercise", "show", "clamshell"), 0, "Clamshell"),
    (("program", "show", "steady-six"), 0, "Steady six"),
    (("program", "status"), 0, "Steady six"),
    ((), 0, "Today"),
    (("why",), 0, "Today"),
    (("stats",), 0, "session"),
    (("stats", "exercises"), 0, "Squeeze|squeeze"),
    (("session", "list"), 0, "quick"),
    (("remind",), 0, "hip-rotation|gentle"),
    (("config",), 0, "routine"),
    (("export", "ics"), 0, "VCALENDAR"),
    (("__complete", "3", "hipflow", "routine", "show", ""), 0, "hip-rotation\tHip rotation"),
    (("__complete", "3", "hipflow", "exercise", "show", ""), 0, "clamshell\tClamshell"),
    (("__complete", "3", "hipflow", "program", "show", ""), 0, "steady-six\tSteady six"),
]


class FaultyFiles(HipflowTest):
    def setUp(self):
        super().setUp()
        os.remove(os.path.join(self.config, "routines", "long.toml"))
        for place in PLACES:
            os.makedirs(os.path.join(self.config, place), exist_ok=True)
        self.write("sheet.toml", 'format = 1\nname = "Sheet"\n' + STEP)
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[me]\nday_starts = "00:00"\n[remind]\nquiet = []\nat = "00:00"\n')
        # A session long ago, a program joined before today, and so one that is due.
        quick = self.write("quick.toml", QUICK)
        self.assertEqual(self.start(quick, *NO_QUESTIONS).end(), 0)
        for command in (("log", "session", "--routine", "hip-rotation"),
                        ("program", "join", "steady-six")):
            done = self.run_hipflow(*command, env=self.env(HIPFLOW_NOW="2026-06-10T12:00:00Z"))
            self.assertEqual(done.returncode, 0, done.stderr)
        self.whole = os.path.join(self.folder, "whole")
        shutil.copytree(self.home, self.whole)

    def faults(self):
        for place in PLACES:
            for name, (make, told) in {**ANYWHERE, **KINDS[place]}.items():
                with self.subTest(place=place, fault=name):
                    shutil.rmtree(self.home)
                    shutil.copytree(self.whole, self.home)
                    make(os.path.join(self.config, place, "x.toml"))
                    yield place, told

    def run_here(self, *command):
        done = self.run_hipflow(*command, cwd=self.home)
        self.assertGreaterEqual(done.returncode, 0, "died")
        return done

    def test_what_does_not_need_the_file_is_untouched(self):
        for _ in self.faults():
            for command, status, holds in UNTOUCHED:
                with self.subTest(command=command):
                    done = self.run_here(*command)
                    self.assertEqual(done.returncode, status, done.stderr)
                    self.assertRegex(done.stdout, holds)

    def test_lists_show_the_rest_and_end_with_the_fault(self):
        for place, told in self.faults():
            for listed, known in LISTS.items():
                for form in ((), ("--json",)):
                    with self.subTest(listed=listed, form=form):
                        done = self.run_here(listed[:-1], "list", *form)
                        self.assertIn(known, done.stdout)
                        if listed == place:
                            self.assertEqual(done.returncode, 2, done.stderr)
                            self.assertRegex(done.stderr, told)
                            self.assertEqual(len(done.stderr.splitlines()),
                                             len(set(done.stderr.splitlines())), done.stderr)
                        elif place == "routines" or listed == "exercises":
                            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_check_tells_the_place_and_goes_on(self):
        for _, told in self.faults():
            done = self.run_here("routine", "check")
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr, told)
            self.assertEqual(len(done.stderr.splitlines()), len(set(done.stderr.splitlines())))
            for known in ("hip-rotation: ", "rom-check: "):
                self.assertIn("\n" + known, "\n" + done.stdout)
            self.assertNotIn("\nx:", "\n" + done.stdout)


if __name__ == "__main__":
    main()
