import Markdown
import SourceCore

/// A place that pandoc reads otherwise than CommonMark.
struct PandocDifference {
  /// Where.
  let range: ByteRange
  /// What pandoc makes of it.
  let message: String
  /// How to write it so that both read the same.
  let help: String
  /// A change after which both read the same.
  var fix: Fix?

  /// Whether pages of a dialect are rendered by pandoc.
  static func matters(in dialect: Dialect) -> Bool {
    dialect == .workbench || isWritten(for: dialect)
  }

  /// Whether pages of a dialect are written for pandoc: what only pandoc knows is meant there.
  static func isWritten(for dialect: Dialect) -> Bool {
    dialect == .quarto || dialect == .rmarkdown
  }
}
