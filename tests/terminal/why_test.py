# SPDX-License-Identifier: MIT
"""What 'hipflow why' tells somebody of exercises that are left out. why_test.py /path/to/hipflow"""
import re

from hipflow_test import NO_QUESTIONS, HipflowTest, main


def on(day):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T08:00:00+00:00"}


class WhyTest(HipflowTest):
    def setUp(self):
        super().setUp()
        listed = self.run_json("exercise", "list")["exercises"]
        self.names = {one["id"]: one["name"] for one in listed}

    def configure(self, *lines):
        self.write(".config/hipflow/config.toml", "\n".join(("format = 1", *lines, "")))

    def ask(self, day, *words):
        return self.run_hipflow(*words, env=self.env(**on(day)))

    def why(self, day, *words):
        shown = self.ask(day, "why", *words)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        return " ".join(shown.stdout.split())

    def session(self, day, *options):
        terminal = self.start(*options, *NO_QUESTIONS, **on(day))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return " ".join(terminal.text.split())

    def left_out(self):
        left = set(self.run_json("me")["left_out"])
        self.assertGreater(len(left), 10)
        return left

    def named_in(self, text, ids):
        """Which of these exercises a text names, other than by saying what takes their place, and why. The
        longest name counts: "Bridge march" is no bridge."""
        text = re.sub(r" takes the place of [^:]+:", ":", text)
        text = re.sub(r"(?:\A|(?<=\. ))[^.:]+ is left out:", "", text)
        for name in sorted(self.names.values(), key=len, reverse=True):
            if name in text:
                text = re.sub(rf"\b{re.escape(name)}\b", "<" + name.upper() + ">", text)
        return sorted(one for one in ids if f"<{self.names[one].upper()}>" in text)


class Pregnant(WhyTest):
    def test_no_exercise_is_named_that_is_left_out_of_any_routine(self):
        self.configure("[me]", 'restrictions = ["pregnancy"]')
        left = self.left_out()
        routines = [one["id"] for one in self.run_json("routine", "list")["routines"]
                    if one["total_ms"] is not None and one["origin"] == "bundled"]
        self.assertGreater(len(routines), 15)
        for routine in routines:
            with self.subTest(routine):
                self.configure(f'routine = "{routine}"', "[me]", 'restrictions = ["pregnancy"]')
                self.assertEqual(self.named_in(self.why(1), left), [])
                answer = self.run_json("why", env=self.env(**on(1)))
                self.assertEqual(answer["routine"], routine)
                self.assertTrue(answer["reasons"])
                self.assertEqual([one["given"] for one in answer["reasons"] if one["given"] in left], [])

    def test_nor_after_sessions_that_grew(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        left = self.left_out()
        for day in range(1, 9):
            self.session(day)
            with self.subTest(day):
                self.assertEqual(self.named_in(self.why(day + 1), left), [])
                self.assertEqual(self.named_in(self.why(day + 1, "last"), left), [])
        self.assertEqual(self.rows("SELECT DISTINCT exercise FROM performed_set WHERE exercise IN "
                                   f"({', '.join('?' * len(left))})", *left), [])

    def test_restricted_later_no_step_up_is_told_of_what_is_left_out(self):
        for day in range(1, 5):
            self.session(day, "hip-rotation")
        self.assertEqual(self.ask(4, "me", "restrict", "pregnancy").returncode, 0)
        self.configure('routine = "hip-rotation"')
        left = self.left_out()
        self.assertEqual(self.named_in(self.why(5), left), [])
        self.assertEqual(self.named_in(self.session(5).split("Sound: ")[0], left), [])

    def test_what_was_done_in_place_of_another_begins_once(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        self.session(1)
        done = {row["exercise"] for row in self.rows("SELECT exercise FROM performed_set WHERE status = 'done'")}
        begins = re.findall(r"(?:\A|(?<=\. ))([^.:]+) begins\.", self.why(2).removeprefix("Today, Hip rotation "))
        self.assertEqual(sorted({self.names[one] for one in done} & set(begins)), [])

    def test_asked_for_one_that_is_left_out_it_tells_what_stands_there(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        told = self.why(1, "glute-bridge")
        self.assertIn("Bird dog begins.", told)
        self.assertEqual(self.named_in(told, self.left_out()), [])

    def test_of_one_that_is_in_no_session_there_is_nothing_to_tell(self):
        self.configure('routine = "hip-rotation"', "[me]", 'restrictions = ["pregnancy"]')
        shown = self.ask(1, "why", "step-down-slow")
        self.assertEqual((shown.returncode, shown.stdout), (1, ""))
        self.assertIn("'step-down-slow' is not in 'hip-rotation'", shown.stderr)


if __name__ == "__main__":
    main()
