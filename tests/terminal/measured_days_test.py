# SPDX-License-Identifier: MIT
"""Measurements of a part of the history: nothing outside of it enters, the own error stays."""
from hipflow_test import main
from measure_test import LATER, SECOND, WHOLE, MeasureTest


class MeasuredDays(MeasureTest):
    def test_the_own_error_stays_when_the_days_are_cut(self):
        self.ok("measure", "range", *WHOLE)
        self.ok("measure", "range", *WHOLE, now=SECOND)
        self.ok("measure", "range", "--left-internal", "40,40,40", now=LATER)
        whole, = self.answer("stats", "range", now=LATER)["series"]
        cut, = self.answer("stats", "range", "--since", "2026-09-20", now=LATER)["series"]
        self.assertEqual((len(whole["tests"]), len(cut["tests"])), (3, 1))
        self.assertIsNotNone(whole["error"]["sem"])
        self.assertEqual(cut["error"], whole["error"])

    def test_nothing_after_the_last_day_asked_for_enters(self):
        self.ok("measure", "range", *WHOLE)
        self.ok("measure", "range", *WHOLE, now=LATER)
        series, = self.answer("stats", "range", "--until", "2026-09-10", now=LATER)["series"]
        self.assertEqual([test["local_day"] for test in series["tests"]], ["2026-09-01"])
        self.assertIsNone(series["change"]["left"]["internal"])
        before = self.run_at(LATER, "stats", "range", "--until", "2026-08-01")
        self.assertEqual((before.returncode, before.stdout),
                         (1, "Nothing measured in these days.\n"))

    def test_an_activity_named_or_dropped_later_stands_as_it_did(self):
        self.ok("measure", "function", "--add", "tie my shoes", "--score", "1=3")
        self.ok("measure", "function", "--drop", "1", "--add", "climb stairs", now=LATER)
        one, = self.answer("stats", "function", "--until", "2026-09-10", now=LATER)["activities"]
        self.assertEqual((one["text"], one["to_day"]), ("tie my shoes", None))
        self.assertEqual(len(self.answer("stats", "function", now=LATER)["activities"]), 2)


if __name__ == "__main__":
    main()
