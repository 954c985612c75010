# SPDX-License-Identifier: MIT
"""The sheet of a routine as a file, in a browser and on paper. sheet_test.py /path/to/hipflow

With HIPFLOW_PICTURES=FOLDER the pictures and prints are kept there, to be looked at.
"""
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "terminal"))

from browser import Browser, browser_program  # noqa: E402
from hipflow_test import HipflowTest, main  # noqa: E402
from report_test import CONTRASTS, PAPERS  # noqa: E402

POINTS = 72
# Nine exercises do not fit on one sheet in type of 9 points.
TWO_PAGES = {"chair-session", "expecting", "low-back-relief"}
MARGIN = 10 / 25.4 * POINTS


class SheetTest(HipflowTest):
    def sheet(self, routine, *arguments, **options):
        return self.run_hipflow("routine", "sheet", routine, *arguments, cwd=self.folder, **options)

    def written(self, routine):
        path = os.path.join(self.folder, f"sheet-{routine}.html")
        shown = self.sheet(routine, "--out", path)
        self.assertEqual((shown.returncode, shown.stdout, shown.stderr), (0, path + "\n", ""))
        return path

    def bundled(self):
        """The ids of the bundled routines, and how many steps each has."""
        listed = json.loads(self.run_hipflow("routine", "list", "--json").stdout)["routines"]
        return {one["id"]: one["steps"] for one in listed if one["origin"] == "bundled"}


class File(SheetTest):
    def test_is_named_by_the_routine_readable_by_its_owner_alone_and_never_written_over(self):
        path = os.path.join(self.folder, "hipflow-sheet-desk-reset.html")
        shown = self.sheet("desk-reset")
        self.assertEqual((shown.returncode, shown.stdout, shown.stderr),
                         (0, "hipflow-sheet-desk-reset.html\n", ""))
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
        refused = self.sheet("desk-reset")
        self.assertEqual((refused.returncode, refused.stdout), (2, ""))
        for word in ("hipflow-sheet-desk-reset.html", "--force", "--out"):
            self.assertIn(word, refused.stderr)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.assertEqual(self.sheet("desk-reset", "--force").returncode, 0)
        with open(path, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("<!DOCTYPE html>"))

    def test_goes_to_standard_output_and_records_nothing(self):
        shown = self.sheet("short", "--out", "-")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertTrue(shown.stdout.startswith("<!DOCTYPE html>"))
        self.assertFalse(os.path.exists(self.database))

    def test_of_a_file_is_named_by_it(self):
        copy = os.path.join(self.folder, "clinic.toml")
        with open(copy, "w", encoding="utf-8") as file:
            file.write(self.run_hipflow("routine", "show", "desk-reset", "--toml").stdout)
        shown = self.sheet("./clinic.toml")
        self.assertEqual((shown.returncode, shown.stdout), (0, "hipflow-sheet-clinic.html\n"))

    def test_faults_are_told(self):
        for arguments, code, words in (
                (("desk-rest",), 2, "desk-reset"),
                (("desk-reset", "--out", "/proc/nowhere/sheet.html"), 3, "/proc/nowhere: cannot be written")):
            with self.subTest(arguments=arguments):
                shown = self.sheet(*arguments)
                self.assertEqual((shown.returncode, shown.stdout), (code, ""))
                self.assertIn(words, shown.stderr)
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith(".html")], [])

    def test_what_is_left_out_is_told_beside_it_and_counted_on_it(self):
        self.write(".config/hipflow/config.toml", 'format = 1\n[me]\nrestrictions = ["no-floor"]\n')
        shown = self.sheet("hip-rotation", "--out", "-")
        self.assertEqual(shown.returncode, 0)
        self.assertNotEqual(shown.stderr, "")
        self.assertRegex(shown.stdout, r"left out for the person that it was made for|in place of other|in place of another")
        for reason in shown.stderr.splitlines():
            self.assertNotIn(reason, shown.stdout, "why is nobody's business")

    def test_is_valid(self):
        if not shutil.which("tidy"):
            self.skipTest("tidy is not installed")
        for routine in [*self.bundled(), "short", "long"]:
            with self.subTest(routine=routine):
                shown = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", self.written(routine)],
                                       capture_output=True, text=True, check=False)
                said = [line for line in shown.stderr.splitlines()
                        # It takes the attributes of SVG for strange.
                        if 'proprietary attribute "stroke-width"' not in line]
                self.assertEqual(said, [])


