#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Editors check files with taplo, the engine of the usual plug-ins for TOML: with the schemas it takes
what hipflow takes, and refuses what hipflow refuses.

usage: taplo_test.py HIPFLOW SOURCE_FOLDER

taplo is the package @taplo/lib of npm, in the folder HIPFLOW_TAPLO or else in build/taplo:
npm install --prefix build/taplo @taplo/lib@0.5.0. It reads draft 7 of JSON Schema: beside a "$ref"
nothing counts, and what later drafts have it passes over in silence.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import suite

KINDS = ("routine", "exercise", "program")
TESTED = "0.5.0"  # the version of @taplo/lib
LEAST_AGREED, MUTANTS_COUNTED = 170, 175  # at least that share of at least so many

# Single changes: of a file in taplo/, what it has once, and what stands there instead.
MUTANTS = {
    "sheet": {
        "format = 1\n": ["", "format = 2\n", 'format = "1"\n', "format = true\n"],
        'name = "Sheet"': ["", "name = 5", 'name = ""', 'name = "  "', 'name = ["Sheet"]'],
        'summary = "Every key of a step."': [
            "summary = true", f'summary = "{"x" * 400}"', f'summary = "{"x" * 401}"', 'colour = "red"'],
        "level = 2": ["level = 0", "level = 3", "level = 4", 'level = "2"'],
        'easier = "gentle-day"': ["easier = 1", 'easier = "routines/gentle-day"', 'easier = ".gentle-day"'],
        "counts = false": ['counts = "false"', "counts = 0"],
        'guidance = "brief"': ['guidance = "short"', "guidance = false", 'guidance = "off"'],
        'language = "en"': ['language = "English"', "language = 1"],
        'ready = "3s"': ['ready = 3', 'ready = "3"', 'ready = "0s"', 'ready = "10m1s"', 'reddy = "3s"'],
        'position = "10s"': ['position = "10m"', 'position = "-1s"'],
        'set = "20s"': ['set = ["20s", "30s"]', 'set = "20 s"'],
        # Reps
        "sets = [2, 3]": ["sets = 0", "sets = 20", "sets = 21", "sets = [3, 2]", "sets = [2]", 'sets = "2"'],
        "reps = [8, 12]": [
            "reps = 0", "reps = 100", "reps = 101", "reps = [8, 9, 10]", 'reps = "8"', "reps = 8.0",
            "reps = [8, 8]", "reps = []"],
        'pace = "6s"': [
            "pace = 6", 'pace = "900ms"', 'pace = "1m"', 'pace = "61s"', 'pace = "1m1s"',
            'pace = ["6s", "7s"]',
            'pace = "6s"\ntempo = "2-1-2-0"', 'hold = "6s"'],
        'gap = "45s"': [
            "gap = 45", 'gap = "11m"', 'gap = "0s"', 'gap = "1m90s"', 'gap = "1.5s"', 'gaps = "45s"'],
        'note = "A towel between the knees."': [
            "note = true", 'note = ""', f'note = "{"x" * 80}"', f'note = "{"x" * 81}"', 'notes = "A towel."',
            'note = "A towel on your {side} knee."', 'note = "A towel}"'],
        'load = "red band"': ["load = 2", f'load = "{"x" * 40}"', f'load = "{"x" * 41}"', 'load = ["2 kg"]',
            'load = "{a|b}"'],
        "optional = true": ['optional = "yes"', "optional = 1"],
        # A rest
        'rest = "90s"': [
            "rest = 90", 'rest = "0s"', 'rest = "1s"', 'rest = "601s"', 'rest = "90s"\nnote = "Sit down."',
            'rest = "90s"\nexercise = "glute-bridge"', ""],
        # Sides
        "sets = { left = 3, right = 2 }": [
            "sets = { left = 3 }", "sets = { }", "sets = { left = 0, right = 2 }",
            "sets = { left = 3, right = 21 }", "sets = { left = 3, right = 2, both = 1 }",
            "sets = { left = 3, right = 2 }\nextra = { left = 1 }",
            'sets = { left = 3, right = 2 }\nsides = "left"', "sets = { left = [2, 3], right = 2 }"],
        'tempo = "2-1-2"': [
            'tempo = "2"', 'tempo = "2-1-2-0-1"', "tempo = 212", 'tempo = "2/1/2"', 'tempo = "0-0"',
            'tempo = "61-1-2"', 'tempo = "40-1-40"', 'tempo = "1.5-1-2"'],
        'first = "worse"': ['first = "worst"', 'first = "left"', 'first = ["left"]'],
        'order = "LLRR"': ['order = "llrr"', 'order = "LRLR"', "order = true"],
        'hold = ["20s", "40s"]': [
            'hold = ["20s", "5 breaths"]', 'hold = "10m"', 'hold = "10m1s"', 'hold = "999ms"', "hold = 30",
            'hold = "30s"\nreps = 5', 'hold = "30s"\nrelease = "2s"', 'hold = "30s"\ntempo = "2-2"',
            'hold = "30s"\nfor = "30s"', 'hold = "30s"\nuntil = "key"\ncap = "2m"', 'hold = ["20s"]'],
        "extra = { right = 1 }": [
            "extra = { }", "extra = 1", "extra = { right = 0 }", "extra = { right = 21 }",
            "extra = { both = 1 }"],
        'sides = "each"\non = "bed"': [
            'sides = "right"\non = "bed"', 'sides = "one"\non = "bed"', 'sides = "each"\non = "sofa"'],
        'agreed = "physiotherapist, 12 May"': [
            "agreed = true", 'agreed = ""', f'agreed = "{"x" * 81}"', 'agreed = "a\\tb"',
            'agreed = "physiotherapist {12 May}"'],
        # Time, phases, breaths, a key
        'for = ["30s", "60s"]': [
            'for = "30s"', "for = 30", 'for = "500ms"', 'for = "11m"', 'for = "30s"\nreps = 5\npace = "2s"',
            'for = "30s"\npace = "2s"', 'for = "30s"\ntempo = "2-1-2-0"', 'for = "30s"\nrelease = "2s"',
            'for = "5 breaths"', 'for = "30s"\nuntil = "key"\ncap = "1m"',
            'for = "30s"\nphases = ["push 6s", "relax 20s"]'],
        'phases = ["push 6s", "relax 20s"]': [
            'phases = ["push 6s"]', 'phases = ["push", "relax 20s"]', 'phases = ["push 500ms", "relax 20s"]',
            'phases = ["push 6s", "relax 61s"]', 'phases = ["6s", "20s"]', 'phases = "push 6s"',
            'phases = ["push {side} 6s", "relax 20s"]', 'phases = ["push 6s", "relax 20s"]\nhold = "5s"',
            'phases = ["a 1s", "b 1s", "c 1s", "d 1s", "e 1s", "f 1s", "g 1s"]',
            'phases = ["push 6s", "relax 20s"]\npace = "30s"',
            'phases = ["push 6s", "relax 20s"]\ntempo = "6-20"', 'phases = []',
            'phases = ["push 6s", "relax 20s"]\nrelease = "2s"'],
        'hold = ["3 breaths", "5 breaths"]': [
            'hold = "1 breath"', 'hold = "30 breaths"', 'hold = "31 breaths"', 'hold = "0 breaths"',
            'hold = "five breaths"', 'hold = ["3 breaths"]'],
        'release = "2s"': [
            "", "release = 2", 'release = "11m"', 'release = "0s"', 'release = "2s"\npace = "5s"'],
        'until = "key"': ["", 'until = "bell"', "until = true", 'until = "key"\nreps = 5\npace = "5s"'],
        'cap = "2m"': ["", "cap = 2", 'cap = "11m"'],
        'exercise = "seated-march"': ["", 'exercise = "seated-marsh"', "exercise = 5", 'exercise = "a/b"'],
        # An exercise of its own
        "[exercise.breathing]": ['[exercise."a/b"]'],
        'dose = { hold = "6s" }': [
            "", "dose = { sets = 2 }", "dose = { reps = 5 }", 'dose = { hold = "6s", gap = "5s" }'],
        'dose = { sets = 2, reps = 4, hold = "3s", release = "3s" }': [
            'dose = { reps = 4, hold = "3s" }', 'dose = { reps = 4, pace = "3s" }',
            'dose = { reps = 4, pace = "3s", cap = "1m" }',
            'dose = { for = ["30s", "40s"] }', 'dose = { until = "key", cap = "1m" }',
            "dose = { sets = { left = 1, right = 2 }, hold = '3s' }"],
    },
    "limit": {
        'formerly = ["sheet-of-may", "sheet-of-june"]': [
            "formerly = []", 'formerly = "sheet-of-may"', 'formerly = [""]', 'formerly = ["  "]', "formerly = [1]",
            'formerly = ["a", "b", "c"]', f'formerly = ["{"x" * 401}"]', 'former = ["sheet-of-may"]'],
        "cap = 20": [
            "", "cap = 0", "cap = 1", "cap = 100", "cap = 101", "cap = [10, 20]", "cap = 20.5", "cap = true",
            'cap = "20"', 'cap = "1m"', 'cap = "500ms"', 'cap = "11m"', 'cap = "20 reps"',
            'cap = 20\nuntil = "key"', 'cap = 20\ntempo = "2-1-2-0"', 'cap = 20\nhold = "5s"',
            'cap = 20\nhold = "5s"\nrelease = "2s"', 'cap = 20\nrelease = "2s"', 'cap = 20\nfor = "30s"',
            'cap = 20\npace = "4s"\ntempo = "2-1-2-0"', 'cap = 20\nphases = ["push 6s", "relax 20s"]',
            'cap = 20\nphases = ["push 6s", "relax 20s"]\npace = "30s"',
            'cap = 20\nphases = ["push 6s", "relax 20s"]\ntempo = "6-20"', "cap = 20\nsets = [2, 3]",
            'cap = 20\nphases = ["push 6s", "relax 20s"]\nuntil = "key"'],
        'exercise = "glute-bridge"\nreps = "as many as you can"': [
            'exercise = "glute-bridge"\nreps = "as many as you like"', 'exercise = "glute-bridge"\nreps = ""',
            'exercise = "glute-bridge"\nreps = "As many as you can"', 'exercise = "glute-bridge"\nreps = 8',
            'exercise = "glute-bridge"\nreps = ["as many as you can"]',
            'exercise = "glute-bridge"\nreps = 8\nuntil = "key"', 'exercise = "glute-bridge"\nuntil = "key"',
            'exercise = "glute-bridge"'],
        'until = "key"\ncap = "1m"': ['cap = "1m"', 'until = "key"'],
        'for = "40s"\npace = "2s"': [
            'for = "40s"\npace = "900ms"', 'for = "40s"\npace = 2', 'for = ["40s", "60s"]\npace = "2s"',
            'pace = "2s"',
            'for = "40s"\npace = "2s"\ntempo = "1-1"', 'for = "40s"\npace = "2s"\nrelease = "1s"'],
        'hold = "5s"\nrelease = "4s"': [
            'release = "4s"', 'hold = "5s"', 'hold = "5s"\nrelease = "4s"\npace = "4s"',
            'hold = "5s"\nrelease = "4s"\ntempo = "2-2"', 'release = "4s"\npace = "4s"',
            'release = "4s"\ntempo = "2-1-2-0"', 'for = "30s"\nrelease = "4s"',
            'until = "key"\ncap = "1m"\nrelease = "4s"', 'hold = ["3 breaths", "5 breaths"]\nrelease = "4s"'],
        'reps = 6\nrelease = "2s"': [
            "reps = 6", 'reps = 6\nrelease = "2s"\npace = "4s"', 'reps = 6\nrelease = "2s"\ntempo = "2-1-2-0"',
            'reps = 6\nrelease = "2s"\nhold = "5s"', 'reps = [4, 6]\nrelease = "0s"'],
        "reps = 4\n\n": [
            'reps = 4\npace = "30s"\n\n', 'reps = 4\nphases = ["push 3s", "relax 3s"]\n\n',
            'reps = 4\ntempo = "6-20"\n\n', 'hold = "6s"\n\n', 'for = "1m"\n\n'],
        'cap = "2m"': ["", "cap = 15", 'cap = "2m"\nuntil = "key"', 'cap = "2m"\nhold = "3s"'],
        'phases = ["rise 3s", "sink 4s"]': [
            "", 'phases = ["rise 3s"]', 'phases = ["rise 3s", "sink 4s"]\ntempo = "3-4"',
            'phases = ["rise 3s", "sink 4s"]\npace = "8s"'],
        # Exercises of its own, which need neither level nor dose
        'name = "Wide knees"': [
            "", 'name = "Wide knees"\nlevel = 2', 'name = "Wide knees"\nlevel = 0',
            'name = "Wide knees"\ndose = { }', 'name = "Wide knees"\ndose = { pace = "4s" }',
            'name = "Wide knees"\ndose = { tempo = "2-1-2-0" }', 'name = "Wide knees"\ndose = { reps = 8 }',
            'name = "Wide knees"\ndose = { hold = "5s", reps = 8 }',
            'name = "Wide knees"\ndose = { hold = "5s", release = "2s" }',
            'name = "Wide knees"\ndose = { release = "2s" }', 'name = "Wide knees"\ndose = { cap = "2m" }',
            'name = "Wide knees"\ndose = { reps = 8, release = "2s" }',
            'name = "Wide knees"\ndose = { until = "key" }', 'name = "Wide knees"\ndose = 5',
            'name = "Wide knees"\nharder = "seated-march"',
            'name = "Wide knees"\nharder = "seated-march"\ndose = { sets = 2 }',
            'name = "Wide knees"\nharder = "seated-march"\ndose = { reps = 8 }',
            'name = "Wide knees"\nharder = "seated-march"\ndose = { reps = 8, hold = "5s" }',
            'name = "Wide knees"\nharder = "seated-march"\ndose = { reps = 8, pace = "5s" }'],
        'phases = ["push 6s", "relax 20s"]\ndose = { sets = 3 }': [
            'phases = ["push 6s", "relax 20s"]', 'phases = ["push 6s"]\ndose = { sets = 3 }',
            'phases = "push 6s"\ndose = { sets = 3 }', 'phases = []\ndose = { sets = 3 }',
            'phases = ["push 6s", "relax"]\ndose = { sets = 3 }',
            'phases = ["push {side} 6s", "relax 20s"]\ndose = { sets = 3 }',
            'phases = ["push 6s", "relax 20s"]\ndose = { hold = "5s" }',
            'phases = ["push 6s", "relax 20s"]\ndose = { hold = "5s", reps = 2, release = "2s" }',
            'phases = ["push 6s", "relax 20s"]\ndose = { tempo = "6-20" }',
            'phases = ["push 6s", "relax 20s"]\ndose = { reps = 3, pace = "30s" }',
            'phases = ["push 6s", "relax 20s"]\ndose = { reps = 2 }',
            'phases = ["push 6s", "relax 20s"]\nharder = "seated-march"',
            'phases = ["push 6s", "relax 20s"]\nharder = "seated-march"\ndose = { reps = 3 }'],
        'do = ["Push your knees up, and hold them down."]': [
            'do = [{ say = "Push your knees up.", time = "3s" }]', "",
            'do = ["Push your knees up.", { say = "Relax.", time = "3s" }]'],
        'dose = { reps = 4, hold = "3s", release = "3s" }': [
            'dose = { reps = 4, hold = "3s", release = "3s", cap = 5 }',
            'dose = { reps = "as many as you can", hold = "3s", release = "3s", cap = 5 }'],
        'dose = { reps = "as many as you can", cap = 30, tempo = "2-1-2-0" }': [
            'dose = { reps = "as many as you can", tempo = "2-1-2-0" }',
            'dose = { reps = "as many as you can", cap = "2m", pace = "5s" }',
            'dose = { reps = "as many as you can", cap = 30, until = "key", pace = "5s" }',
            'dose = { reps = "as many as you can", cap = 30 }',
            'dose = { reps = "as many as you can", cap = 101, pace = "5s" }',
            'dose = { reps = "as many as you can", cap = 30, hold = "5s", pace = "5s" }',
            'dose = { reps = "as many as you can", cap = 30, for = "30s", pace = "5s" }',
            'dose = { reps = "as many as you can", cap = 30, pace = "5s", release = "5s" }',
            'dose = { reps = 30, cap = 30, pace = "5s" }', 'dose = { for = "30s", pace = "5s" }',
            'dose = { for = "30s", tempo = "2-1-2-0" }', 'dose = { reps = "many", cap = 30, pace = "5s" }',
            'dose = { for = "30s", pace = "5s", phases = ["rise 3s", "sink 4s"] }', ""],
    },
    "circuit": {
        "rounds = 3": ["rounds = 0", "rounds = 21", 'rounds = "3"', "rounds = [2, 3]", "round = 3"],
        'rest = "60s"': ["rest = 60", 'rest = "500ms"', 'rest = "10m"', 'rest = "11m"'],
        'sides = "each-round"': ['sides = "each"', 'sides = "whole-block-then-other-side"', "sides = true"],
        'rest = "20s"': ['rest = "20s"\noptional = true', 'rest = ["20s", "30s"]', 'pause = "20s"'],
        'exercise = "mini-squat-counter"': ["", "exercise = true"],
        "reps = 8": ['reps = 8\nrounds = 2', "reps = [8]"],
        '[[block.step]]\nexercise = "mini-squat-counter"': ['[block.step]\nexercise = "mini-squat-counter"'],
        'exercise = "figure-4-supine"\nhold = "20s"': ['rest = "20s"'],
    },
    "drill": {
        'name = "Heel slide"': ["", "name = 1"],
        'say = "heel slide"': ['say = "{name}"', 'say = ""', "say = 1"],
        'target = ["hip bending"]': ['target = "hip bending"', "target = [1]", "target = []"],
        "level = 1": ["", "level = 0"],
        'position = "supine"': ["", 'position = "lying"', 'position = "chair"'],
        'on = "bed"': ['on = "floor"', 'on = "grass"'],
        'view = "ceiling"': ['view = "sky"', "view = false"],
        'sides = "each"': ["", 'sides = "left"', 'sides = "both"', 'sides = "alternate"'],
        'risks = ["supine-flat", "hip-flex-90:mild"]': [
            'risks = "floor"', 'risks = ["sharks"]', 'risks = ["supine-flat:full"]'],
        'risks_note = "Some draw the heel right up to the seat."': ['risks_note = ""', "risks_note = []"],
        'needs = ["mat"]': ['needs = ["sofa"]', 'needs = "mat"'],
        'start = ["Lie on your back.", { say = "Bend your {side} knee.", act = "4s" }]': [
            "", "start = []", "start = 1", 'start = [{ act = "4s" }]',
            'start = [{ say = "Lie down.", act = "61s" }]',
            'start = [{ say = "Lie down.", time = "4s" }]', 'start = "Lie on your {foot}."',
            'start = "Lie on your {side."'],
        'brief = "On your back, {side} foot near you."': [
            'brief = ["On your back."]', 'brief = "{|b}"', 'brief = "{a|b}"'],
        'time = "2s"': ['time = "400ms"', 'time = "61s"', "time = 2", 'act = "2s"'],
        'beat = "away"': ["beat = 1", 'beats = "away"'],
        'pose = "long" },\n': ['pose = "short" },\n', "pose = 1 },\n", 'pose = "long" }, "Wait.",\n'],
        'cues = ["Keep your ribs low."]': [
            'cues = "Keep your ribs low."', 'cues = [""]', 'hints = ["Keep your ribs low."]'],
        'finish = ["Set your {side} foot down."]': ["finish = [5]"],
        'part = "leg"': ['part = "toe"', 'part = "side"'],
        'change = "stay"': ['change = "jump"'],
        'feel = "The front of the hip opening."': ["feel = []"],
        'avoid = ["a pull in the groin: slide less far"]': ['avoid = "a pull in the groin"'],
        'harder = "dead-bug-march"': ['harder = ["dead-bug-march"]'],
        "dose = { reps = [6, 10], sets = 1 }": [
            "dose = 6", 'dose = { hold = "20s" }', 'dose = { reps = 6, pace = "2m" }',
            "dose = { reps = [0, 10] }"],
        'source = "common practice"': [f'source = "{"x" * 401}"'],
        'base = "supine"': ["", 'base = "head"'],
        "camera = [20, 16]": ["camera = [20]", "camera = [20, 90]", "camera = 20"],
        'moving = ["leg_l"]': ["", 'moving = ["tail"]'],
        'frames = [["bent", 0.0], ["long", 0.5], ["bent", 1.0]]': [
            "", 'frames = [["bent", 0.0], ["long", 1.5]]', 'frames = [["bent", 0.1], ["long", 1.0]]',
            'frames = [["bent", 0.0], ["long", 0.9]]', 'frames = [[0.0, "bent"], [1.0, "long"]]'],
        'text = "One heel slides away, and comes back."': ["", 'text = "The {foot} slides."'],
        'contact = ["trunk"]': ["contact = []", 'contact = ["trunk:3"]', 'contact = "trunk"'],
        'anchor = "pelvis"': ['anchor = "head"'],
        'frame = ["legs"]': ['frame = ["leg"]'],
        "cushions = [[0.0, 0.02, 0.0, 0.1, 0.02, 0.1]]": [
            "cushions = [[0.0, 0.02, 0.0]]", "cushions = [[0, 0, 0, 0, 0, 0]]"],
        "hips = { flex = 55 }": ["hips = 55", "hips = { bend = 55 }", "hips = { flex = 181 }"],
        "knees = 105": ["knees = 181", 'knees = "bent"'],
        'ankles = "flat"': ['ankles = "level"'],
        'reach = { feet = "floor" }': ['reach = { feet = "moon" }', 'reach = { foot = "floor" }'],
        'from = "bent"': ['from = "bent"\nmirror = "bent"', 'from = ""'],
        'scene = ["chair", "counter"]': [
            'scene = ["counter"]', 'scene = ["chair"]', 'scene = ["chair", "counter", "wall"]',
            'scene = ["chair", "counter", "step"]'],
        "at = [0.1, 0.0]": ["at = 0.1"],
        "seat = 0.25": ["seat = 0.7"],
        "back = 1": ["back = 0", "back = -1"],
        "box = [-0.6, 0.0, -0.3, -0.4, 0.5, 0.3]": ["", "box = [-0.6, 0.0, -0.3]"],
        "fit = 0.5": ["fit = 1.5"],
        'dose = { reps = 5, tempo = "2-0-2-1" }': [
            "dose = { reps = 5 }", 'dose = { reps = 5, tempo = "2-0-2-1", pace = "5s" }'],
        'start = "Stand before a chair."': ['start = "Stand on your {side} leg."'],
    },
    "exercise": {
        "format = 1\n": ["", "format = 2\n"],
        "level = 1": ["", "level = 1\nrounds = 2"],
        'figure = "seated-march"': ["figure = 5", 'figure = "exercises/seated-march"'],
        'pace = "2s" }': ['pace = "2s", hold = "3s" }', "}", 'pace = "0s" }'],
    },
    "pushing": {
        "level = 1": ["", "level = 4"],
        'do = ["Push the knee against the hand.", "Then let go."]': [
            "", "do = []", 'do = [{ say = "Push the knee.", time = "3s" }, { say = "Let go.", time = "3s" }]'],
        'phases = ["push 6s", "relax 20s"]': [
            "", "phases = []", 'phases = ["push 6s"]', 'phases = ["push", "relax 20s"]', "phases = [6, 20]",
            'phases = ["push 61s", "relax 20s"]', 'phases = "push 6s"', 'phase = ["push 6s", "relax 20s"]'],
        'dose = { reps = "as many as you can", cap = "3m" }': [
            "", "dose = { }", "dose = { sets = 2 }", "dose = { reps = 3 }", 'dose = { hold = "6s" }',
            'dose = { hold = "6s", reps = 3 }', 'dose = { hold = "6s", reps = 3, release = "2s" }',
            'dose = { hold = "6s", release = "2s" }', 'dose = { reps = 3, release = "2s" }',
            'dose = { reps = 3, pace = "30s" }', 'dose = { for = "1m" }', 'dose = { for = "1m", pace = "2s" }',
            'dose = { for = "1m", tempo = "2-1-2-0" }', 'dose = { until = "key", cap = "1m" }',
            'dose = { until = "key", cap = 20 }', 'dose = { until = "key", cap = "1m", pace = "30s" }',
            'dose = { reps = "as many as you can" }', 'dose = { reps = "as many as you can", cap = 12 }',
            'dose = { reps = "as many as you can", cap = 12, pace = "30s" }',
            'dose = { reps = "as many as you can", cap = 12, hold = "6s" }',
            'dose = { reps = "as many as you can", cap = 12, for = "1m" }',
            'dose = { reps = "as many as you can", cap = 12, until = "key" }', 'dose = { cap = 12 }'],
    },
    "program": {
        "per_week = 3": ["", "per_week = 0", "per_week = 15", 'per_week = "3"', "per_week = 2"],
        "tokens = 1": ["tokens = 8", "tokens = 0"],
        "repeat_below = 2": ["repeat_below = -1", 'repeat_below = "2"'],
        "cap = 1": ["", "cap = 4", "cap = [1, 2, 3]"],
        'start = ["range", "function"]': ['start = ["strength"]', 'middle = ["range"]', 'start = "range"'],
        "[after]\nper_week = 2": ["[after]", "[afterwards]\nper_week = 2"],
    },
}

