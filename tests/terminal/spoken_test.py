# SPDX-License-Identifier: MIT
"""A whole routine in real time, as it is heard: the monitor of a null sink is recorded, and every
block of sounds is found in it, once, whole and at its place, and with it all that must be heard.

spoken_test.py /path/to/hipflow [--routine NAME]

Needs espeak-ng, PulseAudio with paplay and parec, and scipy; skipped by name where one is missing.
With --routine it plays one of the shipped routines, which takes as long as the routine does.
"""
import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import wave

from heard import SoundTest, title_of
from hipflow_test import NO_QUESTIONS, main

try:
    import numpy
    import scipy.signal
except ImportError:
    numpy = None

RATE = 22050
MUST = ("safety", "finish", "side", "name", "set-up", "guidance", "count")

# Something of everything, in little more than a minute: a long set-up, both sides, a count-down,
# releases with a sentence that wants to run over them, two sets, another position.
ROUTINE = """\
format = 1
name = "Spoken"
level = 1
[gaps]
ready = "0s"
side = "5s"
position = "0s"
set = "6s"
[[step]]
exercise = "hold"
[[step]]
exercise = "press"
[[step]]
exercise = "lift"
sets = 2
[exercise.hold]
name = "Figure four"
level = 1
position = "supine"
sides = "each"
risks = []
start = "Lie on your back with your knees bent, and let your arms rest at your sides."
do = ["Hold."]
dose = { hold = "10s" }
[exercise.press]
name = "Knee press"
level = 1
position = "supine"
view = "ceiling"
sides = "both"
risks = []
start = "Put both hands on one knee."
do = ["Ease the knee gently away from your chest.", "For a little more, draw it in.",
      "Stay there, and let each breath out be long."]
dose = { hold = "3s", reps = 3, release = "2s" }
[exercise.lift]
name = "Heel lift"
level = 1
position = "standing"
sides = "both"
risks = []
start = "Stand behind a chair."
do = ["Lift."]
dose = { reps = 2, pace = "3s" }
"""


# Keeps what it plays, and when it began.
PLAYER = """\
#!/bin/sh
at=$(date +%s%N)
cp "$1" "{log}.$$.wav"
echo "begin $at {log}.$$.wav" >> "{log}"
exec {player} "$1"
"""


def routine_of_arguments():
    if "--routine" not in sys.argv:
        return None
    at = sys.argv.index("--routine")
    name = sys.argv[at + 1]
    del sys.argv[at:at + 2]
    return name


SHIPPED = routine_of_arguments()


def samples_of(path):
    with wave.open(path) as file:
        rate = file.getframerate()
        frames = file.readframes(file.getnframes())
        data = numpy.frombuffer(frames, dtype="<i2").astype(float)
        if file.getnchannels() == 2:
            data = data.reshape(-1, 2).mean(axis=1)
    return data, rate


