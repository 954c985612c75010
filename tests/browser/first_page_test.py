# SPDX-License-Identifier: MIT
"""The first page of the report, and what a printer makes of all of it. first_page_test.py /path/to/hipflow

With HIPFLOW_PICTURES=FOLDER the pictures and prints are kept there, to be looked at.
"""
import datetime
import os
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "terminal"))

from browser import Browser, browser_program  # noqa: E402
from hipflow_test import HipflowTest, main  # noqa: E402

FIRST = datetime.date(2026, 9, 7)
DAYS = 84
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}
PERSON = "Ada Example, 41"
PARTS = ["Person", PERSON, "Restrictions", "Program", "Signs and symptoms", "Keeping at it",
         "Pain", "What you can do", "How far the hips turn", "Exercises that hurt most",
         "Own notes", "Questions to ask"]
EXERCISES = ["figure-4-supine", "glute-bridge", "bent-knee-fallout", "windshield-wipers-supine",
             "prone-hip-rotation", "hip-switch-90-90", "hip-cars-standing", "step-tap-pivot"]
TEST_DAYS = 29
UNBROKEN = "without-a-single-place-to-break-it-" * 4
NOTES = ("stiff after a long drive", "slept badly, " + UNBROKEN,
         "the left side is tighter than the right, most of all in the figure four")


