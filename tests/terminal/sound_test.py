# SPDX-License-Identifier: MIT
"""What is heard of a session, by fake programs that log.

sound_test.py /path/to/hipflow
"""
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor

from heard import ROUTINE, SLOW, SoundTest
from hipflow_test import FIRST_RUN_ANSWERED, main


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
        """(seconds, kind, words) of every cue of the rehearsal."""
        rehearsal = self.recorded("everything").run_json("start", "heard", "--rehearse")
        return [(event["at_ms"] / 1000, event["kind"], event["text"])
                for event in rehearsal["events"] if event["kind"] not in ("segment", "finished")]

    def begin_everything(self):
        self.fake_player()
        self.fake_voice()
        self.begin("Sound: voice (espeak-ng) and tones, played by pw-play.", speed=SLOW)

    def test_everything_is_heard_in_order_and_in_time(self):
        recorded = self.recorded("everything")
        self.assertNotIn("\a", recorded.shown.text)
        # The fake voice is brief, which leaves time that the rehearsal does not have.
        begun = [one for one in recorded.begun() if one.title != "Take your time."]
        expected = self.expected()
        titles = [one.title for one in begun]
        self.assertEqual(titles[0], "[get ready]")
        self.assertEqual(titles[-1], "[all done] Well done. That was the last one.")
        # Every one stands in the rehearsal, in the same order. At this speed, at which nothing is
        # held, what would be too late is left out.
        lateness, place, origin, working = [], 0, 0, False
        for one in begun:
            while place < len(expected) and not self.says(one.title, *expected[place][1:]):
                place += 1
            self.assertLess(place, len(expected), (one, titles))
            late = one.at - expected[place][0] / SLOW
            # Gaps are as long as the voice takes, but work is as long as it is planned.
            if one.title == "[start]":
                origin, working = late, True
            elif working:
                lateness.append(late - origin)
                working = "[" not in one.title
            place += 1
        self.assertLess(len(expected) - len(begun), len(expected) / 3, titles)
        self.assertGreater(len(lateness), 8)
        # None is early or late against the start of its set.
        self.assertLess(max(lateness) - min(lateness), 0.6, lateness)

    def says(self, title, kind, words):
        tones = {"start": r"\[start\]", "end": r"\[(switch|rest|end|all done)\]"}
        tones["signal"] = r"\[(get ready|switch|rest|end|all done)\]"
        return title.endswith(words) if words else bool(re.match(tones[kind], title))

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
        for title in ("Begin.", "Done.", "Change sides. Now the right leg.",
                      "Well done. That was the last one."):
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
        self.assertIn("2|First: $(kill $$); `four`.|", said)
        self.assertIn("2|Done.|2|Change sides. Now the right leg.|", said)

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
                # One that hangs is waited for: until then its words are silent.
                self.assertTrue(self.titles(name)[-1].startswith("[all done]"))

    def begin_cache_in_the_way(self):
        self.fake_player()
        self.write(".cache/hipflow", "in the way")
        self.begin("sounds cannot be written to", speed=1000)

    def test_a_cache_that_cannot_be_written_leaves_the_bell(self):
        self.assertGreater(self.recorded("cache_in_the_way").shown.text.count("\a"), 5)
        self.assertEqual(self.titles("cache_in_the_way"), [])


class Cues(SoundTest):
    def until_begun_again(self, text):
        until = time.monotonic() + 20
        while sum(text in one.title for one in self.begun()) < 2:
            self.assertLess(time.monotonic(), until, self.heard())
            time.sleep(0.02)

    def test_keys_are_answered(self):
        self.fake_player()
        self.fake_voice()
        terminal = self.session(speed=1)
        self.until_heard("Figure four.")
        terminal.say("t")
        self.until_heard("to go")
        terminal.say("")
        self.until_heard("Paused.")
        terminal.say("")
        self.until_begun_again("Figure four.")
        terminal.kill(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)

    def test_the_questions_afterwards_remind_once(self):
        self.fake_player()
        self.fake_voice()
        terminal = self.start("heard", "--pain-before", "0", "--keep-partial", speed=100,
                              PATH=self.bin)
        terminal.answer(*FIRST_RUN_ANSWERED, "Press Enter to begin", "")
        self.until_heard("There are a few questions now.", 40)
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
            terminal.answer("Press Enter to begin", "")
            found = terminal.expect("How strong was it", "How strong is your pain now",
                                    "at its worst", "worst")
            self.assertEqual(found != "How strong is your pain now", asked, found)
            terminal.kill(signal.SIGTERM)
            terminal.end()


if __name__ == "__main__":
    main()
