# SPDX-License-Identifier: MIT
"""What is heard at full speed: blocks, and gaps that wait for what must be said.

sound_blocks_test.py /path/to/hipflow
"""
import time

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
ALL_OF_SHORT = ["[get ready] Figure four, left side. Lie down.", "three two one [start]",
                "three two one [switch] Change sides: right. three two one [start]",
                "three two one", "[all done] Well done."]


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
        started = time.monotonic()
        self.assertEqual(self.session(speed=1).end(60), 0)
        took = time.monotonic() - started
        self.assertEqual(" ".join(one.title for one in self.begun()), " ".join(ALL_OF_SHORT))
        self.assertEqual(self.holds(), [10000, 10000])
        self.assertLess(took, 45)

    def test_gaps_are_held_for_a_player_that_takes_long_and_work_is_not(self):
        self.fake_player(seconds="4")
        terminal = self.session(speed=1)
        self.assertEqual(terminal.end(90), 0)
        said = self.words()
        self.assertEqual([word for word in said if word != "[start]"],
                         [word for word in " ".join(ALL_OF_SHORT).split(" ")
                          if word != "[start]"])
        self.assertEqual(said.count("[start]"), 2)
        self.assertFalse([one for one in self.heard()
                          if one.what == "cut" and "Well done" not in one.title])
        self.assertEqual(self.holds(), [10000, 10000])
        active = self.rows("select active_ms from session")[0]["active_ms"]
        planned = self.run_json("start", "heard", "--rehearse")["total_ms"]
        self.assertGreater(active, planned + 2000)

    def test_a_set_up_that_a_key_cuts_short_is_said_again(self):
        self.fake_player(seconds="2")
        terminal = self.session(speed=1)
        self.until_heard("Lie down.")
        terminal.say("t")
        self.until_heard("left here")
        terminal.say("")
        self.until_heard("Paused.")
        terminal.say("")
        self.until_heard("Going on.")
        self.assertEqual(terminal.end(90), 0)
        titles = [one.title for one in self.heard() if one.what == "end"]
        at = titles.index("Going on.")
        self.assertIn("Lie down.", titles[at + 1])
        self.assertEqual(self.holds(), [10000, 10000])


if __name__ == "__main__":
    main()
