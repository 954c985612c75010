# SPDX-License-Identifier: MIT
"""Drives the real hipflow: in a pseudo-terminal as a user meets it, with pipes as a script does.

A test file is run alone as `x_test.py /path/to/hipflow [unittest options]`. Every test has a home
of its own; nothing waits for a real second where HIPFLOW_SPEED can give it.
"""
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import termios
import time
import unittest

import pexpect

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import answers  # noqa: E402
import suite  # noqa: E402

# Seconds: an upper bound for a busy machine, never a measure.
PATIENCE = int(os.environ.get("HIPFLOW_TEST_PATIENCE", "30"))

# What a busy machine may bring about: at a thousandfold speed a stall of two seconds is long.
STALLED = "Paused: hipflow was stopped for a while. Press Enter to continue."

# Whatever players there are find no sound server and no device: a test disturbs nobody.
NO_SOUND = {"PULSE_SERVER": "unix:/nonexistent", "PIPEWIRE_REMOTE": "/nonexistent",
            "ALSA_CONFIG_PATH": "/dev/null"}

# Answers everything, so that a session runs through without a question.
NO_QUESTIONS = ("--no-input", "--pain-before", "2", "--pain-after", "1", "--hurt", "none",
                "--effort", "ok")

# What the first start asks, and the answers of somebody who leaves its list open. The last question
# comes before the first session only.
FIRST_RUN = "Press Enter when you have read this."
RESTRICTIONS = "Which of these apply to you?"
EXPERIENCE = "Are exercises like these new to you"
FIRST_RUN_READ = (FIRST_RUN, "", RESTRICTIONS, "")
FIRST_RUN_ANSWERED = (*FIRST_RUN_READ, EXPERIENCE, "u")

# Six sets of every kind: two sides, a rest between sets, reps, and a change of position.
SHORT_ROUTINE = """\
format = 1
name = "Short"
summary = "For tests."
level = 1
[gaps]
ready = "5s"
side = "5s"
position = "5s"
set = "10s"
[[step]]
exercise = "figure-4-supine"
hold = ["30s", "30s"]
[[step]]
exercise = "glute-bridge"
sets = 2
reps = [4, 4]
pace = "5s"
[[step]]
exercise = "figure-4-seated"
hold = ["20s", "20s"]
"""

# Holds so long that a key always comes in the middle of one; none ends by itself in a test.
LONG_ROUTINE = """\
format = 1
name = "Long"
summary = "For tests."
level = 1
[gaps]
ready = "15s"
side = "60s"
position = "0s"
set = "60s"
[[step]]
exercise = "figure-4-supine"
hold = ["600s", "600s"]
[[step]]
exercise = "knee-to-opposite-shoulder"
hold = ["600s", "600s"]
[[step]]
exercise = "glute-bridge"
sets = 2
reps = [100, 100]
pace = "5s"
"""


def unwrapped(phrase):
    """A pattern for the phrase in which a space may as well be the end of a line."""
    return re.escape(phrase).replace("\\ ", "[ \\n]")


def set_output_processing(on):
    """Whether the terminal driver turns \\n into \\r\\n; done in the child, before it writes."""
    modes = termios.tcgetattr(0)
    modes[1] = modes[1] | termios.ONLCR if on else modes[1] & ~termios.ONLCR
    termios.tcsetattr(0, termios.TCSANOW, modes)


