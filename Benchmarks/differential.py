"""Holds the engine's HTML against comrak's and cmark-gfm's, document by document.

usage: differential.py RENDERER [--count N] [--seed N] [--show N] [FILE...]

Of N generated documents and of the files given, every difference from comrak is counted in a class
of docs/audits/markdown-differences.md, or as unexplained; the first unexplained ones are shown. The
exit status is 1 where there are any. The other witnesses are cmark-gfm, where its library is there
(it is asked for one document at a time, since it is not safe to use from two threads), and, for
what is no extension, two parsers that descend from neither: commonmark.py and markdown-it-py.
"""

import argparse
import ctypes
import ctypes.util
import random
import re
import subprocess
import sys

import commonmark
import comrak
import markdown_it

TOKENS = [
    "*", "**", "_", "__", "~", "~~", "`", "``", "```\n", "~~~\n", "[", "]", "![", "](", ")", "(",
    "<", ">", "> ", "- ", "+ ", "* ", "1. ", "2) ", "# ", "## ", "\n", "\n\n", "    ", "\t",
    "  \n", "\\\n", "\\", "&amp;", "&#35;", "&", "<!--", "-->", "<b>", "</b>", "<div>", "<?", "?>",
    "<a href='", "http://a.b", "www.c.de", "x@y.zz", '[a]: /b "c"\n', "[a]", "[^n]",
    "[^n]: note\n", "|", "\\|", "| a | b |\n|---|:-:|\n", "| c | d |\n", "---\n", "===\n", "***\n",
    "- [ ] ", "- [x] ", "é", "“", "漢", "a", "b c", "word", "  ", " ", "!", ".", "1", "'", '"',
]
LINES = [
    "# Prices", "Text with *emphasis* and `code`.", "- item", "  continued", "1. one", "> quote",
    "```", "    indented", "| a | b |", "|---|---|", "| 1 | 2 |", "[a]: /url 'title'", "", "",
    "[link](/a 'b') ![image](c)", "***", "<div>", "</div>", "Setext", "===", "---", "* * *",
    "- [x] done", "~~gone~~ www.a.org", "a  ", "b\\", "&copy; \\* <b>", "\t tab", "  - nested",
]


def generated(seed, number):
    draw = random.Random(f"{seed}/{number}")
    if draw.random() < 0.5:
        return "".join(draw.choice(TOKENS) for _ in range(draw.randint(2, 24)))
    lines = []
    for _ in range(draw.randint(1, 9)):
        line = draw.choice(LINES)
        if draw.random() < 0.3:
            place = draw.randint(0, len(line))
            line = line[:place] + draw.choice(TOKENS) + line[place:]
        lines.append(draw.choice(["", "", "", "> ", "  ", "- ", "    "]) + line)
    return "\n".join(lines) + draw.choice(["", "\n"])


