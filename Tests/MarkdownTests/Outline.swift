import Markdown
import SourceCore

/// A document's nodes as indented lines, `kind ‹bytes›`, for tests to compare.
func outline(_ text: String, _ dialect: Dialect = .workbench, frontMatter: Bool = true) -> String {
  let document = parse(text, dialect, frontMatter: frontMatter)
  var depth = [Document.root: 0]
  var lines: [String] = []
  for index in 1..<max(document.nodeCount, 1) {
    let n = NodeID(index)
    let level = (document.parent(n).flatMap { depth[$0] } ?? 0) + 1
    depth[n] = level
    let indent = String(repeating: "  ", count: level - 1)
    lines.append("\(indent)\(document.kind(n)) ‹\(excerpt(document, document.range(n)))›")
  }
  return lines.joined(separator: "\n")
}

func parse(_ text: String, _ dialect: Dialect = .workbench, frontMatter: Bool = true) -> Document {
  Document(Array(text.utf8), options: ParseOptions(dialect: dialect, frontMatter: frontMatter))
}

/// The text of a range, line endings shown.
func excerpt(_ document: Document, _ range: ByteRange) -> String {
  String(decoding: document.source[range.indices], as: UTF8.self)
    .replacing("\r\n", with: "␍␊").replacing("\n", with: "␊").replacing("\r", with: "␍")
}

extension Document {
  /// The nodes of one kind, in order.
  func all(_ kind: NodeKind) -> [NodeID] {
    (0..<nodeCount).map { NodeID($0) }.filter { self.kind($0) == kind }
  }

  /// The problems as `kind ‹bytes›`.
  var problemList: [String] {
    problems.map { "\($0.kind) ‹\(excerpt(self, $0.range))›" }
  }
}
