import SourceCore

/// The blanks between a heading's text and its marks, which two rules judge.
enum HeadingBlanks {
  /// What to say of more than one blank; nil for one or none.
  static func finding(_ blanks: ByteRange, in page: MarkdownPage) -> Finding? {
    var end = blanks.start
    while end < blanks.end, page.source[end] == 0x20 || page.source[end] == 0x09 { end += 1 }
    let count = end - blanks.start
    guard count > 1 else { return nil }
    let rest = ByteRange(blanks.start + 1, end)
    return Finding(
      rest, "\(count) blanks stand between the heading's text and its `#`", help: "leave one",
      fix: Fix(title: "leave one blank", replacing: rest, with: "", applicability: .safe))
  }
}
