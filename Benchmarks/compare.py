"""Lints the same 10,000 lessons with this tool and its peers, in turn, and prints how they compare.

    compare.py [--runs N] [--lessons N] [--seed N] [--write FILE]

Everything lives below .build/bench. Peers that cannot be installed are said to be absent.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import time

import lessons
import page

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, ".build", "bench")
ACADEMY = os.environ.get("ACADEMY", os.path.join(ROOT, ".build", "release", "academy"))
VENV = os.path.join(BENCH, "venv")

# The flags that make our rules those of markdownlint.
MARKDOWNLINT = ["--profile", "markdownlint"]
RUMDL = "rumdl==0.3.0"
PYMARKDOWN = "pymarkdownlnt"


class Contestant:
    """A command that is measured, and what was measured so far."""

    def __init__(self, key, name, command):
        self.key = key
        self.name = name
        self.command = command
        self.runs = []
        self.findings = None

    def run(self, folder, output):
        """Runs it; what it prints, its status, and wall seconds, CPU seconds and megabytes."""
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT)
        text = process.stdout.read().decode(errors="replace") if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        return text, process.returncode, (
            wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def measure(self, folder):
        _, status, figures = self.run(folder, subprocess.DEVNULL)
        if status not in (0, 1):
            sys.exit("bench: %s ended with status %d" % (self.name, status))
        self.runs.append(figures)

    def count(self, folder, isTimed=False):
        """Counts what it finds, which also warms the file system's cache; why it cannot be run."""
        text, status, figures = self.run(folder, subprocess.PIPE)
        if status not in (0, 1):
            return "bench: %s cannot be run:\n%s" % (self.name, text[-2000:])
        if isTimed:
            self.runs.append(figures)
        numbers = re.findall(r"Found (\d+) issue", text)
        if not numbers:
            last = [line for line in text.splitlines() if "checked: " in line]
            numbers = re.findall(r"(\d+) (?:error|warning|note)", last[-1]) if last else []
        if not numbers and self.key.startswith("pymarkdown"):
            numbers = [len(re.findall(r": MD\d+:", text))]
        self.findings = sum(map(int, numbers))
        return None

    def median(self, what):
        return statistics.median(run[what] for run in self.runs)

    def spread(self, what):
        values = [run[what] for run in self.runs]
        return min(values), max(values)


