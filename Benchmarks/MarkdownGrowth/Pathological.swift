/// An input that a parser might take too long for, of any size.
struct Pathological: Sendable {
  let name: String
  let make: @Sendable (Int) -> [UInt8]

  /// What courses are made of.
  static let ordinary = """
    ## Reading prices

    The *index* compares **baskets** over time; see [the manual](https://example.org/m "CPI") and
    `mean(x)`. Weights come from the survey, which asks {households} what they buy.

    - First item with some words in it
    - Second item, and a link to [notes](notes.md)

    | Year | Index |
    |-----:|:------|
    | 2023 | 104.2 |

    ```r
    x <- c(1, 2, 3)
    ```

    > A quote, and then the text goes on for a good while without anything special in it at all.


    """

  /// A text repeated.
  static func many(_ text: String, before: String = "", after: String = "") -> Pathological {
    Pathological(
      name: "\(before.prefix(24))(\(text.prefix(40)))*\(after.prefix(24))".debugDescription
    ) {
      Array(before.utf8) + MarkdownGrowth.filled(text, $0) + Array(after.utf8)
    }
  }

  /// One text repeated, then another: openings and closings.
  static func pairs(_ open: String, _ middle: String, _ close: String) -> Pathological {
    Pathological(name: "(\(open))* \(middle) (\(close))*".debugDescription) { size in
      MarkdownGrowth.filled(open, size / 2) + Array(middle.utf8)
        + MarkdownGrowth.filled(close, size / 2)
    }
  }

  static let all: [Pathological] = blocks + inlines + dialects + mixed

  private static let blocks: [Pathological] = [
    ">", "> ", "- ", "1. ", "- a\n", "- a\n\n", "# a\n", "```\n", "    a\n\n", "---\n", "<div>\n",
    "<!-- ", "<pre>\n", "|-\n", "| a | b |\n|---|---|\n", "[a]: b\n", "[a]: b \"\n", "[^a]: b\n",
    "a\n===\n", "a\n\n", "\n", "\t", " ", "* * * a\n", "- - - - a\n", "+ +\n", "1) a\n2) b\n",
  ].map { many($0) }

  private static let inlines: [Pathological] =
    [
      "*a **a ", "a**b", "*a_ ", "[", "![", "[a](", "[a](<b", "[a](b \"", "`a``b", "<a b=\"",
      "a <?",
      "<![CDATA[", "a <!A", "[a][b", "_www.", "http://", "a@", "http://a_b*", "&", "[^a]",
      "~a ~~b ",
      "\\``", "[a]{", "[a]{k=", "[a]{k=\"", "[a]{x=1 x=", "<a", "![[]()", "*_", "a_b_", "]", "\\",
      "[a]{.b ", "`x`{k='", "&amp", "\"'", "**", "www.a.b/(", "x@y.z ",
    ].map { many($0) } + [
      pairs("[", "a", "]"), pairs("[", "a", "](b)"), pairs("*", "a", "*"), pairs("![", "a", "](b)"),
      many("(", before: "[a]("), many(")", before: "http://a.b"),
      many("{", before: "# a ", after: "}"),
      many(" ", before: "<a"), many("[a] ", before: "[a]: b\n\n"),
    ]