class Renderer:
    """The engine, in one process of its own."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def html(self, text, dialect):
        data = text.encode()
        self.process.stdin.write(f"{dialect} {len(data)}\n".encode() + data)
        self.process.stdin.flush()
        return self.process.stdout.read(int(self.process.stdout.readline())).decode()


class Comrak:
    def __init__(self):
        self.gfm = comrak.ExtensionOptions()
        for name in ["table", "strikethrough", "autolink", "tasklist", "footnotes"]:
            setattr(self.gfm, name, True)
        self.plain = comrak.ExtensionOptions()
        self.render = comrak.RenderOptions()
        self.render.unsafe_ = True

    def html(self, text, dialect):
        return comrak.render_markdown(
            text,
            extension_options=self.gfm if dialect == "gfm" else self.plain,
            parse_options=comrak.ParseOptions(),
            render_options=self.render,
        )


class CMark:
    """cmark-gfm through its library; None where that is not installed."""

    def __init__(self):
        name = ctypes.util.find_library("cmark-gfm")
        extensions = ctypes.util.find_library("cmark-gfm-extensions")
        self.library = ctypes.CDLL(name, ctypes.RTLD_GLOBAL) if name and extensions else None
        if not self.library:
            return
        self.extensions = ctypes.CDLL(extensions)
        self.extensions.cmark_gfm_core_extensions_ensure_registered()
        for function in ["cmark_parser_new", "cmark_find_syntax_extension", "cmark_parser_finish",
                         "cmark_render_html", "cmark_parser_get_syntax_extensions"]:
            getattr(self.library, function).restype = ctypes.c_void_p

    def html(self, text, dialect):
        if not self.library:
            return None
        data = text.encode()
        options = 1 << 17 | (1 << 13 if dialect == "gfm" else 0)
        parser = ctypes.c_void_p(self.library.cmark_parser_new(options))
        if dialect == "gfm":
            for name in [b"table", b"strikethrough", b"autolink", b"tasklist"]:
                extension = ctypes.c_void_p(self.library.cmark_find_syntax_extension(name))
                self.library.cmark_parser_attach_syntax_extension(parser, extension)
        self.library.cmark_parser_feed(parser, data, ctypes.c_size_t(len(data)))
        root = ctypes.c_void_p(self.library.cmark_parser_finish(parser))
        used = ctypes.c_void_p(self.library.cmark_parser_get_syntax_extensions(parser))
        out = ctypes.c_void_p(self.library.cmark_render_html(root, options, used))
        result = ctypes.string_at(out).decode()
        ctypes.CDLL(None).free(out)
        self.library.cmark_node_free(root)
        self.library.cmark_parser_free(parser)
        return result


def normalised(html):
    """What the same document may be written as: attributes' order, references, white space."""
    html = re.sub(r"<input[^>]*>\s*", lambda m: "<input%s> " % (" x" if "checked" in m[0] else ""), html)
    html = re.sub(r'<section class="footnotes".*', "", html, flags=re.S)
    html = re.sub(r'<sup class="footnote-ref">.*?</sup>', "<sup/>", html)
    html = re.sub(r' class="(contains-task-list|task-list-item)[^"]*"', "", html)
    html = re.sub(r"\n+", "\n", html).replace("\n</code></pre>", "</code></pre>")
    html = re.sub(r"\s*(</?(?:table|thead|tbody|tr|th|td|li|ul|ol|p|blockquote)\b[^>]*>)\s*", r"\1", html)
    html = html.replace("<tbody></tbody>", "").replace("&quot;", '"').replace("&#39;", "'")
    html = re.sub(r'(href|src)="([^"]*)"', lambda m: m[1] + '="' + re.sub("%[0-9A-Fa-f]{2}", lambda e: e[0].upper(), m[2].replace("[", "%5B").replace("]", "%5D").replace("\\", "%5C")) + '"', html)
    return html.strip()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("renderer")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_intermixed_args()
    ours, theirs, witness = Renderer(arguments.renderer), Comrak(), CMark()
    classes = {}
    shown = 0

    def compare(name, text):
        nonlocal shown
        plain = None
        for dialect in ["commonmark", "gfm"]:
            a = normalised(ours.html(text, dialect))
            b = normalised(theirs.html(text, dialect))
            if a == b:
                classes["equal"] = classes.get("equal", 0) + 1
                continue
            third = witness.html(text, dialect)
            third = normalised(third) if third is not None else None
            kind = difference(text, dialect, a, b, third, plain)
            plain = kind if dialect == "commonmark" else None
            classes[kind] = classes.get(kind, 0) + 1
            if kind.startswith("unexplained") and shown < arguments.show:
                shown += 1
                print(f"--- {name}, {dialect}\n{text!r}\nours:   {a!r}\ncomrak: {b!r}")
                if third is not None:
                    print(f"cmark:  {third!r}")

    for path in arguments.files:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            text = file.read()
        compare(path, text)
    for number in range(arguments.count):
        compare(f"{arguments.seed}/{number}", generated(arguments.seed, number))
    print(f"{len(arguments.files)} files, {arguments.count} documents of seed {arguments.seed}")
    for kind in sorted(classes, key=lambda k: -classes[k]):
        print(f"{classes[kind]:8} {kind}")
    return 1 if any(kind.startswith("unexplained") for kind in classes) else 0


MARKDOWN_IT = markdown_it.MarkdownIt("commonmark")


def difference(text, dialect, ours, theirs, cmark, plain):
    """The class of a difference, as docs/audits/markdown-differences.md names them."""
    if cmark is not None and cmark == ours:
        return "as cmark-gfm"
    if plain is not None:
        return plain
    if dialect == "commonmark":
        if normalised(MARKDOWN_IT.render(text)) == ours:
            return "as markdown-it-py"
        if normalised(commonmark.commonmark(text)) == ours:
            return "as commonmark.py"
    if re.search(r"^[>\- ]+[\s\S]*\n\s*\n +\[a\]: ", text, re.M):
        return "definition that ends an item"
    kind = "unexplained"
    if dialect == "gfm" and cmark is not None:
        kind = extension(text, ours, theirs, cmark)
    if kind != "unexplained":
        return kind
    if re.search(r"<![A-Za-z]", text):
        return "declaration of one word"
    if "<!-" in text:
        return "comment as since CommonMark 0.31"
    collapsed = [re.sub(r"\s+", " ", html) for html in (ours, theirs, cmark or "")]
    if collapsed[0] in collapsed[1:]:
        return "indentation of a lazy line"
    if re.search(r"^ {0,3}</?[a-z][\w-]*(\s[^<>]*)?>[ \t]*$", text, re.M):
        return "lazy line that is a tag"
    return "unexplained"


def extension(text, ours, theirs, cmark):
    """The class of a difference about GFM's extensions."""

    def same(change, others=(cmark, theirs)):
        return any(change(other) == change(ours) for other in others)

    if re.search(r"\[[ xX]\][ \t]*(\n|\[)", text):
        return "check box without text beside it"
    if re.search(r"\[[ xX]\]", text) and same(
        lambda html: re.sub(r"<input( x)?> |\[[ xX]\] ?|<li>\s*", "", html)
    ):
        return "check box after another marker"
    if "|" in text and re.search(r"^[>\- ]*\[a\]: ", text, re.M) and "[a]: /" not in ours:
        return "definition right before a table"
    if "|" in text and same(lambda html: re.sub("</?p>", "", html)):
        return "tight list that holds a table"
    if "|" in text and same(lambda html: html.replace("%5C%7C", "%7C").replace("\\|", "|")):
        return "escaped pipe in text above a table"
    if re.search(r"^ +\|.*\n +\|[-:| ]+$", text, re.M) and "<table>" in ours:
        return "indented lazy header of a table"
    if same(lambda html: re.sub(r"\s", "", html)):
        return "indentation of a lazy line"
    return "unexplained"


if __name__ == "__main__":
    sys.exit(main())
