"""The sections of docs/performance.md that benches of their own write, each without the others."""

import os

# In the page's order, behind what compare.py writes.
SECTIONS = ["How the time grows", "Before a commit", "Making bundles", "Looking for copies"]


def busy(load):
    """What to say where the machine had other work; nothing where it had none."""
    if load <= 0.5 * os.cpu_count():
        return ""
    return (f"The machine was busy with other work (load {load:.1f} on {os.cpu_count()} cores): wall times "
            "are too high.\n")


def heading(name):
    return f"## {name}\n"


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def parts(page):
    """What stands in front of these sections, and each that is there with its heading."""
    starts = sorted((page.find(heading(name)), name) for name in SECTIONS if heading(name) in page)
    ends = [start for start, _ in starts[1:]] + [len(page)]
    known = {name: page[start:end].strip() for (start, name), end in zip(starts, ends)}
    return page[:starts[0][0] if starts else len(page)].strip(), known


def write(path, name, text):
    """Puts a section in its place, or what stands in front of them all where the name is nothing."""
    front, known = parts(read(path))
    if name:
        known[name] = heading(name) + "\n" + text.strip()
    else:
        front = text.strip()
    page = [front] + [known[section] for section in SECTIONS if section in known]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(page) + "\n")
