#!/usr/bin/env python3
"""How long `academy lint --staged` takes after one of 5,000 lessons was changed.

    staged.py [--write FILE]

Two repositories are made below .build/bench: fifty courses of a hundred lessons, and one course of
five thousand. Of each, the same change is checked with a warm cache and without one; the reports must
be equal. Times are medians of eleven runs (`RUNS`), CPU is that of all threads. With `--write` they
become a section of that page.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time

import page
from compare import machine, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOOL = os.environ.get("ACADEMY_BINARY", ROOT + "/.build/release/academy")
PLACE = ROOT + "/.build/bench/staged"
RUNS = int(os.environ.get("RUNS", "11"))


def lesson(number):
    near = f"{max(1, number - 1):04}-lesson.md"
    words = " ".join(f"Office {number + i} collects prices in shop {i * 7 % 90}." for i in range(60))
    return f"""---
title: Lesson {number}
teaching: 10
exercises: 5
---

:::: questions

- How is index {number} made?

::::

:::: objectives

- Describe how prices of group {number} are collected.

::::

## Collecting

{words}

See [the lesson before]({near}#collecting) and ![A plot of prices](fig/plot.png).

| group | weight |
|-------|--------|
| food  | {number} |

```python
print({number})
```

:::: challenge

## Try it

Name two sources.

::: solution

Shops and scanner data.

:::

::::

:::: keypoints

- An index compares baskets.

::::
"""


def course(folder, name, count):
    files = {
        "config.yaml": "title: Prices\nlife_cycle: stable\nlicense: CC-BY-4.0\nlang: en\n"
        "contact: team@example.org\nkeywords: prices\nepisodes:\n"
        + "".join(f"- {n:04}-lesson.md\n" for n in range(1, count + 1)),
        "course.yml": f"schema: course/1\nid: office-a/{name}\nversion: 1.0.0\nreleases: declared\n"
        "description: How price indices are made.\ntopics: [quality]\nauthors: [{name: Ada Author}]\n"
        "code_license: MIT\nprovider: {name: Office A, country: XA, url: \"https://example.org\"}\n"
        "level: basic\naudience: [statistician]\n",
        "index.md": "## Welcome\n\nA course about prices.\n",
        "LICENSE.md": "CC-BY-4.0\n",
        "episodes/fig/plot.png": "no picture\n",
    }
    for n in range(1, count + 1):
        files[f"episodes/{n:04}-lesson.md"] = lesson(n)
    for path, text in files.items():
        full = f"{folder}/{path}"
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w") as file:
            file.write(text)


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments],
        cwd=folder, check=True, stdout=subprocess.DEVNULL)


def repository(name, courses, lessons):
    folder = f"{PLACE}/{name}"
    if os.path.exists(folder + "/.git"):
        git(folder, "reset", "-q", "--hard")
        return folder
    os.makedirs(folder)
    git(folder, "init", "-q")
    for n in range(courses):
        course(folder if courses == 1 else f"{folder}/courses/c{n:02}", f"prices-{n}", lessons)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Courses")
    git(folder, "gc", "-q")
    return folder


def run(folder, *arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [TOOL, "lint", "--staged", *arguments], cwd=folder, stdout=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": PLACE + "/cache"})
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, cpu * 1000, done.stdout


def row(what, figures):
    cells = []
    for column in (0, 1):
        values = [figure[column] for figure in figures]
        cells.append(f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})")
    print(f"  {what:32} wall {cells[0]} ms, CPU {cells[1]} ms")
    return cells


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    shutil.rmtree(PLACE + "/cache", ignore_errors=True)
    rows = []
    for name, courses, lessons, changed in [
        ("fifty", 50, 100, "courses/c07/episodes/0042-lesson.md"),
        ("one", 1, 5000, "episodes/0042-lesson.md"),
    ]:
        folder = repository(name, courses, lessons)
        what = f"{courses} courses of {lessons} lessons" if courses > 1 else f"a course of {lessons:,}"
        print(what)

        def add(state, figures):
            rows.append([what, state] + row(state, figures))

        add("without a cache", [run(folder, "--no-cache") for _ in range(3)])
        add("filling the cache", [run(folder)])
        figures = []
        for n in range(RUNS):
            with open(f"{folder}/{changed}", "w") as file:
                file.write(lesson(42).replace("Name two sources", f"TODO {n} {time.time_ns()}"))
            git(folder, "add", changed)
            figures.append(run(folder))
        add("one lesson changed", figures)
        add("nothing changed", [run(folder) for _ in range(RUNS)])
        if run(folder)[2] != figures[-1][2] or run(folder, "--no-cache")[2] != figures[-1][2]:
            sys.exit("the reports differ")
        git(folder, "reset", "-q", "--hard")
    if options.write:
        page.write(options.write, "Before a commit", report(rows, load))


def report(rows, load):
    text = (
        "`make bench-staged` writes this section: `academy lint --staged`, as the hook runs it, in a\n"
        f"repository of 5,000 lessons. Medians of {RUNS} runs with the least and the greatest in brackets; all\n"
        "reports are those of a run without a cache, byte for byte.\n\n"
        f"Machine: {machine()}.\n\n")
    if busy := page.busy(load):
        text += busy + "\n"
    return text + table(rows, ["", "", "wall, ms", "CPU, ms"])


main()
