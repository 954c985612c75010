# SPDX-License-Identifier: MIT
"""How far down a pain is felt: asked, given with --furthest, and what comes of it. furthest_test.py /path/to/hipflow"""
from hipflow_test import FIRST_RUN_ANSWERED, HipflowTest, main

BEFORE = "How strong is your pain right now"
SITE = "Where is it strongest?"
SIDE = "Which side?"
FURTHEST = "How far down do you feel it?"
STAYS = "Is it still there after a minute?"
AFTER = "How strong is your pain now"
HURT = "Did any exercise hurt more"
EFFORT = "How was it?"
NEWS = "Is anything of this new"
QUIET = ("--no-input", "--pain-after", "2", "--hurt", "none", "--effort", "ok")


def on(day):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T08:00:00+00:00"}


class FurthestTest(HipflowTest):
    def setUp(self):
        super().setUp()
        self.acknowledge()

    def told(self):
        return [(row["moment"], row["site"], row["furthest"]) for row in self.rows(
            "SELECT moment, site, furthest FROM pain_score ORDER BY at, id")]

    def quiet(self, day, *place):
        terminal = self.start("short", *QUIET, "--pain-before", "3", *place, **on(day))
        self.assertEqual(terminal.end(), 0, terminal.text)

    def why(self, day):
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "short"\n')
        return " ".join(self.run_hipflow("why", env=self.env(**on(day))).stdout.split())


class Asked(FurthestTest):
    def test_who_feels_it_in_the_back_alone_is_not_asked(self):
        terminal = self.start("short", **on(1))
        terminal.answer(BEFORE, "3", SITE, "l", SIDE, "l", AFTER, "3", SITE, "l", SIDE, "l", HURT, "", EFFORT, "")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(FURTHEST, terminal.text)
        self.assertEqual(self.told(), [("before", "low-back", None), ("after", "low-back", None)])

    def test_below_the_back_it_is_asked_and_enter_is_the_place(self):
        for site, furthest in (("b", "buttock"), ("g", "groin"), ("o", "outer-hip"), ("t", "thigh"),
                               ("w", "lower-leg")):
            with self.subTest(site):
                terminal = self.start("short", HIPFLOW_DB=f"{self.folder}/{site}.db", **on(1))
                terminal.answer(*FIRST_RUN_ANSWERED,
                                BEFORE, "3", SITE, site, SIDE, "l")
                terminal.expect(FURTHEST)
                terminal.expect(f"Enter {furthest.replace('-', ' ')}")
                terminal.say("")
                terminal.expect("Hold, ")
                terminal.kill(15)
                terminal.end()
                self.database = f"{self.folder}/{site}.db"
                self.assertEqual(self.told(), [("before", furthest, furthest)])

    def test_the_foot_is_as_far_as_it_goes(self):
        terminal = self.start("short", **on(1))
        terminal.answer(BEFORE, "3", SITE, "f", SIDE, "l")
        self.assertEqual(terminal.expect("Hold, ", FURTHEST), "Hold, ")
        terminal.kill(15)
        terminal.end()

    def test_once_told_it_is_asked_of_the_back_as_well(self):
        self.quiet(1, "--site", "low-back", "--side", "left", "--furthest", "thigh")
        terminal = self.start("short", **on(3))
        terminal.answer(NEWS, "n", BEFORE, "2", SITE, "l", SIDE, "l", FURTHEST, "c")
        terminal.expect("Hold, ")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.told()[-1], ("before", "low-back", "lower-leg"))

    def test_enter_takes_it_as_last_time(self):
        self.quiet(1, "--site", "low-back", "--side", "left", "--furthest", "lower-leg")
        terminal = self.start("short", **on(3))
        terminal.answer(NEWS, "n", "as last time: 3, low back, left, down to the lower leg", "")
        terminal.expect("Hold, ")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.told()[-1], ("before", "low-back", "lower-leg"))

    def test_a_nearer_place_than_where_it_is_strongest_is_no_answer(self):
        terminal = self.start("short", **on(1))
        terminal.answer(BEFORE, "3", SITE, "t", SIDE, "l", FURTHEST, "b")
        terminal.expect("Hold, ")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.told(), [("before", "thigh", "thigh")])


