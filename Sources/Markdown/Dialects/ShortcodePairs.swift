import SourceCore

/// Holds the shortcodes of a document against one another: what opens must be closed.
enum ShortcodePairs {
  private static let paired: Set<String> = ["highlight", "details", "rawhtml"]

  static func problems(_ document: Document) -> [ParseProblem] {
    var found: [Template] = []
    for index in 0..<document.nodeCount {
      switch document.kind(NodeID(index)) {
      // A block of HTML reaches to the next blank line, whatever shortcode ends in it.
      case .template, .templateBlock, .htmlBlock:
        found += document.templates(writtenIn: NodeID(index)).filter {
          !$0.name.isEmpty && ($0.delimiters == .shortcode || $0.delimiters == .markdownShortcode)
        }
      default: break
      }
    }
    let names = paired.union(found.lazy.filter(\.isClosing).map(\.name))
    var problems: [ParseProblem] = []
    var open: [Template] = []
    var counts: [String: Int] = [:]
    for template in found where names.contains(template.name) && !template.isSelfClosing {
      guard template.isClosing else {
        open.append(template)
        counts[template.name, default: 0] += 1
        continue
      }
      guard counts[template.name, default: 0] > 0 else {
        problems.append(ParseProblem(.strayClosingShortcode, template.range))
        continue
      }
      while let last = open.popLast() {
        counts[last.name, default: 0] -= 1
        if last.name == template.name { break }
        problems.append(ParseProblem(.unpairedShortcode, last.range))
      }
    }
    return problems + open.map { ParseProblem(.unpairedShortcode, $0.range) }
  }
}
