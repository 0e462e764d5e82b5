"""Shows how the time to lint grows: with the bytes of one file, the files of a course, and in
documents that are made to be slow.

    scaling.py [--size] [--files] [--slow] [--rules] [--part K/N] [--bytes N] [--most N] [--write FILE]

Prints t(2n)/t(n), which should be at most 2.3, and the time of a byte against that of an ordinary
document, which should be at most 20 times as much, unless there is a finding in every few bytes:
then the time of a finding is held to a limit. The report is the one that a terminal shows. Without
an option everything runs, but with all rules together only; `--rules` also runs each alone on the
slow documents. Ends with status 1 where a target is missed. With `--write` the figures become a
section of that page.

Times are CPU times, the least of several runs. What takes too little time to tell anything is made
longer, and a ratio beyond the target is measured again before it counts: other work on the machine
makes times longer and never shorter.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

import lessons
import page
from compare import ACADEMY, BENCH, MARKDOWNLINT, machine, output, table

GROWTH = 2.3
WEIGHT = 20
# Below this many seconds of CPU a ratio says more of the machine than of the tool.
NOISE = 0.05
# A document with a finding in fewer bytes is slow for what it says, not for how it is read.
DENSE = 100
# Seconds that one of those findings may take, found, sorted and counted.
FINDING = 8e-6
# How often a pair beyond the target is measured again, and how much longer a document is made.
AGAIN = 4
LONGER = 16


def rules():
    text = output(ACADEMY, "rules") or ""
    return sorted(set(re.findall(r"^\s*([a-z]+/[a-z0-9-]+)", text, re.M)))


class Runner:
    def __init__(self):
        self.usage = output(ACADEMY, "lint", "--help") or ""
        self.cold = ["--no-cache"] if "--no-cache" in self.usage else []
        self.canOnly = "--only" in self.usage
        self.failures = []
        # Which of how many parts of the rules run alone; nothing where all do.
        self.part = None
        # What becomes a section of a page: rows of one file, of files, of slow documents.
        self.sizes, self.files, self.documents = [], [], []
        # How many slow documents took long enough to be measured with one rule alone.
        self.alone = 0
        self.report = tempfile.TemporaryFile()

    def count(self):
        """Findings of the run before, from the end of its report."""
        length = self.report.seek(0, os.SEEK_END)
        self.report.seek(max(0, length - 4_000))
        end = self.report.read()
        self.report.seek(0)
        self.report.truncate()
        line = re.search(rb"files? checked: (.*)", end)
        return sum(int(n.replace(b",", b"")) for n in re.findall(
            rb"([\d,]+) (?:error|warning|note)", line.group(1) if line else b""))

    def selections(self, each):
        """Sets of rules: their names and flags."""
        if each and self.part:
            number, count = self.part
            return [(rule, ["--only", rule]) for rule in rules()[number - 1::count]]
        found = [("all own rules", [])]
        if "--profile" in self.usage:
            found.append(("markdownlint", MARKDOWNLINT))
        if each and self.canOnly:
            found += [(rule, ["--only", rule]) for rule in rules()]
        elif each:
            print("this academy has no --only: no rule is run alone")
        return found

    def seconds(self, folder, flags, runs=3):
        """Least CPU time of some runs."""
        best = None
        for _ in range(runs):
            process = subprocess.Popen(
                [ACADEMY, "lint", "--max-lesson-bytes", "4000000000"]
                + self.cold + flags, cwd=folder,
                stdout=self.report, stderr=subprocess.PIPE)
            error = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 1):
                sys.exit("lint ended with status %d in %s:\n%s" % (
                    process.returncode, folder, error.decode(errors="replace")[-1000:]))
            self.findings = self.count()
            time = usage.ru_utime + usage.ru_stime
            best = time if best is None else min(best, time)
            self.memory = usage.ru_maxrss / 1024
            if best > 3:
                break
        return best

    def isQuick(self, folder, flags, start):
        """Whether one run takes too little time to tell anything."""
        return self.seconds(folder, flags, runs=1) - start < NOISE

    def pair(self, what, small, large, flags, start=0):
        """Times of a folder and of one with twice as much, their ratio, and whether it is too much;
        `start` is the time in which nothing is linted."""
        a, b = self.seconds(small, flags) - start, self.seconds(large, flags) - start
        turns = []
        for _ in range(AGAIN):
            if b <= NOISE or b <= a * GROWTH:
                break
            # In turn, so that what else the machine does meets both.
            turns.append((self.seconds(small, flags) - start, self.seconds(large, flags) - start))
            a, b = min(a, turns[-1][0]), min(b, turns[-1][1])
        if b > a * GROWTH and turns:
            # One fast moment may have met one of them alone; what was measured in turn tells more.
            a, b = sorted(turns, key=lambda turn: turn[1] / max(turn[0], 0.001))[len(turns) // 2]
        a, b = max(a, 0.001), max(b, 0.001)
        bad = b > NOISE and b > a * GROWTH
        if bad:
            self.failures.append("%s: %.3f s, then %.3f s" % (what, a, b))
        return a, b, bad


def place(name):
    """A folder that is a repository of its own: this one ignores what lies below .build."""
    path = os.path.join(BENCH, "scaling", name)
    if not os.path.exists(os.path.join(path, ".git")):
        os.makedirs(path, exist_ok=True)
        subprocess.run(["git", "init", "-q", path], check=True)
    return path


def folder(name, files):
    """A folder with some files."""
    path = place(name)
    for file, data in files.items():
        full = os.path.join(path, file)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if not os.path.exists(full) or os.path.getsize(full) != len(data):
            with open(full, "wb") as out:
                out.write(data)
    return path


def size(run, most):
    print("One file")
    for name, flags in run.selections(False):
        for base in (500_000, 5_000_000, 50_000_000):
            if base * 2 > most * 1_000_000:
                continue
            paths = []
            for n in (base, base * 2):
                path = place("one-%d" % n)
                lessons.single(os.path.join(path, "lesson.md"), n, 1)
                paths.append(path)
            a, b, bad = run.pair(
                "one file of %d MB, %s" % (base * 2 // 1_000_000, name), *paths, flags)
            run.sizes.append([
                name, "%d MB" % (base * 2 // 1_000_000), "%.2f" % b, "%.2f" % (b / a),
                "%.0f" % run.memory])
            print("  %-28s %4d MB  %7.3f s  t(2n)/t(n) %.2f  %5.0f MB/s  %5.0f MB memory%s" % (
                name, base * 2 // 1_000_000, b, b / a, base * 2 / 1e6 / b,
                run.memory, "  TOO MUCH" if bad else ""), flush=True)


def files(run, most):
    print("Files of a course")
    for name, flags in run.selections(False):
        for base in (500, 5_000, 50_000):
            if base * 2 > most * 1_000:
                continue
            paths = []
            for n in (base, base * 2):
                paths.append(os.path.join(BENCH, "scaling", "files-%d" % n))
                lessons.course(paths[-1], n, 1, size=500)
            a, b, bad = run.pair(
                "%d files, %s" % (base * 2, name), *paths, flags + ["--rev", "HEAD"])
            run.files.append([
                name, "{:,} files".format(base * 2), "%.2f" % b, "%.2f" % (b / a),
                "%.0f" % run.memory])
            print("  %-28s %6d     %7.3f s  t(2n)/t(n) %.2f  %5.0f MB memory%s" % (
                name, base * 2, b, b / a, run.memory, "  TOO MUCH" if bad else ""), flush=True)


def cells(columns, rows):
    row = "|" + "a|" * columns + "\n"
    return row + "|" + "-|" * columns + "\n" + row * rows


# What to write n bytes of, about; each takes the number of bytes.
SLOW = {
    "nested quotes": lambda n: ">" * n + "a",
    "quotes in quotes": lambda n: "".join("> " * (i % 200) + "a\n" for i in range(n // 200)),
    "nested lists": lambda n: "".join("  " * i + "- a\n" for i in range(int(n ** 0.5))),
    "list of many items": lambda n: "- a\n" * (n // 4),
    "loose list": lambda n: "- a\n\n" * (n // 5),
    "ordered list": lambda n: "".join("%d. a\n" % i for i in range(n // 9)),
    "list with other markers": lambda n: "- a\n+ a\n* a\n" * (n // 12),
    "open brackets": lambda n: "[" * n,
    "brackets in brackets": lambda n: "[" * (n // 2) + "a" + "]" * (n // 2),
    "open links": lambda n: "[a](" * (n // 4),
    "open images": lambda n: "![a][" * (n // 5),
    "links": lambda n: "[a](b) " * (n // 7),
    "links to nowhere": lambda n: "".join("[a](gone-%d.md)\n" % i for i in range(n // 18)),
    "links to no heading": lambda n: "".join("[a](#gone-%d)\n" % i for i in range(n // 16)),
    "images without text": lambda n: "![](a.png)\n" * (n // 11),
    "images in HTML": lambda n: "<img src=a.png>\n" * (n // 16),
    "images from elsewhere": lambda n: "![a](https://a.b/c.png)\n\n" * (n // 25),
    "emphasis, opened": lambda n: "*a " * (n // 3),
    "emphasis, closed": lambda n: "a* " * (n // 3),
    "emphasis, alternating": lambda n: "*a **b _c __d " * (n // 14),
    "emphasis in emphasis": lambda n: "*a_ " * (n // 4),
    "stars": lambda n: "a" + "*" * n + "b",
    "backticks of all lengths": lambda n: "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))),
    "code spans": lambda n: "`a` " * (n // 4),
    "tildes": lambda n: "~a~~b " * (n // 6),
    "angle brackets": lambda n: "<" * n,
    "open comments": lambda n: "<!-- " * (n // 5),
    "open tags": lambda n: "<a b='" * (n // 6),
    "tags": lambda n: "<b>a</b> " * (n // 9),
    "HTML blocks": lambda n: "<div>\n\n" * (n // 7),
    "declarations": lambda n: "a <!A <?a <![CDATA[ " * (n // 20),
    "entities": lambda n: "&amp;&a&#1;" * (n // 11),
    "backslashes": lambda n: "\\" * n,
    "shares": lambda n: "\\\\host\\share a\n" * (n // 15),
    "addresses": lambda n: "https://a.b/c " * (n // 14),
    "address without end": lambda n: "https://a.b/" + "(" * n,
    "mail addresses": lambda n: "a@b.c " * (n // 6),
    "dots before a mail sign": lambda n: "a." * (n // 2) + "@",
    "inner addresses": lambda n: "http://server.intranet/a http://10.0.0.1/ " * (n // 42),
    "10,000 columns": lambda n: cells(10_000, max(1, n // 20_000 - 2)),
    "many columns": lambda n: cells(n // 6, 1),
    "many rows": lambda n: cells(2, n // 6),
    "rows of one cell": lambda n: "|a|b|c|d|\n|-|-|-|-|\n" + "|a\n" * (n // 3),
    "tables": lambda n: "|a|\n|-|\n|b|\n\n" * (n // 13),
    "no table": lambda n: "|a|b\n" * (n // 5),
    "definitions": lambda n: "".join("[a%d]: b\n" % i for i in range(n // 12)),
    "definitions, used": lambda n: "".join("[a%d]: b\n\n[a%d]\n\n" % (i, i) for i in range(n // 24)),
    "one definition, many uses": lambda n: "[a]: b\n\n" + "[a] " * (n // 4),
    "same definition": lambda n: "[a]: b\n" * (n // 7),
    "uses without definition": lambda n: "".join("[a%d][b%d] " % (i, i) for i in range(n // 16)),
    "footnotes": lambda n: "".join("a[^%d]\n\n[^%d]: b\n\n" % (i, i) for i in range(n // 24)),
    "footnotes in footnotes": lambda n: "".join("[^%d]: [^%d]\n\n" % (i, i + 1) for i in range(n // 18)),
    "same headings": lambda n: "# a\n\n" * (n // 5),
    "headings": lambda n: "".join("## a%d\n\nb\n\n" % i for i in range(n // 14)),
    "headings of all levels": lambda n: "".join("#" * (i % 6 + 1) + " a%d\n" % i for i in range(n // 11)),
    "underlined headings": lambda n: "a\n=\n\n" * (n // 5),
    "empty headings": lambda n: "#\n" * (n // 2),
    "many hashes": lambda n: "#" * n,
    "open boxes": lambda n: "::: challenge\n" * (n // 14),
    "boxes": lambda n: "::: challenge\n\na\n\n:::\n\n" * (n // 24),
    "boxes with headings": lambda n: "::: challenge\n## a\n::: solution\n:::\n## b\n:::\n" * (n // 46),
    "headings in a box": lambda n: "::: challenge\n" + "## a\n" * (n // 5) + ":::\n",
    "unknown boxes": lambda n: "::: chalenge\n:::\n" * (n // 17),
    "closing fences": lambda n: ":::\n" * (n // 4),
    "attributes": lambda n: "[a]{.b #c d=e} " * (n // 15),
    "open attributes": lambda n: "[a]{" * (n // 4),
    "code blocks": lambda n: "```\na\n```\n" * (n // 10),
    "open code block": lambda n: "```\n" + "a\n" * (n // 2),
    "code by indentation": lambda n: "    a\n\n" * (n // 7),
    "prompts": lambda n: "```bash\n$ a\n```\n\n" * (n // 18),
    "blank lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n,
    "tabs": lambda n: "\t" * n,
    "trailing spaces": lambda n: "a   \n" * (n // 5),
    "one long line": lambda n: "word " * (n // 5),
    "one long word": lambda n: "a" * n,
    "one long paragraph": lambda n: "a b c d e f.\n" * (n // 13),
    "carriage returns": lambda n: "a\r" * (n // 2),
    "Windows lines": lambda n: "a b c\r\n\r\n" * (n // 9),
    "rules": lambda n: "---\n\n" * (n // 5),
    "bold as heading": lambda n: "**a**\n\n" * (n // 7),
    "placeholders": lambda n: "TODO FIXME XXX\n" * (n // 15),
    "secrets": lambda n: "password = \"hunter2hunter2\"\nAKIAABCDEFGHIJKLMNOP\n" * (n // 50),
    "invisible characters": lambda n: "a\u202eb\u2066c\n" * (n // 10),
    "beyond ASCII": lambda n: "日本語 é ü ß. " * (n // 22),
    "combining marks": lambda n: "a" + "\u0301" * (n // 2),
    "NULs": lambda n: "a" * 600 + "\0" * n,
    "long front matter": lambda n: "---\n" + "".join("a%d: b\n" % i for i in range(n // 10)) + "---\n",
    "deep front matter": lambda n: "---\na: " + "[" * min(n, 100_000) + "\n---\n" + "a\n" * (n // 2),
    "objectives": lambda n: "::: objectives\n\n" + "- Understand a\n" * (n // 15) + "\n:::\n",
    "comments for linters": lambda n:
        "<!-- markdownlint-disable MD013 -->\n<!-- markdownlint-enable MD013 -->\n\n" * (n // 73),
    # Two constructs of which each looks at all of the other, and words and lines without end.
    "headings and links to none": lambda n: "".join(
        "## Heading %d\n\n[a](#headin-%dx)\n\n" % (i, i) for i in range(n // 36)),
    "placeholders in a word": lambda n: "FIXME," * (n // 6),
    "videos": lambda n: "<video>\n\n" * (n // 9),
    "recordings": lambda n: "![a](a.mp4)\n\n" * (n // 13),
    "bold lines and text": lambda n: "**a**\n\ntext\n\n" * (n // 13),
    "pictures in a paragraph": lambda n: "![a](https://a.b/c.png)\n" * (n // 24),
    "links to this machine": lambda n: "".join(
        "[a](http://localhost:%d/)\n\n" % i for i in range(n // 29)),
    "labels without end": lambda n: "{#" * (n // 2),
    "addresses in a word": lambda n: "http://a.lan/" * (n // 13),
    "schemes in a word": lambda n: "a://" * (n // 4),
    "acronyms on a line": lambda n: "".join(
        "B%s x " % "".join(chr(65 + i // 26 ** k % 26) for k in range(4)) for i in range(n // 8)),
    "solutions, then boxes": lambda n:
        "::: solution\na\n:::\n\n" * (n // 42) + "::: callout\na\n:::\n\n" * (n // 42),
    "solutions in nested boxes": lambda n:
        "::: callout\n" * (n // 31) + "::: solution\na\n:::\n" * (n // 31),
    "closing fences, then boxes": lambda n:
        ":::\n\n" * (n // 29) + "::: challenge\na\n:::\n\n" * (n // 29),
    "tags, then empty headings": lambda n: "<b>a</b>\n\n" * (n // 22) + "## <i></i>\n\n" * (n // 22),
    "spans, then links in reverse": lambda n: "[a]{.b} " * (n // 19) + "\n\n" + "(a)[b]{.c}\n" * (n // 19),
    "quizzes": lambda n: "::: challenge\n\n" + "".join(
        "- [ ] option %d\n\ntext\n\n" % i for i in range(n // 48)) + "\n::: solution\n\n" + "".join(
        "- [x] other %d\n\ntext\n\n" % i for i in range(n // 48)) + "\n:::\n:::\n",
    "quiz": lambda n: "::: quiz\n\n" + "- [ ] a\n" * (n // 8) + "\n:::\n",
}


def path_of(what, n, text):
    """The folder of a slow document."""
    name = "slow-%s-%d" % (re.sub("[^a-z0-9]+", "-", what.lower()), n)
    path = os.path.join(BENCH, "scaling", name)
    return path if os.path.exists(os.path.join(path, "lesson.md")) else folder(
        name, {"lesson.md": text(n).encode()})


def slow(run, size, each, only):
    print("Documents made to be slow, of %d kB and twice that, or of more" % (size // 1000))
    empty = folder("empty", {"lesson.md": b"# A\n"})
    path = place("ordinary-%d" % (20 * size))
    lessons.single(os.path.join(path, "lesson.md"), 20 * size, 1)
    length = os.path.getsize(os.path.join(path, "lesson.md"))
    for name, flags in run.selections(each):
        start = run.seconds(empty, flags, runs=5)
        ordinary = max(run.seconds(path, flags) - start, 0.001) / length
        print("  %s: %.0f ns for an ordinary byte" % (name, ordinary * 1e9), flush=True)
        for what, text in SLOW.items():
            if only and only not in what:
                continue
            isAlone = name.count("/") == 1
            # With one rule alone, most are done before there is anything to measure.
            if isAlone and run.isQuick(path_of(what, 2 * size, text), flags, start):
                continue
            run.alone += isAlone
            n = size
            while n < LONGER * size and run.isQuick(path_of(what, n, text), flags, start):
                n *= 2
            large = path_of(what, 2 * n, text)
            a, b, bad = run.pair(
                "%s, %s" % (what, name), path_of(what, n, text), large, flags, start)
            length2 = max(os.path.getsize(os.path.join(large, "lesson.md")), 1)
            dense = run.findings * DENSE > length2

            def isHeavy():
                return b > NOISE and b / length2 > WEIGHT * ordinary and not (
                    dense and b <= run.findings * FINDING)
            for _ in range(AGAIN):
                if isHeavy():
                    b = min(b, max(run.seconds(large, flags) - start, 0.001))
            heavy, weight = isHeavy(), b / length2 / ordinary
            if heavy:
                run.failures.append("%s, %s: %.0f times an ordinary byte, with %d findings" % (
                    what, name, weight, run.findings))
            run.documents.append((
                weight, dense, name, what, length2, b, b / a, run.findings))
            # With one rule alone only what is wrong is worth a line.
            if not isAlone or bad or heavy:
                note = "  TOO MUCH" if bad or heavy else ""
                if dense:
                    note = "  %d findings, %.1f us for each%s" % (
                        run.findings, b / run.findings * 1e6, note)
                print("    %-28s %5d kB  %7.3f s  t(2n)/t(n) %5.2f  %6.1f x an ordinary byte%s" % (
                    what, length2 // 1000, b, b / a, weight, note), flush=True)


def section(run, load):
    """What the page says; of the slow documents, those whose bytes cost most."""
    head = ["", "", "CPU, s", "t(2n)/t(n)", "memory, MB"]
    slow = sorted((d for d in run.documents if not d[1]), reverse=True)
    dense = sorted((d for d in run.documents if d[1] and d[0] > WEIGHT), reverse=True)
    measured = len([d for d in run.documents if d[2].count("/") != 1])
    text = [
        "`make bench-scaling` writes this section: one file of 1 to 100 MB, courses of up to 100,000 files,",
        "and %d documents made to be slow, of %d kB or more; with `--rules` these with each rule alone, too." % (
            len(SLOW), 400),
        "It fails where twice the input takes more than %.1f times as long, or a byte more than %d times as long" % (
            GROWTH, WEIGHT),
        "as one of an ordinary lesson. Times are CPU times, without that of starting.",
        "", "Machine: %s." % machine(), page.busy(load), table(run.sizes + run.files, head), "",
        "Of the slow documents the ten whose bytes cost most, of %d measured%s:" % (
            measured, " with all rules and %d with one" % run.alone if run.alone else ""), "",
        table([[d[3], d[2], "%.2f" % d[6], "%.1f" % d[0]] for d in slow[:10]],
              ["", "rules", "t(2n)/t(n)", "ordinary bytes"]), ""]
    if dense:
        text += [
            "Where there is a finding in every few bytes, as many have to be made, put in order and counted; then",
            "each is held to %.0f µs. These take more than %d ordinary bytes for each of theirs:" % (
                FINDING * 1e6, WEIGHT), "",
            table([[d[3], d[2], "{:,}".format(d[7]), "%.1f" % (d[5] / d[7] * 1e6), "%.2f" % d[6], "%.0f" % d[0]]
                   for d in dense[:15]],
                  ["", "rules", "findings", "µs for each", "t(2n)/t(n)", "ordinary bytes"]), ""]
        if len(dense) > 15:
            text += ["And %d more, of which none takes more." % (len(dense) - 15), ""]
    if run.failures:
        text += ["Over a limit in this run, measured %d times:" % (AGAIN + 1), ""]
        text += ["- " + failure for failure in run.failures] + [""]
    return "\n".join(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", action="store_true", help="one file of up to --most MB")
    parser.add_argument("--files", action="store_true", help="courses of up to --most thousand files")
    parser.add_argument("--slow", action="store_true", help="documents made to be slow")
    parser.add_argument("--rules", action="store_true", help="each rule alone, too")
    parser.add_argument("--part", metavar="K/N", help="of the rules alone only every Nth, from the Kth on")
    parser.add_argument("--bytes", type=int, default=200_000, help="of a slow document")
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--write", metavar="FILE", help="put the figures into this page")
    parser.add_argument("--only", help="slow documents whose name holds this")
    options = parser.parse_args()
    every = not (options.size or options.files or options.slow)
    load = os.getloadavg()[0]
    run = Runner()
    if options.part:
        run.part = tuple(int(n) for n in options.part.split("/"))
    os.makedirs(os.path.join(BENCH, "scaling"), exist_ok=True)
    if every or options.size:
        size(run, options.most)
    if every or options.files:
        files(run, options.most)
    if every or options.slow:
        slow(run, options.bytes, options.rules, options.only)
    if options.write and every:
        page.write(options.write, "How the time grows", section(run, load))
    for failure in run.failures:
        print("too much: " + failure)
    sys.exit(1 if run.failures else 0)


if __name__ == "__main__":
    main()
