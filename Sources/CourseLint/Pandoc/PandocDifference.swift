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
    dialect == .workbench || dialect == .quarto || dialect == .rmarkdown
  }
}
