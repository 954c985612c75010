#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The JSON Schemas for editors and hipflow's own parser must take and refuse the same files.

usage: schemas_test.py HIPFLOW SOURCE_FOLDER [--update]

Some editors cannot follow a reference to another file, so each schema holds all it refers to. What
they share is written in exercise.schema.json; --update copies it from there into the others.

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

import suite

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

JOINTS = "".join(
    f"{joint} = [0.5, {height}]\n"
    for joint, height in (("head", 0.9), ("neck", 0.8), ("pelvis", 0.5), ("elbow_l", 0.6),
                          ("hand_l", 0.5), ("knee_l", 0.25), ("foot_l", 0.05), ("elbow_r", 0.6),
                          ("hand_r", 0.5), ("knee_r", 0.25), ("foot_r", 0.05)))
FRAMES = 'frames = [["start", 0.0], ["up", 0.5], ["start", 1]]\n'


def routine(step="", top="", drill=DOSE):
    return f'{TOP}{top}\n[[step]]\nexercise = "mine"\n{step}\n{DRILL}{drill}'


def figure(line="", view='view = "side"', frames=FRAMES, up="knee_l = [0.6, 0.3]", rest=""):
    return routine(drill=f"{DOSE}[exercise.mine.figure]\n{view}\n{frames}{line}\n"
                   f"[exercise.mine.figure.pose.start]\n{JOINTS}"
                   f"[exercise.mine.figure.pose.up]\n{up}\n{rest}")


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

TAKEN.update({
    "a figure": figure(),
    "a figure with everything": figure(
        'text = "x"\nscene = ["floor", "wall", "chair", "counter", "step"]\n'
        'moving = ["knee_l", "toe_r"]',
        rest="[exercise.mine.figure.place]\nwall = [0.1, 0]\nstep = [0.5, 0.1, 0.2]\n"),
    "a figure with depth": figure(up="knee_l = [0.6, 0.3, -0.2]\nwaist = [0.5, 0.7]"),
    "a figure from above": figure(view='view = "top"'),
})

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
    "a figure without a view": figure(view=""),
    "a figure from below": figure(view='view = "below"'),
    "a figure without frames": figure(frames=""),
    "a figure with empty frames": figure(frames="frames = []\n"),
    "a frame without a share": figure(frames='frames = [["start"], ["up", 0.5]]\n'),
    "a frame beyond the rep": figure(frames='frames = [["start", 0.0], ["up", 1.1]]\n'),
    "a frame of numbers": figure(frames="frames = [[0.0, 1.0]]\n"),
    "an unknown key of a figure": figure('colour = "red"'),
    "an unknown joint": figure(up="knee = [0.6, 0.3]"),
    "an unknown moving joint": figure('moving = ["knee"]'),
    "an unknown thing of the scene": figure('scene = ["sofa"]'),
    "a joint outside the box": figure(up="knee_l = [1.2, 0.3]"),
    "a joint too far away": figure(up="knee_l = [0.2, 0.3, 1.5]"),
    "half a point": figure(up="knee_l = [0.2]"),
    "a point of texts": figure(up='knee_l = ["a", "b"]'),
    "an unknown place": figure(rest="[exercise.mine.figure.place]\nsofa = [0.1, 0.2]\n"),
    "a figure without poses": routine(
        drill=f'{DOSE}[exercise.mine.figure]\nview = "side"\nframes = [["start", 0.0]]\n'),
}


PROGRAM = """format = 1
name = "Mine"
per_week = 1
{top}
[[week]]
{week}
"""
WEEK = 'cap = 1\nsessions = ["gentle-day"]'


def program(week=WEEK, top="", rest=""):
    return PROGRAM.format(top=top, week=week) + rest


PROGRAMS_TAKEN = {
    "the least": program(),
    "everything": program(WEEK + '\ntest = { start = ["range"], end = ["range", "function"] }',
                          'summary = "x"\ntokens = 1\nrepeat_below = 1',
                          '[after]\nper_week = 1\nsessions = ["*"]\n'),
    "a cap for each half": program(WEEK.replace("1", "[1, 2]")),
}
PROGRAMS_REFUSED = {
    "no sessions": program("cap = 1"),
    "no cap": program('sessions = ["gentle-day"]'),
    "no week": "format = 1\nname = 'x'\nper_week = 1\n",
    "an unknown key": program(top="speed = 1"),
    "an unknown key of a week": program(WEEK + "\nrest = 1"),
    "a cap of 4": program(WEEK.replace("1", "4")),
    "a test of strength": program(WEEK + '\ntest = { start = ["strength"] }'),
    "a test in the middle": program(WEEK + '\ntest = { middle = ["range"] }'),
    "a week of fifteen": program().replace("per_week = 1", "per_week = 15"),
    "too many tokens": program(top="tokens = 8"),
    "an empty after": program(rest="[after]\n"),
}


