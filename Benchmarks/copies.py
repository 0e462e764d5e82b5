"""Makes courses in which some lessons were copied, and says which: the same seed gives the same bytes.

Words are drawn by Zipf's law from a made-up vocabulary; most lessons carry some of the same
boilerplate. A planted copy holds a share of its original's text, its containment, and is up to ten
times as long. It holds it in passages, put in another order now and then, with other markup and
links; or word by word, with single words replaced all over.

Only `Random.random()` is used, the one part of Python's generator that is promised not to change.
"""

import json
import os
import random
import shutil
import subprocess
import sys

# Raise it when the lessons change, so that none of before are taken.
VERSION = 3

LESSONS_OF_A_COURSE = 40
VOCABULARY = 20_000
TABLE = 1 << 17
# One lesson in so many is copied.
PLANTED = 20
CONTAINMENTS = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
RATIOS = [1, 2, 5, 10]


def vocabulary(rng):
    onsets = "b c d f g l m n p r s t v br cl dr gr pl st tr".split()
    vowels = "a e i o u ai ea io ou".split()
    ends = ["", "", "n", "r", "s", "t", "l", "nd", "rt"]
    words = []
    seen = set()
    while len(words) < VOCABULARY:
        syllables = 1 + int(rng() * 1.4) + (1 if len(words) > 200 else 0)
        word = "".join(
            onsets[int(rng() * len(onsets))] + vowels[int(rng() * len(vowels))]
            for _ in range(syllables)) + ends[int(rng() * len(ends))]
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def zipf(words):
    """A table in which a word stands as often as Zipf's law has it."""
    weights = [1 / (i + 2.7) for i in range(len(words))]
    total = sum(weights)
    table = []
    sum_ = 0.0
    for word, weight in zip(words, weights):
        sum_ += weight
        table += [word] * (int(sum_ / total * TABLE) - len(table))
    return table


class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed).random
        self.table = zipf(vocabulary(self.rng))
        self.boilerplate = [self.words(40 + int(60 * self.rng())) for _ in range(30)]

    def words(self, count):
        rng, table = self.rng, self.table
        return [table[int(rng() * TABLE)] for _ in range(count)]

    def passages(self, words):
        """The words, cut into passages of 10 to 40."""
        cut = []
        at = 0
        while at < len(words):
            length = 10 + int(30 * self.rng())
            cut.append(words[at:at + length])
            at += length
        return cut

    def copied(self, words, containment, ratio, scattered):
        """The words of a copy, in passages."""
        size = len(words) * ratio
        if scattered:
            text = [w if self.rng() < containment else self.words(1)[0] for w in words]
            cut = self.passages(text)
        else:
            cut, kept = [], 0
            for passage in self.passages(words):
                if kept >= containment * len(words):
                    break
                passage = passage[:max(4, round(containment * len(words)) - kept)]
                kept += len(passage)
                cut.append(passage)
            if self.rng() < 0.3:
                cut = cut[len(cut) // 2:] + cut[:len(cut) // 2]
        length = sum(map(len, cut))
        # Its own words stand before, behind and between.
        while length < size:
            own = self.words(min(40, size - length))
            cut.insert(int(self.rng() * (len(cut) + 1)), own)
            length += len(own)
        return cut

    def lesson(self, passages, markup):
        rng = self.rng
        out = ["---", "title: " + " ".join(self.words(3)).capitalize(), "teaching: 10",
               "exercises: 5", "---", ""]
        for i, passage in enumerate(passages):
            if i % 6 == 0:
                out += ["## " + " ".join(self.words(3)).capitalize(), ""]
            shape = rng()
            if shape < 0.1:
                out += ["```python", " ".join(passage), "```", ""]
            elif shape < 0.2:
                out += ["- " + " ".join(passage[:6]), "- " + " ".join(passage[6:]), ""]
            else:
                if markup and len(passage) > 4:
                    k = int(rng() * (len(passage) - 2))
                    passage = list(passage)
                    passage[k] = "**%s**" % passage[k]
                    passage[k + 1] = "[%s](%s.md)" % (passage[k + 1], self.words(1)[0])
                out += [" ".join(passage).capitalize() + ".", ""]
        for _ in range(int(rng() * 3)):
            text = self.boilerplate[int(rng() * len(self.boilerplate))]
            out += ["::: callout", "", " ".join(text).capitalize() + ".", "", ":::", ""]
        return ("\n".join(out)).encode()


def make(folder, count, seed):
    """A bare repository with courses of `count` lessons in all, unless it is there already; what
    was planted, as a list of originals and copies."""
    truth = os.path.join(folder, "planted.json")
    mark = [VERSION, count, seed]
    if os.path.exists(truth):
        with open(truth) as file:
            known = json.load(file)
        if known["mark"] == mark:
            return known["planted"]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    maker = Maker(seed)
    rng = maker.rng
    courses = max(2, count // LESSONS_OF_A_COURSE)
    # Lessons are dealt out to courses in turn, so that an original and its copy are in two.
    places = [(i % courses, i // courses) for i in range(count)]

    def path(i):
        return "c%05d/episodes/%03d-lesson.md" % places[i]

    planted = []
    repository = os.path.join(folder, "academy.git")
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", repository], check=True)
    feed = subprocess.Popen(["git", "-C", repository, "-c", "core.bigFileThreshold=1g",
                             "fast-import", "--quiet", "--depth=0"], stdin=subprocess.PIPE)
    out = feed.stdin
    out.write(b"commit refs/heads/main\ncommitter bench <bench@example.org> 0 +0000\ndata 0\n")

    def put(name, data):
        out.write(b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(data), data))

    for c in range(courses):
        put("c%05d/course.yml" % c,
            b"schema: course/1\nid: office-%d/course\nversion: 0.1.0-dev\n" % c)
        put("c%05d/config.yaml" % c, b"title: Course %d\nlicense: CC-BY-4.0\n" % c)
    i = 0
    number = 0
    while i < count:
        if rng() < 1 / PLANTED and i + 1 < count:
            containment = CONTAINMENTS[number % len(CONTAINMENTS)]
            ratio = RATIOS[number // len(CONTAINMENTS) % len(RATIOS)]
            scattered = rng() < 0.25
            number += 1
            words = maker.words(100 + int(300 * rng()))
            put(path(i), maker.lesson(maker.passages(words), False))
            copy = maker.copied(words, containment, ratio, scattered)
            put(path(i + 1), maker.lesson(copy, True))
            planted.append({"original": path(i), "copy": path(i + 1), "containment": containment,
                            "ratio": ratio, "scattered": scattered})
            i += 2
        else:
            size = 100 + int(1_400 * rng() ** 2)
            put(path(i), maker.lesson(maker.passages(maker.words(size)), False))
            i += 1
    out.write(b"\n")
    out.close()
    if feed.wait() != 0:
        sys.exit("copies: git fast-import failed")
    with open(os.path.join(folder, "pipeline.json"), "w") as file:
        json.dump({"schema": "pipeline/1", "courses": [
            {"repository": "academy.git", "path": "c%05d" % c} for c in range(courses)]}, file)
    with open(truth, "w") as file:
        json.dump({"mark": mark, "planted": planted}, file)
    return planted


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: copies.py FOLDER COUNT SEED")
    print(len(make(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))), "planted")
