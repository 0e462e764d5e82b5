import SourceCore
import StructuredData

/// Says why a text is not of its format, and offers the one that was meant.
struct FormatMessage {
  let text: String
  let failure: ValueFormat.Failure

  /// What follows `must be a URL`: the text, unless the reason names it already, and the reason.
  var reason: String {
    let shown = ValueText.cut(text)
    guard let reason = failure.reason else { return "; `\(shown)` is not" }
    return reason.contains("`\(text)`") ? "; \(reason)" : "; `\(shown)` is not: \(reason)"
  }

  /// Replaces the text by the one that was meant; nil where that is not known.
  func fix(of node: DataNode) -> Fix? {
    guard let meant = failure.meant, meant != text, ScalarText.isOneLine(node) else { return nil }
    return Fix(
      title: "write \(meant)", replacing: node.range,
      with: ScalarText.replacing(node, with: meant),
      applicability: failure.isCertain ? .safe : .suggestion)
  }
}
