"""Measures `academy reuse suggest` on made-up courses with planted copies, beside datasketch.

    suggest.py [--lessons N,N,…] [--peer N] [--seed N] [--write FILE]

Prints time, memory, recall and precision; with `--write` they become a section of that page. Ends
with 1 where a target is missed: recall of 0.95 at a containment of 0.8 and more, and for 100,000
lessons 120 s and 1 GB; from 1,000 on ten times the lessons in at most 13 times the time.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import copies
import page
from compare import ACADEMY, BENCH, VENV, machine, output, table

DATASKETCH = "datasketch==2.0.0"


def run(command, folder):
    """What a command prints, and its wall seconds, CPU seconds and megabytes."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit("bench: %s ended with status %d" % (command[0], process.returncode))
        out.seek(0)
        return out.read(), (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def key(a, b):
    return (a, b) if a < b else (b, a)


class Score:
    """How well pairs that were found are those that were planted."""

    def __init__(self, planted, found):
        self.found = found
        self.planted = planted
        pairs = {key(p["original"], p["copy"]) for p in planted}
        self.precision = len(found & pairs) / len(found) if found else 1.0

    def recall(self, least, most=1.0, ratio=None, scattered=None):
        wanted = [p for p in self.planted
                  if least <= p["containment"] <= most and ratio in (None, p["ratio"])
                  and scattered in (None, p["scattered"])]
        hit = sum(key(p["original"], p["copy"]) in self.found for p in wanted)
        return hit / len(wanted) if wanted else 1.0


def ours(folder, planted):
    out, figures = run([ACADEMY, "reuse", "suggest", "--format", "json"], folder)
    suggestions = json.loads(out)["suggestions"]
    found = {key(s["copy"]["path"], s["original"]["path"]) for s in suggestions}
    return Score(planted, found), figures


def theirs(folder, planted, method):
    """datasketch in its own process, so that its memory is its own."""
    python = os.path.join(VENV, "bin", "python")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "datasketch_pairs.py")
    out, figures = run([python, script, method, "academy.git"], folder)
    return Score(planted, {key(*pair) for pair in json.loads(out)}), figures


def row(name, score, figures):
    return [name, "%.1f" % figures[0], "%.1f" % figures[1], "%.0f" % figures[2],
            "%.3f" % score.recall(0.8), "%.3f" % score.recall(0.5, 0.7),
            "%.3f" % score.precision]


HEADER = ["", "wall, s", "CPU, s", "peak memory, MB", "recall, containment ≥ 0.8", "0.5–0.7",
          "precision"]


def kinds(score):
    """Recall by ratio of lengths, for copies in passages and with scattered changes."""
    rows = []
    for scattered in (False, True):
        for least, most in ((0.8, 1.0), (0.5, 0.7)):
            rows.append(
                ["%s, containment %.1f–%.1f" % (
                    "single words replaced" if scattered else "passages", least, most)]
                + ["%.3f" % score.recall(least, most, ratio, scattered)
                   for ratio in copies.RATIOS])
    return table(rows, [""] + ["1:%d" % ratio for ratio in copies.RATIOS])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lessons", default="1000,10000,100000")
    parser.add_argument("--peer", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    missed = []
    rows = []
    cpu = {}
    details = ""
    counts = [int(n) for n in options.lessons.split(",")]
    for count in counts:
        folder = os.path.join(BENCH, "copies-%d" % count)
        planted = copies.make(folder, count, options.seed)
        score, figures = ours(folder, planted)
        rows.append(row("%s lessons" % format(count, ","), score, figures))
        print("bench: " + ", ".join(rows[-1]), file=sys.stderr)
        cpu[count] = figures[1]
        details = "Of the %s lessons, recall by the ratio of lengths:\n\n%s\n" % (
            format(count, ","), kinds(score))
        if score.recall(0.8) < 0.95:
            missed.append("%d lessons: recall %.3f" % (count, score.recall(0.8)))
        if count >= 100_000 and (figures[0] > 120 or figures[2] > 1_000):
            missed.append("%d lessons: %.0f s, %.0f MB" % (count, figures[0], figures[2]))
    for small, large in zip(counts, counts[1:]):
        growth = cpu[large] / cpu[small] / (large / small)
        if growth > 1.3:
            missed.append("%d to %d lessons: %.2f times the time for a lesson" % (
                small, large, growth))
    beside = []
    if options.peer and install():
        folder = os.path.join(BENCH, "copies-%d" % options.peer)
        planted = copies.make(folder, options.peer, options.seed)
        score, figures = ours(folder, planted)
        beside = [row("academy", score, figures)]
        for method, name in (("lsh", "datasketch, MinHashLSH"),
                             ("ensemble", "datasketch, MinHashLSHEnsemble")):
            score, figures = theirs(folder, planted, method)
            beside.append(row(name, score, figures))
            print("bench: " + ", ".join(beside[-1]), file=sys.stderr)
    text = report(options, rows, details, beside, load)
    print(text)
    if options.write:
        page.write(options.write, "Looking for copies", text)
    for failure in missed:
        print("missed: " + failure)
    sys.exit(1 if missed else 0)


def install():
    """Whether datasketch is there, after trying to get it."""
    python = os.path.join(VENV, "bin", "python")
    if output(python, "-c", "import datasketch; print(1)"):
        return True
    if not os.path.exists(python):
        output(sys.executable, "-m", "venv", VENV)
    # Not the script `pip`: where the folder was copied, it installs into the one it is from.
    output(python, "-m", "pip", "install", "-q", DATASKETCH)
    if output(python, "-c", "import datasketch; print(1)"):
        return True
    print("bench: datasketch cannot be installed and is left out", file=sys.stderr)
    return False


def report(options, rows, details, beside, load):
    parts = ["""`make bench-suggest` writes this section. It makes courses of %d lessons (100 to 1,500 words by Zipf's
law, seed %d, most with some of the same boilerplate) and plants copies: one lesson in 20 stands in
another course at a containment of 0.5 to 1.0, in passages or with single words replaced, in a lesson
up to ten times as long. Then `academy reuse suggest` looks for them, with everything it does: opening
the courses, reading from Git, dates, release, report. Wall times are of one run.
""" % (copies.LESSONS_OF_A_COURSE, options.seed)]
    parts.append("Machine: %s.\n" % machine())
    if busy := page.busy(load):
        parts.append(busy)
    parts.append(table(rows, HEADER) + "\n")
    parts.append(details)
    parts.append("""Where single words are replaced all over, a containment of 0.8 in words is one of 0.66 in runs of four
words, which are what counts here, and one of 0.7 is one of 0.46: such copies are below the threshold.
""")
    if beside:
        version = output(os.path.join(VENV, "bin", "python"), "-c",
                         "import datasketch; print(datasketch.__version__)")
        parts.append("""Beside datasketch %s (Python, NumPy; MinHash of 128 permutations over runs of five words, threshold
0.5, as it stands in its documentation), on %s lessons. MinHashLSH looks for similar sets, so
a copy in a longer lesson is none; MinHashLSHEnsemble asks for containment. Both get the words without
front matter and destinations of links; neither leaves boilerplate out or compares what it found.

%s
""" % (version, format(options.peer, ","), table(beside, HEADER)))
    return "\n".join(parts)


if __name__ == "__main__":
    main()