# Where they disagree: the file and what stands there, and why a schema cannot tell.
DISAGREED = {
    ("sheet", "sets = [3, 2]"): "a schema compares no two values: a band that begins with the larger one",
    ("sheet", "reps = 8.0"): "in draft 7 a whole number may have a point",
    ("sheet", 'tempo = "40-1-40"'): "a schema adds nothing up: more than a minute in all",
    ("sheet", 'hold = "6s"'): "the exercise has reps and no release, and is in another file",
    ("sheet", 'hold = "30s"\nreps = 5'): "the exercise has no release, and is in another file",
    ("sheet", 'hold = "30s"\nrelease = "2s"'): "the exercise has no reps, and is in another file",
    ("sheet", 'exercise = "seated-marsh"'): "a schema knows of no other files: there is no such exercise",
    ("drill", 'pose = "short" },\n'): "a schema compares no two values: the figure has no such pose",
    ("program", "per_week = 2"): "a schema compares no two values: there are three sessions a week",
}

# What is there where a key is left out, and nothing else decides it.
DEFAULTS = {
    "routine": {
        "level": 1, "counts": True, "gaps/set": "15s", "step/first": "better", "step/optional": False,
        "block/rounds": 1, "block/sides": "each-round", "block/step/first": "better",
        "block/step/optional": False,
    },
    "exercise": {
        "language": "en", "start/act": "2s", "part": "leg", "dose/sets": 1,
        "figure/props/chair/seat": 0.232, "figure/props/chair/back": 1, "figure/props/chair/rest": True,
        "figure/props/wall/axis": "x", "figure/props/wall/at": 0.3, "figure/props/wall/n": -1,
        "figure/props/wall/span": [-0.3, 0.3], "figure/props/wall/height": 0.95,
        "figure/props/counter/fit": 0.6, "figure/props/step/fit": 0.6,
    },
    "program": {"tokens": 0, "repeat_below": 0},
}
# What draft 7 has not.
LATER_KEYWORDS = {"dependentRequired", "dependentSchemas", "minContains", "prefixItems",
                  "unevaluatedItems", "unevaluatedProperties"}


