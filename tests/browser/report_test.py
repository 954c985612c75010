# SPDX-License-Identifier: MIT
"""The report as a browser and a printer show it. report_test.py /path/to/hipflow

With HIPFLOW_PICTURES=FOLDER the pictures and prints are kept there, to be looked at.
"""
import datetime
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

FIRST = datetime.date(2026, 9, 1)
NOW = "2026-10-20T20:00:00+00:00"
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'"

# Each element with text of its own: its words, and the ratio of its colour to what lies behind it.
CONTRASTS = """(() => {
  const rgba = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255;
      return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    if (e.tagName === 'title') continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(rgba(e instanceof SVGElement ? style.fill : style.color)), light(behind(e))];
    found.push([e.textContent.trim().slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]);
  }
  for (const e of document.querySelectorAll('.mark, .filled')) {
    const [a, b] = [light(rgba(getComputedStyle(e).fill)), light(behind(e))];
    found.push(['mark ' + e.getAttribute('class'), 1.5 * (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]);
  }
  return found;
})()"""


class ReportTest(HipflowTest):
    def run_on(self, day, *arguments, hour=20):
        now = f"{FIRST + datetime.timedelta(days=day)}T{hour:02}:00:00+00:00"
        shown = self.run_hipflow(*arguments, env=self.env(HIPFLOW_NOW=now))
        self.assertEqual(shown.returncode, 0, shown.stderr)
        return shown

    def with_history(self):
        """Seven weeks: sessions, range on three days, function on three."""
        for day in range(0, 49, 4):
            before = 6 - day // 12
            self.run_on(day, "log", "session", "--routine", "desk-reset", "--took", "4m",
                        "--pain-before", str(before), "--pain-after", str(max(before - 1, 0)),
                        "--note", HOSTILE if day == 8 else "fine")
        self.run_on(30, "log", "session", "--routine", "hip-rotation", "--exercise", "figure-4-supine",
                    "--exercise", "glute-bridge", "--exercise", "step-tap-pivot")
        for day, more in ((0, 0), (2, 1), (45, 9)):
            self.run_on(day, "measure", "range", "--left-internal", f"{24 + more},{25 + more},{23 + more}",
                        "--left-external", f"{38 + more}", "--right-internal", f"{31 + more}",
                        "--right-external", f"{40 + more}", "--pain", "1")
        self.run_on(0, "measure", "function", "--add", "tie my shoes", "--add", "turn in bed",
                    "--add", "stand <b>twenty</b> minutes", "--score", "1=3", "--score", "2=4",
                    "--score", "3=2")
        for day, scores in ((21, (4, 5, 5)), (45, (6, 5, 6))):
            self.run_on(day, "measure", "function",
                        *(word for i, score in enumerate(scores, 1)
                          for word in ("--score", f"{i}={score}")))

    def report(self, *arguments, now=NOW):
        return self.run_hipflow("report", *arguments, env=self.env(HIPFLOW_NOW=now), cwd=self.folder)

    def written(self, *arguments):
        """A report over everything there is; its path."""
        path = os.path.join(self.folder, "report.html")
        shown = self.report("--out", path, *arguments)
        self.assertEqual((shown.returncode, shown.stdout, shown.stderr), (0, path + "\n", ""))
        return path