class RichHistory(HipflowTest):
    """Twelve weeks with all that a report can hold."""

    def run_on(self, day, *arguments, hour=20, codes=(0,)):
        now = f"{FIRST + datetime.timedelta(days=day)}T{hour:02}:00:00+00:00"
        shown = self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now))
        self.assertIn(shown.returncode, codes, shown.stderr)
        return shown

    def with_history(self):
        self.run_on(0, "program", "join", "steady-six", hour=6)
        self.run_on(16, "schedule", "skip", "--until", "sunday", "--reason", "travel", hour=6)
        self.run_on(58, "schedule", "skip", "--reason", "sick", hour=6)
        days = [day for day in range(DAYS)
                if day % 7 in (0, 2, 3, 5) and day % 11 != 3 and not 16 <= day <= 20]
        for number, day in enumerate(days):
            self.session_on(day, number)
        self.run_on(DAYS - 1, "me", "restrict", "osteoporosis", "no-floor", hour=6)
        for day, sign, side in ((9, "numbness", "left"), (23, "gave_way", "right"),
                                (37, "numbness", "left"), (60, "weakness", "left")):
            # It is noted, and then there is nobody at a terminal to go on with.
            self.run_on(day, "start", "--new", sign, "--side", side, hour=7, codes=(0, 1, 2))
        self.run_on(60, "log", "pain", "9", "--site", "buttock", "--side", "left", hour=8)
        self.measured()

    def session_on(self, day, number):
        before = 5 - day // 30
        words = ["--routine", "hip-rotation", "--took", "14m", "--pain-before", str(before),
                 "--pain-after", str(max(before - day % 3, 0)), "--site",
                 "low-back" if day % 5 == 1 else "buttock", "--side", "left"]
        if number % 5 == 0:
            words += ["--note", NOTES[number // 5 % len(NOTES)]]
        stopped = ["--done", "40%", "--reason", "pain"] if number % 6 == 2 else []
        exercises = [word for exercise in EXERCISES for word in ("--exercise", exercise)]
        hurt = ["--hurt", f"{EXERCISES[number % 3]}={before + 1 + number % 3}"]
        # What hurt is left out of later sessions; then the session is told as a whole.
        if stopped or self.run_on(day, "log", "session", *words, *exercises, *hurt,
                                  codes=(0, 2)).returncode == 2:
            self.run_on(day, "log", "session", *words, *stopped)
        self.run_on(day + 1, "log", "morning", str(max(before - 1, 0)), "--site", "buttock",
                    "--side", "left", hour=6)

    def measured(self):
        """Range and function on as many days as anybody tests."""
        activities = ("tie my shoes", "stand for twenty minutes at the stove", "turn in bed")
        named = [word for one in activities for word in ("--add", one)]
        for i in range(TEST_DAYS):
            day, more = i * 2 + (0 if i < 2 else 20), i // 3
            scores = [word for j in range(3) for word in ("--score", f"{j + 1}={min(2 + j + more, 9)}")]
            self.run_on(day, "measure", "function", *(named if i == 0 else []), *scores, hour=9)
            self.run_on(day, "measure", "range", "--left-internal", f"{24 + more},{25 + more},{23 + more}",
                        "--left-external", f"{38 + more}", "--right-internal", f"{31 + more}",
                        "--right-external", f"{40 + more}", "--pain", "1", hour=9)

    def written(self):
        path = os.path.join(self.folder, "report.html")
        shown = self.run_on(DAYS, "report", "--all", "--person", PERSON, "--out", path, hour=9)
        self.assertEqual((shown.stdout, shown.stderr), (path + "\n", ""))
        return path


class FirstPage(RichHistory):
    def test_it_names_nobody_who_was_not_named(self):
        self.run_on(0, "log", "pain", "3")
        page = self.run_on(1, "report", "--out", "-").stdout
        self.assertNotIn("<dt>Person", page)
        self.assertIn("<dt>Restrictions</dt><dd>not told", page)
        self.assertIn("Not asked: no session on these days had the questions.", page)
        self.assertNotIn("None told", page)


@unittest.skipUnless(browser_program(), "no Chromium is installed")
class Printed(RichHistory):
    def setUp(self):
        super().setUp()
        self.with_history()
        self.path = self.written()
        self.browser = Browser()
        self.addCleanup(self.browser.close)
        self.browser.show(900)
        self.browser.open(self.path)

    def keep(self, name):
        return os.path.join(os.environ.get("HIPFLOW_PICTURES", self.folder), name)

    def test_it_is_valid_fits_every_screen_and_prints(self):
        """One test, since twelve weeks take a while to tell."""
        self.it_is_valid()
        self.it_fits_every_screen_and_the_keyboard_reaches_its_tables()
        if shutil.which("pdftotext"):
            self.the_first_sheet_holds_all_parts_in_order_and_nothing_is_cut()

    def it_is_valid(self):
        if not shutil.which("tidy"):
            return
        shown = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", self.path],
                               capture_output=True, text=True, check=False)
        self.assertEqual([line for line in shown.stderr.splitlines()
                          if "proprietary attribute" not in line], [])

    def it_fits_every_screen_and_the_keyboard_reaches_its_tables(self):
        for scheme, columns in (("light", 390), ("light", 1280), ("dark", 900)):
            with self.subTest(scheme=scheme, columns=columns):
                self.browser.show(columns, scheme=scheme)
                self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), columns)
                self.browser.picture(self.keep(f"first-{scheme}-{columns}.png"))
        self.browser.show(390)
        self.assertEqual(self.browser.value(
            "[...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1"
            " && getComputedStyle(e).overflowX === 'auto' && (e.tabIndex !== 0"
            " || e.getAttribute('role') !== 'region' || !e.getAttribute('aria-label'))).length"), 0)
        levels = self.browser.value("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
        self.assertTrue(all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)
        self.assertEqual(self.browser.complaints, [])

    def the_first_sheet_holds_all_parts_in_order_and_nothing_is_cut(self):
        for name, (wide, high) in PAPERS.items():
            path = self.keep(f"first-{name}.pdf")
            self.browser.print_to(path, wide, high)
            with self.subTest(paper=name):
                self.parts_in_order(self.text_of(path)[0])
                self.nothing_is_cut(path)
                self.no_page_is_half_empty(path)

    def text_of(self, path):
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                              check=True).stdout.split("\f")

    def parts_in_order(self, page):
        """Two parts beside each other share a line; in it the left one comes first."""
        at = 0
        for part in PARTS:
            found = page.find(part, at)
            self.assertGreaterEqual(found, 0, f"{part} is not behind the part before it:\n{page}")
            at = found
        self.assertIn("I noticed a weaker leg", page, "the questions are on it")

    def words_of(self, path):
        """For each page its size, and the boxes of its words."""
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True,
                               check=True).stdout
        for page in boxes.split("<page ")[1:]:
            size = [float(value) for value in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2]]
            yield size, [([float(value) for value in found[:4]], found[4]) for found in re.findall(
                r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page)]

    def nothing_is_cut(self, path):
        printed = ""
        for (wide, high), words in self.words_of(path):
            for (left, top, right, bottom), word in words:
                printed += word + " "
                self.assertTrue(left >= 20 and right <= wide - 20 and top >= 20 and bottom <= high - 20,
                                f"{word} at {left}, {top}, {right}, {bottom} of {wide} x {high}")
        self.assertIn(UNBROKEN.replace("-", ""), re.sub(r"[\s-]", "", printed), "of the longest note")
        tests = re.findall(r"\d+ \(n 3\)", printed)
        self.assertEqual(len(tests), TEST_DAYS, "the left internal rotation of each test day")

    def no_page_is_half_empty(self, path):
        pages = list(self.words_of(path))
        for (_, high), words in pages[:-1]:
            lowest = max(bottom for (_, _, _, bottom), _ in words)
            self.assertGreater(lowest, 0.6 * high, " ".join(word for _, word in words[:12]))


if __name__ == "__main__":
    main()
