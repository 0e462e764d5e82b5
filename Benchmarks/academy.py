"""Makes an academy of many courses, and times `academy reuse check` on it.

    academy.py [--courses N] [--releases N] [--repositories N] [--runs N] [--seed N]
               [--folder DIR] [--limit SECONDS] [--make-only]

Each course reuses three others: two lessons verbatim, one adapted, at versions that lie back a few
releases. One course in ten takes a lesson that its upstream took from elsewhere. Half of the
offices tag their releases, half declare them. All locks are written by the tool and committed.

Prints the time with `--no-cache`, with an empty cache, with a full one, and after one lesson that
others take has changed; compares what is found. Ends with status 1 where the full cache takes
longer than the limit or a finding differs.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ACADEMY = os.environ.get("ACADEMY", os.path.join(HERE, "..", ".build", "release", "academy"))
WORDS = """price index basket survey sample census register quality weight household firm trade
table chart script branch commit review release version licence open source method output input
check team office region quarter month series seasonal revision estimate error margin""".split()


class Course:
    def __init__(self, number, office, releases):
        self.number = number
        self.office = office
        self.slug = f"course-{number:04}"
        self.id = f"office-{office:03}/{self.slug}"
        self.tags = office % 2 == 0
        self.releases = releases
        self.taken = []  # (own id, upstream course, lesson of it, its release, kind)


def text(*key):
    """Words that depend on a key alone."""
    rng = random.Random(hashlib.sha256(repr(key).encode()).digest())
    lines = []
    for _ in range(6):
        lines.append(" ".join(rng.choice(WORDS) for _ in range(rng.randint(20, 60))).capitalize() + ".")
    return lines


class Academy:
    def __init__(self, courses, releases, repositories, seed):
        rng = random.Random(seed)
        self.seed = seed
        self.count = releases
        self.repositories = repositories
        self.courses = [
            Course(i, i * repositories // courses, releases) for i in range(courses)]
        for i, course in enumerate(self.courses):
            upstreams = rng.sample(range(i), min(3, i))
            for n, j in enumerate(upstreams):
                upstream = self.courses[j]
                lesson = "own-1" if rng.random() < 0.5 else "own-2"
                if upstream.taken and rng.random() < 0.1:
                    lesson = "taken-1"
                release = rng.randrange(releases)
                course.taken.append(
                    (f"taken-{n + 1}", upstream, lesson, release, "adapted" if n == 2 else "verbatim"))

    def lesson(self, course, lesson, release):
        """The text of a lesson as a course released it."""
        if lesson.startswith("own"):
            # The first changes with every fourth release, the second with every seventh.
            state = release // (4 if lesson == "own-1" else 7)
            parts = [f"## Part {k + 1}\n\n{line}\n" for k, line in enumerate(
                text(self.seed, course.number, lesson))]
            parts[state % 6] += f"\nState {state}: {text(self.seed, course.number, lesson, state)[0]}\n"
            title = f"{lesson} of {course.slug}"
        else:
            for own, upstream, other, version, kind in course.taken:
                if own == lesson:
                    found = self.lesson(upstream, other, version)
                    return found if kind == "verbatim" else found + "\n## Here\n\nOur own example.\n"
            raise KeyError(lesson)
        return (f"---\ntitle: {title}\nteaching: 10\nexercises: 5\n---\n\n"
                + "![A chart](fig/chart.svg)\n\n" + "\n".join(parts))

    def manifest(self, course, version):
        lines = ["schema: course/1", f"id: {course.id}", f"version: {version}",
                 f"releases: {'tags' if course.tags else 'declared'}",
                 f"title: Course {course.number}", "license: CC-BY-4.0", "language: en",
                 "authors: [{name: Team of the office}]"]
        if course.taken:
            lines.append("reuses:")
        for own, upstream, lesson, release, kind in course.taken:
            lines += [f"  - course: {upstream.id}", f'    version: "1.0.0 - 1.{release}.0"',
                      f"    as: {kind}", f"    lessons: {{{lesson}: {own}}}"]
            if kind == "adapted":
                lines.append("    changes: One more example.")
        return "\n".join(lines) + "\n"

    def files(self, course, release):
        files = {"course.yml": self.manifest(course, f"1.{release}.0"),
                 "config.yaml": f"url: https://example.org/{course.slug}\nlicense: CC-BY-4.0\n",
                 "episodes/fig/chart.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
                 "index.md": f"## Course {course.number}\n\nWelcome.\n"}
        for number, lesson in enumerate(["own-1", "own-2"] + [t[0] for t in course.taken]):
            files[f"episodes/0{number + 1}-{lesson}.md"] = self.lesson(course, lesson, release)
        return files

    def write(self, folder):
        by_office = {}
        for course in self.courses:
            by_office.setdefault(course.office, []).append(course)
        for office, members in by_office.items():
            path = os.path.join(folder, f"office-{office:03}")
            subprocess.run(["git", "init", "-q", "-b", "main", path], check=True)
            feed = subprocess.Popen(
                ["git", "fast-import", "--quiet"], cwd=path, stdin=subprocess.PIPE)
            self.import_(members, feed.stdin)
            feed.stdin.close()
            if feed.wait():
                sys.exit("git fast-import failed")
            git(path, "reset", "-q", "--hard", "main")
            # As in a clone; a tag that was made here would be a file of its own.
            git(path, "pack-refs", "--all")
        with open(os.path.join(folder, "pipeline.json"), "w") as file:
            json.dump({"schema": "pipeline/1", "courses": [
                {"repository": f"office-{c.office:03}", "path": c.slug} for c in self.courses]}, file)

    def import_(self, members, out):
        known = {}
        mark = 0
        when = 1_600_000_000
        for release in range(self.count):
            for course in members:
                changes = []
                for name, content in sorted(self.files(course, release).items()):
                    path = f"{course.slug}/{name}"
                    if known.get(path) != content:
                        known[path] = content
                        changes.append((path, content.encode()))
                mark += 1
                when += 3600
                message = f"{course.slug} 1.{release}.0".encode()
                out.write(b"commit refs/heads/main\nmark :%d\n" % mark)
                out.write(b"committer Team <team@example.org> %d +0000\n" % when)
                out.write(b"data %d\n%s\n" % (len(message), message))
                if mark > 1:
                    out.write(b"from :%d\n" % (mark - 1))
                for path, content in changes:
                    out.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content))
                if course.tags:
                    out.write(b"reset refs/tags/%s/v1.%d.0\nfrom :%d\n\n" % (
                        course.id.encode(), release, mark))


def git(path, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=Team", "-c", "user.email=team@example.org", "-c", "gc.auto=0",
         *arguments], cwd=path, check=True)


def run(folder, cache, *arguments):
    """Runs the tool; gives the seconds and the report."""
    environment = dict(os.environ, XDG_CACHE_HOME=cache)
    environment.pop("ACADEMY_CACHE", None)
    start = time.monotonic()
    done = subprocess.run([ACADEMY, *arguments], cwd=folder, capture_output=True, env=environment)
    took = time.monotonic() - start
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    return took, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=2000)
    parser.add_argument("--releases", type=int, default=20)
    parser.add_argument("--repositories", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder")
    parser.add_argument("--limit", type=float, default=2.0)
    parser.add_argument("--make-only", action="store_true")
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="academy-bench-")
    try:
        sys.exit(measure(options, folder))
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


def measure(options, folder):
    cache = os.path.join(folder, "cache")
    if not os.path.exists(os.path.join(folder, "pipeline.json")):
        os.makedirs(folder, exist_ok=True)
        start = time.monotonic()
        Academy(options.courses, options.releases, options.repositories, options.seed).write(folder)
        print(f"{options.courses} courses × {options.releases} releases in "
              f"{options.repositories} repositories, seed {options.seed}: made in "
              f"{time.monotonic() - start:.0f} s", flush=True)
        took, _ = run(folder, cache, "reuse", "lock")
        print(f"locked in {took:.1f} s", flush=True)
        for name in sorted(os.listdir(folder)):
            if name.startswith("office-"):
                git(os.path.join(folder, name), "add", "-A")
                git(os.path.join(folder, name), "commit", "-q", "--allow-empty", "-m", "Lock")
    if options.make_only:
        return 0
    check = ["reuse", "check", "--locked", "--format", "json"]
    without, truth = run(folder, cache, *check, "--no-cache")
    print(f"without a cache: {without:.2f} s", flush=True)
    shutil.rmtree(cache, ignore_errors=True)
    cold, found = run(folder, cache, *check)
    same = found == truth
    print(f"filling the cache: {cold:.2f} s", flush=True)
    times = []
    for _ in range(options.runs):
        took, found = run(folder, cache, *check)
        times.append(took)
        same = same and found == truth
    print(f"from the cache: {min(times):.2f} s best, {sorted(times)[len(times) // 2]:.2f} s median "
          f"of {options.runs}, {os.path.getsize(os.path.join(cache, 'academy', 'facts.sqlite')) / 1e6:.1f} MB",
          flush=True)
    with open(os.path.join(folder, "office-000", "course-0000", "episodes", "01-own-1.md"), "a") as file:
        file.write("\nOne more sentence.\n")
    took, found = run(folder, cache, *check)
    same = same and found == run(folder, cache, *check, "--no-cache")[1]
    git(os.path.join(folder, "office-000"), "checkout", "-q", ".")
    print(f"after a change of one course: {took:.2f} s", flush=True)
    if not same:
        print("what is found differs with and without a cache")
    if min(times) > options.limit:
        print(f"that is more than {options.limit} s")
    return 0 if same and min(times) <= options.limit else 1


if __name__ == "__main__":
    main()