class File(ReportTest):
    def test_is_named_by_the_day_readable_by_its_owner_alone_and_never_written_over(self):
        self.run_on(0, "log", "pain", "3")
        shown = self.report()
        self.assertEqual((shown.returncode, shown.stdout), (0, "hipflow-report-2026-10-20.html\n"))
        path = os.path.join(self.folder, "hipflow-report-2026-10-20.html")
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
        refused = self.report()
        self.assertEqual((refused.returncode, refused.stdout), (2, ""))
        for word in ("hipflow-report-2026-10-20.html", "--force", "--out"):
            self.assertIn(word, refused.stderr)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.assertEqual(self.report("--force").returncode, 0)
        with open(path, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("<!DOCTYPE html>"))
        self.assertEqual([name for name in os.listdir(self.folder) if ".hipflow-" in name], [])

    def test_goes_to_standard_output_where_asked(self):
        self.run_on(0, "log", "pain", "3")
        shown = self.report("--out", "-")
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertTrue(shown.stdout.startswith("<!DOCTYPE html>"))
        self.assertNotIn("\x1b", shown.stdout)

    def test_of_nothing_writes_nothing(self):
        shown = self.report()
        self.assertEqual((shown.returncode, shown.stdout), (1, ""))
        self.assertIn("hipflow start", shown.stderr)
        self.assertFalse(os.path.exists(self.database))
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith(".html")], [])

    def test_a_folder_that_cannot_be_written_is_3(self):
        self.run_on(0, "log", "pain", "3")
        shown = self.report("--out", "/proc/nowhere/report.html")
        self.assertEqual((shown.returncode, shown.stdout), (3, ""))
        self.assertIn("/proc/nowhere: cannot be written", shown.stderr)

    def test_is_about_the_days_asked_for(self):
        self.with_history()
        page = self.report("--out", "-", "--since", "2026-09-05", "--until", "2026-09-12").stdout
        self.assertIn("5 Sep to 12 Sep", page)
        self.assertIn("2 sessions, 8 min", page)  # of the 5th and the 9th
        self.assertEqual(page.count("The first is from before the days of this report"), 0)
        self.assertEqual(page.count("Measured before the days of this report"), 4)
        self.assertNotIn(">1 Oct<", page)
        self.assertIn("1 Sep to 20 Oct", self.report("--out", "-", "--all").stdout)

    def test_is_valid(self):
        if not shutil.which("tidy"):
            self.skipTest("tidy is not installed")
        self.with_history()
        shown = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", self.written("--all")],
                               capture_output=True, text=True, check=False)
        said = [line for line in shown.stderr.splitlines()
                # It takes longer attribute values of SVG, and its own elements, for strange.
                if "proprietary attribute" not in line]
        self.assertEqual(said, [])

    def test_opens_in_the_users_browser(self):
        self.run_on(0, "log", "pain", "3")
        tools = os.path.join(self.folder, "tools")
        os.makedirs(tools)
        opener = os.path.join(tools, "xdg-open")
        with open(opener, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nprintf "%s" "$1" > {tools}/opened\n')
        os.chmod(opener, 0o755)
        env = self.env(HIPFLOW_NOW=NOW)
        env["PATH"] = tools + ":" + env["PATH"]
        shown = self.run_hipflow("report", "--open", env=env, cwd=self.folder)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        with open(os.path.join(tools, "opened"), encoding="utf-8") as file:
            self.assertEqual(os.path.realpath(file.read()), os.path.realpath(
                os.path.join(self.folder, "hipflow-report-2026-10-20.html")))


@unittest.skipUnless(browser_program(), "no Chromium is installed")
class InABrowser(ReportTest):
    def setUp(self):
        super().setUp()
        self.with_history()
        self.path = self.written("--all")
        self.browser = Browser()
        self.addCleanup(self.browser.close)
        self.browser.show(900)
        self.browser.open(self.path)

    def keep(self, name):
        """Where a picture goes."""
        return os.path.join(os.environ.get("HIPFLOW_PICTURES", self.folder), name)

    def test_it_shows_all_complains_of_nothing_and_asks_nobody(self):
        browser = self.browser
        self.assertEqual(browser.value("document.title"), "hipflow report, 1 Sep to 20 Oct, made on 20 Oct 2026")
        self.assertEqual(browser.requests, ["file://" + self.path])
        self.assertEqual(browser.value("document.scripts.length + document.images.length"), 0)
        self.assertIn(HOSTILE, browser.value("document.body.innerText"))
        self.assertIn("stand <b>twenty</b> minutes", browser.value("document.body.innerText"))
        self.headings_tables_and_charts()
        self.figures_of_the_exercises()
        self.it_fits_and_contrasts()
        self.assertEqual(browser.complaints, [])

    def headings_tables_and_charts(self):
        browser = self.browser
        levels = browser.value("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
        self.assertEqual(levels[0], 1)
        self.assertEqual(levels.count(1), 1)
        self.assertGreaterEqual(levels.count(2), 6)
        self.assertEqual(browser.value("document.querySelectorAll('figure').length"), 4)
        self.assertEqual(browser.value(
            "[...document.querySelectorAll('figure')].filter(f => !f.querySelector('svg[role=img] > title')"
            " || !document.querySelector(f.querySelector('a').getAttribute('href'))).length"), 0)
        self.assertEqual(browser.value(
            "[...document.querySelectorAll('table')].filter(t => !t.caption || t.rows.length < 2"
            " || !t.querySelector('th[scope=col]') || !t.querySelector('th[scope=row]')).length"), 0)
        self.assertGreater(browser.value(
            "Math.min(...[...document.querySelectorAll('figure > svg')].map("
            "s => s.getBoundingClientRect().height))"), 80)

    def figures_of_the_exercises(self):
        """Each exercise has two or three pictures beside each other, and nothing in them is empty."""
        browser = self.browser
        counts = browser.value("[...document.querySelectorAll('.movements li')].map("
                               "e => e.querySelectorAll('svg[role=img] > title').length)")
        self.assertGreater(len(counts), 2)
        self.assertLessEqual(set(counts), {2, 3})
        self.assertGreater(browser.value(
            "Math.min(...[...document.querySelectorAll('.movements svg')].map("
            "s => Math.min(s.getBoundingClientRect().width, s.getBBox().width)))"), 80)
        self.assertEqual(browser.value(
            "[...document.querySelectorAll('.movements li')].filter(e => new Set([...e.querySelectorAll("
            "'svg')].map(s => s.getBoundingClientRect().top)).size !== 1).length"), 0)
        self.assertLess(os.path.getsize(self.path), 150_000)

    def it_fits_and_contrasts(self):
        for scheme in ("light", "dark"):
            for columns in (360, 900):
                with self.subTest(scheme=scheme, columns=columns):
                    self.browser.show(columns, scheme=scheme)
                    self.assertLessEqual(
                        self.browser.value("document.documentElement.scrollWidth"), columns)
                    self.captions_are_in_sight()
                    self.browser.picture(self.keep(f"report-{scheme}-{columns}.png"))
            low = [pair for pair in self.browser.value(CONTRASTS) if pair[1] < 4.5]
            self.assertEqual(low, [], scheme)

    def captions_are_in_sight(self):
        """However far a table is scrolled; what is hidden is more than a pixel outside of its region."""
        self.assertEqual(self.browser.value("""(() => {
          const hidden = [];
          for (const region of document.querySelectorAll('.wide')) {
            for (const far of [0, 10000]) {
              region.scrollLeft = far;
              const seen = region.getBoundingClientRect();
              const words = document.createRange();
              words.selectNodeContents(region.querySelector('caption'));
              const box = words.getBoundingClientRect();
              if (box.left < seen.left - 1 || box.right > seen.right + 1)
                hidden.push([region.querySelector('table').id, far, box.left, box.right, seen.right]);
            }
            region.scrollLeft = 0;
          }
          return hidden;
        })()"""), [])

    def test_one_chart_alone_has_the_words_beside_it(self):
        for media, columns in (("screen", 900), ("print", 720)):
            with self.subTest(media=media):
                self.browser.show(columns, media=media)
                words, chart, card = self.browser.value(
                    "['.beside > div:first-child', '.beside figure > svg', '.beside'].map(s => {"
                    " const b = document.querySelector(s).getBoundingClientRect();"
                    " return [b.left, b.top, b.right, b.bottom]; })")
                self.assertLessEqual(words[2], chart[0])
                self.assertLess(abs(words[1] - chart[1]), 30)
                self.assertGreater(chart[2], card[2] - 30, "nothing beside it is empty")

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_it_prints(self):
        self.browser.show(900, scheme="dark")  # paper is white all the same
        for name, (wide, high) in PAPERS.items():
            path = self.keep(f"report-{name}.pdf")
            self.browser.print_to(path, wide, high)
            pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                                   text=True, check=True).stdout.split("\f")
            with self.subTest(paper=name):
                for words in ("Keeping at it", "Pain", "What you can do", "How far the hips turn"):
                    self.assertIn(words, pages[0], "the summary is one page")
                self.assertRegex(pages[1].strip(), r"^Weeks\b")
                self.assertIn("How to read this", pages[-2])


if __name__ == "__main__":
    main()
