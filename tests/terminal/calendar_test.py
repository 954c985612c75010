# SPDX-License-Identifier: MIT
"""The schedule as an iCalendar document, read by a parser that is not ours."""
import datetime
import subprocess
import unittest

from hipflow_test import HipflowTest, main

try:
    import icalendar
except ImportError:
    icalendar = None


@unittest.skipIf(icalendar is None, "not here: python3-icalendar")
class Calendar(HipflowTest):
    def run_on(self, day, *arguments):
        shown = self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=f"{day}T12:00:00Z"))
        self.assertEqual((shown.returncode, shown.stderr), (0, ""), arguments)
        return shown.stdout

    def text(self, day="2026-12-01"):
        return subprocess.run([self.binary, "export", "ics"], capture_output=True, check=True,
                              env=self.env(HIPFLOW_NOW=f"{day}T12:00:00Z")).stdout

    def events(self):
        return icalendar.Calendar.from_ical(self.text()).walk("VEVENT")

    def test_each_slot_of_each_version_is_an_event(self):
        self.run_on("2026-11-03", "schedule", "set", "mon,wed,fri", "--at", "07:30,18:00")
        self.run_on("2026-11-20", "schedule", "set", "every", "2", "days", "--from", "2026-11-30")
        self.run_on("2026-11-03", "schedule", "skip", "friday", "--slot", "07:30")
        morning, evening, later = self.events()
        self.assertEqual(morning["DTSTART"].dt, datetime.datetime(2026, 11, 4, 7, 30))
        self.assertEqual(dict(morning["RRULE"]),
                         {"FREQ": ["WEEKLY"], "BYDAY": ["MO", "WE", "FR"],
                          "UNTIL": [datetime.datetime(2026, 11, 29, 7, 30)]})
        self.assertEqual([each.dt for each in morning["EXDATE"].dts],
                         [datetime.datetime(2026, 11, 6, 7, 30)])
        self.assertNotIn("EXDATE", evening)
        self.assertEqual(dict(later["RRULE"]), {"FREQ": ["DAILY"], "INTERVAL": [2]})
        self.assertEqual(later["DTSTART"].dt, datetime.datetime(2026, 11, 30, 9, 0))
        self.assertEqual(len({str(event["UID"]) for event in (morning, evening, later)}), 3)
        for event in (morning, evening, later):
            alarm, = event.walk("VALARM")
            self.assertEqual(alarm["ACTION"], "DISPLAY")
            self.assertEqual(event["DURATION"].dt, datetime.timedelta(minutes=12))

    def test_an_open_week_has_suggested_days(self):
        self.run_on("2026-11-03", "schedule", "set", "3", "per", "week")
        event, = self.events()
        self.assertEqual(event["RRULE"]["BYDAY"], ["MO", "WE", "FR"])
        self.assertIn("suggested", event["DESCRIPTION"])

    def test_the_same_plan_gives_the_same_bytes(self):
        self.run_on("2026-11-03", "schedule", "set", "daily")
        first = self.text()
        self.assertEqual(first, self.text("2027-01-01"))
        self.assertNotIn(b"\n", first.replace(b"\r\n", b""))
        self.assertTrue(all(len(line) <= 75 for line in first.split(b"\r\n")))


if __name__ == "__main__":
    main()
