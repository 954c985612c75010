# SPDX-License-Identifier: MIT
"""The same sessions in Timewarrior and hledger: what others take for the question of 'stats --all'.

Each function gives the command, or nothing where the program is not installed."""
import datetime
import os
import shutil

TEN_MINUTES = datetime.timedelta(minutes=10)


def spans(starts):
    """Ten minutes each; an earlier one ends where the next begins, as a tracker of time has it."""
    for at, start in enumerate(starts):
        end = start + TEN_MINUTES
        if at + 1 < len(starts):
            end = min(end, starts[at + 1])
        if end > start:
            yield start, end


def timewarrior(folder, starts):
    if not shutil.which("timew"):
        return None
    data = os.path.join(folder, "timew", "data")
    os.makedirs(data, exist_ok=True)
    open(os.path.join(folder, "timew", "timewarrior.cfg"), "w", encoding="utf-8").close()
    months = {}
    for start, end in spans(starts):
        months.setdefault(start.strftime("%Y-%m"), []).append(
            f"inc {start:%Y%m%dT%H%M%SZ} - {end:%Y%m%dT%H%M%SZ} # hip\n")
    for month, lines in months.items():
        with open(os.path.join(data, f"{month}.data"), "w", encoding="utf-8") as file:
            file.writelines(lines)
    return ["timew", "summary", ":all"], {"TIMEWARRIORDB": os.path.join(folder, "timew")}


def hledger(folder, starts):
    if not shutil.which("hledger"):
        return None
    path = os.path.join(folder, "history.timeclock")
    with open(path, "w", encoding="utf-8") as file:
        for start, end in spans(starts):
            file.write(f"i {start:%Y/%m/%d %H:%M:%S} hip\no {end:%Y/%m/%d %H:%M:%S}\n")
    return ["hledger", "-f", path, "bal", "-W"], {"LC_ALL": "C.UTF-8"}