class Terminal:
    """A program in a pseudo-terminal without echo, read in whole lines."""

    def __init__(self, command, env, size=(24, 100), patience=PATIENCE):
        self.child = pexpect.spawn(
            command[0], list(command[1:]), env=env, dimensions=size, echo=False, timeout=patience,
            encoding="utf-8", codec_errors="replace",
            preexec_fn=lambda: set_output_processing(False))
        self.child.delaybeforesend = None
        self.text = ""  # all that was read so far
        self.status = None

    @property
    def pid(self):
        return self.child.pid

    def expect(self, *phrases, patience=PATIENCE):
        """Reads until the first of the phrases, wherever its lines are broken; says which. Answers a
        stall of the machine."""
        patterns = [*(unwrapped(phrase) for phrase in phrases), re.escape(STALLED), pexpect.EOF,
                    pexpect.TIMEOUT]
        stalled = len(phrases)
        while True:
            try:
                found = self.child.expect(patterns, timeout=patience)
            except OSError:
                found = len(phrases) + 1
            self.text += self.child.before if isinstance(self.child.before, str) else ""
            if found < len(phrases):
                self.text += phrases[found]
                return phrases[found]
            if found != stalled:
                raise AssertionError(f"expected {phrases}, got {patterns[found].__name__} after:\n"
                                     + self.text[-2000:])
            self.text += STALLED
            self.say("")

    def say(self, *lines):
        """Types lines, all at once."""
        self.child.send("".join(line + "\n" for line in lines))

    def answer(self, *dialogue):
        """Pairs of a question's phrase and the line typed in answer."""
        for question, line in zip(dialogue[::2], dialogue[1::2]):
            self.expect(question)
            self.say(line)

    def kill(self, number=signal.SIGKILL):
        os.kill(self.pid, number)

    def end(self, patience=PATIENCE):
        """Reads to the end. The exit code, or minus the signal that it died of."""
        while True:
            found = self.child.expect_exact([STALLED, pexpect.EOF, pexpect.TIMEOUT],
                                            timeout=patience)
            self.text += self.child.before if isinstance(self.child.before, str) else ""
            if found == 0:
                self.text += STALLED
                self.say("")
                continue
            if found == 2:
                raise AssertionError("it did not end after:\n" + self.text[-2000:])
            break
        return self.reap()

    def reap(self):
        """Waits for a death that is near. The exit code, or minus the signal."""
        self.child.wait()
        self.status = self.child.exitstatus
        if self.child.signalstatus is not None:
            self.status = -self.child.signalstatus
        self.child.close()
        return self.status

    def close(self):
        if self.child.isalive():
            self.kill()
            self.child.wait()
        self.child.close()


