"""Times a site of many lessons beside Hugo, and an EPUB of fewer beside pandoc.

    bundles.py [--lessons N] [--epub-lessons N] [--runs N] [--seed N] [--write FILE]

Both are Debian's. Hugo renders the same Markdown with two bare templates and writes neither archive,
search, digests nor provenance; the tool lints the course too before it packages it. They run in turns,
each time into a folder of its own: removing one just before slows the next down, and medians count.
With `--write` the figures become a section of that page.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import lessons
import page
from compare import machine, output as printed, table

HERE = os.path.dirname(os.path.abspath(__file__))


def words(source, count):
    return " ".join(lessons.WORDS[int(source.random() * len(lessons.WORDS))] for _ in range(count))


def lesson(source, number, count):
    follower = f"{number % count + 1:05}-l{number % count + 1}.md"
    parts = [
        f"---\ntitle: Lesson {number} {words(source, 2)}\nteaching: 20\nexercises: 10\n---\n",
        f"::: questions\n- What is {words(source, 3)}?\n:::\n",
        f"::: objectives\n- Describe {words(source, 5)}.\n:::\n",
    ]
    for part in range(6):
        parts.append(
            f"## Part {part} {words(source, 3)}\n\n{words(source, 70)} **{words(source, 3)}** `code`"
            f" [{words(source, 3)}]({follower}).\n\n{words(source, 60)}.\n\n"
            + "".join(f"- {words(source, 8)}\n" for _ in range(3)))
        if part % 2 == 0:
            parts.append("```python\nfor name in names:\n    print(name)\n```\n")
            parts.append("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n")
    parts.append(f"::: callout\n### {words(source, 2)}\n\n{words(source, 40)}.\n:::\n")
    parts.append(
        f"::: challenge\n### {words(source, 2)}\n\n{words(source, 30)}.\n\n::: solution\n"
        f"{words(source, 30)}.\n:::\n:::\n")
    parts.append(f"::: keypoints\n- {words(source, 10)}\n:::\n")
    return "\n".join(parts)


def course(folder, count, seed):
    source = random.Random(seed)
    os.makedirs(os.path.join(folder, "episodes"))
    size = 0
    for number in range(1, count + 1):
        text = lesson(source, number, count).encode()
        size += len(text)
        with open(os.path.join(folder, "episodes", f"{number:05}-l{number}.md"), "wb") as file:
            file.write(text)
    with open(os.path.join(folder, "course.yml"), "w") as file:
        file.write(
            "schema: course/1\nid: bench/course\nversion: 0.1.0\ntitle: Bench\nlanguage: en\n"
            "lifecycle: pre-alpha\nlicense: CC-BY-4.0\n")
    with open(os.path.join(folder, "LICENSE.md"), "w") as file:
        file.write("CC BY 4.0\n")
    with open(os.path.join(folder, "config.yaml"), "w") as file:
        file.write("title: Bench\n")
    return size


def hugo_site(folder, course_folder):
    os.makedirs(os.path.join(folder, "layouts", "_default"))
    shutil.copytree(os.path.join(course_folder, "episodes"), os.path.join(folder, "content"))
    files = {
        "config.toml": 'title = "Bench"\nbaseURL = "https://example.org/"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
        "layouts/_default/single.html": "<!doctype html><title>{{.Title}}</title>{{.Content}}",
        "layouts/index.html": '{{range .Pages}}<a href="{{.RelPermalink}}">{{.Title}}</a>{{end}}',
    }
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)


class Contestant:
    """A command that writes into a folder which is made for each run."""

    def __init__(self, name, what, folder, command):
        self.name, self.what, self.folder, self.command = name, what, folder, command
        self.wall, self.cpu, self.memory, self.size = [], [], [], 0

    def run(self, output):
        os.makedirs(output)
        start = time.monotonic()
        process = subprocess.Popen(
            self.command(output), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall.append(time.monotonic() - start)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)
        if status != 0:
            sys.exit(f"bench: {self.name} failed:\n{said.decode()[-2000:]}")
        self.size = sum(
            os.path.getsize(os.path.join(folder, name))
            for folder, _, names in os.walk(output) for name in names) / 1e6

    def row(self):
        def spread(values, digits):
            shown = [f"{value:.{digits}f}" for value in
                     (statistics.median(values), min(values), max(values))]
            return f"{shown[0]} ({shown[1]}–{shown[2]})"
        return [self.what, self.name, spread(self.wall, 2), spread(self.cpu, 2),
                f"{max(self.memory):.0f}", f"{self.size:.0f}"]


def contestants(options, folder, tool):
    """Ours and its peer, for the site and for the EPUB."""
    large, small = os.path.join(folder, "large"), os.path.join(folder, "small")
    size = course(large, options.lessons, options.seed)
    course(small, options.epub_lessons, options.seed)

    def ours(form):
        return lambda output: [tool, "bundle", "--worktree", "--format", form, "--output", output]

    what = f"site of {options.lessons:,} lessons, {size / 1e6:.1f} MB"
    pairs = [[Contestant("academy", what, large, ours("site"))]]
    if shutil.which("hugo"):
        site = os.path.join(folder, "hugo")
        hugo_site(site, large)
        pairs[0].append(Contestant(
            "Hugo", what, site, lambda output: ["hugo", "--quiet", "--destination", output]))
    what = f"EPUB of {options.epub_lessons:,} lessons"
    pairs.append([Contestant("academy", what, small, ours("epub"))])
    if shutil.which("pandoc"):
        names = sorted(os.listdir(os.path.join(small, "episodes")))
        pairs[1].append(Contestant(
            "pandoc", what, os.path.join(small, "episodes"),
            lambda output: ["pandoc", "-f", "markdown", "-t", "epub3", "-o",
                            os.path.join(output, "book.epub")] + names))
    return pairs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lessons", type=int, default=2000)
    parser.add_argument("--epub-lessons", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()
    tool = os.environ.get("ACADEMY", os.path.join(HERE, "..", ".build", "release", "academy"))
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        pairs = contestants(options, folder, os.path.abspath(tool))
        number = 0
        for pair in pairs:
            for _ in range(options.runs):
                for contestant in pair:
                    number += 1
                    contestant.run(os.path.join(folder, f"output-{number}"))
    text = f"Machine: {machine()}."
    for program in ("hugo", "pandoc"):
        if shutil.which(program):
            word = "version" if program == "hugo" else "--version"
            text += f" {printed(program, word).splitlines()[0].split('+')[0]}."
    text += "\n\n"
    if load > 0.5 * os.cpu_count():
        text += (f"The machine was busy with other work (load {load:.1f} on {os.cpu_count()} cores)"
                 + (", over which these processes had priority.\n\n"
                    if os.sched_getscheduler(0) == os.SCHED_RR else ": wall times are too high.\n\n"))
    text += table(
        [contestant.row() for pair in pairs for contestant in pair],
        ["", "by", "wall, s", "CPU, s", "peak memory, MB", "written, MB"]) + "\n"
    for pair in pairs:
        if len(pair) == 2:
            ratios = [theirs / ours for ours, theirs in zip(pair[0].wall, pair[1].wall)]
            text += (f"\n{pair[1].name} takes {statistics.median(ratios):.1f} times as long, run by run"
                     f" ({min(ratios):.1f}–{max(ratios):.1f}).\n")
    print(text)
    if options.write:
        page.write(options.write, "Making bundles", INTRODUCTION + text)


INTRODUCTION = """`make bench-bundles` writes this section. The same Markdown, medians with the least and the
greatest in brackets. Hugo and pandoc are Debian's. Hugo renders with two bare templates; the tool
lints the course, and writes the search, the page that holds all, every digest, the RO-Crate, the
SPDX document and the archive besides.

"""


main()
