#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pictures of the figures, to look at: docs/make_figures.py [BUILD]

Makes anew, in about a minute, from the folder of a build (default build/dev) that has the targets
hipflow and draw_figures:

    docs/figures.png                the README's picture: what every exercise leads to
    docs/figures/pixels-1.png ...   every exercise at three moments, as pixels
    docs/figures/cells-1.png ...    the same as 38x11 cells in 256 colours
    docs/figures/live.png           the live screen of ten exercises, 80x24

The three moments are where an exercise begins, and the first two poses that it holds; where it
holds one, the way there is between. Look at every sheet after a change, and ask of each figure:
would somebody who has never seen the exercise do the right movement? No test compares them.

Needs python3-pil, python3-pyte, python3-pexpect and fonts-dejavu-core; pngquant makes them smaller.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

from PIL import Image, ImageDraw, ImageFont

DOCS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(DOCS, "..", "tests", "terminal"))

from live_terminal import ANSWERED, LiveTerminal  # noqa: E402

BACK, BETWEEN, WORDS = "#101418", "#2a3036", "#9aa4ae"
CELL = (8, 16)
LIVE = ("figure-4-supine", "clamshell", "glute-bridge", "cat-cow", "sit-to-stand",
        "hip-switch-90-90", "side-plank-knee", "prone-hip-rotation", "hip-airplane-supported",
        "hip-flexor-half-kneeling")
NAMED = {"black": "#000000", "red": "#cd0000", "green": "#00cd00", "brown": "#cdcd00",
         "blue": "#5c5cff", "magenta": "#cd00cd", "cyan": "#00cdcd", "white": "#e5e5e5",
         "brightblack": "#7f7f7f", "brightred": "#ff0000", "brightgreen": "#00ff00",
         "brightbrown": "#ffff00", "brightyellow": "#ffff00", "brightblue": "#5c5cff",
         "brightmagenta": "#ff00ff", "brightcyan": "#00ffff", "brightwhite": "#ffffff"}
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
EIGHTHS = "▁▂▃▄▅▆▇"


def font(size, name="DejaVuSans.ttf"):
    return ImageFont.truetype(name, size)


def draw_all(build, folder, scale):
    """Draws every exercise into a folder; returns [(id, name)]."""
    os.makedirs(folder)
    drawn = subprocess.run([os.path.join(build, "tests", "draw_figures"), folder, str(scale)],
                           check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in drawn.splitlines()]
    return [(name, title) for name, moment, title in rows if moment == "1"]


def save(picture, path, colours):
    picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        path, optimize=True)
    if shutil.which("pngquant"):
        plain = path + ".plain"
        picture.save(plain, format="png")
        subprocess.run(["pngquant", "--force", "--strip", "--nofs", "--output", path, str(colours),
                        plain], check=True)
        os.remove(plain)


