#!/usr/bin/env python3
"""How long `academy lint --staged` takes after one of 5,000 lessons was changed.

Two repositories are made below .build/bench: fifty courses of a hundred lessons, and one course of
five thousand. Of each, the same change is checked with a warm cache and without one; the reports must
be equal. Times are medians of eleven runs, CPU is that of all threads.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time

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


def show(what, figures):
    wall, cpu = ([f[i] for f in figures] for i in (0, 1))
    print(
        f"  {what:32} wall {statistics.median(wall):6.0f} ms (least {min(wall):4.0f}), "
        f"CPU {statistics.median(cpu):6.0f} ms (least {min(cpu):4.0f})")


def main():
    shutil.rmtree(PLACE + "/cache", ignore_errors=True)
    for name, courses, lessons, changed in [
        ("fifty", 50, 100, "courses/c07/episodes/0042-lesson.md"),
        ("one", 1, 5000, "episodes/0042-lesson.md"),
    ]:
        folder = repository(name, courses, lessons)
        print(f"{courses} courses of {lessons} lessons")
        show("without a cache", [run(folder, "--no-cache") for _ in range(3)])
        show("filling the cache", [run(folder)])
        figures = []
        for n in range(RUNS):
            with open(f"{folder}/{changed}", "w") as file:
                file.write(lesson(42).replace("Name two sources", f"TODO {n} {time.time_ns()}"))
            git(folder, "add", changed)
            figures.append(run(folder))
        show("one lesson changed", figures)
        show("nothing changed", [run(folder) for _ in range(RUNS)])
        if run(folder)[2] != figures[-1][2] or run(folder, "--no-cache")[2] != figures[-1][2]:
            sys.exit("the reports differ")
        git(folder, "reset", "-q", "--hard")


main()
