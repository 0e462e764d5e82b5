import ArgumentParser
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// How a graph of reuse is written.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case text, dot, mermaid, json

  /// The graph in this format.
  func write(_ graph: ReuseGraph) -> [UInt8] {
    switch self {
    case .text: Array(GraphText.text(graph).utf8)
    case .dot: Array(GraphDot.text(graph).utf8)
    case .mermaid: Array(GraphMermaid.text(graph).utf8)
    case .json: GraphJSON.bytes(graph)
    }
  }
}

extension ReuseGraph.Course {
  /// Id and version, as a picture shows them.
  var caption: String {
    if !isKnown { return "\(id) (in no source)" }
    return version.map { "\(id) \($0)" } ?? id
  }
}

extension ReuseGraph.Reuse {
  /// Kind, versions and number of lessons, as a picture shows them.
  var caption: String {
    let count = "\(lessons.count) lesson\(lessons.count == 1 ? "" : "s")"
    return "\(kind.rawValue) \(release), \(count)"
  }

  /// The releases that were taken, or the range where nothing is locked.
  var release: String {
    versions.isEmpty
      ? "\(range) (not locked)" : versions.map(\.description).joined(separator: ", ")
  }
}
