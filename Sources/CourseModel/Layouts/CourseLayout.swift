import Markdown

/// How a course's files are laid out: which site generator they are written for.
public enum CourseLayout: String, Sendable, Hashable, CaseIterable {
  /// The Carpentries Workbench: `episodes/`, `learners/`, `instructors/`, `profiles/`.
  case workbench
  /// The Carpentries' older template for Jekyll: `_config.yml`, `_episodes/`, `_extras/`.
  case jekyll
  /// Quarto: `_quarto.yml`, a web site or a book.
  case quarto
  /// Jupyter Book, MyST or Sphinx: `_toc.yml`, `myst.yml`, or `conf.py` and `index.md`.
  case myst
  /// Hugo: `hugo.toml` and the like, `content/`.
  case hugo
  /// mdBook: `book.toml`, `SUMMARY.md`.
  case mdbook
  /// Any folder of `.md`, `.qmd` and `.Rmd` files.
  case plain
}

extension CourseLayout {
  /// Its name in a sentence.
  public var name: String {
    switch self {
    case .workbench: "the Carpentries Workbench"
    case .jekyll: "the Carpentries' older template for Jekyll"
    case .quarto: "Quarto"
    case .myst: "Jupyter Book, MyST or Sphinx"
    case .hugo: "Hugo"
    case .mdbook: "mdBook"
    case .plain: "a plain folder"
    }
  }

  /// Whether links, labels, ids and fields follow rules of a generator that is not known, or not
  /// known in all it allows: what may be right there is not called wrong.
  public var isLenient: Bool { self != .workbench }

  /// Whether all its pages are written in pandoc's Markdown.
  public var isPandoc: Bool { self == .workbench || self == .quarto }

  /// The grammar that its Markdown files are written in.
  public var dialect: Dialect {
    switch self {
    case .workbench: .workbench
    case .jekyll: .jekyll
    case .quarto: .quarto
    case .myst: .myst
    case .hugo: .hugo
    case .mdbook: .mdbook
    case .plain: .github
    }
  }

  /// How its generators make anchors of headings; the first is what a heading's anchor is taken
  /// for, and a link may name any of them.
  public var anchorStyles: [AnchorStyle] {
    switch self {
    case .workbench, .quarto: [.pandoc]
    case .jekyll: [.github, .kramdown]
    case .myst: [.github, .docutils]
    case .hugo, .mdbook: [.github]
    case .plain: [.pandoc, .github]
    }
  }

  /// Names of sections that its front matter holds instead of the text.
  var frontMatterSections: [String] {
    self == .jekyll ? ["questions", "objectives", "keypoints"] : []
  }
}
