import Markdown
import SourceCore

/// A document as indented lines, one a node.
struct TreePrinter {
  private let document: Document

  /// Prepares to print a document.
  init(_ document: Document) { self.document = document }

  /// All lines.
  var text: String {
    var out = ""
    var open: [NodeID] = []
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      while let last = open.last, node >= document.end(last) { open.removeLast() }
      let range = document.range(node)
      out += String(repeating: "  ", count: open.count)
      out += "\(document.kind(node)) \(range.start)..<\(range.end)\(details(node))\n"
      open.append(node)
    }
    for problem in document.problems {
      out += "problem: \(problem.kind.rawValue) \(problem.range.start)..<\(problem.range.end)\n"
    }
    return out
  }

  private func details(_ node: NodeID) -> String {
    var parts: [String] = []
    switch document.kind(node) {
    case .text, .escape, .entity, .codeSpan, .htmlInline, .codeBlock, .htmlBlock, .math, .mathBlock,
      .template, .templateBlock, .citation, .comment, .attributeLine:
      parts.append(quoted(document.literal(node)))
    case .heading: parts.append("level=\(document.headingLevel(node))")
    case .list:
      if let list = document.list(node) {
        let marker = list.isOrdered ? "ordered start=\(list.start)" : "bullet"
        parts.append("\(marker) \(list.isTight ? "tight" : "loose")")
      }
    case .listItem:
      if let task = document.task(node) { parts.append(task.isChecked ? "checked" : "unchecked") }
    case .link, .image, .autolink, .linkDefinition:
      parts.append("destination=\(quoted(document.destination(node)))")
      if let title = document.title(node) { parts.append("title=\(quoted(title))") }
    case .directive:
      if let directive = document.directive(node) {
        parts.append("name=\(quoted(directive.name))")
        if !directive.arguments.isEmpty { parts.append("arguments=\(quoted(directive.arguments))") }
        parts += directive.options.map { "\($0.key)=\(quoted($0.value))" }
        if directive.isLiteral { parts.append(quoted(document.literal(node))) }
      }
    case .role:
      if let role = document.role(node) {
        parts.append("name=\(quoted(role.name)) \(quoted(role.content))")
      }
    default: break
    }
    let info = document.info(node)
    if !info.isEmpty { parts.append("info=\(quoted(info))") }
    if let label = document.label(node) { parts.append("label=\(quoted(label))") }
    if let attributes = document.attributes(node) {
      if let id = attributes.id { parts.append("id=\(quoted(id))") }
      if !attributes.classes.isEmpty {
        parts.append("classes=\(quoted(attributes.classes.joined(separator: " ")))")
      }
      parts += attributes.pairs.map { "\($0.key)=\(quoted($0.value))" }
    }
    return parts.isEmpty ? "" : " " + parts.joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 0x20 || scalar.properties.generalCategory == .control {
          out += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
