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
import re
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
MANY = 'reps = "as many as you can"\n'
PHASES = 'phases = ["push 6s", "relax 20s"]\n'
PHASES_IN_DO = 'do = [{ say = "Push.", time = "6s" }, { say = "Relax.", time = "20s" }]\n'

# An exercise that has neighbours needs a dose of its own.
LADDER = 'harder = "glute-bridge"\n'

FRAMES = 'frames = [["start", 0.0], ["up", 0.5], ["start", 1]]\n'


def routine(step="", top="", drill=DOSE):
    return f'{TOP}{top}\n[[step]]\nexercise = "mine"\n{step}\n{DRILL}{drill}'


def figure(line="", base='base = "supine"', frames=FRAMES, moving='moving = ["leg_l"]', text='text = "x"',
           up="knee_l = 40", rest=""):
    return routine(drill=f"{DOSE}[exercise.mine.figure]\n{base}\n{text}\n{moving}\n{frames}{line}\n"
                   f"[exercise.mine.figure.pose.start]\n[exercise.mine.figure.pose.up]\n{up}\n{rest}")


def props(thing, fields):
    return figure(f'scene = ["{thing}"]\nprops.{thing} = {{ {fields} }}')


FORMER = routine(drill=f"""{DOSE}[exercise.mine.figure]
view = "side"
text = "x"
scene = ["floor"]
moving = ["knee_l"]
frames = [["start", 0.0]]
[exercise.mine.figure.place]
floor = [0.1, 0]
[exercise.mine.figure.pose.start]
head = [0.5, 0.9]
""")


TAKEN = {
    "the least": routine(),
    "everything about a routine": routine(
        top='summary = "x"\nlevel = 2\ncounts = false\nformerly = ["my-sheet", "sheet"]\n'),
    "gaps": routine(top='[gaps]\nready = "0s"\nside = "5s"\nposition = "1m30s"\nset = "500ms"'),
    "a band of reps": routine('reps = [8, 10]\npace = "5s"'),
    "a tempo": routine('reps = 8\ntempo = "2-1-2-0"'),
    "holds in reps": routine('reps = 5\nhold = "10s"\nrelease = "2s"'),
    "until a key": routine('until = "key"\ncap = "2m"'),
    "sides": routine('sides = "each"\nfirst = "worse"\norder = "LLRR"\nextra = { left = 1 }'),
    "the rest of a step": routine('sets = 20\ngap = "20s"\noptional = true'),
    "a step that was agreed": routine('agreed = "physiotherapist, 12 May"'),
    "a step on the floor": routine('on = "floor"'),
    "a step on a bed": routine('on = "bed"').replace("chair", "prone"),
    "a drill on a bed": routine(drill='on = "bed"\n' + DOSE).replace("chair", "all-fours"),
    "a drill on the floor": routine(drill='on = "floor"\n' + DOSE).replace("chair", "half-kneeling"),
    "a tempo of the exercise's phases": routine(
        'reps = 8\ntempo = "2-3"',
        drill='do = [{ say = "Up.", beat = "up", time = "2s" }, { say = "Down.", time = "1.5s", pose = "x" }]\n'
              'dose = { reps = 8 }\n').replace('do = ["Turn."]\n', ""),
    "as many as you can": routine(f'{MANY}cap = 20\npace = "5s"'),
    "as many as you can in a time": routine(f'{MANY}cap = "1m"\ntempo = "2-1-2-0"\nuntil = "key"'),
    "as many as you can, of phases": routine(f"{MANY}cap = 20\n{PHASES}"),
    "as many as you can in a block": routine().replace(
        "[[step]]\n", f'[[block]]\n[[block.step]]\n{MANY}cap = 20\npace = "5s"\n'),
    "phases until a key that is for reps": routine(f'{MANY}cap = "1m"\nuntil = "key"\n{PHASES}'),
    "a hold of holds in reps": routine(
        'hold = "5s"\nrelease = "1s"', drill='dose = { reps = 3, hold = "10s", release = "2s" }\n'),
    "the reps of holds in reps": routine(
        'reps = 5\nrelease = "1s"', drill='dose = { reps = 3, hold = "10s", release = "2s" }\n'),
    "movement for a time": routine('for = ["30s", "1m"]'),
    "movement to a tick": routine('for = "30s"\npace = "2s"'),
    "a drill for a time": routine(drill='dose = { for = "30s" }\n'),
    "a drill to a tick": routine(drill='dose = { for = "30s", pace = "2s" }\n'),
    "a drill without a dose": routine('hold = "30s"', drill=""),
    "a drill without a level": routine().replace("level = 1\n", ""),
    "a drill with half a dose": routine("reps = 5", drill='dose = { pace = "5s" }\n'),
    "a drill without a release": routine(
        'reps = 5\nhold = "5s"\nrelease = "1s"', drill='dose = { reps = 3, hold = "5s" }\n'),
    "a drill with neighbours": routine(drill=LADDER + DOSE),
    "a drill with phases": routine("reps = 5", drill=PHASES),
    "a drill with phases and neighbours": routine(drill=f"{LADDER}{PHASES}dose = {{ reps = 3 }}\n"),
    "a drill as often as you can": routine(drill=f"{PHASES}dose = {{ {MANY.strip()}, cap = 20 }}\n"),
    "words for the ear": routine(
        top='guidance = "brief"\nlanguage = "de"\n',
        drill='start = ["Sit.", { say = "Lean back.", act = "4s" }]\nbrief = "Sit."\nfinish = ["Rest."]\n'
              'part = "arm"\nchange = "turn"\nlanguage = "en"\n' + DOSE).replace('start = "Sit."\n', ""),
    "a drill until a key": routine(drill='dose = { until = "key", cap = "2m" }\n'),
    "a drill with everything": routine(
        drill='say = "m"\ntarget = ["x"]\nview = "none"\nrisks = ["floor", "kneel:mild"]\n'
        'needs = ["mat", "strap"]\ncues = ["x"]\nfeel = "x"\navoid = ["x"]\nsource = "x"\n' + DOSE
    ),
}

