# SPDX-License-Identifier: MIT
"""Answers of --json, held against their schemas in routines/schemas/answers/, and to nothing else."""
import functools
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "routines" / "schemas" / "answers"
SHARED = "definitions.json"


def names():
    """The schemas there are: "stats-pain", by the words of the command."""
    return sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))


def name_for(arguments):
    """The schema of what is asked, wherever options stand between the words of the command."""
    known = names()
    found = ""
    for word in arguments:
        longer = f"{found}-{word}" if found else word
        if any(name == longer or name.startswith(longer + "-") for name in known):
            found = longer
        elif not found and not word.startswith("-"):
            return word
    if not found:
        return "glance"
    framed = f"{found}-frames"
    return framed if "--frames" in arguments and framed in known else found


def closed(part):
    """A schema that refuses members which it does not describe. Those that are shipped take them,
    since new ones may come at any time; a test is to see them."""
    if isinstance(part, list):
        return [closed(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    own = {"additionalProperties": False} if isinstance(part.get("properties"), dict) else {}
    return {**{key: closed(inner) for key, inner in part.items()}, **own}


def read_closed(file):
    return closed(json.loads((FOLDER / file).read_text(encoding="utf-8")))


@functools.cache
def validator(name):
    import jsonschema  # here, since most tests see no answer and it takes its time
    schema = read_closed(f"{name}.schema.json")
    base = FOLDER.as_uri() + "/"
    shared = read_closed(SHARED)
    resolver = jsonschema.RefResolver(base, schema, store={base + SHARED: shared})
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def checked(arguments, text):
    """The answer, which must be one document as its schema says."""
    answer = json.loads(text)
    name = name_for(arguments)
    if name not in names():
        raise AssertionError(f"{arguments}: no {name}.schema.json in {FOLDER}")
    faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:400]}"
              for fault in validator(name).iter_errors(answer)]
    if faults:
        raise AssertionError(f"{arguments} is not as {name}.schema.json says:\n" + "\n".join(faults))
    return answer
