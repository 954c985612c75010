#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pictures of the live screen: docs/make_pictures.py [HIPFLOW [PICTURE]...]

Makes anew, in about three minutes, from real sessions of a program (default build/dev/hipflow):

    docs/screens.png   what a session goes through, on dark and on light, in a real xterm
    docs/session.gif   the recording of the README: half a minute of a session

Nothing in them is made up: a session runs in a terminal that tells its background when it is asked,
and what it writes is shown in xterm, or drawn cell by cell. Parts of the recording that only wait
are left out. Look at both afterwards. If a state is no longer found, its words have changed: they
are in STATES and in recorded().

Needs python3-pil, python3-pyte, python3-pexpect, xvfb, xterm, imagemagick and fonts-dejavu-core.
"""
import os
import subprocess
import sys
import tempfile
import time
from types import SimpleNamespace

from PIL import Image, ImageChops

DOCS = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [DOCS, os.path.join(DOCS, "..", "tests", "terminal")]

from graphics_terminal import GraphicsTerminal  # noqa: E402
from live_terminal import ANSWERED  # noqa: E402
from make_figures import BACK, picture_of  # noqa: E402

PAPERS = {"dark": ("#101418", "#d8dee4"), "light": ("#ffffff", "#24292f")}
ATTRIBUTES = b"\x1b[?62;c"
ROUTINE = """format = 1
name = "Three exercises"
summary = "To look at."
level = 1
[gaps]
ready = "20s"
side = "20s"
position = "20s"
set = "20s"
[[step]]
exercise = "figure-4-supine"
hold = ["40s", "40s"]
[[step]]
exercise = "glute-bridge"
sets = 2
reps = [8, 8]
pace = "5s"
[[step]]
exercise = "cat-cow-seated"
until = "key"
cap = "3m"
"""
# What is pressed, how often until the words are there, and how long it is looked at then.
NEXT, ONCE = 40, 1
STATES = (
    ("\r", ONCE, "GET READY", 6),
    ("n", NEXT, "HOLD", 8),
    ("?", ONCE, "this list", 1),
    ("? ", ONCE, "PAUSED", 1),
    (" ", ONCE, "GET READY", 1),
    ("n", NEXT, "HOLD", 1),
    ("n", NEXT, "CHANGE SIDES", 4),
    ("n", NEXT, "REP 1 OF 8", 1),
    ("", ONCE, "REP 3 OF 8", 2),
    ("n", NEXT, "REST", 5),
    ("n", NEXT, "CHANGE POSITION", 6),
    ("n", NEXT, "AS LONG AS YOU LIKE", 6),
)
LEFT_OUT = (4, 5, 7)  # they only lead on: no pictures of them


class Session:
    """A session on a terminal with a background."""

    def __init__(self, hipflow, home, theme, size=(80, 24)):
        routines = os.path.join(home, ".config", "hipflow", "routines")
        os.makedirs(routines, exist_ok=True)
        with open(os.path.join(routines, "show.toml"), "w", encoding="utf-8") as file:
            file.write(ROUTINE)
        env = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
               "TERM": "xterm-256color", "HIPFLOW_NOW": "2026-11-22T19:30:00+00:00",
               "HIPFLOW_DB": os.path.join(home, f"{theme}.db")}
        paper = PAPERS[theme][0][1:]
        told = "/".join(paper[at:at + 2] for at in (0, 2, 4))
        self.terminal = GraphicsTerminal([hipflow, "start", "show", "--no-voice", "--no-tones",
                                         *ANSWERED], env,
                                         replies=f"\x1b]11;rgb:{told}\a".encode() + ATTRIBUTES,
                                         size=size)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.terminal.close()

    def read_first(self):
        """Past the text of the first run, to what the session will be."""
        until = time.monotonic() + 60
        while "Press Enter to begin." not in self.terminal.text:
            if time.monotonic() > until:
                raise AssertionError("the session does not begin:\n" + self.terminal.text)
            self.terminal.press("\r")
            self.terminal.pump(1)

    def sees(self, words, patience):
        until = time.monotonic() + patience
        while words not in self.terminal.text:
            if time.monotonic() > until or self.terminal.process.poll() is not None:
                return False
            self.terminal.pump(0.05)
        return True

    def to(self, keys, times, words):
        """Presses keys until the words are there: once, or again and again."""
        self.terminal.pump_for(1)  # sooner they may count as held down
        for number in range(times):
            for key in keys if times == 1 or words not in self.terminal.text else "":
                self.terminal.press(key)
                if len(keys) > 1:
                    self.terminal.pump_for(1)
            if self.sees(words, 4 if number + 1 < times else 60):
                return
        raise AssertionError(f"never saw {words}:\n{self.terminal.text}")


def states(hipflow, theme):
    """What a terminal was sent until each state was on it."""
    with tempfile.TemporaryDirectory() as home, Session(hipflow, home, theme) as session:
        session.read_first()
        yield session.terminal.bytes
        for number, (keys, times, words, wait) in enumerate(STATES):
            session.to(keys, times, words)
            session.terminal.pump_for(wait)
            if number not in LEFT_OUT:
                yield session.terminal.bytes


def pump_for(terminal, seconds):
    """pump() ends with what comes last; this does not end before."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.pump(min(left, 0.05))


GraphicsTerminal.pump_for = pump_for


