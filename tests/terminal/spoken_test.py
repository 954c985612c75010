# SPDX-License-Identifier: MIT
"""A whole routine in real time, as it is heard: the monitor of a null sink is recorded, and every
sentence and signal that must be heard is found in it, once, at its place.

spoken_test.py /path/to/hipflow [--routine NAME]

Needs espeak-ng, PulseAudio with paplay and parec, and scipy; skipped by name where one is missing.
With --routine it plays one of the shipped routines, which takes as long as the routine does.
"""
import contextlib
import os
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
        for name in ("espeak-ng", "paplay"):
            os.symlink(shutil.which(name), os.path.join(self.bin, name))

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

    def test_everything_that_must_be_heard_is_heard(self):
        routine = SHIPPED or "spoken"
        env = self.sound_server(f"rate={RATE} channels=1")
        out = os.path.join(self.folder, "heard.wav")
        with self.recording(env, out):
            terminal = self.start(routine, *NO_QUESTIONS, "--keep-partial", speed=1,
                                  PATH=self.bin, PULSE_SERVER=env["PULSE_SERVER"],
                                  XDG_RUNTIME_DIR=env["XDG_RUNTIME_DIR"])
            terminal.expect("Sound: voice (espeak-ng) and tones, played by paplay")
            self.assertEqual(terminal.end(1200), 0)
        recording, _ = samples_of(out)
        sentences = self.sentences()
        rehearsal = self.run_json("start", routine, "--rehearse")
        must = [(event["at_ms"] / 1000, event["kind"], event["text"])
                for event in rehearsal["events"] if event["text"] and
                (event["kind"] in ("name", "side", "set-up", "count") or
                 event["text"] == "Release.")]
        self.assertGreater(len(must), 20)
        wanted = {}
        for at, _, text in must:
            wanted.setdefault(text, []).append(at)
        lateness = []
        for text, times in wanted.items():
            self.assertIn(text, sentences)
            found = self.heard_at(recording, sentences[text])
            if text in ("three", "two", "one"):  # short words are like parts of others
                self.assertGreaterEqual(len(found), len(times), text)
                continue
            self.assertEqual(len(found), len(times), (text, found, times))
            if text not in ("Release.",):
                lateness += [was - planned for was, planned in zip(found, times)]
        # Measured lengths and estimated ones differ by little; nothing lies in silence.
        lateness.sort()
        print(f"{len(must)} of {len(must)} heard; later than the rehearsal by "
              f"{lateness[0]:.2f} to {lateness[-1]:.2f} s")
        # A count-in is whole, a second apart, and in its order.
        counts = {word: self.heard_at(recording, sentences[word])
                  for word in ("three", "two", "one")}
        whole = 0
        for three in counts["three"]:
            if any(0.9 < two - three < 1.1 for two in counts["two"]) and \
               any(1.9 < one - three < 2.1 for one in counts["one"]):
                whole += 1
        self.assertGreaterEqual(whole, sum(1 for _, _, text in must if text == "three"))


if __name__ == "__main__":
    main()
