# SPDX-License-Identifier: MIT
"""Walks invented people through thirteen weeks with the real hipflow, and prints what it says to them.

    quarter.py /path/to/hipflow [person ...] [--weeks N]

Nothing is checked: a transcript is for somebody to read, as the person would. It has what stands
before each session, the questions with the answers (after ">"), and the words after it; the cues of
the session are left out. In the evening of each Sunday come `hipflow`, `hipflow why` and `hipflow
stats`, at the end the exercises of each week.

All of PEOPLE are walked, or those named; a quarter takes a minute or two. A person has a home and a
seed of their own, so that the same program says the same again. A question that ANSWERS does not
have is answered by Enter, and marked with "?>".
"""
import argparse
import dataclasses
import datetime
import os
import random
import re
import subprocess
import tempfile

import pexpect

FIRST_DAY = datetime.date(2026, 9, 7)  # a Monday
SILENCE = 0.04  # seconds after which a question that is known stands there to its end
STUCK = 150  # silences after which Enter is pressed
# From the line that says how long it will be to the end of the last set.
CUES = re.compile(r"(\n[^\n]*\d exercises?, about[^\n]*).*\nDone\.\n", re.S)


@dataclasses.dataclass
class Person:
    """Who is walked, and what they answer. `pain` is the score of a usual day."""
    about: str
    days: str = "0135"  # of the week; 0 is Monday
    pain: int = 3
    mornings: bool = False
    effort: str = "o"
    site: str = "b"  # letters of the place, and of how far down
    furthest: str = "h"
    command: str = ""  # of the first day
    applies: str = ""  # the answer to "Which of these apply to you?"
    careless: bool = False
    sore: tuple = ()  # part of an exercise's name, and by how much it hurts more
    used: str = "u"  # used to such exercises, or new to them
    weeks: int = 13
    away: range = range(0)  # days without a session
    on_day: dict = dataclasses.field(default_factory=dict)  # what is otherwise on a day


FLARE = {day: {"pain": 7} for day in range(28, 32)}
FURTHER = {24: {"site_after": "w", "furthest_after": "c", "rise": 1}}
SIGN = {22: {"options": ("--new", "emergency")}, 24: {},
        29: {"clearance": "nothing serious, exercise is fine"}}

PEOPLE = {
    "steady": Person("four a week, mornings told", mornings=True),
    "three": Person("Monday, Wednesday, Friday, without mornings", days="024"),
    "weekly": Person("once a week", days="2"),
    "careless": Person("comes and goes, answers half of it", careless=True),
    "flare": Person("one flare in week 5", pain=2, mornings=True, on_day=FLARE),
    "holiday": Person("30 days away from week 6 on", mornings=True, away=range(35, 65)),
    "steady5": Person("pain 5 on all days", pain=5, mornings=True),
    "steady7": Person("pain 7 on all days", pain=7, mornings=True),
    "hard": Person("steady-six, hard every time, pain 4", days="01245", pain=4, mornings=True,
                   effort="h", command="program join steady-six"),
    "sore": Person("sore hips; figure-4 hurts more again and again", mornings=True, site="o",
                   sore=("igure-4", 2)),
    "leg": Person("leg pain, once further down", mornings=True, site="t", furthest="t",
                  on_day=FURTHER),
    "pregnant": Person("pregnant", days="024", pain=2, applies="pregnancy"),
    "no-floor": Person("cannot get down to the floor", days="024", applies="no-floor"),
    "balance": Person("has had falls", days="024", pain=2, applies="balance"),
    "newcomer": Person("new to it, follows the default for four weeks", days="0246", pain=4,
                       mornings=True, used="n", weeks=4),
    "sign": Person("tells an emergency sign once, goes on after clearance", mornings=True,
                   on_day=SIGN),
}


class Day:
    """The answers of one day."""

    def __init__(self, person, number, chance):
        self.person, self.chance = person, chance
        self.other = person.on_day.get(number, {})
        self.before = self.near(self.other.get("pain", person.pain))
        rise = self.other.get("rise", chance.choice((-1, -1, 0, 0)))
        self.after = max(0, min(10, self.before + rise))
        self.at_end, self.hurt = False, ""  # the number of what hurt more, once it was told

    def near(self, score):
        return max(0, min(10, score + self.chance.choice((-1, 0, 0, 0, 1))))

    def morning(self):
        return str(self.near(self.person.pain)) if self.person.mornings else ""

    def score_after(self):
        self.at_end = True
        return str(self.after)

    def place(self, kind):
        told = self.other.get(kind + "_after") if self.at_end else None
        return told or getattr(self.person, kind)

    def hurt_more(self, question):
        if self.person.sore and not self.hurt:
            found = re.search(rf"^ *(\d+) .*{self.person.sore[0]}", question, re.M)
            self.hurt = found.group(1) if found else ""
        return self.hurt or "0"

    def answer(self, question):
        """The line typed, or None for a question that ANSWERS does not have."""
        for phrase, reply in ANSWERS:
            if re.search(phrase.replace(" ", r"\s+"), question):
                text = reply(self, question) if callable(reply) else reply
                return "" if self.person.careless and self.chance.random() < 0.5 else text
        return None


