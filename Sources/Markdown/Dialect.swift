/// Which grammar a file is read with.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// CommonMark 0.31.2 and nothing else.
  case commonmark
  /// GitHub Flavored Markdown: tables, task lists, strikethrough, autolinks, footnotes.
  case gfm
  /// GFM and what the Carpentries Workbench adds: fenced divs, pandoc attributes, bracketed spans.
  case workbench
}

/// How a document is parsed.
public struct ParseOptions: Sendable, Hashable {
  /// The grammar.
  public var dialect: Dialect
  /// Whether a front matter between `---` lines may start the document.
  public var frontMatter: Bool

  /// Makes options.
  public init(dialect: Dialect, frontMatter: Bool = true) {
    self.dialect = dialect
    self.frontMatter = frontMatter
  }
}