def mutants():
    """(file, what stands there instead, the whole text) of each."""
    for name, changes in MUTANTS.items():
        text = (pathlib.Path(__file__).parent / "taplo" / f"{name}.toml").read_text()
        for old, others in changes.items():
            if text.count(old) != 1:
                raise AssertionError(f"{name}.toml has {old!r} {text.count(old)} times")
            for new in others:
                yield name, new, text.replace(old, new)


def kind_of(name):
    """The schema of a file in taplo/."""
    return {"exercise": "exercise", "pushing": "exercise", "program": "program"}.get(name, "routine")


def keys(schema, part, path=(), seen=()):
    """(path, schema) of every key that a file may have, by way of each "$ref". What only compares keys,
    such as "if", names no new ones."""
    if "$ref" in part:
        name = part["$ref"]
        if name in seen:
            return
        yield from keys(schema, target(schema, name), path, (*seen, name))
    for key, inner in part.get("properties", {}).items():
        yield (*path, key), inner
        yield from keys(schema, inner, (*path, key), seen)
    inside = [part[word] for word in ("items", "additionalProperties") if word in part]
    alternatives = part.get("anyOf", []) + part.get("oneOf", [])
    references = [one for one in part.get("allOf", []) if "$ref" in one]
    for inner in [*inside, *alternatives, *references]:
        if isinstance(inner, dict):
            yield from keys(schema, inner, path, seen)