class Further(FurthestTest):
    """Felt further down at the end than at the start."""

    def ends_further(self, stays, *hurt):
        terminal = self.start("short", **on(1))
        terminal.answer(BEFORE, "3", SITE, "b", SIDE, "l", FURTHEST, "", AFTER, "3", SITE, "b", SIDE, "l",
                        FURTHEST, "t", STAYS, stays, HURT, *hurt, EFFORT, "")
        self.assertEqual(terminal.end(), 0)

    def test_what_stays_is_put_down_to_the_last_two_where_none_is_named(self):
        self.ends_further("y", "")
        self.assertEqual(self.told(), [("before", "buttock", "buttock"), ("after", "buttock", "thigh")])
        told = self.why(3)
        for name in ("Bridge", "Seated figure-4"):
            self.assertIn(f"{name} rests for 2 sessions: you felt it further down the leg on 1 Nov.", told)
        self.assertNotIn("Lying figure-4 rests", told)
        self.assertNotIn("numb", told)

    def test_what_stays_is_put_down_to_the_one_that_is_named(self):
        self.ends_further("y", "2", "at its worst", "3", "Another one?", "")
        told = self.why(3)
        self.assertIn("Bridge rests for 2 sessions: you felt it further down the leg on 1 Nov.", told)
        self.assertEqual(told.count(" rests "), 1)

    def test_what_is_gone_after_a_minute_does_not_count(self):
        for stays in ("n", ""):
            with self.subTest(stays):
                self.ends_further(stays, "0")
                self.assertEqual(self.told()[-1], ("after", "buttock", "buttock"))
                self.assertNotIn("further down", self.why(3))
                self.assertEqual(self.run_hipflow("undo", env=self.env(**on(1))).returncode, 0)
                self.write(".config/hipflow/config.toml", "format = 1\n")

    def test_no_further_is_not_asked_about(self):
        terminal = self.start("short", **on(1))
        terminal.answer(BEFORE, "3", SITE, "b", SIDE, "l", FURTHEST, "c", AFTER, "3", SITE, "b", SIDE, "l",
                        FURTHEST, "t")
        self.assertEqual(terminal.expect(STAYS, HURT), HURT)
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.told(), [("before", "buttock", "lower-leg"), ("after", "buttock", "thigh")])


class Given(FurthestTest):
    """--furthest in place of the question."""

    def test_it_is_kept_and_shown(self):
        self.quiet(1, "--site", "low-back", "--side", "left", "--furthest", "thigh")
        self.assertEqual(self.told(), [("before", "low-back", "thigh"), ("after", "low-back", "thigh")])
        self.assertIn("before: 3, low-back, left, down to: thigh", self.run_hipflow("session", "show", "last").stdout)
        scores = self.run_json("session", "show", "last")["pain_scores"]
        self.assertEqual({score["furthest"] for score in scores}, {"thigh"})
        self.assert_sound()

    def test_a_nearer_place_than_where_it_is_strongest_is_that_place(self):
        self.quiet(1, "--site", "thigh", "--furthest", "low-back")
        self.assertEqual(self.told()[0], ("before", "thigh", "thigh"))

    def test_without_it_nothing_is_known(self):
        self.quiet(1, "--site", "thigh")
        self.assertEqual(self.told()[0], ("before", "thigh", None))

    def test_other_commands_take_it_as_well(self):
        for arguments in (("pain", "low-back:left=3"), ("morning", "3"), ("session", "--pain-before", "3")):
            with self.subTest(arguments):
                done = self.run_hipflow("log", *arguments, "--furthest", "foot", env=self.env(**on(5)))
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(self.row("SELECT furthest FROM pain_score"), {"furthest": "foot"})
                self.assertEqual(self.run_hipflow("undo", env=self.env(**on(5))).returncode, 0)

    def test_what_is_no_place_is_refused(self):
        refused = self.run_hipflow("start", "--furthest", "ankle")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("'ankle' is not one of low-back, buttock", refused.stderr)


if __name__ == "__main__":
    main()
