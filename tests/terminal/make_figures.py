#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""One picture of all figures, to look at and for docs/: make_figures.py HIPFLOW SHEET.png [ID …]

Of each exercise where it begins and where it leads, or all its poses where some are named. Needs
python3-pil.
"""
import json
import subprocess
import sys

from PIL import Image, ImageDraw, ImageFont

CELL, TITLE, COLUMNS, FINE = (250, 130), 22, 6, 2
BACK, SCENE, STILL, MOVING, WORDS = "#101418", "#59636d", "#c8d0d8", "#6fdc8c", "#9aa4ae"
LIMBS = {"elbow_l": "neck", "hand_l": "elbow_l", "elbow_r": "neck", "hand_r": "elbow_r",
         "knee_l": "pelvis", "foot_l": "knee_l", "toe_l": "foot_l", "knee_r": "pelvis",
         "foot_r": "knee_r", "toe_r": "foot_r", "head": "neck"}
HEAD, BOLD, THIN, LINE = 0.046, 0.02, 0.012, 0.004


def ask(hipflow, *arguments):
    done = subprocess.run([hipflow, "exercise", *arguments, "--json"], check=True,
                          capture_output=True, text=True)
    return json.loads(done.stdout)


def held(figure):
    """The pose that lasts longest; where none lasts, the one in the middle."""
    frames = figure["frames"]
    stays = [(after[1] - before[1], before[0]) for before, after in zip(frames, frames[1:])
             if before[0] == after[0]]
    return max(stays, key=lambda stay: stay[0])[1] if stays else frames[(len(frames) - 1) // 2][0]


def spine(pose):
    neck, waist, pelvis = pose["neck"], pose["waist"], pose["pelvis"]
    bend = [2 * waist[k] - (neck[k] + pelvis[k]) / 2 for k in (0, 1)]
    for step in range(13):
        t = step / 12
        yield [(1 - t) ** 2 * neck[k] + 2 * t * (1 - t) * bend[k] + t * t * pelvis[k]
               for k in (0, 1)]


def scene_lines(figure, box):
    """As terminal/figure_picture.cpp has them, but for the back of a chair."""
    left, low, right, high = box
    for thing in figure["scene"]:
        x, y, _ = figure["place"][thing]
        first = next(iter(figure["pose"].values()))
        if thing == "floor" and figure["view"] == "top":
            yield [(left, low), (right, low), (right, high), (left, high), (left, low)]
        elif thing == "floor":
            yield [(left, y), (right, y)]
        elif thing == "wall":
            yield [(x, low), (x, high)]
        elif thing == "chair" and figure["view"] != "side":
            yield [(x - 0.1, y), (x + 0.1, y)]
        else:
            one, other = {"chair": (-0.1, 0.1), "step": (-0.12, 0.12),
                          "counter": (0, 0.16 if first["pelvis"][0] <= x else -0.16)}[thing]
            yield [(x + one, 0), (x + one, y), (x + other, y), (x + other, 0)]


def extent(figure):
    points = [joint for pose in figure["pose"].values() for joint in pose.values()]
    points += [place for thing, place in figure["place"].items()
               if thing != "floor" or figure["view"] != "top"]
    return (min(p[0] for p in points) - 0.05, min(p[1] for p in points) - 0.03,
            max(p[0] for p in points) + 0.05, max(p[1] for p in points) + 0.06)


def draw(figure, name, size):
    image = Image.new("RGB", [FINE * part for part in size], BACK)
    canvas = ImageDraw.Draw(image)
    box = extent(figure)
    scale = min(image.width / (box[2] - box[0]), image.height / (box[3] - box[1]))
    margin = [(image.width - scale * (box[2] - box[0])) / 2,
              (image.height - scale * (box[3] - box[1])) / 2]

    def place(point):
        return (margin[0] + (point[0] - box[0]) * scale, margin[1] + (box[3] - point[1]) * scale)

    def stroke(points, radius, colour):
        spots = [place(point) for point in points]
        canvas.line(spots, fill=colour, width=round(2 * radius * scale), joint="curve")
        for x, y in spots:
            r = radius * scale
            canvas.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    for line in scene_lines(figure, box):
        stroke(line, LINE, SCENE)
    pose, moving = figure["pose"][name], figure["moving"]
    for bold in (False, True):
        look = (BOLD, MOVING) if bold else (THIN, STILL)
        if ("waist" in moving) == bold:
            stroke(list(spine(pose)), *look)
        for joint, base in LIMBS.items():
            if (joint in moving) == bold:
                stroke([pose[base], pose[joint]], *look)
    stroke([pose["head"], pose["head"]], HEAD, MOVING if "head" in moving else STILL)
    return image.resize(size, Image.LANCZOS)


def main(hipflow, output, *ids):
    every = [entry["id"] for entry in ask(hipflow, "list")["exercises"]]
    pictures = []
    for name in ids or every:
        answer = ask(hipflow, "show", name)
        figure = answer["figure"]
        poses = list(figure["pose"]) if ids else [figure["frames"][0][0], held(figure)]
        pictures.append((answer["exercise"]["name"], figure, poses))
    columns = min(COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * CELL[0], rows * (CELL[1] + TITLE)), BACK)
    font = ImageFont.truetype("DejaVuSans.ttf", 12)
    for index, (title, figure, poses) in enumerate(pictures):
        left, top = index % columns * CELL[0], index // columns * (CELL[1] + TITLE)
        ImageDraw.Draw(sheet).text((left + 8, top + 4), title, fill=WORDS, font=font)
        width = (CELL[0] - 10) // len(poses)
        for place, pose in enumerate(poses):
            part = draw(figure, pose, (width - 10, CELL[1] - 6))
            sheet.paste(part, (left + 10 + place * width, top + TITLE))
    sheet.quantize(24).save(output, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
