"""Times a site of many lessons beside Hugo, and an EPUB of fewer beside pandoc.

    bundles.py [--lessons N] [--epub-lessons N] [--runs N] [--seed N] [--write FILE]

Both are Debian's. Hugo renders the same Markdown with two bare templates and writes neither archive,
search, digests nor provenance; the tool lints the course too before it packages it. The best of the
runs counts. With `--write` the figures become a section of that page.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import lessons

HEADING = "## Making bundles\n"
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


def best(runs, command, folder, clean):
    """The shortest wall time in seconds, and the largest memory in MB."""
    times, memory = [], 0
    for _ in range(runs):
        shutil.rmtree(clean, ignore_errors=True)
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        times.append(time.monotonic() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
        if status != 0:
            sys.exit(f"bench: {' '.join(command)} failed:\n{output.decode()[-2000:]}")
    return min(times), memory


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lessons", type=int, default=2000)
    parser.add_argument("--epub-lessons", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()
    tool = os.environ.get("ACADEMY", os.path.join(HERE, "..", ".build", "release", "academy"))
    tool = os.path.abspath(tool)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        large, small = os.path.join(folder, "large"), os.path.join(folder, "small")
        size = course(large, options.lessons, options.seed)
        course(small, options.epub_lessons, options.seed)
        output = os.path.join(folder, "output")

        def ours(source, form):
            command = [tool, "bundle", "--worktree", "--format", form, "--output", output]
            return best(options.runs, command, source, output)

        what = f"site of {options.lessons:,} lessons, {size / 1e6:.1f} MB"
        rows.append((what, "academy", *ours(large, "site")))
        if shutil.which("hugo"):
            site = os.path.join(folder, "hugo")
            hugo_site(site, large)
            public = os.path.join(site, "public")
            rows.append((what, "Hugo", *best(options.runs, ["hugo", "--quiet"], site, public)))
        what = f"EPUB of {options.epub_lessons:,} lessons"
        rows.append((what, "academy", *ours(small, "epub")))
        if shutil.which("pandoc"):
            names = sorted(os.listdir(os.path.join(small, "episodes")))
            book = os.path.join(folder, "book")
            command = ["pandoc", "-f", "markdown", "-t", "epub3", "-o", book + ".epub"]
            rows.append((what, "pandoc", *best(
                options.runs, command + names, os.path.join(small, "episodes"), book)))
    text = "| what | by | seconds | peak memory |\n|---|---|--:|--:|\n"
    text += "".join(f"| {what} | {by} | {wall:.2f} | {memory:.0f} MB |\n" for what, by, wall, memory in rows)
    print(text)
    if options.write:
        write(options.write, text)


def write(path, table):
    """Replaces the section, which ends with the next one."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    section = HEADING + "\n" + (
        "`make bench-bundles` writes this section. The same Markdown, the best of some runs, one process on\n"
        "a machine with two cores. Hugo and pandoc are Debian's. Hugo renders with two bare templates; the\n"
        "tool lints the course, and writes the search, the page that holds all, every digest, the RO-Crate,\n"
        "the SPDX document and the archive besides.\n\n") + table
    start = page.find(HEADING)
    if start < 0:
        # The page's last section is written by another bench, up to the page's end.
        last = page.find("## Looking for copies")
        last = len(page) if last < 0 else last
        page = page[:last].rstrip("\n") + "\n\n" + section + "\n" + page[last:]
    else:
        end = page.find("\n## ", start + 1)
        page = page[:start] + section + ("" if end < 0 else page[end:])
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)


main()