TAKEN.update({
    "a figure": figure(),
    "a figure with everything": figure(
        'scene = ["chair", "wall", "counter", "step", "band"]\n'
        'props.chair = { at = [0.1, 0], seat = 0.25, back = -1, rest = false }\n'
        'props.wall = { axis = "z", at = 0.3, n = 1, span = [-0.3, 0.3], height = 1 }\n'
        'props.counter = { box = [0, 0, 0, 1, 1, 1], fit = 0.5 }\n'
        'props.step = { box = [0, 0, 0, 1, 0.1, 1] }\n'
        'cushions = [[0, 0.1, 0, 0.1, 0.05, 0.1]]\ncamera = [-30, 24.5]\nframe = ["trunk", "head"]\n'
        'contact = ["foot_l:0.10", "hands"]\nanchor = "hip_l"',
        moving='moving = ["leg_l", "arms", "waist"]',
        up="pelvis = { tilt = 1, list = -2, turn = 3 }\nlumbar = { flex = 1 }\nthoracic = { bend = 2 }\n"
        "neck = { rot = 3 }\nspine = { flex = 5 }\nhips = { flex = 90, abd = 5 }\nhip_l = { rot = -30 }\n"
        'knees = 90\nknee_r = 0\nankles = "flat"\nankle_l = -5.5\nshoulders = { abd = 30 }\nelbows = 20\n'
        'wrists = 30\nwrist_l = -30\nreach = { hands = "floor", hand_l = "behind-thigh_r", feet = "stay", '
        'foot_r = [0.1, 0.2, -0.3] }\ncontact = ["feet:0"]'),
    "a pose from another": figure(frames='frames = [["start", 0], ["top", 1]]\n',
                                  rest='[exercise.mine.figure.pose.top]\nfrom = "up"\n'),
    "a pose in the mirror": figure(frames='frames = [["start", 0], ["top", 1]]\n',
                                   rest='[exercise.mine.figure.pose.top]\nmirror = "up"\n'),
    "a reach that ends": figure(up='reach = { hand_l = "", foot_l = "" }'),
    "a figure of one frame": figure(frames='frames = [["up", 0]]\n',
                                    up="").replace("[exercise.mine.figure.pose.start]\n", ""),
    "a figure that is borrowed": routine(drill='figure = "glute-bridge"\n' + DOSE),
    "a figure in the former format": FORMER,
    "risks that the text explains": routine(
        drill='risks = ["floor"]\nrisks_note = "The text offers more."\n' + DOSE),
})