# The first of them that is in what was printed since the last answer.
ANSWERS = (
    ("Which of these apply to you", lambda day, _: day.person.applies),
    ("are you used to them", lambda day, _: day.person.used),
    ("Your last session was", lambda day, _: day.morning()),
    ("worse the next morning", "n"),
    ("Is anything of this new", "n"),
    ("looked at it since", lambda day, _: day.other.get("clearance", "")),
    ("Where is it strongest", lambda day, _: day.place("site")),
    ("Which side", "l"),
    ("How far down", lambda day, _: day.place("furthest")),
    ("there after a minute", "y"),
    ("the same pain", "s"),
    ("How strong is your pain right now", lambda day, _: str(day.before)),
    ("How strong is your pain now", lambda day, _: day.score_after()),
    ("at its worst", lambda day, _: str(min(10, day.before + day.person.sore[1]))),
    ("Another one", ""),
    ("hurt more than at the start", Day.hurt_more),
    ("How was it", lambda day, _: day.person.effort),
    # Whatever Enter is offered for: to go on, to begin, to rest.
    (r"Press Enter (to|when) |Enter (yes|rest|begin|the flare)", ""),
)


class Walk:
    """One person's quarter."""

    def __init__(self, hipflow, name):
        self.hipflow, self.person = hipflow, PEOPLE[name]
        self.home, self.chance = "", random.Random(name)
        self.owes_morning = False  # told on the day after a session, if that has none
        self.given = {}  # the exercises of each week, in the order in which they came

    def env(self, date, clock):
        return {"HOME": self.home, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TZ": "UTC",
                "LC_ALL": "C.UTF-8", "TERM": "xterm", "COLUMNS": "80",
                "HIPFLOW_NOW": f"{date}T{clock}:00+00:00", "HIPFLOW_SPEED": "1000"}

    def run(self, command, date, clock):
        print(f"\n$ {f'hipflow {command}'.strip()}")
        done = subprocess.run([self.hipflow, *command.split()], env=self.env(date, clock),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        # The clock of a session runs on while a question waits: its minutes are never the same.
        print(re.sub(r" 08:\d\d:", " 08:00:", done.stdout + done.stderr).rstrip())

    def start(self, date, day, options):
        """A session. Returns all that was on the terminal, with the answers."""
        child = pexpect.spawn(
            self.hipflow, ["start", "--plain", "--no-voice", "--no-tones", *options], echo=False,
            env=self.env(date, "08:00"), dimensions=(50, 80), encoding="utf-8")
        child.delaybeforesend = None
        text, fresh, silent = "", "", 0
        while True:
            try:
                fresh += re.sub("[\r\a]", "", child.read_nonblocking(4096, SILENCE))
                silent = 0
                continue
            except pexpect.TIMEOUT:
                silent += 1
            except pexpect.EOF:
                break
            answer, sign = day.answer(fresh[-1500:]), ">"
            if answer is None and silent < STUCK:
                continue
            if answer is None:
                answer, sign = "", "?>"
            child.sendline(answer)
            text += f"{fresh.rstrip()}\n{sign} {answer or '(Enter)'}\n"
            fresh, silent = "", 0
        child.close()
        return text + fresh

    def session(self, number, date):
        day = Day(self.person, number, self.chance)
        options = day.other.get("options", ())
        if self.person.careless and self.chance.random() < 0.3:
            options = (*options, "--short")
        print(f"\n$ {' '.join(('hipflow start', *options))}")
        text = self.start(date, day, options)
        for name in re.findall(r"^\d+  (\S.*?)(?:  .*)?$", text, re.M):
            self.given.setdefault(number // 7 + 1, {})[name] = True
        print(CUES.sub(r"\1\n[... the session ...]\n", text).rstrip())
        self.owes_morning = self.person.mornings

    def is_session_day(self, number):
        if self.person.careless:
            return self.chance.random() < (0.1 if number % 21 > 10 else 0.5)
        planned = str(number % 7) in self.person.days and number not in self.person.away
        return planned or number in self.person.on_day

    def walk(self, weeks):
        print(f"# {self.person.about}")
        with tempfile.TemporaryDirectory(prefix="hipflow-quarter-") as self.home:
            if self.person.command:
                self.run(self.person.command, FIRST_DAY, "07:00")
            for number in range(7 * min(weeks, self.person.weeks)):
                date = FIRST_DAY + datetime.timedelta(days=number)
                name = f"week {number // 7 + 1}, {date:%a %d %b}"
                if self.is_session_day(number):
                    print(f"\n== {name}")
                    self.session(number, date)
                elif self.owes_morning:
                    score = Day(self.person, number, self.chance).morning()
                    self.run(f"log morning {score}", date, "08:00")
                    self.owes_morning = False
                if number % 7 == 6:
                    print(f"\n== evening of {name}")
                    for command in ("", "why", "stats"):
                        self.run(command, date, "20:00")
        print("\n== exercises, week by week")
        for week, names in self.given.items():
            print(f"{week:2}: {'; '.join(names)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("hipflow")
    parser.add_argument("people", nargs="*", choices=[[], *PEOPLE], metavar="person",
                        help=", ".join(PEOPLE))
    parser.add_argument("--weeks", type=int, default=13)
    options = parser.parse_args()
    for name in options.people or PEOPLE:
        Walk(os.path.abspath(options.hipflow), name).walk(options.weeks)


if __name__ == "__main__":
    main()
