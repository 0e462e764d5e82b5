"""Courses that the browser tests package: small, with a quiz of each kind, in two versions."""
import os
import subprocess
import xml.etree.ElementTree

LESSON = """---
title: {title}
teaching: 10
exercises: 5
---

::: questions
- What is {word}?
:::

::: objectives
- Describe {word}.
:::

Text about {word}, with `code` and [an office](https://example.org/{word}).

| Year | {word} |
|------|-------:|
| 2024 | 104.1  |

{quiz}

::: keypoints
- There is {word}.
:::
"""

SINGLE = """::: challenge
## Which month?

When is the index published?

- [ ] In the same month
- [ ] In the month after
- [ ] Never

::: solution
- [ ] In the same month
- [x] In the month after
- [ ] Never

It is known when the month is over.
:::
:::
"""

SEVERAL = """::: challenge
## Which are prices?

- [ ] Rent
- [ ] A wage
- [ ] A fare

::: solution
- [x] Rent
- [ ] A wage
- [x] A fare
:::
:::
"""


EVERYTHING = """::: prereq
### Before
Know what a price is.[^note]
:::

::: group-tab
### Windows
Press <kbd>Ctrl</kbd>.
### macOS
Press <kbd>Cmd</kbd>.
:::

::: callout
### A remark
Text.
:::

::: callout
Another.
:::

::: discussion
Why?
:::

::: spoiler
### More
Hidden.
:::

::: testimonial
It helped.
:::

::: checklist
- [x] done
- [ ] not yet
:::

```python
print("a line that is much longer than a telephone is wide, so that the block must scroll sideways")
```

```output
printed
```

```mermaid
graph LR
```

> Quoted.

1. One
2. Two

<details>

Raw *HTML* without a summary.

</details>

[^note]: A note.

## Two headings

A word that is wider than a telephone, in the text and in the list of what is on the page.

## Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung
"""


def write(folder, path, text):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as file:
        file.write(text)


def course(folder, version, lessons, completion="seen"):
    """Writes a course; `lessons` are pairs of id and quiz."""
    manifest = [
        "schema: course/1", "id: nso/prices", f"version: {version}", "title: Prices",
        "description: How prices are measured.", "language: en", "lifecycle: beta",
        "license: CC-BY-4.0",
        "assessment: {completion: %s, pass: 60}" % completion, "lessons:",
    ]
    for number, (name, quiz) in enumerate(lessons, 1):
        path = f"episodes/{number:02}-{name}.md"
        manifest.append(f"  - {{id: {name}, path: {path}}}")
        write(folder, path, LESSON.format(title=name.capitalize(), word=name, quiz=quiz))
    write(folder, "course.yml", "\n".join(manifest) + "\n")
    write(folder, "LICENSE.md", "---\ntitle: Licence\n---\n\nCC BY 4.0.\n")
    write(folder, "learners/setup.md", "---\ntitle: Setup\n---\n\nInstall nothing.\n")


def package(tool, folder, output):
    """Packages the files of a folder as site and SCORM."""
    done = subprocess.run(
        [tool, "bundle", "--worktree", "--format", "site,scorm12", "--output", output],
        cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    base = os.path.join(output, "nso", "prices")
    target = os.path.join(output, "package")
    os.makedirs(target, exist_ok=True)
    subprocess.run(
        ["python3", "-m", "zipfile", "-e", os.path.join(base, "prices-worktree-scorm12.zip"), target],
        check=True)
    return os.path.join(base, "site"), target


def package_all(tool, folder, output):
    """Packages the files of a folder in every format, whatever is found, and unpacks them all."""
    write(folder, "pipeline.json", """{
      "schema": "pipeline/1", "courses": [""],
      "rules": {%s}
    }""" % ", ".join(f'"{group}": "note"' for group in (
        "accessibility", "bundle", "dialect", "framework", "licence", "links", "security", "source",
        "structure")))
    done = subprocess.run(
        [tool, "bundle", "--worktree", "--format", "site,scorm12,epub,imscc11,imscc13", "--output", output],
        cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    base = os.path.join(output, "nso", "prices")
    for name in sorted(os.listdir(base)):
        if name.endswith((".zip", ".epub", ".imscc")):
            target = os.path.join(output, "unpacked", name)
            os.makedirs(target)
            subprocess.run(["python3", "-m", "zipfile", "-e", os.path.join(base, name), target], check=True)


def question_texts(path):
    """The HTML of the texts in a file of QTI 1.2; none where it is another file."""
    root = xml.etree.ElementTree.parse(path).getroot()
    if not root.tag.endswith("questestinterop"):
        return set()
    return {
        element.text for element in root.iter()
        if element.tag.endswith("}mattext") and element.get("texttype") == "text/html" and element.text}
