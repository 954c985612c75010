#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The examples of the documentation are taken by hipflow as they stand: docs_test.py HIPFLOW SOURCE_FOLDER"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

import suite


class Docs(unittest.TestCase):
    hipflow = ""
    docs = pathlib.Path()

    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="hipflow-test-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)

    def own(self, kind, name, text):
        """A file of the user's."""
        folder = self.home / ".config" / "hipflow" / kind
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.toml").write_text(text)

    def run_hipflow(self, *arguments):
        done = subprocess.run([self.hipflow, *arguments], env={"HOME": str(self.home)},
                              cwd=self.home, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def page(self):
        return (self.docs / "hipflow-routine.5").read_text()

    def examples(self):
        """The examples of the manual page: of a routine, an exercise and a program."""
        blocks = re.findall(r"^\.Bd -literal\n(.*?)^\.Ed$", self.page(), re.M | re.S)
        self.assertEqual(len(blocks), 3)
        return blocks

    def test_the_routine_of_the_manual_page_is_taken(self):
        self.own("routines", "evening", self.examples()[0])
        self.run_hipflow("routine", "check", "evening")
        text = self.run_hipflow("routine", "show", "evening")
        self.assertIn("Belly breathing", text)
        self.assertIn("You need: mat, chair.", text)

    def test_the_exercise_of_the_manual_page_is_taken(self):
        self.own("exercises", "heel-slide", self.examples()[1])
        self.assertIn("1. heel-slide (gentle), this one",
                      self.run_hipflow("exercise", "show", "heel-slide"))
        self.assertIn("knee_l      flex 105", self.run_hipflow("exercise", "show", "heel-slide", "--frames"))
        self.assertEqual(self.run_hipflow("exercise", "check", "heel-slide"), "heel-slide: no faults\n")
        self.run_hipflow("routine", "check")

    def test_the_program_of_the_manual_page_is_taken(self):
        self.own("programs", "easy", self.examples()[2])
        self.assertIn("week 2", self.run_hipflow("program", "show", "easy"))

    def test_the_manual_page_names_every_word_of_the_files(self):
        words = set(re.findall(r"[a-z0-9_-]+", self.page()))
        for example in (*sorted((self.docs.parent / "routines").glob("*.toml")),
                        *sorted((self.docs.parent / "routines" / "exercises").glob("*.toml"))):
            for key in re.findall(r"^([a-z_]+) = ", example.read_text(), re.M):
                self.assertIn(key, words, example)

    def test_the_manual_page_is_clean(self):
        if not shutil.which("mandoc"):
            self.skipTest("there is no mandoc")
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "style",
                               str(self.docs / "hipflow-routine.5")],
                              capture_output=True, text=True)
        kept = [line for line in done.stdout.splitlines() if "referenced manual not found" not in line]
        self.assertEqual(kept, [])

    def test_the_sheet_becomes_a_short_routine(self):
        text = (self.docs / "physio-sheet.md").read_text()
        routine, = re.findall(r"^```toml\n(.*?)^```", text, re.M | re.S)
        self.assertLessEqual(len(routine.splitlines()), 25)
        self.own("routines", "sheet", routine)
        commands, = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
        for line in commands.splitlines():
            if line != "hipflow start sheet":
                self.run_hipflow(*line.split("#")[0].split()[1:])
        self.assertIn("3 sets of 10 reps", self.run_hipflow("routine", "show", "sheet"))

    def test_the_status_lines_show_what_is_due(self):
        text = (self.docs / "status-lines.md").read_text()
        lines = re.findall(r"hipflow (remind (?:--format '[^']*'|-q))", text)
        self.assertEqual(len(lines), 4)
        for time, due in (("07:00", False), ("07:40", True)):
            environment = {"HOME": str(self.home), "HIPFLOW_NOW": f"2026-11-24T{time}:00Z"}
            subprocess.run([self.hipflow, "schedule", "set", "daily", "--at", "07:30"], check=True,
                           env=environment, capture_output=True)
            for line in lines:
                shown = subprocess.run([self.hipflow, *shlex.split(line)], env=environment,
                                       capture_output=True, text=True, check=False)
                self.assertEqual((shown.returncode, shown.stderr), (0 if due else 1, ""), line)
                self.assertEqual(bool(shown.stdout), due and "--format" in line)


class Citations(unittest.TestCase):
    """Comments point to documents that everybody has."""

    # Documents that were written for hipflow and are not part of it.
    outside = re.compile(r"\b(CARE|BODY|SPEECH|CONTENT|DESIGN|GUIDED|RELIABILITY|STYLE|TERMINAL|TRACKING)"
                         r"(\.md| [0-9]+(\.[0-9]+)*\b| [a-z]-?[0-9]+\b| [A-Z][0-9]+\b)")
    cited = re.compile(r"docs/design/(\w+)\.md((?:(?:,|,? and)[\s/#]*\"[^\"]+\")*)")
    # A file of src/ or tests/, by its folder: `session/blocks`, tests/unit/cli/manual_test.cpp.
    named = r"(?<![\w/.<~-])(?:src/)?((?:{folders}|tests)(?:/[a-z_0-9-]+)+(?:\.(?:h|cpp|def|cmake|py|css))?)(?![\w/])"

    def files(self):
        source = Docs.docs.parent
        for top in ("src", "tests", "routines", "completions", "docs", ".ci", ".github", "debian"):
            for path in sorted((source / top).rglob("*")):
                if path.is_file() and path.suffix not in (".png", ".db", ".pyc", ".gz"):
                    yield path.relative_to(source), path.read_text(errors="replace")

    def test_no_file_cites_a_document_outside_of_the_repository(self):
        found = [f"{path}: {match[0]}" for path, text in self.files()
                 for match in self.outside.finditer(text)]
        self.assertEqual(found, [])

    def test_every_heading_that_is_cited_exists(self):
        folder = Docs.docs / "design"
        for path, text in self.files():
            for match in self.cited.finditer(text):
                document = folder / f"{match[1]}.md"
                self.assertTrue(document.exists(), f"{path}: {match[0]}")
                headings = re.findall(r"^#+ (.*)$", document.read_text(), re.M)
                for heading in re.findall(r'"([^"]+)"', match[2]):
                    heading = " ".join(re.sub(r"[/#]{2,}", " ", heading).split())
                    self.assertIn(heading, headings, f"{path}: {match[0]}")

    def test_every_file_that_a_document_or_a_comment_names_exists(self):
        source = Docs.docs.parent
        folders = "|".join(folder.name for folder in sorted((source / "src").iterdir()) if folder.is_dir())
        named = re.compile(self.named.replace("{folders}", folders))
        missing = []
        for path, text in self.files():
            if path.parts[:2] == ("docs", "design") or path.suffix == ".md":
                places = re.findall(r"`([^`\n]+)`", text)
            elif path.suffix in (".h", ".cpp"):
                places = re.findall(r"(?<!:)//[/ ]*(.*)", text)
            else:
                continue
            for name in (name for place in places for name in named.findall(place)):
                there = (folder / name for folder in (source, source / "src"))
                if not any(one.exists() or list(one.parent.glob(one.name + ".*")) for one in there):
                    missing.append(f"{path}: {name}")
        self.assertEqual(missing, [])


if __name__ == "__main__":
    Docs.hipflow = os.path.abspath(sys.argv[1])
    Docs.docs = pathlib.Path(sys.argv[2]) / "docs"
    suite.main(argv=[sys.argv[0], *sys.argv[3:]])
