# SPDX-License-Identifier: MIT
"""The coach as its user meets it: the gate and its flags, pain in a session, why.
coach_test.py /path/to/hipflow"""
import json

from hipflow_test import FIRST_RUN_ANSWERED, FIRST_RUN_READ, NO_QUESTIONS, HipflowTest, main

QUIET = ("--no-input", "--pain-after", "1", "--hurt", "none", "--effort", "ok")


def morning_of(day):
    return {"HIPFLOW_NOW": f"2026-11-{day:02}T08:00:00+00:00"}


class Gate(HipflowTest):
    def gates(self):
        return self.rows("SELECT routine, gate, override, status FROM session ORDER BY rowid")

    def through(self, *options, now=20):
        terminal = self.start("short", *options, **morning_of(now))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return terminal.text

    def test_flare_is_the_flare_up_day_where_pain_calls_for_rest(self):
        self.assertIn("flare-up day", self.through(*QUIET, "--pain-before", "7", "--flare"))
        self.through(*QUIET, "--pain-before", "2", "--flare", now=21)
        self.assertEqual(self.gates(), [
            {"routine": "flare-up-day", "gate": "flare", "override": 0, "status": "completed"},
            {"routine": "short", "gate": "none", "override": 0, "status": "completed"}])
        self.assert_sound()

    def test_override_goes_one_step_beyond_the_gate(self):
        self.through(*QUIET, "--pain-before", "7", "--override")
        self.through(*QUIET, "--pain-before", "6", "--override", now=21)
        self.through(*QUIET, "--pain-before", "9", "--override", now=22)
        self.assertEqual([(row["gate"], row["override"], row["status"]) for row in self.gates()],
                         [("rest", 1, "completed"), ("gentle", 0, "completed"),
                          ("refused", 0, "rested")])

    def test_f_takes_the_flare_up_day(self):
        terminal = self.start("short", "--pain-before", "8")
        terminal.answer(*FIRST_RUN_ANSWERED, "f the flare-up day", "f", "Press Enter to begin.", "")
        terminal.expect("Legs-up rest")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.row("SELECT gate FROM session"), {"gate": "flare"})

    def test_after_a_sign_that_is_serious_a_note_is_needed(self):
        text = self.through(*QUIET, "--new", "emergency")
        self.assertIn("it should be looked at today, not tomorrow", text)
        text = self.through(*QUIET, "--pain-before", "1", now=21)
        self.assertIn("A sign that you reported ", text)
        self.through(*QUIET, "--pain-before", "1", "--clearance", "all is well, go on", now=22)
        self.through(*QUIET, "--pain-before", "1", now=23)
        self.assertEqual([(row["gate"], row["status"]) for row in self.gates()],
                         [("refused", "rested")] * 2 + [("none", "completed")] * 2)
        self.assertEqual(self.row("SELECT note FROM symptom WHERE kind = 'clearance'"),
                         {"note": "all is well, go on"})
        self.assert_sound()

    def test_new_numbness_rests_and_leaves_no_way_around(self):
        text = self.through(*QUIET, "--pain-before", "1", "--new", "numbness", "--override")
        self.assertIn("not something to exercise through", text)
        self.assertEqual(self.gates()[0]["status"], "rested")

    def test_the_question_after_new_signs_comes_where_the_leg_was_told_of(self):
        self.through(*QUIET, "--pain-before", "2", "--site", "thigh")
        terminal = self.start("short", "--pain-before", "1", **morning_of(22))
        terminal.answer(*FIRST_RUN_READ, "Is anything of this new", "n")
        terminal.expect("Press Enter to begin.")
        terminal.kill(15)
        terminal.end()

    def test_a_bad_morning_makes_it_the_gentle_day(self):
        self.through(*QUIET, "--pain-before", "1")
        text = self.through(*QUIET, "--pain-before", "1", "--morning", "6", now=21)
        self.assertIn("was sorer than usual, so the gentle day is the better choice today",
                      " ".join(text.split()))
        self.assertEqual(self.gates()[1]["routine"], "gentle-day")