def output(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def peer(package, program):
    """The path of a peer, installed below .build where it is not; nil where that fails."""
    path = os.path.join(VENV, "bin", program)
    if os.path.exists(path):
        return path
    try:
        if not os.path.exists(os.path.join(VENV, "bin", "pip")):
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True, capture_output=True)
        # Not the script `pip`: where the folder was copied, it installs into the one it is from.
        subprocess.run([os.path.join(VENV, "bin", "python"), "-m", "pip", "install", "-q", package],
                       check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        print("bench: %s cannot be installed and is left out" % package, file=sys.stderr)
        return None
    return path if os.path.exists(path) else None


def beyond_markdownlint(rumdl):
    """rumdl's rules that markdownlint does not have."""
    ids = re.findall(r"(MD\d+)", output(rumdl, "rule") or "")
    return sorted({i for i in ids if int(i[2:]) > 60 or i == "MD057"})


def contestants(folder):
    usage = output(ACADEMY, "lint", "--help") or ""
    cold = ["--no-cache"] if "--no-cache" in usage else []
    own = [ACADEMY, "lint"] + cold
    found = []
    if "--profile" in usage:
        found += [
            Contestant("md", "academy, markdownlint's rules, Git objects",
                       own + MARKDOWNLINT + ["--rev", "HEAD"]),
            Contestant("md-files", "academy, markdownlint's rules, files", own + MARKDOWNLINT),
        ]
    else:
        print("bench: this academy has no --profile yet", file=sys.stderr)
    found += [
        Contestant("own", "academy, its own rules, Git objects", own + ["--rev", "HEAD"]),
        Contestant("own-files", "academy, its own rules, files", own),
    ]
    if rumdl := peer(RUMDL, "rumdl"):
        extra = ",".join(beyond_markdownlint(rumdl))
        same = [rumdl, "check", "--disable", extra]
        cache = os.path.join(BENCH, "rumdl-cache")
        found += [
            Contestant("rumdl", "rumdl, markdownlint's rules", same + ["--no-cache", "."]),
            Contestant("rumdl-all", "rumdl, all its rules", [rumdl, "check", "--no-cache", "."]),
            Contestant("rumdl-warm", "rumdl, markdownlint's rules, warm cache",
                       same + ["--cache-dir", cache, "."]),
        ]
    return found


def some(folder, count):
    """Paths of `count` lessons, spread evenly."""
    names = sorted(n for n in os.listdir(os.path.join(folder, "episodes")) if n.endswith(".md"))
    step = max(1, len(names) // count)
    return [os.path.join("episodes", n) for n in names[::step][:count]]


def floor(folder):
    """Megabytes a second of cmark-gfm and of our parser, one thread, in one process."""
    bench = os.path.join(ROOT, ".build-bench", "release", "MarkdownBench")
    if not os.path.exists(bench):
        return None
    text = subprocess.run([bench] + some(folder, 10**9), cwd=folder, capture_output=True,
                          text=True).stdout
    speeds = dict(re.findall(r"^(academy|cmark-gfm): ([\d.]+) MB/s", text, re.M))
    return {name: float(speed) for name, speed in speeds.items()}


def machine():
    cpu = "unknown"
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cpu = "" if cpu in ("", "unknown") else " (%s)" % cpu
    return "%d cores, %s%s, %.0f GB of memory, Linux" % (
        os.cpu_count(), platform.machine(), cpu, memory)


def versions(found):
    text = [output(ACADEMY, "--version") or "academy ?"]
    for path in {c.command[0] for c in found if c.key.startswith(("rumdl", "pymarkdown"))}:
        name = os.path.basename(path)
        text.append(output(path, "--version") if name == "rumdl"
                    else "pymarkdownlnt " + (output(path, "version") or "?"))
    if version := output("pkg-config", "--modversion", "libcmark-gfm"):
        text.append("cmark-gfm " + version)
    text.append(output("git", "--version") or "git ?")
    return ", ".join(sorted(text))


def table(rows, header):
    widths = [max(len(row[i]) for row in rows + [header]) for i in range(len(header))]
    def line(cells):
        first = cells[0].ljust(widths[0])
        rest = [cell.rjust(widths[i + 1]) for i, cell in enumerate(cells[1:])]
        return "| " + " | ".join([first] + rest) + " |"
    rule = "|" + "|".join(["-" * (widths[0] + 2)]
                          + ["-" * (w + 1) + ":" for w in widths[1:]]) + "|"
    return "\n".join([line(header), rule] + [line(row) for row in rows])


def figure(contestant, what, digits):
    low, high = contestant.spread(what)
    return "%.*f (%.*f–%.*f)" % (digits, contestant.median(what), digits, low, digits, high)


def results(found):
    rows = []
    for c in found:
        if c.runs:
            rows.append([c.name, figure(c, 0, 2), figure(c, 1, 2), figure(c, 2, 0),
                         format(c.findings, ",")])
    return table(rows, ["", "wall, s", "CPU, s", "peak memory, MB", "findings"])


def ratios(found):
    by = {c.key: c for c in found if c.runs}
    rows = []
    for ours, theirs in [("md", "rumdl"), ("md-files", "rumdl"), ("own", "rumdl"),
                         ("own-files", "rumdl"), ("md", "rumdl-all"), ("own", "rumdl-all")]:
        if ours in by and theirs in by:
            a, b = by[ours], by[theirs]
            def ratio(what):
                return statistics.median(y[what] / x[what] for x, y in zip(a.runs, b.runs))
            rows.append(["%s ÷ %s" % (b.name, a.name), "%.1f" % ratio(0), "%.1f" % ratio(1),
                         "%.1f" % ratio(2)])
    return table(rows, ["", "wall", "CPU", "memory"]) if rows else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--lessons", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()

    load = os.getloadavg()[0]
    name = "lessons" if options.lessons == 10_000 else "lessons-%d" % options.lessons
    folder = os.path.join(BENCH, name)
    os.makedirs(BENCH, exist_ok=True)
    lessons.course(folder, options.lessons, options.seed)
    files = some(folder, 10**9)
    size = sum(os.path.getsize(os.path.join(folder, f)) for f in files) / 1e6
    found = contestants(folder)
    for contestant in list(found):
        if problem := contestant.count(folder):
            print(problem, file=sys.stderr)
            found.remove(contestant)
    # In turn, so that what else the machine does meets all of them.
    for run in range(options.runs):
        for contestant in found:
            contestant.measure(folder)
        print("bench: run %d of %d" % (run + 1, options.runs), file=sys.stderr)

    few = []
    if pymarkdown := peer(PYMARKDOWN, "pymarkdown"):
        sample = some(folder, 400)
        slow = Contestant("pymarkdown", "pymarkdownlnt, %d files" % len(sample),
                          # Its plug-ins fail on some of the lessons, which else ends the run.
                          [pymarkdown, "--continue-on-error", "scan"] + sample)
        if problem := slow.count(folder, isTimed=True):
            print(problem, file=sys.stderr)
        else:
            few.append(slow)

    text = report(options, folder, size, len(files), found, few, floor(folder), load)
    print(text)
    if options.write:
        page.write(options.write, None, text)


def report(options, folder, size, count, found, few, speeds, load):
    parts = ["""# Performance

`make bench` writes this page. It makes %s lessons (%.0f MB, seed %d) with lists, tables, code,
links, images, emphasis, quotes, boxes, footnotes and front matter as a course in a Git repository.
In most of them little is wrong, in some much. Then it runs this tool and its peers on them in turn,
%d times each. Figures are medians with the least and the greatest in brackets. CPU is the time of
all threads, in user and in kernel mode. Reports go nowhere. Nobody has a cache, except in the line
that says so, and all read what the operating system has in memory.
""" % (format(count, ","), size, options.seed, options.runs)]
    parts.append("Machine: %s. Versions: %s.\n" % (machine(), versions(found + few)))
    if load > os.cpu_count():
        parts.append("The machine was busy with other work (load %.0f on %d cores): wall times say "
                     "little, CPU times are somewhat high.\n" % (load, os.cpu_count()))
    parts.append("## Linting\n\n" + results(found) + "\n")
    if text := ratios(found):
        parts.append("How many times as much each takes as this tool, run by run:\n\n" + text + "\n")
    parts.append("""rumdl has rules that markdownlint has not; where it says "markdownlint's rules", these are off. What
is left differs in details, and so the numbers of findings do. Our own rules include those about a
course as a whole: links between pages, the list of lessons, objectives, ids.
""")
    if few:
        parts.append("pymarkdownlnt is written in Python and gets %d of the lessons: %.1f s, "
                     "%.0f MB, %s findings.\n" % (
                         min(400, count), few[0].median(0), few[0].median(2),
                         format(few[0].findings, ",")))
    if speeds and len(speeds) == 2:
        ours, cmark = speeds["academy"], speeds["cmark-gfm"]
        parts.append("""## Parsing alone

One thread, the same lessons, in one process: ours %.0f MB/s with tree and ranges, cmark-gfm
%.0f MB/s without exact ranges. At that speed cmark-gfm needs %.2f s of CPU for what linting reads;
that is a floor for linters that are built on it.
""" % (ours, cmark, size / cmark))
    return "\n".join(parts)


if __name__ == "__main__":
    main()