  private static let dialects: [Pathological] =
    [
      "$", "$$ ", "$a ", "a$", "$$\n", "$$\na\n\n", "$1 $$2 $$$3 ", "{{", "{{ ", "{{<", "{{< a ",
      "{{< a\n", "{{< a >}}\n", "{{< a >}} ", "{{< a >}}{{< /a >}}\n", "{{< /a >}}\n", "{{%",
      "{{% a\n",
      "{%", "{% raw %}\n", "{% raw %}", "{% raw %} {% comment %} ", "{% a %}\n", "{{#", "{{#a}}\n",
      "{:", "{: .a\n", "{: .a}\n", "a\n{: .a}\n", "{:k=", "{:k=\"", "{::comment}\n", "*a*{: .b}",
      "{{< highlight a >}}\n", "{{< highlight a >}} {{< mermaid >}} ", "> {{< highlight a >}}\n\n",
      "@a ", "@", "[@a ", "@{", "[@a; @b]", "@a:::", "{a}`", "{a}``b` ", "{a", "{a}", "```{a}\n",
      "```{a}\n```\n", ":::{a}\n", ":::{a}\n:::\n", ":::{a\n", "::: {.a\n", ":::a\n", ":::a b\n",
      ":::\n", "::::", "```{code}\n", ":a: b\n", "```{a}\n:b: c\n", "```{a}\n---\n", "(a)=\n", "(a",
      "(((((\n", "% a\n", "+++\n", "a\n: b\n", "a\n: b\n\n", ": b\n", "a\n\n: b\n\n", "a\n: : b\n",
      "{.a}\n", "a\n{.a}\n", "{.a\n", "import a\n", "<A b={", "<A b={\n", "<A>\n", "{a {b ", "{a\n",
      "{{}", "}} ", "{a}\n", "<A ", "<A b='", ">}}", "$`a", "{{< a \"b >}}\n", "[a]({{",
      "[a]({{< b >}} ",
      "[a]: {{ b\n", "[a]: {% b %}\n",
    ].map { many($0) } + [
      pairs("{", "a", "}"), pairs("{{< a >}}\n", "b", "{{< /a >}}\n"), pairs("$", "a", "$$"),
      pairs("{% raw %}\n", "a", "{% endraw %}\n"), pairs(":::{a}\n", "b", ":::\n"),
      many("a\n", before: String(repeating: "````{a}\n", count: 60)),
      many("```\n", before: String(repeating: "````{a}\n", count: 60)),
      many(" a\n", before: String(repeating: ":::: {.a}\n", count: 900)),
      many("{% raw %}\n", after: "{% endraw %}x"), many("{{ a\n", after: "}}"),
      many("```{a}\n", before: "````{b}\n"), many("{a}\n", before: "{\n", after: "}\n"),
    ]

  private static let mixed: [Pathological] = [
    Pathological(name: "a table of many columns") { size in
      let columns = 10_000
      let row = MarkdownGrowth.filled("a|", 2 * columns) + [0x0A]
      let rule = MarkdownGrowth.filled("-|", 2 * columns) + [0x0A]
      var bytes = row + rule
      while bytes.count < 16 * size { bytes += row }
      return bytes
    },
    Pathological(name: "short rows of a wide table") { size in
      MarkdownGrowth.filled("a|", size / 4) + [0x0A] + MarkdownGrowth.filled("-|", size / 4) + [
        0x0A
      ]
        + MarkdownGrowth.filled("b|\n", size / 2)
    },
    Pathological(name: "definitions and references") { size in
      var text = ""
      for number in 0..<size / 24 { text += "[a\(number)]: b\n" }
      for number in 0..<size / 24 { text += "[a\(number)] " }
      return Array(text.utf8)
    },
    Pathological(name: "runs of backticks") { size in
      var bytes: [UInt8] = []
      var length = 1
      while bytes.count < size {
        bytes += Array(repeating: 0x60, count: length) + [0x65]
        length += 1
      }
      return bytes
    },
    Pathological(name: "runs of dollar signs") { size in
      var bytes: [UInt8] = []
      var length = 1
      while bytes.count < size {
        bytes += Array(repeating: 0x24, count: length) + [0x65]
        length += 1
      }
      return bytes
    },
    Pathological(name: "a deep list") { size in
      var bytes: [UInt8] = []
      var depth = 0
      while bytes.count < size {
        bytes += Array(repeating: 0x20, count: 2 * depth) + Array("- a\n".utf8)
        depth = (depth + 1) % 500
      }
      return bytes
    },
    many("b\n", before: String(repeating: "> ", count: 900) + "a\n"),
    many("\n", before: String(repeating: "- ", count: 900) + "a"),
  ]
}