class Spoken(SoundTest):
    def setUp(self):
        for name in ("espeak-ng", "pulseaudio", "paplay", "parec"):
            if shutil.which(name) is None:
                self.skipTest("not installed: " + name)
        if numpy is None:
            self.skipTest("not installed: scipy")
        super().setUp()
        self.write(".config/hipflow/routines/spoken.toml", ROUTINE)
        os.symlink(shutil.which("espeak-ng"), os.path.join(self.bin, "espeak-ng"))
        self.program("paplay", PLAYER.format(log=self.played, player=shutil.which("paplay")))

    @contextlib.contextmanager
    def recording(self, env, out):
        recorder = subprocess.Popen(
            ["parec", "--latency-msec=20", "--file-format=wav", f"--rate={RATE}", "--channels=1",
             "-d", "nul.monitor", out], env=env)
        try:
            yield
        finally:
            time.sleep(0.5)
            recorder.send_signal(signal.SIGINT)
            recorder.wait(20)

    def sentences(self):
        """What was rendered, by text, as it is played at the volume of the session."""
        found = {}
        for name in os.listdir(self.cache):
            path = os.path.join(self.cache, name)
            data, rate = samples_of(path)
            self.assertEqual(rate, RATE)
            found[title_of(path)] = data
        return found

    def heard_at(self, recording, sentence):
        """Where a sentence is in a recording, in seconds: each place that is like it and nothing
        else (a normalised correlation of 0.8)."""
        size = len(sentence)
        product = scipy.signal.fftconvolve(recording, sentence[::-1], mode="valid")
        sums = numpy.concatenate(([0], numpy.cumsum(recording ** 2)))
        energy = numpy.sqrt(numpy.maximum(sums[size:] - sums[:-size], 1))
        likeness = product / (energy * numpy.sqrt((sentence ** 2).sum()))
        peaks, _ = scipy.signal.find_peaks(likeness, height=0.8, distance=RATE // 4)
        return [peak / RATE for peak in peaks]

    def played_blocks(self):
        """(seconds, samples, title) of every block: when its first sound was due, and what sounds.
        Before it lies noise of one bit, for a device that sleeps."""
        with open(self.played, encoding="utf-8") as file:
            lines = [line.split() for line in file]
        blocks = []
        for _, at, path in lines:
            data, rate = samples_of(path)
            self.assertEqual(rate, RATE)
            loud = numpy.flatnonzero(numpy.abs(data) > 1)
            if len(loud) == 0 or "Ready." in title_of(path):  # the sample: the session cuts it
                continue
            wake = loud[0] if abs(data[0]) == 1 else 0
            blocks.append((int(at) / 1e9 + wake / RATE, data[wake:loud[-1] + 1], title_of(path)))
        return blocks

    def assert_heard_in_blocks(self, recording):
        """Each block is heard whole, once, in its order and at its time; and nothing else is."""
        blocks = self.played_blocks()
        from_ = 0
        starts, lengths, begins = [], [], []
        rest = recording.copy()
        for due, samples, title in blocks:
            # By its beginning and by its end, so that a length that changes is noticed.
            edge = min(len(samples), RATE // 2)
            places = self.heard_at(recording[from_:], samples[:edge])
            self.assertTrue(places, (title, from_ / RATE))
            begin = from_ + round(places[0] * RATE)
            near = begin + len(samples) - edge
            window = recording[max(near - RATE // 2, 0):near + edge + RATE // 2]
            ends = self.heard_at(window, samples[-edge:])
            self.assertTrue(ends, title)
            end = max(near - RATE // 2, 0) + round(ends[0] * RATE) + edge
            begins.append(begin)
            starts.append(begin / RATE - due)
            lengths.append(((end - begin) - len(samples)) / RATE)
            rest[begin:max(end, begin + len(samples))] = 0
            from_ = end
        median = numpy.median(starts)
        late = [start - median for start in starts]
        print(f"{len(blocks)} blocks heard; starts {min(late):+.3f} to {max(late):+.3f} s round the "
              f"median, lengths within {max(map(abs, lengths)):.3f} s")
        self.assertLess(max(map(abs, late)), 0.4, late)
        self.assertLess(max(map(abs, lengths)), 0.1, lengths)
        # Beside the edges of the blocks nothing is heard.
        self.assertLess(numpy.count_nonzero(numpy.abs(rest[begins[0]:]) > 300), RATE // 20)

    def test_everything_that_must_be_heard_is_heard(self):
        routine = SHIPPED or "spoken"
        env = self.sound_server(f"rate={RATE} channels=1")
        out = os.path.join(self.folder, "heard.wav")
        with self.recording(env, out):
            began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
            terminal = self.start(routine, *NO_QUESTIONS, "--keep-partial", speed=1,
                                  PATH=self.bin, PULSE_SERVER=env["PULSE_SERVER"],
                                  XDG_RUNTIME_DIR=env["XDG_RUNTIME_DIR"])
            terminal.expect("Sound: voice (espeak-ng) and tones, played by paplay")
            self.assertEqual(terminal.end(1200), 0)
            took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        rendered = len(self.sentences())
        print(f"{used:.2f} s of processor time in {took:.0f} s ({100 * used / took:.2f} %), "
              f"{rendered} sentences rendered")
        recording, _ = samples_of(out)
        self.assert_heard_in_blocks(recording)
        sentences = self.sentences()
        titles = [title for _, _, title in self.played_blocks()]
        heard = " ".join(titles)
        rehearsal = self.run_json("start", routine, "--rehearse")
        must = [event["text"] for event in rehearsal["events"]
                if event["text"] and event["kind"] in MUST]
        self.assertGreater(len(must), 20)
        for text in must:
            self.assertIn(text, sentences)
            self.assertIn(text, heard)
        # What must be said is heard in its order, each as often as it is planned.
        at = 0
        for text in must:
            found = heard.find(text, at)
            self.assertGreaterEqual(found, 0, (text, heard[at:at + 200]))
            at = found + len(text)


if __name__ == "__main__":
    main()
