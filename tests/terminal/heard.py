# SPDX-License-Identifier: MIT
"""Programs that log what they are to play and to speak, and sessions that are heard by them."""
import collections
import os
import re
import shutil
import struct
import subprocess
import time

from hipflow_test import NO_QUESTIONS, HipflowTest

SPEED = 10  # of the clock; at which a second is long enough for two programs to start in it
SLOW = 5  # at which even what follows after 769 ms of the clock finds no player still at work

ROUTINE = """\
format = 1
name = "Heard"
level = 1
[gaps]
ready = "10s"
side = "5s"
position = "0s"
set = "6s"
[[step]]
exercise = "hold"
hold = "20s"
[[step]]
exercise = "lift"
sets = 2
reps = 3
pace = "4s"
[exercise.hold]
name = "Figure four"
level = 1
position = "supine"
sides = "each"
start = "Lie down."
do = ["Hold."]
dose = { hold = "20s" }
[exercise.lift]
name = "Bridge"
level = 1
position = "supine"
view = "none"
sides = "both"
start = "Feet flat."
do = ["Lift."]
dose = { reps = 3, pace = "4s" }
"""

# As a program would be that plays: takes a while, ends when asked to, and says so. Only when it
# begins is of interest: to tell the time takes time, and who does not end within 100 ms is killed.
# What is played is gone afterwards: a copy is kept.
PLAYER = """\
#!/bin/sh
trap 'echo "cut 0 {log}.$$.wav" >> "{log}"; exit 143' TERM
at=$(date +%s%N)
cp "$1" "{log}.$$.wav"
echo "begin $at {log}.$$.wav" >> "{log}"
sleep {seconds} &
wait $!
echo "end 0 {log}.$$.wav" >> "{log}"
"""
RENDERER = """\
#!/bin/sh
for argument; do text=$argument; done
echo "$text" >> "{log}"
while [ "$1" != -w ]; do shift; done
cp "{wav}" "$2"
"""

Heard = collections.namedtuple("Heard", "what at title")


def wav(samples, rate=22050):
    body = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, rate, 2 * rate, 2, 16)
    data = struct.pack(f"<{len(samples)}h", *samples)
    body += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def title_of(path):
    with open(path, "rb") as file:
        found = re.search(rb"INAM....([^\0]*)\0", file.read(), re.S)
    return found[1].decode() if found else ""


def is_running(pid):
    """Whether a process has not ended; one that nobody has reaped yet has."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


class SoundTest(HipflowTest):
    """A PATH with nothing on it but what a test puts there."""

    def setUp(self):
        super().setUp()
        self.bin = os.path.join(self.folder, "bin")
        os.mkdir(self.bin)
        for name in ("sh", "date", "sleep", "cp", "grep", "cat", "readlink", "tr"):
            os.symlink(shutil.which(name), os.path.join(self.bin, name))
        self.played = os.path.join(self.folder, "played")
        self.rendered = os.path.join(self.folder, "rendered")
        self.cache = os.path.join(self.home, ".cache", "hipflow", "sound")
        self.write(".config/hipflow/routines/heard.toml", ROUTINE)

    @classmethod
    def another(cls, add_cleanup):
        """One more home and PATH, for a session beside others."""
        other = cls()
        SoundTest.setUp(other)
        add_cleanup(other.doCleanups)
        return other

    def program(self, name, text):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, 0o755)
        return path

    def fake_player(self, name="pw-play", seconds="0.01"):
        return self.program(name, PLAYER.format(log=self.played, seconds=seconds))

    def fake_voice(self):
        sample = os.path.join(self.folder, "sample.wav")
        with open(sample, "wb") as file:
            file.write(wav([9000, -9000] * 2000))
        return self.program("espeak-ng", RENDERER.format(log=self.rendered, wav=sample))

    def session(self, *args, speed=SPEED, **env):
        return self.start("heard", *NO_QUESTIONS, "--keep-partial", *args, speed=speed,
                          PATH=self.bin, **env)

    def sound_server(self, form=""):
        """A PulseAudio of its own with a null sink, `nul`, and the environment to reach it."""
        run = os.path.join(self.folder, "run")
        os.mkdir(run, 0o700)
        env = dict(os.environ, HOME=run, XDG_RUNTIME_DIR=run, PULSE_RUNTIME_PATH=run,
                   PULSE_SERVER=f"unix:{run}/native")
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
             "-L", f"module-null-sink sink_name=nul {form}",
             "-L", f"module-native-protocol-unix socket={run}/native"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        until = time.monotonic() + 20
        while not os.path.exists(f"{run}/native"):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.05)
        return env

    def heard(self):
        """What the fake player was told to play, but for the sample and the waking of the sink."""
        if not os.path.exists(self.played):
            return []
        with open(self.played, encoding="utf-8") as file:
            lines = [line.split() for line in file]
        # One that was ended at once has left no copy.
        heard = [Heard(what, int(at) / 1e9, title_of(path)) for what, at, path in lines
                 if os.path.exists(path)]
        return [one for one in heard if one.title and "Ready." not in one.title]

    def begun(self):
        return [one for one in self.heard() if one.what == "begin"]

    def until_heard(self, text, patience=20):
        until = time.monotonic() + patience
        while not any(text in one.title for one in self.begun()):
            self.assertLess(time.monotonic(), until, (text, self.heard()))
            time.sleep(0.02)

    def children(self, pid):
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]

    def pids(self):
        """What programs have written that log their numbers; a line not yet whole is left out."""
        if not os.path.exists(self.played):
            return []
        with open(self.played, encoding="utf-8") as file:
            return [int(line) for line in file if line.endswith("\n")]

    def until_pids(self, count, patience=60):
        until = time.monotonic() + patience
        while len(self.pids()) < count:
            self.assertLess(time.monotonic(), until, self.pids())
            time.sleep(0.02)

    def assert_all_gone(self):
        self.assertTrue(self.pids())
        for pid in self.pids():
            self.assertFalse(is_running(pid), pid)
