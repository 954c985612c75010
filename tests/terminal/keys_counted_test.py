# SPDX-License-Identifier: MIT
"""How many keys lie between a person and the session. keys_counted_test.py /path/to/hipflow"""
from hipflow_test import main
from live_terminal import LiveTest

EVENING = "2026-11-22T19:00:00+00:00"
MORNING = "2026-11-23T08:00:00+00:00"
LATER = "2026-11-26T19:00:00+00:00"
NOW = "How strong is your pain right now"
NEW = "Are exercises like these new to you"
SITE = "Where is it strongest?"
SIDE = "Which side?"
MOVING = "GET READY"


class Keys(LiveTest):
    """Each step of a dialogue is what is on the screen, and the key that is pressed there."""

    def led(self, *steps, routine=("hip-rotation",), now=EVENING, speed=1):
        """Presses the keys of the dialogue, each once it is asked for, and counts them."""
        terminal = self.live(*routine, "--keep-partial", HIPFLOW_NOW=now, speed=speed)
        for seen, key in zip(steps[::2], steps[1::2]):
            terminal.see(seen)
            terminal.pump(0.7)  # it is read; and what comes sooner may be a habit
            terminal.press(key)
        terminal.keys = len(steps) // 2
        return terminal

    def moving(self, most, *steps, **options):
        terminal = self.led(*steps, **options)
        terminal.see(MOVING)
        self.assertLessEqual(terminal.keys, most)
        terminal.press("\x03")
        terminal.end()
        return terminal.bytes


class ToTheFirstMove(Keys):
    def read_first_run(self, terminal):
        while "Press Enter when you have read this" not in terminal.text:
            terminal.see("Enter: more")
            terminal.pump(0.3)
            terminal.press("\r", 0.5)
        terminal.pump(0.3)
        terminal.press("\r")

    def first(self, keys, most):
        """Beyond the safety text, which is read page by page."""
        terminal = self.live("hip-rotation", "--db", f"{self.folder}/first.db")
        self.read_first_run(terminal)
        for seen, key in zip(keys[::2], keys[1::2]):
            terminal.see(seen)
            terminal.pump(0.7)
            terminal.press(key)
        terminal.see(MOVING)
        self.assertLessEqual(len(keys) // 2, most)
        terminal.close()

    def test_first_session_three_at_most(self):
        self.first(("Which of these apply to you?", "\r", NEW, "n", NOW, "0"), 3)

    def test_first_session_with_pain_three_beside_what_is_asked_once(self):
        self.first(("Which of these apply to you?", "\r", NEW, "\r", NOW, "3", SITE, "1", SIDE, "l"),
                   2 + 3)

    def test_later_without_pain_one(self):
        self.moving(1, NOW, "0")

    def test_later_with_pain_three_or_one_if_it_is_as_last_time(self):
        self.moving(3, NOW, "3", SITE, "1", SIDE, "l")
        self.moving(2, NOW, "2", SITE, "\r", now=LATER)
        self.moving(1, "Enter begins, as last time: 2, low back, left", "\r", now=LATER)


    def test_below_the_back_one_more_or_only_what_is_new_if_it_is_as_last_time(self):
        self.moving(4, NOW, "3", SITE, "5", SIDE, "l", "How far down do you feel it?", "c")
        self.assertEqual(self.row("SELECT site, furthest FROM pain_score"),
                         {"site": "thigh", "furthest": "lower-leg"})
        self.moving(2, "Is anything of this new, or growing", "n",
                    "as last time: 3, thigh, left, down to the lower leg", "\r", now=LATER)


class AroundIt(Keys):
    def ended(self):
        """A session in the evening, to its last question."""
        return self.led(NOW, "3", SITE, "1", SIDE, "l", routine=("short",), speed=60)

    def test_after_the_session_four(self):
        terminal = self.ended()
        keys = ("How strong is your pain now", "2", SITE, "\r", "Did any exercise hurt more", "0",
                "How was it?", "o")
        for seen, key in zip(keys[::2], keys[1::2]):
            terminal.see(seen)
            terminal.pump(0.7)
            terminal.press(key)
        self.assertEqual(terminal.end(), 0)
        self.assertLessEqual(len(keys) // 2, 4)
        self.assertEqual(self.rows("SELECT score, site, side FROM pain_score ORDER BY at, id"),
                         [{"score": 3, "site": "low-back", "side": "left"},
                          {"score": 2, "site": "low-back", "side": "left"}])
        self.assertEqual(self.row("SELECT effort, hurt_more FROM session"),
                         {"effort": "ok", "hurt_more": "none"})
        self.morning_after()

    def morning_after(self):
        self.moving(5, "Your last session was yesterday evening.", "2", SITE, "g", SIDE, "r",
                    "new muscle soreness", "s",
                    "Enter begins, the same as this morning: 2, groin, right", "\r", now=MORNING)
        self.assertEqual(
            self.rows("SELECT moment, score, site, side FROM pain_score ORDER BY at DESC LIMIT 2"),
            [{"moment": "before", "score": 2, "site": "groin", "side": "right"},
             {"moment": "morning", "score": 2, "site": "groin", "side": "right"}])

    def test_ctrl_c_in_the_last_questions_says_that_all_is_kept(self):
        terminal = self.ended()
        terminal.see("How strong is your pain now")
        terminal.pump(0.7)
        terminal.press("0")
        terminal.see("Did any exercise hurt more")
        terminal.press("\x03")
        self.assertEqual(terminal.end(5), -2)
        self.assert_given_back(terminal)
        self.assertIn("All is kept: the session, and every question that you had finished.",
                      terminal.bytes[terminal.bytes.rfind(b"?1049l"):].decode())
        self.assertEqual(self.row("SELECT status FROM session")["status"], "completed")
        self.assertEqual(self.rows("SELECT score FROM pain_score WHERE moment = 'after'"),
                         [{"score": 0}])


class NoInput(Keys):
    def test_on_a_terminal_it_is_the_live_screen_without_a_question(self):
        terminal = self.live("short", "--no-input", "--pain-before", "2", speed=20)
        terminal.see(MOVING)
        self.assertIn(b"?1049h", terminal.bytes)
        before = terminal.bytes[:terminal.bytes.find(b"?1049h")].decode()
        self.assertIn("Short, ", before, "what is said before it stays on the normal screen")
        self.assertEqual(terminal.end(), 0)
        self.assert_given_back(terminal)
        self.assertIn("Sets: 6 of 6 done.",
                      terminal.bytes[terminal.bytes.rfind(b"?1049l"):].decode())

    def test_the_keys_work(self):
        terminal = self.live("long", "--no-input")
        terminal.see(MOVING)
        terminal.press(" ")
        terminal.see("PAUSED")
        terminal.press("\x03")
        self.assertEqual(terminal.end(5), -2)
        self.assert_given_back(terminal)

    def test_plain_stays_plain(self):
        terminal = self.live("short", "--no-input", "--plain", speed=60)
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(b"?1049h", terminal.bytes)

    def test_a_small_screen_asks_nothing_either(self):
        terminal = self.live("short", "--no-input", "--new", "emergency", size=(60, 16))
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("Press Enter", terminal.text)


if __name__ == "__main__":
    main()
