# SPDX-License-Identifier: MIT
"""How the tests in Python are run and listed, so that one that is skipped is skipped for ctest too.

suite.py --list FILE: what ctest runs by itself, a line each: every test, or the whole class where its
tests share what is set up for all of them.
"""
import os
import sys
import unittest

SKIPPED = 77  # the SKIP_RETURN_CODE of CMake


def main(**options):
    """unittest.main(), but for the exit code where something was skipped and nothing failed."""
    result = unittest.main("__main__", exit=False, **options).result
    if not result.wasSuccessful():
        sys.exit(1)
    for test, reason in result.skipped:
        print(f"skipped: {test.id().removeprefix('__main__.')}: {reason}")
    sys.exit(SKIPPED if result.skipped else 0)


def shares_a_setup(case):
    """Whether it has a setUpClass(), or says itself that its first test prepares what the others need."""
    return (case.setUpClass.__func__ is not unittest.TestCase.setUpClass.__func__
            or getattr(case, "once_for_all", False))


def names(path):
    """Class.test, or Class; the file's own order is that of unittest."""
    sys.path.insert(0, os.path.dirname(path))
    module = os.path.splitext(os.path.basename(path))[0]
    sys.argv = [path, "hipflow", "source"]  # some take them when they are loaded
    found = {}
    suites = [unittest.defaultTestLoader.loadTestsFromName(module)]
    while suites:
        for test in suites.pop(0):
            if isinstance(test, unittest.TestSuite):
                suites.append(test)
                continue
            words = test.id().split(".")[1:]
            if shares_a_setup(type(test)):
                words = words[:1]
            found[".".join(words)] = None
    return list(found)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "--list":
        sys.exit(__doc__)
    print("\n".join(names(os.path.abspath(sys.argv[2]))))
