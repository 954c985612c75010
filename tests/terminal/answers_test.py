# SPDX-License-Identifier: MIT
"""Every answer of --json has a schema that is shipped, and is as it says. answers_test.py HIPFLOW

Wherever a test asks for an answer, HipflowTest holds it against its schema; here every command is
asked, so that no schema stands there unused.
"""
import json
import re

import jsonschema

from hipflow_test import HipflowTest, answers, main

NOW = "2026-11-24T08:00:00+01:00"

# The page that lists the answers: a command, or several, and their schema.
PAGE = (answers.FOLDER.parents[2] / "docs" / "answers.md").read_text(encoding="utf-8")
ROW = re.compile(r"(?m)^\| (`hipflow[^|]*`) \| `([\w-]+)\.schema\.json` \|")

# What stands for an argument that a command cannot do without.
GIVEN = {"program": "steady-six", "routine": "hip-rotation", "exercise": "glute-bridge", "restrictions": "knees"}
# Stands for an exercise of today's session, which the program may choose.
TODAYS = "today's"
# Commands that are asked for more than the page and their help demand.
BESIDES = {
    ("start",): [("hip-rotation", "--rehearse")],
    ("why",): [("last",), (TODAYS,)],
    ("stats",): [("--all",)],
    ("stats", "week"): [("--since", "2026-11-16")],
    ("session", "show"): [("--history",)],
}
# Commands to which readings are given, since nobody is there to be asked.
READINGS = {
    ("measure", "range"): ("--left-internal", "32,33,31", "--right-external", "40", "--pain", "2"),
    ("measure", "function"): ("--add", "tie my shoes", "--score", "1=4"),
}
# Nobody is there to answer the questions.
SILENT = {("me", "ask")}


def listed():
    """Each command on the page with the options that stand behind it there, and its schema."""
    for commands, schema in ROW.findall(PAGE):
        for text in re.findall(r"`([^`]+)`", commands):
            words = text.removeprefix("hipflow").split()
            options = tuple(word for word in words if word.startswith("-") and word != "--json")
            yield tuple(word for word in words if not word.startswith("-")), options, schema


def schemas():
    return [answers.FOLDER / f"{name}.schema.json" for name in answers.names()]


def objects(part):
    """Every schema of an object inside a schema."""
    if isinstance(part, list):
        return [found for inner in part for found in objects(inner)]
    if not isinstance(part, dict):
        return []
    own = [part] if isinstance(part.get("properties"), dict) else []
    return own + [found for inner in part.values() for found in objects(inner)]


