# SPDX-License-Identifier: MIT
"""What the fault tests share: sessions that need no answers, and what must hold after any fault."""
import glob
import json
import os
import pty
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "terminal"))
from hipflow_test import NO_QUESTIONS, STALLED, faults_of  # noqa: E402
from suite import SKIPPED  # noqa: E402, F401

PATIENCE = 60  # seconds: an upper bound for a busy machine
TROUBLE = "what could not be saved is kept"
RECOVERED = "What could not be saved is saved now."

# Four sets, two of them of one exercise on two sides; each of twenty seconds.
ROUTINE = """\
format = 1
name = "Faulty"
summary = "For tests."
level = 1
[gaps]
ready = "0s"
side = "0s"
position = "0s"
set = "0s"
[[step]]
exercise = "figure-4-seated"
hold = ["20s", "20s"]
[[step]]
exercise = "cat-cow-seated"
sets = 2
reps = [4, 4]
pace = "5s"
"""
SETS = 4

TINY_ROUTINE = ROUTINE[:ROUTINE.index("[[step]]")] + """\
[[step]]
exercise = "cat-cow-seated"
reps = [1, 1]
pace = "5s"
"""


class Home:
    """A private home, as a context: gone at its end."""

    def __init__(self, binary, data=None):
        self.binary = binary
        self.speed = 1000  # times as fast
        self.folder = tempfile.mkdtemp(prefix="hipflow-fault-")
        self.data = data or os.path.join(self.folder, "data")
        self.database = os.path.join(self.data, "hipflow", "hipflow.db")
        for name, text in (("faulty", ROUTINE), ("tiny", TINY_ROUTINE)):
            path = os.path.join(self.folder, "config", "hipflow", "routines", name + ".toml")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def env(self):
        env = {"HOME": self.folder, "XDG_CONFIG_HOME": os.path.join(self.folder, "config"),
               "XDG_DATA_HOME": self.data, "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
               "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "xterm", "TMPDIR": self.folder,
               "HIPFLOW_SPEED": str(self.speed)}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        return env

    def start(self, routine="faulty", *flags, before=()):
        """`hipflow start --plain` in a pseudo-terminal, `before` it a program that runs it."""
        return Run([*before, self.binary, "start", routine, "--plain", *NO_QUESTIONS, *flags],
                   self.env())

    def run(self, *args):
        return subprocess.run([self.binary, *args], env=self.env(), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)

    def done(self):
        """How many sets are on the disk as done: stored, or put aside until they can be."""
        return len(self.stored() | self.put_aside())

    def stored(self):
        if not os.path.exists(self.database):
            return set()
        connection = sqlite3.connect(self.database, timeout=30)
        try:
            return {row[0] for row in connection.execute(
                "SELECT id FROM performed_set WHERE status = 'done'")}
        except sqlite3.OperationalError:
            return set()  # its first writer did not get far
        finally:
            connection.close()

    def put_aside(self):
        done = set()
        for folder in (os.path.dirname(self.database),
                       os.path.join(self.folder, ".local", "state", "hipflow")):
            for path in glob.glob(os.path.join(folder, "hipflow.db.rescued-*.jsonl")):
                with open(path, encoding="utf-8") as file:
                    entries = [json.loads(line) for line in file][1:]
                done |= {entry["record_id"] for entry in entries
                         if entry["kind"] == "performed_set" and entry["body"]
                         and entry["body"]["status"] == "done"}
        return done


class Run:
    """A program in a pseudo-terminal. Reads what it says until it ends."""

    def __init__(self, command, env):
        self.text = ""
        self.status = None
        self.master, slave = pty.openpty()
        modes = termios.tcgetattr(slave)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, modes)
        self.process = subprocess.Popen(command, env=env, stdin=slave, stdout=slave, stderr=slave,
                                        start_new_session=True)
        os.close(slave)

    def read(self, patience):
        """Reads for so long at most. False at the end."""
        ready, _, _ = select.select([self.master], [], [], patience)
        if not ready:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        stalls = self.text.count(STALLED)
        self.text += data.decode("utf-8", "replace").replace("\r\n", "\n")
        if self.text.count(STALLED) > stalls:
            os.write(self.master, b"\n")  # a busy machine; nobody stopped it
        return bool(data)

    def signal(self, number):
        self.process.send_signal(number)

    def signal_after(self, seconds, number):
        """Lets it run for so long, then sends a signal. False if it had ended before."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.read(max(deadline - time.monotonic(), 0)):
                break
        if self.process.poll() is not None:
            return False
        self.signal(number)
        return True

    def end(self):
        """Its exit code, or minus the signal."""
        deadline = time.monotonic() + PATIENCE
        try:
            while self.read(1):
                if time.monotonic() > deadline:
                    raise AssertionError("it did not end after:\n" + self.text[-1000:])
            self.status = self.process.wait(timeout=PATIENCE)
        finally:
            if self.process.poll() is None:
                # strace and what it runs are one group.
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
            os.close(self.master)
        return self.status


def told(text):
    """What a session told: the sets done and saved, and those done of which it said otherwise."""
    saved = waiting = 0
    trouble = False
    for line in " ".join(text.split("\n")).replace("Done.", "\nDone.\n").split("\n"):
        if line == "Done.":
            if trouble:
                waiting += 1
            else:
                saved += 1
            continue
        # The notices may be wrapped, and may follow each other.
        if line.rfind(TROUBLE) > line.rfind(RECOVERED):
            trouble = True
        elif RECOVERED in line:
            trouble = False
            saved, waiting = saved + waiting, 0
    return saved, waiting


def violations(home, run, stored_before=0, upper_bound=True, exit_codes=(3,)):
    """What does not hold after a session that a fault may have hit."""
    found = []
    saved, waiting = told(run.text)
    stored = home.done() - stored_before
    if stored < saved:
        found.append(f"told of {saved} sets, stored {stored}")
    if upper_bound and stored > saved + waiting + 1:
        found.append(f"told of {saved}+{waiting} sets, stored {stored}")
    if run.status == 0 and upper_bound and stored != saved + waiting:
        found.append(f"ended well, told of {saved}+{waiting} sets, stored {stored}")
    if run.status > 0 and run.status not in exit_codes:
        found.append(f"exit code {run.status}")
    if os.path.exists(home.database) and os.path.getsize(home.database) > 0:
        found += faults_of(home.database)
    return found


def goes_on(home, readers_first):
    """Without any manual step, the history can be read and the next session done."""
    found = []

    def read():
        for command in (("stats",), ("session", "list")):
            shown = home.run(*command)
            if shown.returncode not in (0, 1):
                found.append(f"{command}: {shown.returncode} {shown.stderr.strip()}")

    if readers_first:
        read()
    run = home.start("tiny", "--keep-partial")
    if run.end() != 0:
        found.append(f"next start: {run.status} {run.text[-300:]}")
    read()
    found += faults_of(home.database)
    return found


def report(name, tried, found):
    """Prints the counts; the exit code."""
    for violation in found[:20]:
        print("VIOLATION", violation)
    parts = ", ".join(f"{count} {what}" for what, count in tried.items())
    print(f"{name}: {parts}; {len(found)} violations")
    return 1 if found else 0