def target(schema, reference):
    part = schema
    for name in reference.removeprefix("#/").split("/"):
        part = part[name]
    return part


def resolved(schema, part):
    """What a "$ref" leads to: nothing beside it counts."""
    while "$ref" in part:
        part = target(schema, part["$ref"])
    return part


def parts(value):
    """Every object in a schema."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from parts(inner)


class Schemas(unittest.TestCase):
    """What can be seen without taplo."""
    source = pathlib.Path()

    def schemas(self):
        for path in sorted((self.source / "routines" / "schemas").glob("*.json")):
            yield path.name.removesuffix(".schema.json"), json.loads(path.read_text())

    def test_every_reference_is_within_the_file_and_alone(self):
        for name, schema in self.schemas():
            for part in parts(schema):
                if isinstance(part.get("$ref"), str):
                    self.assertEqual(len(part), 1, f"{name}: draft 7 overlooks what is beside {part['$ref']}")
                    self.assertTrue(part["$ref"].startswith("#/"), f"{name}: {part['$ref']}")
                    target(schema, part["$ref"])

    def test_every_keyword_is_of_draft_7(self):
        for name, schema in self.schemas():
            self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#", name)
            for part in parts(schema):
                self.assertFalse(LATER_KEYWORDS & part.keys(), name)

    def test_every_key_is_described(self):
        for name, schema in self.schemas():
            found = list(keys(schema, schema))
            self.assertGreater(len(found), 10, name)
            for path, part in found:
                self.assertTrue(resolved(schema, part).get("description"), f"{name}: {'/'.join(path)}")

    def test_every_default_is_told(self):
        for name, schema in self.schemas():
            found = [("/".join(path), resolved(schema, part)) for path, part in keys(schema, schema)
                     if name == "exercise" or path[0] != "exercise"]
            told = {path: part["default"] for path, part in found if "default" in part}
            self.assertEqual(told, DEFAULTS[name])


class Taplo(unittest.TestCase):
    hipflow = ""
    source = pathlib.Path()

    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(os.environ.get("HIPFLOW_TAPLO") or cls.source / "build" / "taplo")
        cls.modules = folder.resolve() / "node_modules"
        cls.node = shutil.which("node")
        if cls.node is None:
            raise unittest.SkipTest("node is not installed")
        package = cls.modules / "@taplo" / "lib" / "package.json"
        if not package.is_file():
            raise unittest.SkipTest(f"@taplo/lib is not in {cls.modules}")
        version = json.loads(package.read_text())["version"]
        if version != TESTED:
            raise unittest.SkipTest(f"this is @taplo/lib {version}, and the test is for {TESTED}")

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="hipflow-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def taplo_says(self, files):
        """{kind: the messages about each file, none if it is taken} of {kind: files}."""
        folder = self.source / "routines" / "schemas"
        asked = [[str(folder / f"{kind}.schema.json"), list(map(str, files[kind]))] for kind in KINDS]
        script = pathlib.Path(__file__).parent / "taplo" / "validate.mjs"
        done = subprocess.run([self.node, script, self.modules], input=json.dumps(asked),
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return dict(zip(KINDS, json.loads(done.stdout), strict=True))

    def outcome_of(self, *arguments):
        done = subprocess.run([self.hipflow, *arguments], env={"HOME": str(self.folder)}, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, check=False)
        self.assertIn(done.returncode, (0, 2), done.stderr)
        return done

    def hipflow_says(self, kind, files):
        """The faults of each file, none if it is taken. Warnings are no faults."""
        if kind == "program":
            return [self.faults_of_program(path) for path in files]
        done = self.outcome_of(kind, "check", *files, "--json")
        answers = json.loads(done.stdout)[f"{kind}s"]
        self.assertEqual([answer[kind] for answer in answers], [str(path) for path in files])
        faults = [[fault["message"] for fault in answer["faults"]] for answer in answers]
        self.assertEqual([answer["ok"] for answer in answers], [not messages for messages in faults])
        self.assertEqual(done.returncode, 2 if any(faults) else 0)
        return faults

    def faults_of_program(self, path):
        folder = self.folder / ".config" / "hipflow" / "programs"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / "case.toml")
        done = self.outcome_of("program", "show", "case")
        return done.stderr.splitlines() if done.returncode else []

    def assert_taken(self, files):
        answers = self.taplo_says(files)
        for kind in KINDS:
            self.assertTrue(files[kind])
            for path, messages in zip(files[kind], answers[kind], strict=True):
                self.assertEqual(messages, [], path)

    def test_what_is_shipped_is_taken(self):
        routines = self.source / "routines"
        gallery = self.source / "docs" / "routines"
        self.assert_taken({"routine": sorted([*routines.glob("*.toml"), *gallery.glob("*.toml")]),
                           "exercise": sorted((routines / "exercises").glob("*.toml")),
                           "program": sorted((routines / "programs").glob("*.toml"))})

    def test_the_samples_are_taken_by_both(self):
        samples = sorted((pathlib.Path(__file__).parent / "taplo").glob("*.toml"))
        files = {kind: [path for path in samples if kind_of(path.stem) == kind] for kind in KINDS}
        self.assert_taken(files)
        for kind in KINDS:
            self.assertEqual(self.hipflow_says(kind, files[kind]), [[] for _ in files[kind]])

    def test_both_agree_on_what_is_changed(self):
        cases = {kind: [] for kind in KINDS}
        for number, (name, new, text) in enumerate(mutants()):
            path = self.folder / f"{number}.toml"
            path.write_text(text)
            cases[kind_of(name)].append((name, new, path))
        files = {kind: [path for _, _, path in cases[kind]] for kind in KINDS}
        answers = self.taplo_says(files)
        disagreed = set()
        for kind in KINDS:
            says = zip(cases[kind], self.hipflow_says(kind, files[kind]), answers[kind], strict=True)
            for (name, new, _), faults, messages in says:
                if bool(faults) == bool(messages):
                    continue
                disagreed.add((name, new))
                with self.subTest(file=name, change=new):
                    self.assertIn((name, new), DISAGREED, f"hipflow: {faults}, taplo: {messages}")
        self.assertEqual(set(DISAGREED) - disagreed, set(), "both agree by now")
        count = sum(map(len, cases.values()))
        self.assertGreaterEqual(count, MUTANTS_COUNTED)
        self.assertGreaterEqual((count - len(disagreed)) / count, LEAST_AGREED / MUTANTS_COUNTED)


if __name__ == "__main__":
    Taplo.hipflow = sys.argv[1]
    Taplo.source = Schemas.source = pathlib.Path(sys.argv[2])
    suite.main(argv=[sys.argv[0], *sys.argv[3:]])
