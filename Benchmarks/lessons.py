"""Makes lessons that look like those of real courses: the same seed gives the same bytes.

Only `Random.random()` is used, the one part of Python's generator that is promised not to change.
"""

import os
import random
import shutil
import subprocess
import sys

WORDS = """
a about access account across administrative after again agency aggregate all allocate already also
although among amount an analysis and annual answer any archive are area as ask at author automate
average away balance base basic be because become before begin being below benchmark between both
branch bring budget build business but by calculate calendar can capital carry case category cause
census change chapter check choose class classification clean clear code coherent collect colleague
column come command commit common compare compile complete component compute concept condition
confidential consider consistent consumption contain content control copy correct cost could count
country course cover create current cycle data database date day decide decision default define
delivery demand department depend describe design detail develop difference directory disclosure
discuss disseminate do document does domain done draft each earlier easy economic edit editor either
employ employment empty end enough ensure enter enterprise error estimate evaluate even every example
exchange exercise expect expenditure explain export fact family field figure file fill final find
first follow for forecast form format found frame framework free from full function further general
get give given go good goods government group grow guide half hand handle has have help here history
hold household how however idea identify if import improve impute in include income increase index
indicator individual industry inflation information input inquiry inside instead institution integrate
interest interview into introduce inventory is issue it item its join just keep key kind know label
labour language large last later learn least leave less lesson let level library licence like limit
line link list little local long look loop machine macro main make manage many market match material
may mean measure median member merge message meta method metric micro might minute missing model
modify month more most move much must name national need network never new next no node nominal none
normal not note nothing notice now number object observe of office official often old on once one
online only open operate option or order organise other our out outlier output outside over own
package page panel paper part partner pass path pattern people per percent period permission person
phase place plan point policy population possible practice prepare present price primary principle
print private problem procedure process produce product production program project proper protect
provide public publish purpose put quality quarter query question quick quite rate rather ratio raw
read real reason receive recent record reference region register regular relate release reliable
remove repeat replace report repository request require research reset respondent response rest
result retail return review revise revision right role rounding row rule run salary sample save scale
schedule schema scope script season seasonal section sector see select send sensitive sentence series
service set several share she should show side similar simple since single site size small so social
some source space specify staff stage standard start state statistical statistics step still stock
store stratum structure student study such suggest sum summary supply support sure survey system
table take target task team tell temporary tend test text than that the their them then theory there
these they thing this those though three through time to together too tool topic total trade train
transform transparent trend true trust turn two type under unemployment unit update upload use user
usual valid value variable variance version very view visit volume wage want was way we week weight
well were what when where whether which while who why wide will window with within without word work
worker workflow world would write wrong year yes yet you your überprüfen qualité données año 統計 são
""".split()

PICTURES = ["%s.svg" % word for word in WORDS[:200]]

# Most words of a text are a few short ones.
COMMON = [w for w in WORDS if len(w) <= 4]

LANGUAGES = ["python", "r", "bash", "sql", "yaml", "text", "output"]
CODE = [
    "prices = read_table('prices-%d.csv')", "index <- weighted_mean(price_%d, weight)",
    "git commit -m 'Revise quarter %d'", "SELECT region, sum(value) FROM trade_%d GROUP BY region;",
    "for row in table[%d:]: check(row)", "    if is.na(value[%d]) next", "# step %d",
    "threshold: %d", "cp survey-%d.csv archive/", "def estimate_%d(sample, weights):",
    "    return sum(w * x for w, x in zip(weights[%d:], sample))",
]