# The schemas that share definitions with the exercise's.
OTHERS = ("routine", "program")


def references(schema):
    """Every "$ref" in a schema."""
    if isinstance(schema, list):
        return [reference for part in schema for reference in references(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
    return own + [reference for part in schema.values() for reference in references(part)]


def definitions_needed(schema, definitions):
    """The names of all that a schema refers to, and that what it refers to refers to."""
    names, left = [], references(schema)
    while left:
        name = left.pop(0).split("/")[2]
        if name in names:
            continue
        names.append(name)
        left += references(definitions[name])
    return names


def standing_alone(folder, name):
    """The text of a schema with the definitions in it that it shares with the exercise's."""
    shared = json.loads((folder / "exercise.schema.json").read_text())["$defs"]
    schema = json.loads((folder / f"{name}.schema.json").read_text())
    definitions = {**schema.pop("$defs", {}), **shared}
    needed = definitions_needed(schema, definitions)
    order = [key for key in definitions if key in needed]
    schema["$defs"] = {key: definitions[key] for key in order}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def as_drill(path):
    """A shipped exercise as the only drill of a routine, without its links to other files."""
    lines = path.read_text().splitlines(keepends=True)
    dropped = ("format", "easier", "harder")
    kept = "".join(line for line in lines if not line.startswith(dropped))
    kept = kept.replace("[figure", f"[exercise.{path.stem}.figure")
    return f'{TOP}\n[[step]]\nexercise = "{path.stem}"\n[exercise.{path.stem}]\n{kept}'


class SchemasTest(unittest.TestCase):
    hipflow = ""
    source = pathlib.Path()

    @classmethod
    def setUpClass(cls):
        for name in ("routine", "program"):
            path = cls.source / "routines" / "schemas" / f"{name}.schema.json"
            schema = json.loads(path.read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            setattr(cls, f"{name}_schema", jsonschema.Draft202012Validator(schema))

    def parser_takes(self, text):
        with tempfile.TemporaryDirectory(prefix="hipflow-test-") as folder:
            path = pathlib.Path(folder) / "case.toml"
            path.write_text(text)
            done = subprocess.run(
                [self.hipflow, "routine", "check", str(path)], capture_output=True, text=True
            )
        self.assertIn(done.returncode, (0, 2), done.stderr)
        return done.returncode == 0, done.stdout + done.stderr

    def parser_takes_program(self, text):
        with tempfile.TemporaryDirectory(prefix="hipflow-test-") as home:
            folder = pathlib.Path(home) / ".config" / "hipflow" / "programs"
            folder.mkdir(parents=True)
            (folder / "case.toml").write_text(text)
            done = subprocess.run([self.hipflow, "program", "show", "case"], env={"HOME": home},
                                  capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 2), done.stderr)
        return done.returncode == 0, done.stdout + done.stderr

    def agree(self, name, text, expected, taken, schema):
        with self.subTest(name):
            self.assertEqual(taken[0], expected, f"the parser: {taken[1]}")
            faults = [fault.message for fault in schema.iter_errors(tomllib.loads(text))]
            self.assertEqual(not faults, expected, f"the schema: {faults}")

    def check(self, name, text, expected):
        self.agree(name, text, expected, self.parser_takes(text), self.routine_schema)

    def test_both_agree_on_programs(self):
        cases = [(name, text, True) for name, text in PROGRAMS_TAKEN.items()]
        cases += [(name, text, False) for name, text in PROGRAMS_REFUSED.items()]
        for path in sorted((self.source / "routines" / "programs").glob("*.toml")):
            cases.append((path.name, path.read_text(), True))
        for name, text, expected in cases:
            self.agree(name, text, expected, self.parser_takes_program(text), self.program_schema)

    def test_each_schema_stands_alone(self):
        folder = self.source / "routines" / "schemas"
        for path in sorted(folder.glob("*.json")):
            for reference in references(json.loads(path.read_text())):
                self.assertTrue(reference.startswith("#/$defs/"), f"{path.name}: {reference}")
        for name in OTHERS:
            self.assertEqual((folder / f"{name}.schema.json").read_text(),
                             standing_alone(folder, name), "run this test with --update")

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
    if "--update" in sys.argv:
        schemas = SchemasTest.source / "routines" / "schemas"
        for other in OTHERS:
            (schemas / f"{other}.schema.json").write_text(standing_alone(schemas, other))
        sys.argv.remove("--update")
    suite.main(argv=[sys.argv[0], *sys.argv[3:]])