class Schemas(HipflowTest):
    def test_each_says_what_every_member_means(self):
        for path in (*schemas(), answers.FOLDER / answers.SHARED):
            schema = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            for found in objects(schema):
                with self.subTest(path.name, members=list(found["properties"])):
                    self.assertNotIn("additionalProperties", found, "new members may come")
                    self.assertLessEqual(set(found.get("required", [])), set(found["properties"]))
                    for name, member in found["properties"].items():
                        self.assertTrue(member.get("description"), name)

    def test_the_documentation_names_each(self):
        self.assertEqual(sorted({schema for _, _, schema in listed()}), answers.names())
        self.assertEqual(len(re.findall(r"(?m)^\|.*\.schema\.json", PAGE)), len(ROW.findall(PAGE)))

    def test_what_they_share_is_shared_by_some(self):
        text = "".join(path.read_text(encoding="utf-8") for path in answers.FOLDER.iterdir())
        for name in json.loads((answers.FOLDER / answers.SHARED).read_text())["$defs"]:
            self.assertIn(f'#/$defs/{name}"', text)

    def test_an_answer_that_is_not_so_is_noticed(self):
        for text in ('{"schema": 1}', '{"schema": 2, "sessions": []}',
                     '{"schema": 1, "sessions": [], "more": 1}', '{"schema": 1, "sessions": [{}]}'):
            with self.assertRaises(AssertionError, msg=text):
                answers.checked(("session", "list", "--json"), text)
        with self.assertRaisesRegex(AssertionError, "no nonsense.schema.json"):
            answers.checked(("nonsense", "--json"), "{}")

    def test_a_member_too_many_is_noticed_inside_as_well(self):
        self.run_hipflow("log", "session", "--at", "yesterday")
        # A session is described once for several answers, a week where it is.
        for arguments, member in ((("session", "list", "--json"), "sessions"),
                                  (("stats", "sessions", "--json"), "weeks")):
            answer = json.loads(self.run_hipflow(*arguments).stdout)
            answer[member][0]["more"] = 1
            with self.assertRaisesRegex(AssertionError, f"{member}/0: .*'more'"):
                answers.checked(arguments, json.dumps(answer))

    def test_what_is_shipped_takes_members_to_come(self):
        schema = json.loads((answers.FOLDER / "session-list.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate({"schema": 1, "sessions": [], "more": 1})

    def test_the_schema_is_found_between_options(self):
        for arguments, name in ((("--json",), "glance"), (("why", "last"), "why"),
                                (("stats", "--last", "4w", "pain"), "stats-pain"),
                                (("exercise", "show", "x", "--frames"), "exercise-show-frames"),
                                (("me", "restrict", "x"), "me")):
            self.assertEqual(answers.name_for(arguments), name)


DRILL = """format = 1
name = "Mine"
level = 1
position = "standing"
sides = "each"
risks = []
start = "Stand on your {other} leg."
do = ["Lift."]
finish = ["Put it down."]
dose = { hold = "30s" }
"""
OWN_FIGURES = {
    "lent": 'figure = "step-down-slow"\n',
    "former": '[figure]\nview = "side"\ntext = "A knee lifts."\n',
    "faulty": '[figure]\nbase = "stading"\ntext = "x"\nmoving = []\nframes = [["a", 0]]\n'
              '[figure.pose.a]\nknee = 5\n',
}


class Answers(HipflowTest):
    def ask(self, *arguments):
        return self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=NOW, TZ="Europe/Berlin"))

    def ok(self, *arguments):
        shown = self.ask(*arguments)
        self.assertEqual(shown.returncode, 0, (arguments, shown.stderr))

    def commands(self, *parent):
        """Every command below one, as its help lists them."""
        listed = re.search(r"(?mi)^\w*commands:\n((?: +.*\n)*)", self.ask(*parent, "--help").stdout)
        for name in re.findall(r"(?m)^  (\S+)", listed[1]) if listed else ():
            yield (*parent, name)
            yield from self.commands(*parent, name)

    def questions(self):
        """What each command is asked, and the schema of its answer."""
        todays = json.loads(self.ask("why", "--json").stdout)["reasons"][0]["exercise"]
        for command, options, schema in listed():
            usage = re.search(r"(?m)^Usage: (.*)$", self.ask(*command, "--help").stdout)[1].split()
            needed = usage[1 + len(command):]
            given = tuple(GIVEN[word.removesuffix("...")] for word in needed if re.fullmatch(r"[a-z]+(\.{3})?", word))
            yield command, (*given, *options, *READINGS.get(command, ())), schema
            for more in BESIDES.get(command, ()):
                more = tuple(todays if word == TODAYS else word for word in more)
                yield command, (*given, *more), schema

    def test_every_command_that_answers_is_on_the_page(self):
        found = {command for command in self.commands()
                 if "--json" in self.ask(*command, "--help").stdout}
        self.assertGreater(len(found), 25)
        self.assertEqual({(), *found}, {command for command, _, _ in listed()})
        self.assertLessEqual({*BESIDES, *READINGS}, found)

    def ask_all(self):
        """Every command; HipflowTest holds the answers against their schemas."""
        for command, more, schema in self.questions():
            with self.subTest(command=command, more=more):
                self.assertEqual(answers.name_for((*command, *more)), schema)
                shown = self.ask(*command, *more, "--json")
                self.assertIn(shown.returncode, (0, 1, 2), shown.stderr)
                yield (*command, *more), shown

    def test_without_a_history_they_are_as_their_schemas_say(self):
        self.assertTrue([arguments for arguments, shown in self.ask_all() if shown.stdout])

    def test_with_a_history_they_are_as_their_schemas_say(self):
        self.ok("schedule", "set", "daily", "--at", "am,pm")
        self.ok("log", "session", "--at", "yesterday 19:30", "--pain-before", "4", "--pain-after", "3",
                "--effort", "ok", "--note", "slow")
        self.ok("log", "session", "--at", "07:30", "--done", "90%", "--pain-before", "3")
        self.ok("log", "pain", "buttock:left=5")
        self.ok("session", "amend", "last", "--effort", "hard")
        self.ok("program", "join", "steady-six")
        self.ok("exercise", "avoid", "bird-dog")
        unanswered = {arguments for arguments, shown in self.ask_all() if not shown.stdout}
        self.assertEqual(unanswered, SILENT)

    def test_every_figure_is_as_the_schema_says(self):
        listed = json.loads(self.ask("exercise", "list", "--json").stdout)["exercises"]
        self.assertGreater(len(listed), 40)
        for one in listed:
            shown = json.loads(self.ask("exercise", "show", one["id"], "--json").stdout)
            self.assertTrue(shown["figure"]["frames"], one["id"])

    def test_figures_of_ones_own_are_as_well(self):
        for name, figure in OWN_FIGURES.items():
            self.write(f".config/hipflow/exercises/{name}.toml", DRILL + figure)
        for name, (warnings, faults) in {"lent": (1, 0), "former": (1, 0), "faulty": (0, 2)}.items():
            checked, = json.loads(self.ask("exercise", "check", name, "--json").stdout)["exercises"]
            self.assertEqual((checked["ok"], len(checked["warnings"]), len(checked["faults"])),
                             (not faults, warnings, faults), checked)
        lent, former = (json.loads(self.ask("exercise", "show", name, "--json").stdout)["figure"]
                        for name in ("lent", "former"))
        lender = json.loads(self.ask("exercise", "show", "step-down-slow", "--json").stdout)["figure"]
        self.assertEqual(lent, lender)
        self.assertEqual((former["text"], former["base"], former["frames"]), ("A knee lifts.", None, []))


if __name__ == "__main__":
    main()