REFUSED = {
    "no format": routine().replace("format = 1\n", ""),
    "another format": routine().replace("format = 1", "format = 2"),
    "no name": routine().replace('name = "Mine"\n', "", 1),
    "no step": TOP,
    "an empty list of steps": TOP + "step = []\n",
    "an unknown key": routine(top="colour = 1"),
    "an unknown key of a step": routine("weight = 1"),
    "an earlier id that is no list": routine(top='formerly = "my-sheet"'),
    "an earlier id without letters": routine(top='formerly = [" "]'),
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
    "a tempo of one": routine('reps = 8\ntempo = "2"'),
    "a tempo of five": routine('reps = 8\ntempo = "2-1-2-0-1"'),
    "a phase without time": routine(
        drill='do = [{ say = "Up." }]\ndose = { reps = 8, pace = "5s" }\n').replace('do = ["Turn."]\n', ""),
    "phases among sentences": routine(
        drill='do = ["Turn.", { say = "Up.", time = "2s" }]\ndose = { reps = 8, pace = "5s" }\n'
    ).replace('do = ["Turn."]\n', ""),
    "a sentence without words": routine(drill='start = [{ act = "2s" }]\n' + DOSE).replace('start = "Sit."\n', ""),
    "an unknown key of a sentence": routine(
        drill='start = [{ say = "Sit.", time = "2s" }]\n' + DOSE).replace('start = "Sit."\n', ""),
    "no start": routine(drill='start = []\n' + DOSE).replace('start = "Sit."\n', ""),
    "an unknown part": routine(drill='part = "toe"\n' + DOSE),
    "an unknown change": routine(drill='change = "jump"\n' + DOSE),
    "a language by its name": routine(top='language = "German"\n'),
    "an unknown guidance": routine(top='guidance = "some"\n'),
    "until without cap": routine('until = "key"'),
    "cap without until": routine('cap = "2m"'),
    "until a bell": routine('until = "bell"\ncap = "2m"'),
    "as many as you can, without end": routine(MANY),
    "as many as you like": routine('reps = "as many as you like"\ncap = 20'),
    "as many as you can, but none": routine(f"{MANY}cap = 0"),
    "as many as you can, and too many": routine(f"{MANY}cap = 101"),
    "as many as you can, for too long": routine(f'{MANY}cap = "11m"'),
    "as many as you can of holds": routine(f'{MANY}cap = 20\nhold = "5s"'),
    "as many as you can for a time": routine(f'{MANY}cap = 20\nfor = "30s"'),
    "as many as you can with a release": routine(f'{MANY}cap = 20\nrelease = "2s"'),
    "a number of reps that a key ends": routine('until = "key"\ncap = 20'),
    "a cap of reps": routine('reps = 8\npace = "5s"\ncap = 20'),
    "a tempo for a time": routine('for = "30s"\ntempo = "2-1-2-0"'),
    "a release for a time": routine('for = "30s"\nrelease = "2s"'),
    "a release of reps with a pace": routine('reps = 8\nrelease = "2s"\npace = "5s"'),
    "a tempo of phases that the step has": routine(f'reps = 8\n{PHASES}tempo = "6-20"'),
    "phases of a hold": routine(f'hold = "30s"\n{PHASES}'),
    "phases until a key": routine(f'until = "key"\ncap = "1m"\n{PHASES}'),
    "a note on a side": routine('note = "{side} knee"'),
    "a load for a side": routine('load = "{a|b}"'),
    "an unknown side": routine('sides = "one"'),
    "extra sets of no side": routine("extra = {}"),
    "no extra set": routine("extra = { left = 0 }"),
    "a step on a sofa": routine('on = "sofa"'),
    "a drill on a chair that is on a bed": routine(drill='on = "bed"\n' + DOSE),
    "a drill on a bed that kneels on one knee": routine(drill='on = "bed"\n' + DOSE).replace("chair", "half-kneeling"),
    "an agreement with nobody": routine('agreed = ""'),
    "an agreement of many words": routine(f'agreed = "{"x" * 81}"'),
    "an agreement with a control character": routine('agreed = "a\\u0007b"'),
    "an unknown risk": routine(drill='risks = ["sharks"]\n' + DOSE),
    "an unknown need": routine(drill='needs = ["sofa"]\n' + DOSE),
    "an unknown position": routine().replace("chair", "sofa"),
    "a drill with neighbours and no dose": routine('hold = "30s"', drill=LADDER),
    "a drill with neighbours and half a dose": routine(
        'hold = "30s"', drill=f"{LADDER}dose = {{ reps = 3 }}\n"),
    "a drill with phases twice": routine(
        drill=f"{PHASES_IN_DO}{PHASES}dose = {{ reps = 3 }}\n").replace('do = ["Turn."]\n', ""),
    "a drill with one phase": routine(drill='phases = ["push 6s"]\ndose = { reps = 3 }\n'),
    "a hold with phases": routine(drill=PHASES + DOSE),
    "a drill with a release of no reps": routine(drill='dose = { hold = "30s", release = "2s" }\n'),
    "a drill as often as you can, without end": routine(drill=f"dose = {{ {MANY.strip()}, pace = '5s' }}\n"),
    "a drill without instructions": routine().replace('["Turn."]', "[]"),
    "a dose that says nothing": routine('hold = "30s"', drill=LADDER + "dose = { sets = 2 }\n"),
    "a drill with a format": routine(drill="format = 1\n" + DOSE),
    "an empty note on risks": routine(drill='risks_note = ""\n' + DOSE),
    "a figure of a file": routine(drill='figure = "glute/bridge"\n' + DOSE),
    "a figure that is a number": routine(drill="figure = 5\n" + DOSE),
    "a figure without a base": figure(base=""),
    "a figure on its head": figure(base='base = "head"'),
    "a figure without words": figure(text=""),
    "a figure of which nothing is said to move": figure(moving=""),
    "a figure without frames": figure(frames=""),
    "a figure with empty frames": figure(frames="frames = []\n"),
    "a frame without a share": figure(frames='frames = [["start"], ["up", 0.5]]\n'),
    "a frame beyond the rep": figure(frames='frames = [["start", 0.0], ["up", 1.1]]\n'),
    "a frame of numbers": figure(frames="frames = [[0.0, 1.0]]\n"),
    "an unknown key of a figure": figure('colour = "red"'),
    "a key of the former format": figure('view = "side"'),
    "an unknown key of the former format": FORMER.replace("view =", "colour = 1\nview ="),
    "an unknown joint": figure(up="knee = 40"),
    "an unknown angle of a hip": figure(up="hip_l = { flexion = 40 }"),
    "an unknown angle of the pelvis": figure(up="pelvis = { flex = 40 }"),
    "an unknown angle of the spine": figure(up="spine = { abd = 40 }"),
    "an angle in words": figure(up='knee_l = "bent"'),
    "an angle for a table": figure(up="hip_l = 90"),
    "a knee bent too far": figure(up="knee_l = 181"),
    "a knee bent the wrong way": figure(up="knees = -21"),
    "an ankle bent too far": figure(up="ankle_l = 91"),
    "an ankle in other words": figure(up='ankles = "level"'),
    "a wrist bent too far": figure(up="wrist_r = -91"),
    "a hip turned right round": figure(up="hips = { rot = 181 }"),
    "both from and mirror": figure(up='from = "start"\nmirror = "start"'),
    "an unknown part that moves": figure(moving='moving = ["knee"]'),
    "an unknown part in view": figure('frame = ["face"]'),
    "an unknown reach": figure(up='reach = { hand_l = "moon" }'),
    "a foot that reaches a hand's place": figure(up='reach = { foot_l = "belly" }'),
    "a hand that reaches a foot's place": figure(up='reach = { hands = "together" }'),
    "a side of what has none": figure(up='reach = { hand_l = "belly_l" }'),
    "an unknown limb that reaches": figure(up='reach = { foot = "stay" }'),
    "half a point": figure(up="reach = { hand_l = [0.2, 0.1] }"),
    "a point too far away": figure(up="reach = { hand_l = [0.2, 0.1, 2.5] }"),
    "a point of texts": figure(up='reach = { hand_l = ["a", "b", "c"] }'),
    "no contact": figure("contact = []"),
    "three contacts": figure('contact = ["feet", "hands", "pelvis"]'),
    "a contact that carries nothing": figure(up='contact = ["hip_l"]'),
    "a contact too high": figure('contact = ["feet:2.1"]'),
    "a contact at a height in words": figure('contact = ["feet:high"]'),
    "a contact that is no list": figure('contact = "feet"'),
    "an unknown anchor": figure('anchor = "foot"'),
    "an unknown thing of the scene": figure('scene = ["sofa"]'),
    "an unknown thing that is described": figure("props.sofa = {}"),
    "an unknown key of a chair": props("chair", "colour = 1"),
    "a chair without a direction": props("chair", "back = 0"),
    "a chair too high": props("chair", "seat = 0.7"),
    "a chair far away": props("chair", "at = [3, 0]"),
    "a wall across nothing": props("wall", 'axis = "y"'),
    "a wall of no height": props("wall", "height = 0"),
    "half a box": props("step", "box = [0, 0, 0]"),
    "a box that shows more than itself": props("counter", "box = [0, 0, 0, 1, 1, 1], fit = 2"),
    "half a cushion": figure("cushions = [[0, 0, 0]]"),
    "a cushion inside out": figure("cushions = [[0, 0, 0, 0.1, -0.1, 0.1]]"),
    "too many cushions": figure(f"cushions = [{'[0, 0, 0, 0.1, 0.1, 0.1], ' * 9}]"),
    "a camera of one angle": figure("camera = [40]"),
    "a camera straight above": figure("camera = [40, 90]"),
    "a camera right round": figure("camera = [181, 0]"),
    "a figure without poses": routine(
        drill=f'{DOSE}[exercise.mine.figure]\nbase = "supine"\ntext = "x"\nmoving = []\n'
        'frames = [["start", 0.0]]\n'),
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


EXERCISE = 'format = 1\n' + DRILL.replace("\n[exercise.mine]\n", "")

EXERCISES_TAKEN = {
    "the least": EXERCISE + DOSE,
    "phases": f"{EXERCISE}{PHASES}dose = {{ reps = 3 }}\n",
    "as many as you can": f"{EXERCISE}dose = {{ {MANY.strip()}, cap = '1m', pace = '5s' }}\n",
    "as many as you can, of phases": f"{EXERCISE}{PHASES}dose = {{ {MANY.strip()}, cap = 20, until = 'key' }}\n",
    "a tick": EXERCISE + 'dose = { for = "30s", pace = "2s" }\n',
}
EXERCISES_REFUSED = {
    "no dose": EXERCISE,
    "no level": EXERCISE.replace("level = 1\n", "") + DOSE,
    "a dose that says nothing": EXERCISE + "dose = { sets = 2 }\n",
    "reps without a pace": EXERCISE + "dose = { reps = 3 }\n",
    "as many as you can without a pace": f"{EXERCISE}dose = {{ {MANY.strip()}, cap = 20 }}\n",
    "holds in reps without a release": EXERCISE + 'dose = { reps = 3, hold = "5s" }\n',
    "a tempo for a time": EXERCISE + 'dose = { for = "30s", tempo = "2-1-2-0" }\n',
    "phases twice": (f"{EXERCISE}{PHASES_IN_DO}{PHASES}dose = {{ reps = 3 }}\n").replace('do = ["Turn."]\n', ""),
    "phases of a hold": f"{EXERCISE}{PHASES}{DOSE}",
}

# The schemas that share definitions with the exercise's.
OTHERS = ("routine", "program")


# A raw literal of the source that embed.cmake writes.
LITERAL = re.compile(r'R"hipflow\((.*?)\)hipflow"', re.DOTALL)


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
        for name in ("routine", "exercise", "program"):
            path = cls.source / "routines" / "schemas" / f"{name}.schema.json"
            schema = json.loads(path.read_text())
            jsonschema.Draft7Validator.check_schema(schema)
            setattr(cls, f"{name}_schema", jsonschema.Draft7Validator(schema))

    def parser_takes(self, text, kind="routine"):
        with tempfile.TemporaryDirectory(prefix="hipflow-test-") as folder:
            path = pathlib.Path(folder) / "case.toml"
            path.write_text(text)
            done = subprocess.run(
                [self.hipflow, kind, "check", str(path)], capture_output=True, text=True
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

    def test_both_agree_on_exercises(self):
        cases = [(name, text, True) for name, text in EXERCISES_TAKEN.items()]
        cases += [(name, text, False) for name, text in EXERCISES_REFUSED.items()]
        for name, text, expected in cases:
            taken = self.parser_takes(text, "exercise")
            self.agree(name, text, expected, taken, self.exercise_schema)

    def test_the_program_gets_them_whole(self):
        """No literal has more than 64 KiB, which is all that compilers need take."""
        with tempfile.TemporaryDirectory(prefix="hipflow-test-") as folder:
            output = pathlib.Path(folder) / "bundled.cpp"
            subprocess.run(["cmake", "-D", f"FOLDER={self.source.resolve()}", "-D", f"OUTPUT={output}",
                            "-P", str(self.source / "src" / "embed.cmake")], check=True)
            generated = output.read_text()
        self.assertNotIn(')hipflow" R"hipflow(', generated, "literals side by side are one")
        for literal in LITERAL.findall(generated):
            self.assertLess(len(literal.encode()), 64 * 1024, literal[:80])
        for path in (self.source / "routines" / "schemas").glob("*.json"):
            name = path.name.removesuffix(".schema.json")
            size, literals = re.search(rf'{name}_schema = joined<(\d+)>\({{(R"hipflow\(.*?\)hipflow")}}\);',
                                       generated, re.DOTALL).groups()
            self.assertEqual("".join(LITERAL.findall(literals)), path.read_text())
            self.assertEqual(int(size), path.stat().st_size)

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
