/// What a dialect adds to CommonMark; the parser asks for these and never for the dialect.
struct Grammar: OptionSet, Sendable {
  let rawValue: UInt32

  /// Tables, task lists, strikethrough, bare links, footnotes.
  static let gfm = Grammar(rawValue: 1 << 0)
  /// Pandoc attributes after code, links, images and fences.
  static let attributes = Grammar(rawValue: 1 << 1)
  /// Attributes at the end of headings.
  static let headingAttributes = Grammar(rawValue: 1 << 2)
  /// A line of attributes after a block, or before one (with `.attributesBefore`).
  static let attributeLines = Grammar(rawValue: 1 << 3)
  static let attributesBefore = Grammar(rawValue: 1 << 4)
  /// kramdown's `{: … }`, for blocks and spans.
  static let kramdown = Grammar(rawValue: 1 << 5)
  /// `[text]{.class}`.
  static let spans = Grammar(rawValue: 1 << 6)
  /// `::: class`.
  static let divs = Grammar(rawValue: 1 << 7)
  /// Math between equal runs of dollar signs, and in fences of them.
  static let dollarRuns = Grammar(rawValue: 1 << 8)
  /// Pandoc's `$x$` and `$$x$$`.
  static let pandocMath = Grammar(rawValue: 1 << 9)
  /// Blocks from a `$$` at the start of a line to one at the end of a line.
  static let dollarBlocks = Grammar(rawValue: 1 << 10)
  /// Math in a line between double dollar signs only.
  static let doubleDollars = Grammar(rawValue: 1 << 11)
  /// `{% … %}`.
  static let liquid = Grammar(rawValue: 1 << 12)
  /// `{{ … }}`.
  static let substitutions = Grammar(rawValue: 1 << 13)
  /// `{{< … >}}`.
  static let shortcodes = Grammar(rawValue: 1 << 14)
  /// `{{% … %}}`.
  static let percentShortcodes = Grammar(rawValue: 1 << 15)
  /// `{{#include …}}`.
  static let includes = Grammar(rawValue: 1 << 16)
  /// `@key` and `[@key, p. 3]`.
  static let citations = Grammar(rawValue: 1 << 17)
  /// MyST's directives in fences of backticks, tildes and colons.
  static let directives = Grammar(rawValue: 1 << 18)
  /// `:::note Title`.
  static let admonitions = Grammar(rawValue: 1 << 19)
  /// `{name}` before a code span.
  static let roles = Grammar(rawValue: 1 << 20)
  /// `(label)=`.
  static let targets = Grammar(rawValue: 1 << 21)
  /// `% comment`, and `+++` between blocks.
  static let mystLines = Grammar(rawValue: 1 << 22)
  /// A term and `: ` before each definition.
  static let definitionLists = Grammar(rawValue: 1 << 23)
  /// Each line of the paragraph before a definition is a term; otherwise the last one only.
  static let termLines = Grammar(rawValue: 1 << 24)
  /// Lines of `import` and `export`, and elements of JSX.
  static let mdx = Grammar(rawValue: 1 << 25)
  /// `\begin{align}` to `\end{align}`, without dollar signs around it.
  static let environments = Grammar(rawValue: 1 << 27)
  /// Structure is held to the grammar: what is unclosed or malformed is a problem.
  static let strict = Grammar(rawValue: 1 << 26)

  /// What is put in by a generator before or after Markdown is read.
  static let templates: Grammar = [
    .liquid, .substitutions, .shortcodes, .percentShortcodes, .includes,
  ]
  static let pandoc: Grammar = [
    .gfm, .attributes, .headingAttributes, .spans, .divs, .pandocMath, .dollarBlocks,
    .environments,
  ]
}

extension Dialect {
  var grammar: Grammar {
    switch self {
    case .commonmark: []
    case .gfm: .gfm
    case .github: [.gfm, .dollarRuns]
    case .workbench: [.pandoc, .strict]
    case .jekyll:
      [
        .gfm, .headingAttributes, .kramdown, .liquid, .substitutions, .dollarBlocks,
        .doubleDollars, .definitionLists, .termLines,
      ]
    case .quarto: [.pandoc, .shortcodes, .citations, .definitionLists, .strict]
    case .rmarkdown: [.pandoc, .citations, .definitionLists]
    case .myst:
      [
        .gfm, .attributes, .attributeLines, .attributesBefore, .spans, .dollarRuns, .dollarBlocks,
        .environments, .substitutions, .directives, .roles, .targets, .mystLines, .definitionLists,
        .strict,
      ]
    case .hugo:
      [
        .gfm, .headingAttributes, .attributeLines, .shortcodes, .percentShortcodes,
        .pandocMath, .dollarBlocks, .definitionLists, .termLines, .strict,
      ]
    // Their scripts for math are an option; prices in a line are none by pandoc's rules.
    case .mdbook: [.gfm, .headingAttributes, .includes, .pandocMath, .dollarBlocks]
    case .docusaurus: [.gfm, .headingAttributes, .admonitions, .mdx, .pandocMath, .dollarBlocks]
    }
  }
}