def contact_sheet(folder, exercises, kind):
    """Two exercises in a row, each with its name above three pictures."""
    across, gap, title = 2, 2, 20
    wide, high = Image.open(os.path.join(folder, f"{exercises[0][0]}-1{kind}.ppm")).size
    block = (3 * (wide + gap) + 8, high + title + gap)
    rows = -(-len(exercises) // across)
    sheet = Image.new("RGB", (across * block[0], rows * block[1]), BETWEEN)
    canvas = ImageDraw.Draw(sheet)
    for index, (name, title_words) in enumerate(exercises):
        left, top = index % across * block[0], index // across * block[1]
        canvas.text((left + 4, top + 3), f"{title_words}  ({name})", fill=WORDS, font=font(12))
        for moment in (1, 2, 3):
            part = Image.open(os.path.join(folder, f"{name}-{moment}{kind}.ppm"))
            sheet.paste(part, (left + (moment - 1) * (wide + gap), top + title))
    return sheet


def contact_sheets(folder, exercises, output):
    per_sheet = -(-len(exercises) // 3)
    for number in range(3):
        some = exercises[number * per_sheet:(number + 1) * per_sheet]
        for kind, word, colours in (("", "pixels", 96), ("-cells", "cells", 48)):
            save(contact_sheet(folder, some, kind),
                 os.path.join(output, f"{word}-{number + 1}.png"), colours)


def readme_picture(folder, exercises, path):
    """Every exercise in the pose that it leads to."""
    across, gap, title, part = 6, 6, 20, (228, 132)
    rows = -(-len(exercises) // across)
    sheet = Image.new("RGB", (across * (part[0] + gap) + gap, rows * (part[1] + title + gap)), BACK)
    canvas = ImageDraw.Draw(sheet)
    for index, (name, words) in enumerate(exercises):
        left = gap + index % across * (part[0] + gap)
        top = index // across * (part[1] + title + gap)
        canvas.text((left + 2, top + 3), words, fill=WORDS, font=font(12))
        picture = Image.open(os.path.join(folder, f"{name}-3.ppm"))
        sheet.paste(picture.resize(part, Image.Resampling.LANCZOS), (left, top + title))
    save(sheet, path, 96)


def colour(value, otherwise):
    if value == "default":
        return otherwise
    return NAMED.get(value) or "#" + value


def picture_of(screen):
    """A terminal's screen; block characters fill their cells, as terminals have it."""
    wide, high = CELL
    image = Image.new("RGB", (screen.columns * wide, screen.lines * high), BACK)
    canvas = ImageDraw.Draw(image)
    fonts = {bold: font(13, f"DejaVuSansMono{'-Bold' if bold else ''}.ttf")
             for bold in (False, True)}
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            ink, paper = colour(cell.fg, "#d8dee4"), colour(cell.bg, BACK)
            if cell.reverse:
                ink, paper = paper, ink
            left, top = x * wide, y * high

            def fill(column, row, columns, rows, what, left=left, top=top):
                canvas.rectangle((left + column, top + row, left + column + columns - 1,
                                  top + row + rows - 1), fill=what)

            fill(0, 0, wide, high, paper)
            if not cell.data or cell.data == " ":
                continue
            if cell.data in QUADRANTS:
                mask = QUADRANTS.index(cell.data)
                for bit in range(4):
                    if mask >> bit & 1:
                        fill(bit % 2 * wide // 2, bit // 2 * high // 2, wide // 2, high // 2, ink)
            elif cell.data in EIGHTHS:
                rows = (EIGHTHS.index(cell.data) + 1) * high // 8
                fill(0, high - rows, wide, rows, ink)
            else:
                canvas.text((left, top), cell.data, fill=ink, font=fonts[cell.bold])
    return image


def live_screens(hipflow, titles):
    """The screen of each exercise while it is held, one after the other in one session."""
    with tempfile.TemporaryDirectory() as home:
        routines = os.path.join(home, ".config", "hipflow", "routines")
        os.makedirs(routines)
        steps = "".join(f'[[step]]\nexercise = "{name}"\nhold = ["60s", "60s"]\n' for name in LIVE)
        with open(os.path.join(routines, "show.toml"), "w", encoding="utf-8") as file:
            file.write('format = 1\nname = "Show"\nsummary = "To look at."\nlevel = 1\n' + steps)
        env = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
               "TERM": "xterm-256color", "HIPFLOW_DB": os.path.join(home, "show.db")}
        terminal = LiveTerminal([hipflow, "start", "show", "--no-voice", *ANSWERED], env)
        try:
            yield from screens_of(terminal, titles)
        finally:
            terminal.close()


def screens_of(terminal, titles):
    for words in ("Enter: more", "Press Enter when you have read this",
                  "Which of these apply to you?", "Press Enter to begin."):
        terminal.see(words)
        terminal.pump(0.4)  # what is typed too early is thrown away
        terminal.press("\r")
    for title in titles:
        until = time.monotonic() + 60
        while not (terminal.text.startswith(f" {title} ") and "HOLD" in terminal.text):
            if time.monotonic() > until:
                raise AssertionError(f"never saw {title}:\n{terminal.text}")
            terminal.press("n")
            terminal.pump(0.9)  # sooner it counts as a key that is held down
        terminal.pump(0.8)
        yield picture_of(terminal.screen)


def live_sheet(hipflow, titles, path):
    across, gap = 2, 6
    pictures = list(live_screens(hipflow, titles))
    wide, high = pictures[0].size
    rows = -(-len(pictures) // across)
    sheet = Image.new("RGB", (across * (wide + gap) - gap, rows * (high + gap) - gap), BETWEEN)
    for index, picture in enumerate(pictures):
        sheet.paste(picture, (index % across * (wide + gap), index // across * (high + gap)))
    save(sheet, path, 64)


def main(build=os.path.join(DOCS, "..", "build", "dev")):
    output = os.path.join(DOCS, "figures")
    os.makedirs(output, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exercises = draw_all(build, os.path.join(folder, "sheets"), 1)
        contact_sheets(os.path.join(folder, "sheets"), exercises, output)
        draw_all(build, os.path.join(folder, "large"), 2)
        readme_picture(os.path.join(folder, "large"), exercises, os.path.join(DOCS, "figures.png"))
    titles = [dict(exercises)[name] for name in LIVE]
    live_sheet(os.path.join(build, "hipflow"), titles, os.path.join(output, "live.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
