# SPDX-License-Identifier: MIT
"""What is heard at full speed: blocks, and gaps that wait for what must be said.

sound_blocks_test.py /path/to/hipflow
"""
from heard import SoundTest
from hipflow_test import main

SHORT = """\
format = 1
name = "Short"
level = 1
[gaps]
ready = "3s"
side = "5s"
position = "0s"
[[step]]
exercise = "hold"
[exercise.hold]
name = "Figure four"
level = 1
position = "supine"
sides = "each"
risks = []
start = "Lie down."
do = ["Hold."]
dose = { hold = "10s" }
"""
ALL_OF_SHORT = ["[get ready] Short. One exercise, about one minute. Move gently. If something hurts, stop, and press P.",
                "First: Figure four. 10 seconds with each leg. Left leg first. Lie down. Hold.",
                "Hold for 10 seconds. three two one [start]",
                "three two one [switch] Change sides. Now the right leg. Lie down. Hold.",
                "three two one [start] three two one [all done] Well done. That was the last one."]
# May be left out where there is no time for it, as the signal of a start that is too late.
MAY = ("Hold for 10 seconds. ", "[start] ")


class Waiting(SoundTest):
    """At full speed: what must be heard waits, and the gap for it."""

    def setUp(self):
        super().setUp()
        self.fake_voice()
        self.write(".config/hipflow/routines/heard.toml", SHORT)

    def words(self, what="begin"):
        """All that was heard, however it was cut into blocks."""
        return " ".join(one.title for one in self.heard() if one.what == what).split(" ")

    def holds(self):
        return [row["actual_ms"] for row in self.rows("select actual_ms from performed_set")]

    def test_a_punctual_player_is_heard_in_blocks(self):
        self.fake_player()
        self.assertEqual(self.session(speed=1).end(60), 0)
        self.assertEqual(" ".join(one.title for one in self.begun()), " ".join(ALL_OF_SHORT))
        self.assertEqual(self.holds(), [10000, 10000])
        active, = self.rows("select active_ms from session")  # 43.6 s as it is laid out
        self.assertLess(active["active_ms"], 45_500)

    def test_gaps_are_held_for_a_player_that_takes_long_and_work_is_not(self):
        self.fake_player(seconds="4")
        terminal = self.session(speed=1)
        self.assertEqual(terminal.end(90), 0)
        said, planned = " ".join(self.words()), " ".join(ALL_OF_SHORT)
        self.assertEqual(said.count("[start]"), 2)
        for words in MAY:
            said, planned = said.replace(words, ""), planned.replace(words, "")
        self.assertEqual(said, planned)
        self.assertFalse([one for one in self.heard()
                          if one.what == "cut" and "Well done" not in one.title])
        self.assertEqual(self.holds(), [10000, 10000])
        held, = self.rows("select active_ms from session")
        self.fake_player()
        self.assertEqual(self.session(speed=1).end(60), 0)
        punctual = self.rows("select active_ms from session order by started_at")[-1]
        self.assertGreater(held["active_ms"], punctual["active_ms"] + 2000)

    def test_the_last_words_are_heard_to_their_end(self):
        self.fake_player(seconds='$(grep -q "Well done" "$1" && echo 6 || echo 0.01)')
        self.assertEqual(self.session(speed=1000).end(), 0)
        self.assertIn("Well done.", " ".join(self.words("end")))

    def test_a_set_up_that_a_key_cuts_short_is_said_again(self):
        self.fake_player(seconds="2")
        terminal = self.session(speed=1)
        self.until_heard("Lie down.")
        terminal.say("t")
        self.until_heard("to go")
        terminal.say("")
        self.until_heard("Paused.")
        terminal.say("")
        self.assertEqual(terminal.end(90), 0)
        titles = [one.title for one in self.heard() if one.what == "end"]
        self.assertIn("Lie down.", titles[0])
        self.assertEqual(sum("Figure four" in title for title in titles), 1)
        self.assertEqual(" ".join(titles).count("three two one [start]"), 2)
        self.assertEqual(self.holds(), [10000, 10000])


if __name__ == "__main__":
    main()