class Screen:
    """A display that nobody sees, for xterm."""

    def __enter__(self):
        self.name = f":{90 + os.getpid() % 900}"
        self.server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", "1200x800x24"],
                                       stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def grab(self, folder):
        path = os.path.join(folder, "root.png")
        done = subprocess.run(["import", "-display", self.name, "-window", "root", path],
                              stderr=subprocess.DEVNULL, check=False)
        return Image.open(path).convert("RGB") if done.returncode == 0 else None

    def shown(self, data, theme, size=(80, 24)):
        """What xterm makes of the bytes."""
        paper, ink = PAPERS[theme]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "bytes")
            with open(path, "wb") as file:
                file.write(data[data.find(b"\x1b[?1049h"):])
            xterm = subprocess.Popen(
                ["xterm", "-display", self.name, "-geometry", f"{size[0]}x{size[1]}+0+0",
                 "-fa", "DejaVu Sans Mono", "-fs", "9", "-bg", paper, "-fg", ink, "-b", "8",
                 "-bw", "0", "-e", "sh", "-c", f"stty -echo; cat '{path}'; exec sleep 600"],
                env={**os.environ, "LC_ALL": "C.UTF-8"})
            try:
                return self.settled(folder)
            finally:
                xterm.terminate()
                xterm.wait()

    def settled(self, folder):
        """A picture with something on it that stays as it is."""
        before = None
        for _ in range(100):
            time.sleep(0.3)
            picture = self.grab(folder)
            frame = picture.getbbox() if picture else None
            if frame and before and not ImageChops.difference(picture, before).getbbox():
                window = picture.crop(frame)
                if len(window.getcolors(1 << 20)) > 8:
                    return window
            before = picture
        raise AssertionError("xterm shows nothing")


def screens(hipflow, path):
    """Every state on dark, and beside it on light; two of them in a row."""
    gap, share = 8, 0.72
    pictures = {}
    for theme in PAPERS:
        with Screen() as screen:
            # The session is over before the first picture is made: it does not wait for them.
            pictures[theme] = [screen.shown(data, theme) for data in list(states(hipflow, theme))]
    pairs = list(zip(pictures["dark"], pictures["light"]))
    wide, high = (round(side * share) for side in pairs[0][0].size)
    rows = -(-len(pairs) // 2)
    sheet = Image.new("RGB", (4 * wide + 5 * gap, rows * (high + gap) + gap), "#808890")
    for number, pair in enumerate(pairs):
        for column, picture in enumerate(pair):
            sheet.paste(picture.resize((wide, high), Image.Resampling.LANCZOS),
                        (gap + (number % 2 * 2 + column) * (wide + gap),
                         gap + number // 2 * (high + gap)))
    sheet.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        path, optimize=True)


class Film:
    """What was seen on a terminal, and for how long. It is drawn afterwards."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.screens = []

    def roll(self, seconds, pace=1 / 6):
        """Films for so long, one screen in `pace` seconds at most."""
        begun = last = time.monotonic()
        while last < begun + seconds:
            self.terminal.pump_for(pace)
            screen = self.terminal.screen
            cells = [[screen.buffer[y][x] for x in range(screen.columns)]
                     for y in range(screen.lines)]
            now = time.monotonic()
            if self.screens and self.screens[-1][0] == cells:
                self.screens[-1][1] += now - last
            else:
                self.screens.append([cells, now - last])
            last = now

    def save(self, path):
        edge = 12
        pictures = [picture_of(SimpleNamespace(columns=len(cells[0]), lines=len(cells),
                                               buffer=cells)) for cells, _ in self.screens]
        wide, high = pictures[0].size
        # One palette for all, so that what stays the same has the same colour throughout.
        few = pictures[::max(len(pictures) // 12, 1)]
        strip = Image.new("RGB", (wide, high * len(few)))
        for number, picture in enumerate(few):
            strip.paste(picture, (0, number * high))
        palette = strip.quantize(127, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        frames = []
        for picture in pictures:
            framed = Image.new("RGB", (wide + 2 * edge, high + 2 * edge), BACK)
            framed.paste(picture, (edge, edge))
            frames.append(framed.quantize(palette=palette, dither=Image.Dither.NONE))
        frames[0].save(path, save_all=True, append_images=frames[1:], loop=0, optimize=False,
                       duration=[round(1000 * seconds) for _, seconds in self.screens])


def recorded(hipflow, path):
    """What is to come, into a pose, holding it, and moving in another one."""
    with tempfile.TemporaryDirectory() as home, Session(hipflow, home, "dark") as session:
        session.read_first()
        film = Film(session.terminal)
        film.roll(2.5)
        session.to("\r", ONCE, "GET READY")
        film.roll(6)
        session.terminal.press("n")
        film.roll(3)
        session.to("", ONCE, "HOLD")  # by itself
        film.roll(6)
        session.to("n", NEXT, "CHANGE SIDES")
        film.roll(2.5)
        session.to("n", NEXT, "REP 1 OF 8")
        film.roll(8)
        film.save(path)


PICTURES = {"screens.png": screens, "session.gif": recorded}


def main(hipflow=os.path.join(DOCS, "..", "build", "dev", "hipflow"), *names):
    for name in names or PICTURES:
        PICTURES[name](os.path.abspath(hipflow), os.path.join(DOCS, name))


if __name__ == "__main__":
    main(*sys.argv[1:])
