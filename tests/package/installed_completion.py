#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Tab in the shells of a root in which the package is installed: installed_completion.py ROOT

Nothing of hipflow's is sourced: each shell finds the file by itself.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "terminal"))
from shells import Shell  # noqa: E402 (the path above)

ROOT = sys.argv[1]
ENVIRONMENT = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TERM": "xterm-256color",
               "LC_ALL": "C.UTF-8"}
# What a user's own start-up file says in any case.
CASES = {
    "bash": (["bash", "--login"], "PS1='$ '"),
    "zsh": (["zsh", "-f"], "PS1='$ '; autoload -Uz compinit; compinit -u -D"),
    "fish": (["fish"], "function fish_prompt; echo -n '$ '; end; set -g fish_greeting"),
}


def main():
    for name, (command, setup) in CASES.items():
        shell = Shell(name, ENVIRONMENT, setup, ["chroot", ROOT, *command])
        try:
            wanted = r"\A\$ hipflow routine show hip-rotation"
            shown = shell.complete("hipflow routine show hip-", wanted)
            if re.search(wanted, shown) is None:
                sys.exit(f"{name} does not complete:\n{shown}")
            print(f"{name}: completes")
        finally:
            shell.end()


if __name__ == "__main__":
    main()
