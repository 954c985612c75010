# SPDX-License-Identifier: MIT
"""What is empty, mistyped or no place for a file is told in plain words. arguments_test.py HIPFLOW"""
import os

from hipflow_test import NO_QUESTIONS, SHORT_ROUTINE, HipflowTest, main

# Every command with an empty value; the first word that the answer has to hold.
EMPTY = [
    ("--at", ("log", "pain", "3", "--at", "")),
    ("--at", ("log", "pain", "3", "--at=")),
    ("--at", ("log", "session", "--at", "  ")),
    ("--for", ("log", "morning", "2", "--for", "")),
    ("--note", ("log", "pain", "3", "--note", "")),
    ("--note", ("session", "amend", "last", "--note", "")),
    ("--add", ("measure", "function", "--add", "")),
    ("--add", ("measure", "function", "--add", " \t")),
    ("--out", ("report", "--out", "")),
    ("--db", ("--db", "", "log", "session")),
    ("--db", ("log", "session", "--db", "")),
    ("--config", ("--config", "", "session", "list")),
    ("--routine", ("stats", "--routine", "")),
    ("--since", ("session", "list", "--since=")),
    ("--until", ("schedule", "pause", "--until", "")),
    ("--reason", ("schedule", "skip", "today", "--reason", "")),
    ("--from", ("routine", "new", "mine", "--from", "")),
    ("--minutes", ("start", "--rehearse", "--minutes", "")),
    ("'hipflow start'", ("start", "", "--rehearse")),
    ("'hipflow start'", ("start", "--rehearse", "--", "")),
    ("'hipflow why'", ("why", "")),
    ("'hipflow schedule skip'", ("schedule", "skip", "")),
    ("'hipflow session remove'", ("session", "remove", "")),
    ("'hipflow routine new'", ("routine", "new", "")),
    ("'hipflow routine check'", ("routine", "check", "")),
    ("'hipflow routine check'", ("routine", "check", "hip-rotation", "")),
    ("'hipflow'", ("",)),
]


class Arguments(HipflowTest):
    def test_what_is_empty_is_not_taken_for_left_out(self):
        for command in (("log", "session"), ("schedule", "set", "daily")):
            self.assertEqual(self.run_hipflow(*command).returncode, 0)
        before = self.rows("SELECT * FROM journal")
        for told, command in EMPTY:
            with self.subTest(command):
                done = self.run_hipflow(*command, cwd=self.home)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(told, done.stderr)
                self.assertIn("empty", done.stderr)
        self.assertEqual(self.rows("SELECT * FROM journal"), before)
        self.assertEqual(sorted(os.listdir(self.home)), [".config", ".local"])

    def test_an_empty_note_answers_the_question_for_one(self):
        terminal = self.start("short", *NO_QUESTIONS[1:], "--no-input", "--note", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.rows("SELECT note FROM session"), [{"note": None}])

    def test_a_value_may_look_like_an_option_or_hold_blanks(self):
        done = self.run_hipflow("log", "pain", "3", "--note", " a = b ")
        self.assertEqual(done.returncode, 0, done.stderr)
        done = self.run_hipflow("log", "pain", "3", "--note=--at")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_mistyped_routine_is_no_empty_history(self):
        gone = self.write(".config/hipflow/routines/gone.toml", SHORT_ROUTINE)
        for routine in ("hip-rotation", "gone"):
            self.assertEqual(self.run_hipflow("log", "session", "--routine", routine).returncode, 0)
        os.remove(gone)
        for command in (("session", "list"), ("stats",), ("stats", "sessions"), ("stats", "pain"),
                        ("stats", "exercises"), ("stats", "week"), ("report", "--out", "-"),
                        ("stats", "--json"), ("session", "list", "--json")):
            with self.subTest(command):
                for routine, near in (("hip-rotaton", "hip-rotation"), ("gon", "gone")):
                    done = self.run_hipflow(*command, "--routine", routine)
                    self.assertEqual((done.returncode, done.stdout), (2, ""))
                    self.assertIn(f"Did you mean '{near}'?", done.stderr)
                for routine in ("hip-rotation", "gone", "desk-reset", "short"):
                    done = self.run_hipflow(*command, "--routine", routine)
                    self.assertIn(done.returncode, (0, 1), done.stderr)

    def test_a_place_that_is_none_is_told_in_plain_words(self):
        loop = os.path.join(self.folder, "loop")
        os.symlink(loop, loop)
        long = "x" * 5000
        for path in (loop, loop + "/file", long, "/dev/null/file"):
            for command in (("--db", path, "log", "session"), ("--config", path, "config"),
                            ("report", "--out", path), ("--db", path, "stats")):
                with self.subTest(command=command):
                    done = self.run_hipflow(*command, cwd=self.folder)
                    for word in ("filesystem", "error:", "std::", "basic_", "terminate", "what()"):
                        self.assertNotIn(word, done.stderr + done.stdout)


if __name__ == "__main__":
    main()