class Changes(HipflowTest):
    def ok(self, *arguments, **env):
        shown = self.run_hipflow(*arguments, env=self.env(**env))
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def session(self, day, *options):
        terminal = self.start("short", *NO_QUESTIONS, *options, **morning_of(day))
        self.assertEqual(terminal.end(), 0, terminal.text)
        return terminal.text

    def test_two_comfortable_sessions_and_mornings_lead_a_step_up(self):
        self.session(10)
        self.session(12, "--morning", "1")
        text = self.session(14, "--morning", "1")
        self.assertNotIn("in place of Lying figure-4", text)  # the morning after 12 is not 10's
        self.ok("log", "morning", "2", "--for", "2026-11-10", **morning_of(15))
        self.ok("log", "morning", "2", "--for", "2026-11-12", **morning_of(15))
        self.ok("log", "morning", "2", "--for", "2026-11-14", **morning_of(15))
        text = " ".join(self.session(16).split())
        self.assertIn("Knee to opposite shoulder in place of Lying figure-4: that one felt fine.", text)

    def test_nothing_steps_up_where_pain_is_above_the_usual(self):
        for day in (10, 12, 14):
            self.session(day)
            self.ok("log", "morning", "1", "--for", f"2026-11-{day}", **morning_of(day + 1))
        text = self.session(16)
        self.assertIn("Nothing grows today: pain is a little above your usual.", text)
        self.assertNotIn("in place of", text)

    def test_why_tells_what_is_needed(self):
        self.session(10)
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "short"\n')
        text = " ".join(self.ok("why", "figure-4-supine", **morning_of(12)).split())
        self.assertIn("two comfortable sessions and mornings are needed; you have none", text)
        self.assertIn("10 Nov green, pain 2 at the start", text)
        answer = json.loads(self.ok("why", "--json", **morning_of(12)))
        self.assertEqual(answer["schema"], 1)
        self.assertEqual(answer["routine"], "short")
        self.assertEqual({reason["rule"] for reason in answer["reasons"]}, {"stays"})
        past = json.loads(self.ok("why", "last", "--json"))
        self.assertEqual({reason["rule"] for reason in past["reasons"]}, {"begins"})

    def test_harder_and_easier_by_hand(self):
        self.session(10)
        text = self.session(12, "--easier", "glute-bridge")
        self.assertIn("easier, as you asked", text)
        self.assertEqual(self.rows("SELECT DISTINCT exercise FROM performed_set WHERE"
                                   " planned_exercise = 'glute-bridge' ORDER BY exercise"),
                         [{"exercise": "glute-bridge"}, {"exercise": "pelvic-tilt-supine"}])
        refused = self.start("short", *NO_QUESTIONS, "--harder", "clamshell", **morning_of(13))
        self.assertEqual(refused.end(), 2)
        self.assertIn("'clamshell' is not in the routine 'short'", refused.text)


class Glance(HipflowTest):
    def run_at(self, day, *arguments):
        shown = self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=f"{day}T09:00:00+00:00"))
        self.assertEqual(shown.returncode, 0, (arguments, shown.stderr))
        return shown.stdout

    def days_of(self, month, days):
        for day in days:
            date = f"2026-{month:02}-{day:02}"
            self.run_at(date, "log", "session", "--routine", "hip-rotation", "--done", "100%",
                        "--pain-before", "5", "--at", f"{date} 08:00")

    def test_says_todays_session_in_brief_and_as_json(self):
        self.write(".config/hipflow/config.toml", 'format = 1\nroutine = "short"\n')
        text = self.run_at("2026-11-20")
        today = json.loads(self.run_at("2026-11-20", "--json"))["today"]
        self.assertEqual((today["routine"], today["name"], today["exercises"]),
                         ("short", "Short", 3))
        self.assertIn("Today         Short, ", text)
        self.assertEqual(today["hint"], None)
        self.assertEqual(today["nothing_left"], None)
        self.assertGreater(today["total_ms"], 60_000)

    def test_hints_at_somebody_after_four_regular_weeks_unless_more_can_be_done(self):
        self.run_at("2026-09-25", "schedule", "set", "daily")
        self.days_of(9, range(25, 31))
        self.days_of(10, range(1, 32))
        self.assertIn("have not changed much in 4 weeks", self.run_at("2026-10-31"))
        hint = json.loads(self.run_at("2026-10-31", "--json"))["today"]["hint"]
        self.assertIn("physiotherapist or doctor", hint)
        self.run_at("2026-10-02", "measure", "function", "--add", "tie my shoes", "--score", "1=4")
        self.run_at("2026-10-31", "measure", "function", "--score", "1=7")
        self.assertEqual(json.loads(self.run_at("2026-10-31", "--json"))["today"]["hint"], None)
        self.assertNotIn("Worth asking", self.run_at("2026-10-31"))


class Pain(HipflowTest):
    def test_the_second_red_ends_the_session_with_a_rest(self):
        terminal = self.start("long", "--pain-before", "2", speed=20)
        terminal.answer(*FIRST_RUN_ANSWERED, "Press Enter to begin.", "")
        for words, key in (("n next exercise", "n"), ("That is the second time today", "")):
            terminal.expect("Hold, ")
            terminal.say("p")
            terminal.answer("How strong is it", "7", "Where", "", "Which side", "", "Is it", "n")
            terminal.expect(words)
            terminal.say(key)
        terminal.expect("Legs-up rest")
        terminal.kill(15)
        terminal.end()
        self.assertEqual(self.row("SELECT count(*) AS n FROM performed_set WHERE reason = 'pain'"),
                         {"n": 6})


if __name__ == "__main__":
    main()
