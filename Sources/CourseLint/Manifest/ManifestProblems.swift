import CourseModel
import Framework
import StructuredData
import Synchronization

/// What is wrong with the files of a course by the schema, worked out once for all rules that tell
/// a part of it.
final class ManifestProblems: Sendable {
  private struct Known: Sendable {
    let node: DataNode
    let isInferred: Bool
    let problems: [SchemaProblem]
  }

  private let framework: Framework
  /// A manifest, and the two files that may stand in for it.
  private let known = Mutex<[Known]>([])

  init(_ framework: Framework) { self.framework = framework }

  /// The problems of a manifest.
  func of(manifest root: DataNode) -> [SchemaProblem] {
    problems(of: root, isInferred: false) { $0.validate(manifest: root) }
  }

  /// The problems of fields that stand in another file.
  func of(inferred fields: DataNode) -> [SchemaProblem] {
    problems(of: fields, isInferred: true) { $0.validate(inferred: fields) }
  }

  private func problems(
    of node: DataNode, isInferred: Bool, _ validate: (Framework) -> [SchemaProblem]
  ) -> [SchemaProblem] {
    let found = known.withLock { known in
      known.first { $0.isInferred == isInferred && $0.node == node }
    }
    if let found { return found.problems }
    let problems = validate(framework)
    known.withLock { known in
      if known.count >= 3 { known.removeFirst() }
      known.append(Known(node: node, isInferred: isInferred, problems: problems))
    }
    return problems
  }
}