@unittest.skipUnless(browser_program(), "no Chromium is installed")
class InABrowser(SheetTest):
    def setUp(self):
        super().setUp()
        self.browser = Browser()
        self.addCleanup(self.browser.close)

    def keep(self, name):
        """Where a picture goes."""
        return os.path.join(os.environ.get("HIPFLOW_PICTURES", self.folder), name)

    def test_it_fits_and_contrasts_on_phone_and_desktop_in_light_and_dark(self):
        path = self.written("hip-rotation")
        browser = self.browser
        browser.show(900)
        browser.open(path)
        self.assertEqual(browser.requests, ["file://" + path])
        self.assertEqual(browser.value("document.scripts.length + document.images.length"), 0)
        self.assertEqual(browser.value("document.querySelectorAll('.exercise').length"), 8)
        self.assertEqual(browser.value("document.querySelectorAll('svg[role=img] > title').length"), 16)
        self.assertEqual(browser.value("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")[:2],
                         [1, 2])
        for scheme in ("light", "dark"):
            for columns in (360, 1200):
                with self.subTest(scheme=scheme, columns=columns):
                    browser.show(columns, scheme=scheme)
                    self.assertLessEqual(browser.value("document.documentElement.scrollWidth"), columns)
                    browser.picture(self.keep(f"sheet-{scheme}-{columns}.png"))
            low = [pair for pair in browser.value(CONTRASTS) if pair[1] < 4.5]
            self.assertEqual(low, [], scheme)
            behind = browser.value("getComputedStyle(document.querySelector('.poses')).backgroundColor")
            self.assertEqual(behind, "rgb(255, 255, 255)", "the figures have the colours of paper")
        self.assertEqual(browser.complaints, [])

    def pages_of(self, pdf):
        """The words of each page with their boxes, and its size: [((wide, high), [(word, box)])]."""
        text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True,
                              check=True).stdout
        pages = []
        for page in re.findall(r"<page width.*?</page>", text, re.S):
            size = tuple(float(n) for n in re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
            words = [(word, tuple(map(float, (left, top, right, bottom)))) for left, top, right, bottom, word in
                     re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)]
            pages.append((size, words))
        return pages

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_it_prints_on_one_sheet_up_to_eight_exercises_else_on_two_with_the_title(self):
        self.browser.show(900, scheme="dark")  # paper is white all the same
        for routine, steps in self.bundled().items():
            path = self.written(routine)
            self.browser.open(path)
            self.assertGreaterEqual(self.smallest_type(), 9, routine)
            self.browser.show(900, scheme="dark")
            name = self.browser.value("document.querySelector('h1').textContent")
            for paper, (wide, high) in PAPERS.items():
                with self.subTest(routine=routine, paper=paper):
                    pdf = self.keep(f"sheet-{routine}-{paper}.pdf")
                    self.browser.print_to(pdf, wide, high)
                    pages = self.pages_of(pdf)
                    self.assertEqual(len(pages), 2 if routine in TWO_PAGES else 1)
                    for _, words in pages:
                        first = " ".join(word for word, _ in words[:len(name.split())])
                        self.assertEqual(first.rstrip(","), name, "each page has the title")
                    self.nothing_is_outside(pages)
                    self.no_exercise_is_cut(pages, steps)

    def smallest_type(self):
        """Of what has words on paper, in points."""
        self.browser.show(900, media="print")
        return self.browser.value(
            "Math.min(...[...document.querySelectorAll('main *')].filter(e => !e.closest('svg')"
            " && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))"
            ".map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75))") + 0.01

    def nothing_is_outside(self, pages):
        for (wide, high), words in pages:
            self.assertGreater(len(words), 20, "no page is left nearly empty")
            for word, (left, top, right, bottom) in words:
                inside = (left >= MARGIN - 1 and top >= MARGIN - 1 and right <= wide - MARGIN + 1
                          and bottom <= high - MARGIN + 1)
                self.assertTrue(inside, (word, left, top, right, bottom))

    def no_exercise_is_cut(self, pages, steps):
        """Its first heading and what to avoid stand on one page, and so does all of the foot."""
        texts = [" ".join(word for word, _ in words) for _, words in pages]
        self.assertEqual(sum(text.count("Look out for:") for text in texts), steps)
        numbers = [int(n) for text in texts for n in re.findall(r"(?:^| )(\d+)\. [A-Z0-9]", text)]
        self.assertEqual(sorted(set(numbers)), list(range(1, steps + 1)))
        for text in texts:
            if "Feel:" in text:
                self.assertEqual(text.count("Look out for:"), text.count("Feel:"))
        self.assertIn("Tick each day", texts[-1])
        self.assertIn("Get help now", texts[-1])
        self.assertIn("Made with hipflow on", texts[-1])


if __name__ == "__main__":
    main()
