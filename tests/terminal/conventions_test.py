# SPDX-License-Identifier: MIT
"""What a user of any command-line program may expect. conventions_test.py /path/to/hipflow

The numbers are those of the checklist that the names were taken from.
"""
import glob
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import time

from hipflow_test import NO_QUESTIONS, PATIENCE, HipflowTest, Terminal, main

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
ESCAPE = "\x1b"
ANSWERS = (("stats",), ("session", "list"), ("session", "show"), ("routine", "list"),
           ("routine", "show", "short"), ("routine", "check", "hip-rotation"), ("exercise", "list"),
           ("exercise", "show", "glute-bridge"), ("config",), ("me",), ("safety",),
           ("start", "short", "--rehearse"))


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Conventions(HipflowTest):
    def with_history(self):
        terminal = self.start("short", *NO_QUESTIONS)
        self.assertEqual(terminal.end(), 0)

    def shell(self, line, **env):
        return subprocess.run(["/bin/bash", "-c", line], env=self.env(HIPFLOW=self.binary, **env),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)

    def assert_refused(self, shown, code, *words):
        self.assertEqual((shown.returncode, shown.stdout), (code, ""), shown.stderr)
        for word in words:
            self.assertIn(word, shown.stderr)
        self.assertNotIn("terminate called", shown.stderr)
        self.assertNotIn(ESCAPE, shown.stderr)

    def test_01_version_is_one_line_and_needs_no_home(self):
        shown = self.run_hipflow("--version", env={"PATH": "/usr/bin:/bin"})
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertRegex(shown.stdout, r"\Ahipflow \d+\.\d+\.\d+ \([0-9a-z-]+\)\n\Z")

    def test_02_help_in_every_spelling_goes_to_stdout(self):
        for arguments in (("--help",), ("-h",), ("help",), ("help", "start"), ("start", "--help"),
                          ("start", "-h"), ("help", "routine", "check"), ("routine", "--help")):
            with self.subTest(arguments=arguments):
                shown = self.run_hipflow(*arguments)
                self.assertEqual((shown.returncode, shown.stderr), (0, ""))
                self.assertIn("Usage", shown.stdout)

    def test_04_a_usage_error_is_2_on_stderr_and_points_to_help(self):
        for arguments in (("--nonsense",), ("start", "--nonsense"), ("start", "--speed"),
                          ("start", "--rehearse", "--speed", "0"), ("routine",), ("nonsense",),
                          ("stats", "--since", "sometime"), ("start", "a", "b"),
                          ("start", "--resume", "--discard"), ("start", "--speed", "3"),
                          ("--color", "pink", "stats"), ("start", "--pain-before", "11")):
            with self.subTest(arguments=arguments):
                shown = self.run_hipflow(*arguments)
                self.assert_refused(shown, 2)
                if arguments != ("stats", "--since", "sometime"):
                    self.assertRegex(shown.stderr.splitlines()[-1], r"--help")

    def test_05_a_mistyped_word_gets_the_nearest(self):
        for arguments, wrong, right in (
                (("strat",), "strat", "start"), (("start", "--plian"), "--plian", "--plain"),
                (("start", "shrot", "--rehearse"), "shrot", "short"),
                (("routine", "lst"), "lst", "list"),
                (("routine", "show", "desk-rest"), "desk-rest", "desk-reset"),
                (("exercise", "show", "glute-brigde"), "glute-brigde", "glute-bridge")):
            with self.subTest(arguments=arguments):
                self.assert_refused(self.run_hipflow(*arguments), 2, wrong, right)

    def test_06_options_may_be_written_in_every_usual_way(self):
        spellings = (("--color", "never", "start", "short", "--rehearse"),
                     ("--color=never", "start", "--rehearse", "short"),
                     ("start", "short", "--rehearse", "--color", "never"),
                     ("start", "--rehearse", "--color=never", "--", "short"))
        shown = {self.run_hipflow(*arguments).stdout for arguments in spellings}
        self.assertEqual(len(shown), 1)
        self.assertGreater(len(shown.pop()), 100)

    def test_08_errors_are_lines_of_hipflow_or_of_a_place_in_a_file(self):
        self.assert_refused(self.run_hipflow("routine", "show", "nowhere"), 2)
        shown = self.run_hipflow("routine", "show", "nowhere")
        self.assertTrue(shown.stderr.startswith("hipflow: "))
        path = self.write("broken.toml", 'format = 1\nname = \n')
        for line in self.run_hipflow("start", path, "--rehearse").stderr.splitlines():
            self.assertRegex(line, r"^.*broken\.toml:\d+:\d+: .")

    def test_09_and_10_no_bad_file_crashes(self):
        for path in sorted(glob.glob(os.path.join(DATA, "hostile", "*.toml"))):
            with self.subTest(file=os.path.basename(path)):
                self.assert_refused(self.run_hipflow("start", path, "--rehearse"), 2)

    def test_09_no_bad_configuration_or_environment_crashes(self):
        for text in ("format = 2\n", "[session\n", "routine = 3\n", "\x00", "nonsense = 1\n",
                     'format = 1\n[pain]\nbefore_rest = 99999999999999999999\n'):
            self.write(".config/hipflow/config.toml", text)
            self.assert_refused(self.run_hipflow("stats"), 2, "config.toml:")
        self.write(".config/hipflow/config.toml", "format = 1\n")
        for name, value in (("HIPFLOW_SPEED", "fast"), ("HIPFLOW_SPEED", "1e9"),
                            ("HIPFLOW_NOW", "yesterday"), ("HIPFLOW_NOW", "9" * 400)):
            self.assert_refused(self.run_hipflow("stats", env=self.env(**{name: value})), 2, name)
        for name, value in (("COLUMNS", "-5"), ("COLUMNS", "9" * 30), ("LC_ALL", "\x1b[31m"),
                            ("TERM", "\x1b"), ("TZ", "Nowhere/Land")):
            shown = self.run_hipflow("safety", env=self.env(**{name: value}))
            self.assertEqual((shown.returncode, shown.stderr), (0, ""))
            self.assertNotIn(ESCAPE, shown.stdout)

    def test_09_no_argument_is_obeyed_by_the_terminal(self):
        for arguments in (("\x1b[31m",), ("start", "\x1b]0;x\x07", "--rehearse"),
                          ("session", "show", "\u202ex"), ("stats", "--since", "\x9b31m"),
                          ("routine", "show", "%s%n{}"), ("x" * 100_000,)):
            shown = self.run_hipflow(*arguments)
            self.assertIn(shown.returncode, (1, 2))
            self.assertEqual(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown.stderr), [])

    def test_11_an_answer_that_cannot_be_written_is_3(self):
        self.with_history()
        for arguments in (*ANSWERS, ("--version",), ("--help",), ("start", "--help")):
            for where in (">/dev/full", ">&-"):
                with self.subTest(arguments=arguments, where=where):
                    shown = self.shell(f'"$HIPFLOW" {" ".join(arguments)} {where}')
                    self.assertEqual(shown.returncode, 3)
                    self.assertRegex(shown.stderr, r"^hipflow: the output cannot be written: .+\n$")

    def test_11_an_error_that_nobody_can_hear_keeps_its_code(self):
        for where in ("2>/dev/full", "2>&-", ">/dev/full 2>/dev/full", ">&- 2>&- <&-"):
            with self.subTest(where=where):
                self.assertEqual(self.shell(f'"$HIPFLOW" nonsense {where}').returncode, 2)
                code = self.shell(f'"$HIPFLOW" stats --db /dev/null/x {where}').returncode
                self.assertIn(code, (1, 3))

    def test_12_a_reader_that_stops_reading_is_no_error(self):
        self.with_history()
        shown = self.shell('"$HIPFLOW" exercise list --json | head -c0')
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))

    def test_13_a_full_disk_loses_no_session(self):
        if not shutil.which("strace"):
            self.skipTest("strace is not installed")
        self.with_history()
        traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e",
                  "inject=pwrite64:error=ENOSPC:when=20+"]
        terminal = Terminal([*traced, self.binary, "start", "short", "--plain", *NO_QUESTIONS],
                            self.env(HIPFLOW_SPEED=1000))
        self.addCleanup(terminal.close)
        self.assertEqual(terminal.end(), 3)
        for words in ("disk is full", "The session goes on", "Well done.", "Not saved:",
                      "figure-4-seated, set 1, left: 20 s of 20 s"):
            self.assertIn(words, " ".join(terminal.text.split()))
        self.assert_sound()

    def test_14_json_is_one_document_of_schema_1(self):
        self.with_history()
        for arguments in ANSWERS:
            with self.subTest(arguments=arguments):
                shown = self.run_hipflow(*arguments, "--json", "--color=always")
                self.assertEqual((shown.returncode, shown.stderr), (0, ""))
                self.assertEqual(json.loads(shown.stdout)["schema"], 1)
                self.assertNotIn(ESCAPE, shown.stdout)
                self.assertEqual(self.run_hipflow(*arguments, "--json").stdout, shown.stdout)

    def on_terminal(self, *arguments, **env):
        terminal = self.terminal(*arguments, **env)
        terminal.end()
        return terminal.text

    def test_15_no_color_means_none_and_empty_means_nothing(self):
        colours = r"\x1b\[[0-9;]*3[0-7]m|\x1b\[[0-9;]*9[0-7]m"
        self.assertIsNone(re.search(colours, self.on_terminal("safety", NO_COLOR="1")))
        self.assertEqual(self.on_terminal("safety", NO_COLOR=""), self.on_terminal("safety"))

    def test_16_colour_can_be_forced_and_forbidden_in_order(self):
        def escapes(*arguments, **env):
            return ESCAPE in self.run_hipflow(*arguments, "safety", env=self.env(**env)).stdout

        self.assertTrue(escapes(CLICOLOR_FORCE="1"))
        self.assertFalse(escapes(CLICOLOR_FORCE="0"))
        self.assertFalse(escapes(CLICOLOR_FORCE="1", NO_COLOR="1"))
        self.assertTrue(escapes("--color=always", NO_COLOR="1"))
        self.assertFalse(escapes("--color=never", CLICOLOR_FORCE="1"))

    def test_17_a_pipe_and_a_dumb_terminal_get_no_escape(self):
        self.with_history()
        for arguments in (*ANSWERS, ("--help",), ("nonsense",)):
            shown = self.run_hipflow(*arguments)
            self.assertNotIn(ESCAPE, shown.stdout + shown.stderr)
        for term in ("dumb", None):
            self.assertNotIn(ESCAPE, self.on_terminal("safety", TERM=term))

    def test_18_without_a_terminal_nothing_asks_and_nothing_hangs(self):
        for arguments in (("start",), ("start", "short", *NO_QUESTIONS), ("start", "--resume")):
            self.assert_refused(self.run_hipflow(*arguments, timeout=PATIENCE), 2, "--rehearse")
        for arguments in ANSWERS:
            self.assertIn(self.run_hipflow(*arguments).returncode, (0, 1))
        self.assertFalse(os.path.exists(self.database))
        with open(os.path.join(self.folder, "closed"), "wb") as written_only:
            shown = self.run_hipflow("start", stdin=written_only)
        self.assertEqual(shown.returncode, 2)
        self.assertEqual(self.shell('"$HIPFLOW" start <&-').returncode, 2)

    def test_20_relative_directories_are_ignored(self):
        shown = self.run_hipflow("config", env=self.env(XDG_CONFIG_HOME="here",
                                                        XDG_DATA_HOME="./there"))
        self.assertIn(os.path.join(self.config, "config.toml"), shown.stdout)
        self.assertIn(self.database, shown.stdout)

    def test_20_directories_are_honoured_made_0700_and_the_database_0600(self):
        data = os.path.join(self.folder, "new", "data")
        terminal = self.start("short", *NO_QUESTIONS, XDG_DATA_HOME=data)
        self.assertEqual(terminal.end(), 0)
        for path, mode in ((os.path.join(self.folder, "new"), 0o700), (data, 0o700),
                           (os.path.join(data, "hipflow"), 0o700),
                           (os.path.join(data, "hipflow", "hipflow.db"), 0o600)):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), mode, path)

    def test_20_without_a_home_that_of_the_account_is_used(self):
        shown = self.run_hipflow("config", env=self.env(HOME=None))
        self.assertEqual(shown.returncode, 0)
        self.assertIn(os.path.expanduser(f"~{os.environ.get('USER', '')}").split("/")[1],
                      shown.stdout)
        self.assertNotIn("# database: /hipflow", shown.stdout)

    def test_21_a_read_only_home_is_said_in_words(self):
        somebody = []
        if os.geteuid() == 0:  # who may write everything
            if not shutil.which("setpriv"):
                self.skipTest("setpriv is not installed, to be somebody without rights")
            somebody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for folder, _, _ in os.walk(self.folder):
            os.chmod(folder, 0o555)
            self.addCleanup(os.chmod, folder, 0o700)
        terminal = Terminal([*somebody, self.binary, "start", "short", "--plain", *NO_QUESTIONS],
                            self.env(TMPDIR=None))
        self.addCleanup(terminal.close)
        if terminal.end() == 127 or "No such file" in terminal.text:
            self.skipTest("nobody may not run the program where it stands")
        self.assertEqual(terminal.status, 3)
        self.assertIn("Permission denied", terminal.text)
        self.assertIn("hipflow:", terminal.text)

    def test_21_a_locked_database_is_said_in_words_and_left_alone(self):
        self.with_history()
        holder = sqlite3.connect(self.database, isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        shown = self.run_hipflow("stats")
        self.assertLess(time.monotonic() - begun, PATIENCE)
        self.assert_refused(shown, 3, self.database, "in use by another program")
        holder.execute("ROLLBACK")
        self.assertEqual(self.run_hipflow("stats").returncode, 0)

    def test_21_a_damaged_or_strange_database_is_left_byte_for_byte(self):
        self.with_history()
        with open(self.database, "rb") as file:
            whole = file.read()
        strange = {"text": b"This is no database.\n" * 300, "cut": whole[:len(whole) // 2],
                   "scribbled": whole[:5000] + b"\xff" * 3000 + whole[8000:],
                   "headless": b"\0" * 100 + whole[100:],
                   "newer": whole[:60] + (9999).to_bytes(4, "big") + whole[64:],
                   "another's": whole[:68] + (1).to_bytes(4, "big") + whole[72:]}
        for name, content in strange.items():
            with self.subTest(name=name):
                with open(self.database, "wb") as file:
                    file.write(content)
                before = digest(self.database)
                for arguments in (("stats",), ("session", "list"), ("session", "show")):
                    shown = self.run_hipflow(*arguments)
                    if name != "scribbled":  # which may have hit a page that nobody reads
                        self.assert_refused(shown, 3, self.database)
                    self.assertIn(shown.returncode, (0, 1, 3))
                terminal = self.start("short", *NO_QUESTIONS)
                status = terminal.end()
                if name != "scribbled":
                    self.assertEqual(status, 3)
                    self.assertEqual(digest(self.database), before)

    def test_21_what_is_no_file_is_refused_at_once(self):
        os.makedirs(self.data)
        os.mkfifo(self.database)
        self.assert_refused(self.run_hipflow("stats"), 3, "named pipe")
        os.remove(self.database)
        os.mkdir(self.database)
        self.assert_refused(self.run_hipflow("stats"), 3, "a folder")

    def test_21_with_no_history_yet_the_answer_is_that_of_an_empty_one(self):
        for arguments in (("stats",), ("session", "list")):
            shown = self.run_hipflow(*arguments)
            self.assertEqual((shown.returncode, shown.stderr), (1, ""))
            self.assertIn("yet", shown.stdout)
        self.assertFalse(os.path.exists(self.data))

    def test_22_two_starts_at_once_lose_nothing(self):
        terminals = [self.start("short", *NO_QUESTIONS, speed=200) for _ in range(3)]
        codes = sorted(terminal.end() for terminal in terminals)
        self.assertIn(codes[0], (0,))
        self.assertTrue(set(codes) <= {0, 2}, codes)
        self.assertEqual(len(self.rows("SELECT * FROM session")), codes.count(0))
        self.assertEqual(len(self.sets()), 6 * codes.count(0))
        self.assert_sound()

    def test_a_signal_ends_a_command_by_itself(self):
        shown = self.shell('"$HIPFLOW" start short --rehearse --speed 1 & sleep 0.3; kill -INT $!;'
                           ' kill -TERM $!; wait $!')
        self.assertEqual(shown.returncode, 128 + signal.SIGTERM)


if __name__ == "__main__":
    main()
