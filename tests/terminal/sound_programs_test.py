# SPDX-License-Identifier: MIT
"""The programs that play and speak: found, missing, failing, ended; then the real ones.

sound_programs_test.py /path/to/hipflow
"""
import os
import re
import shutil
import signal
import stat
import subprocess
import time
import unittest

from heard import PLAYER, SoundTest, title_of, wav
from hipflow_test import main


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
        for other, terminal in ways.values():
            terminal.expect("Lie down.")
            other.until_pids(1)
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

    def test_what_a_program_has_started_ends_with_it(self):
        # As one that asks to be ended does, and its child does not.
        script = ("#!/bin/sh\ntrap '' TERM\nsleep 300 &\ntrap - TERM\n"
                  'echo $$ $! | tr " " "\\n" >> "%s"\nwait\n' % self.played)
        self.program("pw-play", script)
        terminal = self.session("--no-voice", speed=1)
        self.until_pids(2)
        terminal.kill(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)
        self.assert_all_gone()
        self.program("pw-play", "#!/bin/sh\nexit 0\n")
        os.remove(self.played)
        self.program("espeak-ng", script)
        terminal = self.terminal("doctor", PATH=self.bin)
        self.until_pids(2)
        terminal.kill(signal.SIGINT)
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_all_gone()

    def test_a_session_removes_what_a_killed_one_left(self):
        def blocks():
            return [name for name in os.listdir(self.cache) if name.startswith("block-")]
        self.fake_player(seconds="1.5")
        self.fake_voice()
        terminal = self.session(speed=1)
        self.until_heard("Lie down.")
        terminal.kill()
        terminal.end()
        self.assertEqual(len(blocks()), 1)
        self.fake_player()
        self.assertEqual(self.session(speed=1000).end(), 0)
        self.assertEqual(blocks(), [])

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

    def test_the_beats_need_a_terminal_and_a_player(self):
        done = self.run_hipflow("doctor", "--sound", env=self.env(PATH=self.bin))
        self.assertEqual(done.returncode, 2)
        self.assertIn("standard output is none", done.stderr)
        terminal = self.terminal("doctor", "--sound", PATH=self.bin)
        terminal.expect("No beats: no player could be heard.")
        self.assertEqual(terminal.end(), 1)
        self.program("pw-play", "#!/bin/sh\nexit 1\n")
        self.fake_player("paplay", seconds="4.5")
        terminal = self.terminal("doctor", "--sound", PATH=self.bin)
        for number in "123":
            terminal.expect(f"{number}  \x1b[7m")
        terminal.expect("Three beats, played by paplay.")
        terminal.expect('It is "150ms" now, under [session] in')
        self.assertEqual(terminal.end(), 0)
        self.assertEqual([one.title for one in self.begun()], ["beats"])

    def test_an_exercise_is_spoken_as_in_a_session(self):
        self.fake_player()
        self.fake_voice()
        done = self.run_hipflow("exercise", "check", "glute-bridge", "--listen",
                                env=self.env(PATH=self.bin))
        self.assertEqual(done.returncode, 0, done.stderr)
        spoken = " ".join(one.title for one in self.begun())
        for sentence in done.stdout.splitlines()[1:]:
            self.assertIn(sentence, spoken)
        self.assertGreater(len(done.stdout.splitlines()), 4)
        self.assertIn("three two one", spoken)

    def test_a_language_without_its_voice_is_spoken_by_espeak(self):
        self.fake_player()
        self.fake_voice()
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[voice]\ncommand = ["speak", "{file}", "{text}"]\n')
        self.program("speak", "#!/bin/sh\nexit 9\n")
        terminal = self.session(speed=100)
        terminal.expect("Voice: the voice 'speak' ends with 9 at \"Ready.\"; espeak-ng says it")
        self.assertEqual(terminal.end(60), 0)
        self.assertEqual(terminal.text.count("ends with 9"), 1)
        with open(self.rendered, encoding="utf-8") as file:
            self.assertIn("Lie down.", file.read())

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
        self.assertIn('ends with 3 at "Ready."', found["voice"]["state"])
        self.assertIn("try it by hand: ", found["voice"]["advice"])
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[session]\nvoice_command = ["nobody", "{text}"]\n')
        self.assertIn("correct 'command' under [voice]", lines()["voice"]["advice"])


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
        for title, least, most in (("Change sides. Now the right leg.", 1.5, 4), ("three", 0.2, 0.8),
                                   ("Left leg first.", 0.6, 1.8)):
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
        env = self.sound_server()
        out = os.path.join(self.folder, "heard.wav")
        recorder = subprocess.Popen(["parec", "--latency-msec=20", "--file-format=wav", "-d",
                                     "nul.monitor", out], env=env)
        self.addCleanup(recorder.wait)
        self.addCleanup(recorder.kill)
        os.symlink(shutil.which("paplay"), os.path.join(self.bin, "paplay"))
        terminal = self.session(speed=30, PULSE_SERVER=env["PULSE_SERVER"],
                                XDG_RUNTIME_DIR=env["XDG_RUNTIME_DIR"])
        terminal.expect("Sound: tones, played by paplay")
        self.assertEqual(terminal.end(60), 0)
        recorder.send_signal(signal.SIGINT)
        recorder.wait(20)
        stats = subprocess.run(["sox", "--ignore-length", out, "-n", "stat"], capture_output=True,
                               text=True, check=True).stderr
        self.assertGreater(float(re.search(r"Maximum amplitude:\s+([\d.]+)", stats)[1]), 0.1, stats)


if __name__ == "__main__":
    main()
