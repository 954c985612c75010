#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every text for people stands in a file that a person has read: tests/golden/texts, tests/golden/help.txt.

usage: texts_test.py HIPFLOW SOURCE_FOLDER [--update]

--update writes the files anew; what has changed is then read in the diff, like any other change.

A text is a string literal of src/, adjacent ones joined, that
- has two words next to each other, or begins with a capital and small letters, or ends a sentence;
- is neither SQL, nor markup without words, nor a style sheet, nor a command's bare name, nor the message
  of a static_assert.
So single small words ("yours", "left"), keys, names of files and of columns are not among them.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import suite

TOKEN = re.compile(r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<directive> ^[ \t]*\#[^\n]* )
  | R"(?P<fence>[^(\s]*)\((?P<raw>.*?)\)(?P=fence)"
  | "(?P<string>(?:\\.|[^"\\\n])*)"
  | (?P<number> \b[0-9][0-9a-zA-Z.']* )
  | (?P<character> '(?:\\.|[^'\\\n])+' )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<other> \S )
""", re.VERBOSE | re.DOTALL | re.MULTILINE)

SQL = re.compile(r"(?:\\n|\s)*(?:ALTER|AND|ATTACH|BEGIN|COMMIT|CREATE|DELETE|DETACH|DROP|FROM|GROUP BY|HAVING|"
                 r"INSERT|JOIN|LIMIT|OR|ORDER BY|PRAGMA|RELEASE|ROLLBACK|SAVEPOINT|SELECT|SET|UNION|"
                 r"UPDATE|VACUUM|VALUES|WHERE|WITH|\(status IN)\b")
STYLE = re.compile(r"\{[^{}]*[a-z-]+\s*:[^{};]+;[^{}]*\}")
COMMAND = re.compile(r"hipflow(?: [a-z]+){1,2}")
MARKUP = re.compile(r"<[^<>]*>?|^[^<>]*=\\?\"?[^<>]*>|\b[a-z-]+=\\?\"[^\"]*\"?")
PLACEHOLDER = re.compile(r"\{[^{}]*\}|\\x[0-9A-Fa-f]{2}|\\[nrt0e]|\\u[0-9A-Fa-f]{4}")
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? ['(\"]?[^\W\d_]+|[^\W\d_]+ [^\W\d_]{2,}")
CAPITALISED = re.compile(r"^\W*[A-Z][a-z]")
SENTENCE = re.compile(r" [^ ]*[a-z]{2,}[.?!…]\W*$")


def is_for_people(literal):
    if SQL.match(literal) or STYLE.search(literal) or COMMAND.fullmatch(literal):
        return False
    words = PLACEHOLDER.sub(" ", MARKUP.sub(" ", literal)).strip()
    return bool(TWO_WORDS.search(words) or SENTENCE.search(words)
                or CAPITALISED.match(words))


def texts_of(source):
    """The texts for people in C++ source, in order."""
    texts, parts, in_assert = [], [], False

    def end():
        text = "".join(parts)
        parts.clear()
        if text and not in_assert and is_for_people(text):
            texts.append(text)

    for token in TOKEN.finditer(source):
        kind = token.lastgroup
        if token["raw"] is not None:
            parts.append(token["raw"].replace("\n", "\\n"))
        elif token["string"] is not None:
            parts.append(token["string"].replace('\\"', '"').replace("\\\\", "\\"))
        elif kind != "comment":
            end()
            in_assert = (in_assert or token[0] == "static_assert") and token[0] != ";"
    end()
    return texts


def golden_of(folder):
    """All texts in a folder of src/, file by file."""
    lines = []
    for path in sorted(folder.glob("*")):
        if path.suffix not in (".cpp", ".h"):
            continue
        texts = texts_of(path.read_text(encoding="utf-8"))
        if texts:
            lines += [f"== {path.name}", *texts, ""]
    return "\n".join(lines)


def folders(source):
    """The folders of src/, by the name of their golden file."""
    found = {path.name: path for path in sorted((source / "src").iterdir()) if path.is_dir()}
    return {"app": source / "src", **found}


def help_of(hipflow, words=()):
    """The help of a command and of all below it."""
    done = subprocess.run([hipflow, *words, "--help"], capture_output=True, text=True, check=True)
    text = f"$ {' '.join(('hipflow', *words, '--help'))}\n{done.stdout}\n"
    below = done.stdout.partition("\nSubcommands:\n")[2]
    for name in re.findall(r"^  ([a-z]+)(?: |$)", below, re.MULTILINE):
        text += help_of(hipflow, (*words, name))
    return text


class TextsTest(unittest.TestCase):
    hipflow = ""
    source = pathlib.Path()
    update = False

    def compare(self, path, text):
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        changed = list(difflib.unified_diff(known.splitlines(), text.splitlines(), str(path), "now",
                                            n=0, lineterm=""))
        if changed:
            self.fail("read what has changed; then texts_test.py --update:\n"
                      + "\n".join(changed[:40]))

    def test_every_text_has_been_read(self):
        golden = self.source / "tests" / "golden" / "texts"
        expected = {}
        for name, folder in folders(self.source).items():
            text = golden_of(folder)
            if text:
                expected[name + ".txt"] = text
        self.assertGreater(len(expected), 10)
        if self.update and golden.exists():
            for path in golden.iterdir():
                if path.name not in expected:
                    path.unlink()
        for name, text in expected.items():
            with self.subTest(name):
                self.compare(golden / name, text)
        self.assertEqual({path.name for path in golden.iterdir()}, set(expected))

    def test_all_help_has_been_read(self):
        text = help_of(self.hipflow)
        self.assertIn("\n$ hipflow schedule pause --help\n", text)
        self.compare(self.source / "tests" / "golden" / "help.txt", text)

    def test_the_spoken_session_has_been_read(self):
        """All that is said in one routine, with its times, at each level."""
        for level in ("full", "brief", "counts"):
            with self.subTest(level), tempfile.TemporaryDirectory() as home:
                environment = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                               "HIPFLOW_NOW": "2026-06-10T09:00:00Z"}
                done = subprocess.run([self.hipflow, "start", "hip-rotation", "--rehearse", "--guidance", level],
                                      capture_output=True, text=True, check=True, env=environment)
                self.compare(self.source / "tests" / "golden" / "spoken" / f"hip-rotation-{level}.txt",
                             done.stdout)


class ExtractorTest(unittest.TestCase):
    def test_what_is_a_text(self):
        for literal in ("Well done.", "not for you", "Today", "{} more steps", "the file has {} bytes; split it", "at most {}", "when: 1, a date; else now", "'{}' is there already",
                        "Owed", "<p>Nothing yet</p>", "hipflow: out of memory"):
            self.assertTrue(is_for_people(literal), literal)
        for literal in ("yours", "session_id", "SELECT a FROM b", "PRAGMA user_version", "{}/{}.toml",
                        "<svg width=\"{}\">", "a { color: red; }", "hipflow routine show", "\\n\\nCREATE TABLE a(b TEXT)", "HIPFLOW_DB", "me.avoid", "%H:%M",
                        "--", "low-back", "\\n"):
            self.assertFalse(is_for_people(literal), literal)

    def test_literals_are_joined_and_comments_are_none(self):
        source = ('#include "commands/a b.h"\n// "not this one"\nstatic_assert(x == 1, "nor this one");\n'
                  'f("One sentence " /* and */\n  "in two.", \'"\', 64\'000, R"(Raw "text")", "ok");\n')
        self.assertEqual(texts_of(source), ["One sentence in two.", 'Raw "text"'])


if __name__ == "__main__":
    TextsTest.update = "--update" in sys.argv
    TextsTest.hipflow = sys.argv[1]
    TextsTest.source = pathlib.Path(sys.argv[2])
    if TextsTest.update:
        sys.argv.remove("--update")
    suite.main(argv=[sys.argv[0], *sys.argv[3:]])
