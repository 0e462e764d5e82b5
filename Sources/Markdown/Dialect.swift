/// Which grammar a file is read with.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// CommonMark 0.31.2 and nothing else.
  case commonmark
  /// GitHub Flavored Markdown: tables, task lists, strikethrough, autolinks, footnotes.
  case gfm
  /// GFM as github.com shows it: with math between dollar signs.
  case github
  /// GFM and what the Carpentries Workbench adds: fenced divs, pandoc attributes, bracketed spans,
  /// pandoc's math.
  case workbench
  /// GFM with kramdown's attribute lists and definition lists, and Liquid.
  case jekyll
  /// As `workbench`, with Quarto's shortcodes, citations and cross-references.
  case quarto
  /// As `workbench`, with citations: what R Markdown hands to pandoc.
  case rmarkdown
  /// GFM and MyST: directives, roles, targets, comments, block breaks, substitutions.
  case myst
  /// GFM with Hugo's shortcodes, attribute lists and definition lists, and pandoc's math.
  case hugo
  /// GFM with mdBook's `{{#include …}}`, and pandoc's math.
  case mdbook
  /// GFM with Docusaurus's admonitions and MDX, and pandoc's math.
  case docusaurus
}

extension Dialect {
  /// Whether pandoc makes the pages, so that links may name a heading by its text.
  public var linksHeadings: Bool {
    switch self {
    case .workbench, .quarto, .rmarkdown: true
    default: false
    }
  }
}

/// How a document is parsed.
public struct ParseOptions: Sendable, Hashable {
  /// The grammar.
  public var dialect: Dialect
  /// Whether a front matter between `---` lines may start the document.
  public var frontMatter: Bool
  /// Whether the text is the inside of a block of HTML: its tags are read as inlines, and
  /// indentation makes no code.
  public var isInsideHTML: Bool
  /// Whether `\begin{align}` starts math in any grammar, as notebooks show it.
  public var hasEnvironments: Bool
  /// Whether links may name a heading by its text, as pandoc has it.
  public var linksHeadings: Bool

  /// Makes options.
  public init(
    dialect: Dialect, frontMatter: Bool = true, isInsideHTML: Bool = false,
    hasEnvironments: Bool = false, linksHeadings: Bool = false
  ) {
    self.linksHeadings = linksHeadings
    self.hasEnvironments = hasEnvironments
    self.dialect = dialect
    self.frontMatter = frontMatter
    self.isInsideHTML = isInsideHTML
  }
}
