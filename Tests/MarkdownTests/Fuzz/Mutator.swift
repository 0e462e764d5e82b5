/// Makes documents out of others by inserting, deleting, repeating and splicing.
struct Mutator {
  /// What a Markdown parser cares about.
  static let tokens: [String] = [
    "*", "**", "_", "__", "~", "~~", "`", "``", "```", "```r\n", "~~~\n", "[", "]", "![", "](", ")",
    "(", "<", ">", "> ", "- ", "+ ", "* ", "1. ", "2) ", "# ", "## ", "\n", "\n\n", "\r\n", "\r",
    "    ", "\t", "  \n", "\\\n", "\\", "&amp;", "&#35;", "&#x0;", "&", "<!--", "-->", "<b>",
    "</b>",
    "<div>", "<?", "?>", "<![CDATA[", "]]>", "<a href='", "http://a.b", "www.c.de", "x@y.zz",
    "mailto:q@w.er", "[a]: /b \"c\"\n", "[a]", "[^n]", "[^n]: note\n", "|", "\\|", "| a | b |\n",
    "|-|:-:|\n", "---\n", "===\n", "***\n", ":::", "::: note\n", ":::\n", "::: {.a #b k=v} :::\n",
    "{", "}", "{.x}", "{#i .c k=\"v\"}", "{alt='t'}", "- [ ] ", "- [x] ", "é", "ß", "“", "\u{A0}",
    "漢", "😀", "\0", "a", "b c", "word", "  ", " ",
    "$", "$$", "$$\n", "$$ (a)\n", "{{", "}}", "{{<", ">}}", "{{%", "%}}", "{%", "%}", "{{#", "{:",
    "{: .a}\n", "{::comment}\n", "{:/}", "{{< a >}}\n", "{{< /a >}}", "{{< highlight r >}}\n",
    "{{< /highlight >}}\n", "{% raw %}", "{% endraw %}", "{{ x }}", "@a", "[@b, p. 1]", "@{c}",
    "{r}`x`", "{r}", "```{note} a\n", "```{code}\n", ":::{tip}\n", "::::{a}\n", ":key: value\n",
    "(t)=\n", "% c\n", "+++\n", ": def\n", ":   def\n", ":::note T\n", "{.c #d}\n", "import a\n",
    "<Foo a={b}>", "{a}", "export b\n", "{/* c */}",
  ]

  private var generator: Generator
  private let seeds: [[UInt8]]

  init(seed: UInt64, seeds: [[UInt8]]) {
    generator = Generator(seed: seed)
    self.seeds = seeds
  }

  /// The next document: a few changes to a seed, at most some hundred bytes.
  mutating func next() -> [UInt8] {
    var bytes = slice(of: pick(seeds), limit: 240)
    if chance(6) { bytes = [] }
    for _ in 0..<Int.random(in: 1...12, using: &generator) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<5: bytes.insert(contentsOf: pick(Mutator.tokens).utf8, at: place)
    case 5:
      let end = min(bytes.count, place + Int.random(in: 1...8, using: &generator))
      bytes.removeSubrange(place..<end)
    case 6:
      let end = min(bytes.count, place + Int.random(in: 1...24, using: &generator))
      let part = Array(bytes[place..<end])
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes.insert(contentsOf: part, at: place)
      }
    case 7: bytes.insert(contentsOf: slice(of: pick(seeds), limit: 60), at: place)
    case 8: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    default:
      let token = pick(Mutator.tokens)
      for _ in 0..<Int.random(in: 2...6, using: &generator) {
        bytes.insert(contentsOf: token.utf8, at: place)
      }
    }
  }

  private mutating func slice(of bytes: [UInt8], limit: Int) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    let start = Int.random(in: 0...bytes.count - limit, using: &generator)
    return Array(bytes[start..<start + limit])
  }

  private mutating func pick<T>(_ from: [T]) -> T {
    from[Int.random(in: 0..<from.count, using: &generator)]
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
}
