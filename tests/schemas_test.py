#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The JSON Schemas for editors and hipflow's own parser must take and refuse the same files.

usage: schemas_test.py HIPFLOW SOURCE_FOLDER

Cases are what a schema can express: it knows nothing of other files, and compares no two values.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

import jsonschema

TOP = 'format = 1\nname = "Mine"\n'
DRILL = """
[exercise.mine]
name = "Mine"
level = 1
position = "chair"
sides = "both"
start = "Sit."
do = ["Turn."]
"""
DOSE = 'dose = { hold = "30s" }\n'


def routine(step="", top="", drill=DOSE):
    return f'{TOP}{top}\n[[step]]\nexercise = "mine"\n{step}\n{DRILL}{drill}'


TAKEN = {
    "the least": routine(),
    "everything about a routine": routine(top='summary = "x"\nlevel = 2\ncounts = false\n'),
    "gaps": routine(top='[gaps]\nready = "0s"\nside = "5s"\nposition = "1m30s"\nset = "500ms"'),
    "a band of reps": routine('reps = [8, 10]\npace = "5s"'),
    "a tempo": routine('reps = 8\ntempo = "2-1-2-0"'),
    "holds in reps": routine('reps = 5\nhold = "10s"\nrelease = "2s"'),
    "until a key": routine('until = "key"\ncap = "2m"'),
    "sides": routine('sides = "each"\nfirst = "worse"\norder = "LLRR"\nextra = { left = 1 }'),
    "the rest of a step": routine('sets = 20\ngap = "20s"\noptional = true'),
    "a drill until a key": routine(drill='dose = { until = "key", cap = "2m" }\n'),
    "a drill with everything": routine(
        drill='say = "m"\ntarget = ["x"]\nview = "none"\nrisks = ["floor", "kneel:mild"]\n'
        'needs = ["mat", "strap"]\ncues = ["x"]\nfeel = "x"\navoid = ["x"]\nsource = "x"\n' + DOSE
    ),
}

REFUSED = {
    "no format": routine().replace("format = 1\n", ""),
    "another format": routine().replace("format = 1", "format = 2"),
    "no name": routine().replace('name = "Mine"\n', "", 1),
    "no step": TOP,
    "an empty list of steps": TOP + "step = []\n",
    "an unknown key": routine(top="colour = 1"),
    "an unknown key of a step": routine("weight = 1"),
    "an unknown gap": routine(top='[gaps]\nlunch = "1h"'),
    "a number for a text": routine().replace('name = "Mine"', "name = 1", 1),
    "an empty text": routine(top='summary = ""'),
    "a text that is too long": routine(top=f'summary = "{"x" * 401}"'),
    "a level of 4": routine(top="level = 4"),
    "a duration without unit": routine('hold = "40"'),
    "a duration that is a number": routine("hold = 40"),
    "a hold that is too short": routine('hold = "900ms"'),
    "a hold that is too long": routine('hold = "10m1s"'),
    "a band of three": routine("reps = [8, 9, 10]"),
    "no reps": routine("reps = 0"),
    "too many reps": routine("reps = 101"),
    "too many sets": routine("sets = 21"),
    "a fraction of a rep": routine("reps = 8.5"),
    "pace and tempo": routine('reps = 8\npace = "5s"\ntempo = "2-1-2-0"'),
    "a tempo of three": routine('reps = 8\ntempo = "2-1-2"'),
    "until without cap": routine('until = "key"'),
    "cap without until": routine('cap = "2m"'),
    "until a bell": routine('until = "bell"\ncap = "2m"'),
    "an unknown side": routine('sides = "one"'),
    "extra sets of no side": routine("extra = {}"),
    "no extra set": routine("extra = { left = 0 }"),
    "an unknown risk": routine(drill='risks = ["sharks"]\n' + DOSE),
    "an unknown need": routine(drill='needs = ["sofa"]\n' + DOSE),
    "an unknown position": routine().replace("chair", "sofa"),
    "a drill without a dose": routine(drill=""),
    "a drill without a level": routine().replace("level = 1\n", ""),
    "a drill without instructions": routine().replace('["Turn."]', "[]"),
    "a dose that says nothing": routine(drill="dose = { sets = 2 }\n"),
    "a drill with a format": routine(drill="format = 1\n" + DOSE),
}


def merged_schema(folder):
    """The routine's schema with the exercise's definitions in it, so that nothing has to be fetched."""
    exercise = json.loads((folder / "exercise.schema.json").read_text())
    text = (folder / "routine.schema.json").read_text()
    schema = json.loads(text.replace("exercise.schema.json#/", "#/"))
    schema["$defs"] = {**exercise["$defs"], **schema["$defs"]}
    return schema


def as_drill(path):
    """A shipped exercise as the only drill of a routine, without its links to other files."""
    lines = path.read_text().splitlines(keepends=True)
    dropped = ("format", "easier", "harder")
    kept = "".join(line for line in lines if not line.startswith(dropped))
    return f'{TOP}\n[[step]]\nexercise = "{path.stem}"\n[exercise.{path.stem}]\n{kept}'


class SchemasTest(unittest.TestCase):
    hipflow = ""
    source = pathlib.Path()

    @classmethod
    def setUpClass(cls):
        schema = merged_schema(cls.source / "routines" / "schemas")
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def parser_takes(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "case.toml"
            path.write_text(text)
            done = subprocess.run(
                [self.hipflow, "routine", "check", str(path)], capture_output=True, text=True
            )
        self.assertIn(done.returncode, (0, 2), done.stderr)
        return done.returncode == 0, done.stdout + done.stderr

    def check(self, name, text, expected):
        with self.subTest(name):
            taken, words = self.parser_takes(text)
            self.assertEqual(taken, expected, f"the parser: {words}")
            faults = [fault.message for fault in self.validator.iter_errors(tomllib.loads(text))]
            self.assertEqual(not faults, expected, f"the schema: {faults}")

    def test_both_take(self):
        for name, text in TAKEN.items():
            self.check(name, text, True)

    def test_both_refuse(self):
        for name, text in REFUSED.items():
            self.check(name, text, False)

    def test_both_take_what_is_shipped(self):
        routines = self.source / "routines"
        for path in sorted(routines.glob("*.toml")):
            self.check(path.name, path.read_text(), True)
        for path in sorted((routines / "exercises").glob("*.toml")):
            self.check(path.name, as_drill(path), True)


if __name__ == "__main__":
    SchemasTest.hipflow = sys.argv[1]
    SchemasTest.source = pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
