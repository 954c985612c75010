# SPDX-License-Identifier: MIT
"""What is heard of a session: fake programs that log, then real ones.

sound_test.py /path/to/hipflow
"""
import collections
import json
import os
import re
import shutil
import signal
import stat
import struct
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from hipflow_test import NO_QUESTIONS, HipflowTest, main

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
PLAYER = """\
#!/bin/sh
trap 'echo "cut 0 $1" >> "{log}"; exit 143' TERM
echo "begin $(date +%s%N) $1" >> "{log}"
sleep {seconds} &
wait $!
echo "end 0 $1" >> "{log}"
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
            file.write(wav([9000, -9000] * 100))
        return self.program("espeak-ng", RENDERER.format(log=self.rendered, wav=sample))

    def session(self, *args, speed=SPEED, **env):
        return self.start("heard", *NO_QUESTIONS, "--keep-partial", *args, speed=speed,
                          PATH=self.bin, **env)

    def heard(self):
        """What the fake player was told to play, but for the sample and the waking of the sink."""
        if not os.path.exists(self.played):
            return []
        with open(self.played, encoding="utf-8") as file:
            lines = [line.split() for line in file]
        heard = [Heard(what, int(at) / 1e9, title_of(path)) for what, at, path in lines]
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

    def assert_all_gone(self):
        with open(self.played, encoding="utf-8") as file:
            pids = [int(line) for line in file]
        self.assertTrue(pids)
        for pid in pids:
            with self.assertRaises(ProcessLookupError, msg=pid):
                os.kill(pid, 0)


class Recorded(SoundTest):
    """Sessions slow enough to tell what is heard when, all at the same time, each in a home of its
    own: begin_x() begins one, and tests look at it when all have ended."""

    @classmethod
    def setUpClass(cls):
        cls.sessions = {}
        for name in dir(cls):
            if name.startswith("begin_"):
                one = cls.sessions[name.removeprefix("begin_")] = cls.another(cls.addClassCleanup)
                getattr(one, name)()
        with ThreadPoolExecutor(len(cls.sessions)) as pool:
            for one in cls.sessions.values():
                one.ended = pool.submit(one.follow)

    def setUp(self):
        pass  # a test needs no home beside those

    def begin(self, *phrases, args=(), then=None, **env):
        """A session that says the phrases one after the other; when it ends, then() is called."""
        self.phrases, self.then = phrases, then
        self.begun_at = time.monotonic()
        self.shown = self.session(*args, **env)

    def follow(self):
        for phrase in self.phrases:
            self.shown.expect(phrase)
        status = self.shown.end(60)
        self.took = time.monotonic() - self.begun_at
        if self.then:
            self.then()
        return status

    def recorded(self, name):
        """The one that begin_NAME began."""
        one = self.sessions[name]
        self.assertEqual(one.ended.result(), 0)
        return one

    def titles(self, name):
        return [one.title for one in self.recorded(name).begun()]

    def expected(self):
        """(seconds, words) of the rehearsal; what falls together is one."""
        at = {}
        rehearsal = self.recorded("everything").run_json("start", "heard", "--rehearse")
        for event in rehearsal["events"]:
            if event["kind"] not in ("segment", "finished"):
                at.setdefault(event["at_ms"], []).append(event)
        return [(ms / 1000, {event["kind"]: event["text"] for event in events})
                for ms, events in sorted(at.items())]

    def begin_everything(self):
        self.fake_player()
        self.fake_voice()
        self.begin("Sound: voice (espeak-ng) and tones, played by pw-play.", speed=SLOW)

    def test_everything_is_heard_in_order_and_in_time(self):
        recorded = self.recorded("everything")
        self.assertNotIn("\a", recorded.shown.text)
        begun = recorded.begun()
        expected = self.expected()
        titles = [one.title for one in begun]
        self.assertEqual(titles[0], "[get ready] Figure four, left side.")
        self.assertEqual(titles[-1], "[all done] Well done.")
        # Every one stands in the rehearsal, in the same order; what gave way is less important.
        lateness, place = [], 0
        for one in begun:
            if one.title == "[get ready]":
                continue
            while place < len(expected) and not self.says(one.title, expected[place][1]):
                self.assertTrue({"count", "half", "tick", "guidance"} & set(expected[place][1]),
                                (one, expected[place], titles))
                place += 1
            self.assertLess(place, len(expected), (one, titles))
            lateness.append(one.at - expected[place][0] / SLOW)
            place += 1
        self.assertEqual(place, len(expected))
        missing = len(expected) - len(lateness)
        self.assertLess(missing, len(expected) / 3, titles)
        # All from one origin: none is early or late against the others.
        self.assertLess(max(lateness) - min(lateness), 0.6, lateness)

    def says(self, title, cues):
        tones = {"start": r"\[start\]", "end": r"\[(switch|rest|end|all done)\]"}
        for kind, pattern in tones.items():
            if kind in cues and not re.match(pattern, title):
                return False
        words = [text for kind, text in cues.items() if text]
        if not words:
            return any(kind in cues for kind in tones)
        return any(title.endswith(text) for text in words)

    def begin_long_sounds(self):
        self.fake_player(seconds="0.3")  # longer than most gaps between cues at this speed
        self.fake_voice()
        self.begin()

    def test_nothing_overlaps_and_nothing_is_left(self):
        heard = self.recorded("long_sounds").heard()
        speaking = None
        for one in heard:
            if one.what == "begin":
                self.assertIsNone(speaking, one)
                speaking = one.title
            else:
                self.assertEqual(speaking, one.title)
                speaking = None
        self.assertIsNone(speaking)
        self.assertTrue([one for one in heard if one.what == "end"])

    def begin_tones(self):
        self.fake_player()
        self.begin("Sound: tones, played by pw-play; no voice")

    def test_tones_without_a_voice(self):
        titles = self.titles("tones")
        for title in ("[get ready]", "[count]", "[start]", "[half]", "[switch]", "[end]", "[rest]",
                      "[all done]"):
            self.assertIn(title, titles)

    def begin_voice(self):
        self.fake_player()
        self.fake_voice()
        self.begin(args=["--no-tones"])

    def test_a_voice_without_tones(self):
        titles = self.titles("voice")
        for title in ("Begin.", "Done. Change sides: right.", "Done. Well done."):
            self.assertIn(title, titles)
        self.assertFalse([title for title in titles if "[" in title])

    def begin_command(self):
        self.program("speak", '#!/bin/sh\nprintf "%%s|" "$#" "$2" >> "%s"\n' % self.rendered)
        self.write(".config/hipflow/config.toml", 'format = 1\n[session]\nvoice_command = '
                   '["speak", "-t", "{text}"]\n')
        self.write(".config/hipflow/routines/heard.toml",
                   ROUTINE.replace('"Figure four"', '"$(kill $$); `four`"'))
        self.begin("Sound: voice (speak)")

    def test_a_command_of_the_user_gets_the_words_as_they_are(self):
        with open(self.recorded("command").rendered, encoding="utf-8") as file:
            said = file.read()
        self.assertIn("2|$(kill $$); `four`, left side.|", said)
        self.assertIn("2|Done. Change sides: right.|", said)

    def begin_player_that_fails_later(self):
        self.program("pw-play", '#!/bin/sh\necho >> "{0}"\n[ "$(grep -c "" "{0}")" -le 2 ]\n'
                     .format(self.played))
        self.begin("Sound: tones, played by pw-play", "Lie down.",
                   "No sound any more: from now on the bell of the terminal.")

    def test_a_player_that_fails_later_leaves_the_bell(self):
        self.assertIn("\a", self.recorded("player_that_fails_later").shown.text)

    def begin_player_that_hangs(self):
        self.program("pw-play", '#!/bin/sh\ntrap "" TERM\necho $$ >> "%s"\n'
                                "while :; do sleep 1000; done\n" % self.played)
        self.begin(then=self.assert_all_gone)

    def test_a_player_that_hangs_delays_nothing(self):
        self.assertLess(self.recorded("player_that_hangs").took, 30)

    def with_voice(self, text):
        self.fake_player()
        self.program("espeak-ng", "#!/bin/sh\n" + text)
        self.begin()

    def begin_voice_that_fails(self):
        self.with_voice("exit 1\n")

    def begin_voice_that_hangs(self):
        self.with_voice("sleep 1000\n")

    def begin_voice_that_writes_nothing(self):
        self.with_voice("exit 0\n")

    def test_a_voice_that_hangs_or_fails_leaves_tones(self):
        for name in ("voice_that_fails", "voice_that_hangs", "voice_that_writes_nothing"):
            with self.subTest(name):
                self.assertIn("[all done]", self.titles(name))

    def begin_cache_in_the_way(self):
        self.fake_player()
        self.write(".cache/hipflow", "in the way")
        self.begin("sounds cannot be written to", speed=1000)

    def test_a_cache_that_cannot_be_written_leaves_the_bell(self):
        self.assertGreater(self.recorded("cache_in_the_way").shown.text.count("\a"), 5)
        self.assertEqual(self.titles("cache_in_the_way"), [])


class Cues(SoundTest):
    def test_keys_are_answered(self):
        self.fake_player()
        self.fake_voice()
        terminal = self.session(speed=1)
        self.until_heard("Figure four, left side.")
        terminal.say("t")
        self.until_heard("left here")
        terminal.say("")
        self.until_heard("Paused.")
        terminal.say("")
        self.until_heard("Going on.")
        terminal.kill(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)

    def test_the_questions_afterwards_remind_once(self):
        self.fake_player()
        self.fake_voice()
        terminal = self.start("heard", "--pain-before", "0", "--keep-partial", speed=100,
                              PATH=self.bin)
        terminal.answer("Press Enter when you have read this", "", "Which of these", "",
                        "Enter begins", "")
        self.until_heard("A few questions are on the screen.", 40)
        time.sleep(1)
        told = [one for one in self.begun() if "few questions" in one.title]
        self.assertEqual(len(told), 1)
        terminal.kill(signal.SIGTERM)
        terminal.end()

    def test_hands_free_nothing_is_asked_meanwhile(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[session]\nask_peak = "each"\n')
        self.acknowledge()
        for args, asked in (((), True), (("--hands-free",), False)):
            terminal = self.start("heard", "--pain-before", "0", "--keep-partial", *args,
                                  PATH=self.bin)
            terminal.answer("Enter begins", "")
            found = terminal.expect("How strong was it", "How strong is your pain now",
                                    "at its worst", "worst")
            self.assertEqual(found != "How strong is your pain now", asked, found)
            terminal.kill(signal.SIGTERM)
            terminal.end()


class Programs(SoundTest):
    """What the player and the voice are, and how they behave."""

    def test_without_a_player_the_bell_rings_as_ever(self):
        self.fake_voice()
        terminal = self.session(speed=1000)
        terminal.expect("Sound: the bell of the terminal; no player was found")
        self.assertEqual(terminal.end(), 0)
        self.assertGreater(terminal.text.count("\a"), 7)

    def test_nothing_is_tried_where_nothing_is_wanted(self):
        self.fake_player()
        terminal = self.session("--no-voice", "--no-tones", speed=1000)
        terminal.expect("Sound: the bell of the terminal, as set.")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.heard(), [])

    def test_the_next_player_is_taken_where_one_fails(self):
        self.program("pw-play", "#!/bin/sh\nexit 1\n")
        self.fake_player("aplay")
        self.program("aplay", PLAYER.format(log=self.played, seconds="0.01").replace("$1", "$2"))
        terminal = self.session(speed=100)
        terminal.expect("Sound: tones, played by aplay")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("[all done]", [one.title for one in self.begun()])

    def test_players_that_fail_leave_the_bell(self):
        self.program("pw-play", "#!/bin/sh\nexit 1\n")
        self.program("paplay", "#!/bin/sh\nkill -SEGV $$\n")
        self.program("aplay", "this cannot be run")
        self.fake_voice()
        terminal = self.session(speed=1000)
        terminal.expect("Sound: the bell of the terminal; no player could be heard")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("\a", terminal.text)

    def test_no_child_is_left_after_any_exit(self):
        ways = {}
        for way in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, "q"):
            other = self.another(self.addCleanup)
            other.program("pw-play", '#!/bin/sh\ntrap "" TERM\necho $$ >> "%s"\n'
                                     "sleep 60\nsleep 60\n" % other.played)
            ways[way] = other, other.session(speed=1)
        for _, terminal in ways.values():
            terminal.expect("Lie down.")
        for way, (_, terminal) in ways.items():
            if way == "q":
                terminal.say("q")
                terminal.expect("Finish here?")
                terminal.say("")
            else:
                terminal.kill(way)
        for way, (other, terminal) in ways.items():
            with self.subTest(way):
                terminal.end()
                other.assert_all_gone()

    def test_children_begin_with_clean_signals_a_group_and_no_terminal(self):
        # Read by the shell itself: beginning another program, it blocks signals for a moment.
        self.program("pw-play", '#!/bin/sh\n{ while read -r line; do case $line in Sig[BI]*) '
                     'echo "$line";; esac; done < /proc/$$/status; cat /proc/$$/stat; '
                     'for fd in 0 1 2; do readlink /proc/$$/fd/$fd; done; } '
                     '>> "%s"\n' % self.played)
        self.assertEqual(self.session(speed=1000).end(), 0)
        with open(self.played, encoding="utf-8") as file:
            lines = file.read().splitlines()[:6]
        ours = 0x7fffffff  # the C library keeps the signals above 31 for itself
        self.assertEqual([int(line.split()[1], 16) & ours for line in lines[:2]], [0, 0])
        fields = lines[2].rpartition(")")[2].split()
        self.assertEqual(fields[2], lines[2].split()[0])  # its own process group
        self.assertEqual(lines[3:4] + lines[5:6], ["/dev/null"] * 2)

    def test_the_cache_is_private_and_used_again(self):
        self.fake_player()
        self.fake_voice()
        self.assertEqual(self.session(speed=100).end(), 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.cache).st_mode), 0o700)
        for name in os.listdir(self.cache):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(self.cache, name)).st_mode), 0o600)
            self.assertTrue(name.endswith(".wav") and "part" not in name, name)
        with open(self.rendered, encoding="utf-8") as file:
            before = file.read().splitlines()
        self.assertEqual(len(before), len(set(before)), "something was rendered twice")
        self.assertEqual(self.session(speed=100).end(), 0)
        with open(self.rendered, encoding="utf-8") as file:
            self.assertEqual(file.read().splitlines(), before)

    def test_the_doctor_knows_player_and_voice(self):
        def lines():
            shown = self.run_json("doctor", env=self.env(PATH=self.bin))["findings"]
            return {one["subject"]: one for one in shown if one["subject"] in ("player", "voice")}
        found = lines()
        self.assertIn("alsa-utils", found["player"]["advice"])
        self.assertIn("espeak-ng", found["voice"]["advice"])
        self.fake_player()
        self.fake_voice()
        found = lines()
        self.assertIn("plays", found["player"]["state"])
        self.assertIn("speaks", found["voice"]["state"])
        self.program("pw-play", "#!/bin/sh\nexit 3\n")
        self.program("espeak-ng", "#!/bin/sh\nexit 3\n")
        shutil.rmtree(self.cache)
        found = lines()
        self.assertIn("ends with 3", found["player"]["state"])
        self.assertFalse(found["voice"]["ok"])
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[session]\nvoice_command = ["nobody", "{text}"]\n')
        self.assertIn("voice_command", lines()["voice"]["advice"])


def need(*names):
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        raise unittest.SkipTest("not installed: " + ", ".join(missing))


class RealPrograms(SoundTest):
    def test_speech_is_as_long_and_as_loud_as_it_should_be(self):
        need("espeak-ng", "sox", "soxi")
        self.fake_player()
        os.symlink(shutil.which("espeak-ng"), os.path.join(self.bin, "espeak-ng"))
        self.assertEqual(self.session(speed=30).end(60), 0)
        cached = {title_of(os.path.join(self.cache, name)): os.path.join(self.cache, name)
                  for name in os.listdir(self.cache)}
        for title, least, most in (("[switch] Change sides: right.", 1.2, 2.4),
                                   ("three", 0.2, 0.8), ("[start]", 0.25, 0.4),
                                   ("[all done] Well done.", 1.2, 2.2)):
            length = float(subprocess.check_output(["soxi", "-D", cached[title]]))
            self.assertTrue(least < length < most, (title, length))
            stats = subprocess.run(["sox", cached[title], "-n", "stat"], capture_output=True,
                                   text=True, check=True).stderr
            loudest = float(re.search(r"Maximum amplitude:\s+([\d.]+)", stats)[1])
            self.assertTrue(0.1 < loudest < 0.95, (title, loudest))

    def test_without_a_device_the_bell_is_said_at_once(self):
        need("aplay")
        os.symlink(shutil.which("aplay"), os.path.join(self.bin, "aplay"))
        terminal = self.session(speed=1000)
        terminal.expect("Sound: the bell of the terminal; no player could be heard")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("ALSA", terminal.text)

    def test_a_real_sound_server_hears_it(self):
        need("pulseaudio", "paplay", "parec", "sox")
        run = os.path.join(self.folder, "run")
        os.mkdir(run, 0o700)
        env = dict(os.environ, HOME=run, XDG_RUNTIME_DIR=run, PULSE_RUNTIME_PATH=run,
                   PULSE_SERVER=f"unix:{run}/native")
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
             "-L", "module-null-sink sink_name=nul",
             "-L", f"module-native-protocol-unix socket={run}/native"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        until = time.monotonic() + 20
        while not os.path.exists(f"{run}/native"):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.05)
        out = os.path.join(self.folder, "heard.wav")
        recorder = subprocess.Popen(["parec", "--latency-msec=20", "--file-format=wav", "-d",
                                     "nul.monitor", out], env=env)
        self.addCleanup(recorder.wait)
        self.addCleanup(recorder.kill)
        os.symlink(shutil.which("paplay"), os.path.join(self.bin, "paplay"))
        terminal = self.session(speed=30, PULSE_SERVER=env["PULSE_SERVER"], XDG_RUNTIME_DIR=run)
        terminal.expect("Sound: tones, played by paplay")
        self.assertEqual(terminal.end(60), 0)
        recorder.send_signal(signal.SIGINT)
        recorder.wait(20)
        stats = subprocess.run(["sox", "--ignore-length", out, "-n", "stat"], capture_output=True,
                               text=True, check=True).stderr
        self.assertGreater(float(re.search(r"Maximum amplitude:\s+([\d.]+)", stats)[1]), 0.1, stats)


if __name__ == "__main__":
    main()