class Writer:
    """Writes one lesson."""

    def __init__(self, seed, index, names):
        self.random = random.Random(seed * 1_000_003 + index).random
        self.index = index
        self.names = names
        self.out = []
        self.size = 0
        # Most lessons have a few faults, some have many.
        self.faults = 0.25 if self.chance(0.04) else 0.0025
        kind = self.random()
        # How paragraphs are broken: wrapped, a sentence a line, or not at all.
        self.breaking = "wrap" if kind < 0.88 else "sentence" if kind < 0.97 else "none"
        self.bullet = "*" if self.chance(0.1) else "-"
        self.footnotes = []
        self.cites = False
        self.titles = set()

    def chance(self, p):
        return self.random() < p

    def fault(self):
        return self.random() < self.faults

    def number(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def line(self, text=""):
        if self.fault() and text and self.chance(0.2):
            text += " "
        self.out.append(text)
        self.size += len(text) + 1

    def blank(self):
        self.line()
        if self.fault():
            self.line()

    def words(self, count):
        r, n, m = self.random, len(WORDS), len(COMMON)
        return [WORDS[int(r() * n)] if r() < 0.6 else COMMON[int(r() * m)] for _ in range(count)]

    def phrase(self, low=2, high=6):
        words = self.words(self.number(low, high))
        words[0] = words[0].capitalize()
        return " ".join(words)

    def address(self):
        return "https://stat.example.org/%s/%s-%d" % (
            self.pick(WORDS[:200]), self.pick(WORDS[200:400]), self.number(1, 99))

    def inline(self):
        kind = self.random()
        words = " ".join(self.words(self.number(1, 3)))
        if kind < 0.22:
            return "*%s*" % words if not self.fault() else "* %s *" % words
        if kind < 0.42:
            return "**%s**" % words if not self.fault() else "__%s__" % words
        if kind < 0.68:
            return "`%s`" % words if not self.fault() else "` %s`" % words
        if kind < 0.78:
            target = self.pick(self.names)
            text = words if not self.fault() else "here"
            return "[%s](%s)" % (text, target if not self.fault() else "gone-" + target)
        if kind < 0.90:
            if self.fault():
                return self.address()
            return "[%s](%s)" % (words, self.address())
        if kind < 0.93:
            return "<%s>" % self.address()
        if kind < 0.95:
            self.cites = True
            return "[%s][source]" % words
        if kind < 0.965 and len(self.footnotes) < 4:
            self.footnotes.append(" ".join(self.words(9)))
            return "%s[^%d]" % (words, len(self.footnotes))
        if kind < 0.98:
            return "~~%s~~" % words
        if self.fault():
            return "<b>%s</b>" % words
        return "\\*%s\\* &amp; %s" % (words, words)

    def sentence(self):
        words = self.words(self.number(6, 20))
        words[0] = words[0].capitalize()
        if self.chance(0.45):
            words.insert(self.number(1, len(words) - 1), self.inline())
        if len(words) > 8 and self.chance(0.4):
            at = self.number(2, len(words) - 3)
            words[at] += ","
        return " ".join(words) + ("." if not self.chance(0.04) else "?")

    def paragraph(self, sentences, first="", rest=None):
        rest = first if rest is None else rest
        text = [self.sentence() for _ in range(sentences)]
        if self.breaking == "none":
            self.line(first + " ".join(text))
        elif self.breaking == "sentence":
            for i, sentence in enumerate(text):
                self.line((rest if i else first) + sentence)
        else:
            line, lead = first, len(first)
            for word in " ".join(text).split(" "):
                if len(line) > lead and len(line) + 1 + len(word) > 78:
                    self.line(line)
                    line, lead = rest + word, len(rest)
                else:
                    line += (" " if len(line) > lead else "") + word
            self.line(line)

    def title(self):
        while True:
            title = self.phrase()
            if title not in self.titles or self.fault():
                self.titles.add(title)
                return title

    def heading(self, level):
        if self.fault():
            level = min(6, level + 1)
        title = self.title() + ("." if self.fault() else "")
        self.line("#" * level + ("" if self.fault() else " ") + title)
        if not self.fault():
            self.blank()

    def items(self, depth=0, ordered=False):
        for i in range(self.number(2, 6)):
            marker = "%d. " % (i + 1) if ordered else self.bullet + " "
            if self.fault():
                marker = "+ " if not ordered else "%d) " % (i + 1)
            if not ordered and depth == 0 and self.chance(0.03):
                marker += "[x] " if self.chance(0.5) else "[ ] "
            indent = " " * (depth * (3 if ordered else 2))
            width = len(marker) if "[" not in marker else 2
            self.paragraph(self.number(1, 2), indent + marker, indent + " " * width)
            if depth < 2 and not ordered and self.chance(0.12):
                self.items(depth + 1)

    def code(self):
        language = "" if self.fault() else self.pick(LANGUAGES)
        self.line("```" + language)
        for _ in range(self.number(2, 12)):
            text = self.pick(CODE) % self.number(1, 999)
            self.line("\t" + text if self.fault() else text)
        self.line("```")

    def table(self):
        columns = self.number(2, 6)
        rows = [[self.phrase(1, 2) for _ in range(columns)]]
        for _ in range(self.number(2, 9)):
            row = [self.pick([str(self.number(0, 99999)), " ".join(self.words(2)), "`%s`" % self.pick(WORDS)])
                   for _ in range(columns)]
            rows.append(row)
        widths = [max(len(row[i]) for row in rows) for i in range(columns)]
        for n, row in enumerate(rows):
            if self.fault() and n > 1:
                row = row[:-1]
            self.line("| " + " | ".join(cell.ljust(widths[i]) for i, cell in enumerate(row)) + " |")
            if n == 0:
                self.line("| " + " | ".join("-" * max(3, w) for w in widths) + " |")

    def quote(self):
        self.paragraph(self.number(1, 3), "> ")
        if self.chance(0.3):
            self.line(">")
            self.paragraph(1, "> > ")
            if self.chance(0.3):
                self.line("> >")
                self.paragraph(1, "> > - ", "> >   ")

    def image(self):
        text = "" if self.fault() else " ".join(self.words(8)).capitalize()
        self.line("![%s](fig/%s)" % (text, self.pick(PICTURES)))

    def challenge(self):
        self.line("::: challenge")
        self.blank()
        self.line("#" * 3 + " " + self.title())
        self.blank()
        self.paragraph(self.number(1, 3))
        self.blank()
        self.line("::: solution")
        self.blank()
        if self.chance(0.5):
            self.code()
        else:
            self.paragraph(2)
        self.blank()
        self.line(":::")
        self.blank()
        self.line(":::")

    def div(self, name, write):
        self.line("::: " + name)
        self.blank()
        write()
        self.blank()
        self.line(":::")
        self.blank()

    def list_of(self, texts):
        for text in texts:
            self.line("- " + text)

    def body(self, size):
        level = 2
        goal = self.size + size
        while self.size < goal:
            self.heading(level)
            for _ in range(self.number(2, 6)):
                kind = self.random()
                if kind < 0.52:
                    self.paragraph(self.number(2, 7))
                elif kind < 0.66:
                    self.items(ordered=self.chance(0.25))
                elif kind < 0.79:
                    self.code()
                elif kind < 0.85:
                    self.table()
                elif kind < 0.90:
                    self.quote()
                elif kind < 0.94:
                    self.image()
                elif kind < 0.97:
                    self.challenge()
                else:
                    self.paragraph(self.number(8, 16))
                if not self.fault():
                    self.blank()
            level = 3 if level == 2 and self.chance(0.4) else 2

    def end(self):
        for i, text in enumerate(self.footnotes):
            self.blank()
            self.line("[^%d]: %s" % (i + 1, text))
        if self.cites:
            self.blank()
            self.line("[source]: " + self.address())

    def lesson(self, size):
        self.line("---")
        self.line('title: "%s"' % self.title())
        self.line("teaching: %d" % self.number(5, 30))
        self.line("exercises: %d" % self.number(5, 15))
        self.line("---")
        self.blank()
        self.div("questions", lambda: self.list_of([self.phrase(4, 9) + "?"]))
        self.div("objectives", lambda: self.list_of(
            ["Explain " + " ".join(self.words(6)), "Compare " + " ".join(self.words(6))]))
        self.body(size)
        self.line("::: keypoints")
        self.blank()
        self.list_of([self.phrase(5, 9) for _ in range(3)])
        self.blank()
        self.line(":::")
        self.end()
        return self.text()

    def text(self):
        text = "\n".join(self.out)
        return (text if self.faults > 0.1 and self.chance(0.2) else text + "\n").encode()


def names(count):
    n = 400
    return ["%06d-%s-%s.md" % (i + 1, WORDS[i % n], WORDS[i // n % n]) for i in range(count)]


def course(folder, count, seed, size=4_000):
    """Writes a course of `count` lessons as a Git repository, unless it is there already."""
    done = os.path.join(folder, ".git", "bench-done")
    mark = "%d %d %d %d\n" % (VERSION, count, seed, size)
    if os.path.exists(done) and open(done).read() == mark:
        return
    shutil.rmtree(folder, ignore_errors=True)
    episodes = os.path.join(folder, "episodes")
    os.makedirs(episodes)
    files = names(count)
    rng = random.Random(seed).random
    for i, name in enumerate(files):
        # From a fifth of the mean to five times as much, small ones more often.
        share = 0.2 + 4.8 * rng() ** 5
        data = Writer(seed, i, files).lesson(int(size * share))
        with open(os.path.join(episodes, name), "wb") as file:
            file.write(data)
    os.makedirs(os.path.join(episodes, "fig"))
    for name in PICTURES:
        write(os.path.join(episodes, "fig"), name,
              "<svg xmlns='http://www.w3.org/2000/svg'><title>%s</title></svg>\n" % name)
    write(folder, "config.yaml", "title: Bench\nlicense: CC-BY-4.0\nepisodes:\n"
          + "".join("- %s\n" % name for name in files))
    write(folder, "course.yml", "id: bench\ntitle: Bench\nversion: 1.0.0\nlanguage: en\n"
          "license: CC-BY-4.0\n")
    write(folder, "index.md", "---\ntitle: Bench\n---\n\nLessons to measure with.\n")
    # A change of the tool that runs this must not touch what is measured.
    environment = dict(
        os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null",
        GIT_AUTHOR_NAME="bench", GIT_AUTHOR_EMAIL="bench@example.org", GIT_AUTHOR_DATE="@0 +0000",
        GIT_COMMITTER_NAME="bench", GIT_COMMITTER_EMAIL="bench@example.org",
        GIT_COMMITTER_DATE="@0 +0000")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Lessons"],
                    ["repack", "-a", "-d", "-q"], ["update-index", "-q", "--refresh"]):
        subprocess.run(["git", "-c", "gc.auto=0", "-C", folder] + command, check=True,
                       env=environment)
    write(os.path.join(folder, ".git"), "bench-done", mark)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def single(path, size, seed):
    """Writes one long lesson of about `size` bytes, unless it is there already."""
    if os.path.exists(path):
        return
    files = names(50)
    written = 0
    part = 0
    with open(path + ".part", "wb") as file:
        while written < size:
            writer = Writer(seed, part, files)
            writer.faults = 0.006
            if part == 0:
                data = writer.lesson(10_000)
            else:
                writer.body(min(200_000, size - written))
                data = writer.text()
            file.write(data + b"\n")
            written += len(data) + 1
            part += 1
    os.rename(path + ".part", path)


# Raise it when the lessons change, so that none of before are taken.
VERSION = 1

if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit("usage: lessons.py FOLDER COUNT SEED [BYTES]")
    course(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *map(int, sys.argv[4:]))