class HipflowTest(unittest.TestCase):
    """A home of its own, with two routines made for tests: `short` and `long`."""

    binary = None

    def setUp(self):
        # Not deeper than needed, and open to nobody else; some tests change its mode.
        self.folder = tempfile.mkdtemp(prefix="hipflow-test-")
        self.addCleanup(shutil.rmtree, self.folder)
        # A session whose terminal went away still writes, and would make its folder anew.
        self.addCleanup(self.await_own_processes)
        self.home = os.path.join(self.folder, "home")
        self.config = os.path.join(self.home, ".config", "hipflow")
        self.data = os.path.join(self.home, ".local", "share", "hipflow")
        self.database = os.path.join(self.data, "hipflow.db")
        self.write(".config/hipflow/routines/short.toml", SHORT_ROUTINE)
        self.write(".config/hipflow/routines/long.toml", LONG_ROUTINE)

    def own_processes(self):
        """What runs with this folder in its environment, by its command line."""
        mark = self.folder.encode()
        found = {}
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/environ", "rb") as file:
                    if mark not in file.read():
                        continue
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    found[int(pid)] = file.read().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue  # it has ended, or is another user's
        return found

    def await_own_processes(self):
        """Whatever a test began has ended with it, or is about to."""
        until = time.monotonic() + PATIENCE
        while left := self.own_processes():
            if time.monotonic() > until:
                for pid in left:
                    os.kill(pid, signal.SIGKILL)
                self.fail(f"still running: {left}")
            time.sleep(0.02)

    def write(self, name, text):
        """A file in the home."""
        path = os.path.join(self.home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def env(self, **changes):
        """The environment; None takes a variable out."""
        # What a player or a shell keeps for itself goes with the folder, too.
        env = {"HOME": self.home, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TZ": "UTC",
               "TMPDIR": self.folder, "TMUX_TMPDIR": self.folder,
               "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **NO_SOUND}
        for name, value in changes.items():
            env.pop(name, None)
            if value is not None:
                env[name] = str(value)
        # Sanitizers and coverage report through variables of their own.
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        return env

    def run_hipflow(self, *args, env=None, stdin=subprocess.DEVNULL, **options):
        """A run without a terminal: .returncode, .stdout, .stderr. An answer must be as its schema
        says."""
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("timeout", PATIENCE)
        done = subprocess.run([self.binary, *args], env=env or self.env(), stdin=stdin, text=True,
                              errors="replace", check=False, **options)
        if "--json" in args and done.stdout:
            answers.checked(args, done.stdout)
        return done

    def run_json(self, *args, **options):
        return json.loads(self.run_hipflow(*args, "--json", **options).stdout)

    def terminal(self, *args, speed=1000, size=(24, 100), **env):
        """hipflow in a pseudo-terminal."""
        terminal = Terminal([self.binary, *args], self.env(HIPFLOW_SPEED=speed, **env), size)
        self.addCleanup(terminal.close)
        return terminal

    def start(self, *args, **options):
        """`hipflow start --plain ...` in a pseudo-terminal."""
        return self.terminal("start", "--plain", *args, **options)

    def acknowledge(self):
        """Has read the text of the first run, left its question open, and is used to exercise."""
        terminal = self.start("short")
        terminal.answer(*FIRST_RUN_ANSWERED)
        terminal.expect("How strong is your pain right now")
        terminal.kill(signal.SIGTERM)
        terminal.end()

    def rows(self, query, *values):
        """What the database answers, as dictionaries."""
        # A writer's last words may still have to be rolled back: not opened read-only.
        connection = sqlite3.connect(self.database, timeout=10)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def row(self, query, *values):
        rows = self.rows(query, *values)
        self.assertEqual(len(rows), 1, rows)
        return rows[0]

    def sets(self):
        """Every set as (step, set, side, status), in order."""
        return [(row["step"], row["set_no"], row["side"], row["status"]) for row in self.rows(
            "SELECT * FROM performed_set ORDER BY session_id, step, set_no, side")]

    def assert_sound(self):
        """Nothing is damaged, and what is summed up equals what it was summed up from."""
        self.assertEqual(faults_of(self.database), [])


def faults_of(path):
    """What is wrong with a database: by SQLite's checks, and by counting again."""
    connection = sqlite3.connect(path, timeout=10)
    faults = []
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchall()
        if verdict != [("ok",)]:
            faults.append(f"integrity_check: {verdict}")
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        if loose:
            faults.append(f"foreign_key_check: {loose}")
        for name, kept, counted in connection.execute(RECOUNT):
            if kept != counted:
                faults.append(f"{name}: kept {kept}, counted {counted}")
    finally:
        connection.close()
    return faults


# Sums that are kept, beside the same counted from the sets and sessions themselves.
RECOUNT = """
WITH performed AS (
    SELECT * FROM session WHERE status IN ('completed', 'partial')
        OR (status = 'in_progress' AND EXISTS (SELECT 1 FROM performed_set
            WHERE session_id = session.id AND status IN ('done', 'partial'))))
SELECT 'done_ms of session ' || id, done_ms,
    (SELECT coalesce(sum(min(actual_ms, planned_ms)), 0) FROM performed_set
        WHERE session_id = session.id) FROM session WHERE source = 'timed' AND status <> 'rested'
UNION ALL SELECT 'sessions', (SELECT coalesce(sum(sessions), 0) FROM day),
    (SELECT count(*) FROM performed)
UNION ALL SELECT 'done_ms', (SELECT coalesce(sum(done_ms), 0) FROM day),
    (SELECT coalesce(sum(done_ms), 0) FROM performed)
UNION ALL SELECT 'planned_ms', (SELECT coalesce(sum(planned_ms), 0) FROM day),
    (SELECT coalesce(sum(planned_ms), 0) FROM performed)
UNION ALL SELECT 'sets', (SELECT coalesce(sum(sets), 0) FROM day),
    (SELECT count(*) FROM performed_set JOIN performed ON performed.id = session_id
        WHERE performed_set.status IN ('done', 'partial'))
"""


def main():
    """Runs the tests of the calling file against the binary named first."""
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(f"usage: {sys.argv[0]} /path/to/hipflow [unittest options]")
    HipflowTest.binary = os.path.abspath(sys.argv.pop(1))
    suite.main(verbosity=2)
