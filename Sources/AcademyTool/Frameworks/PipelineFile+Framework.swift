import Framework
import SourceCore
import StructuredData

extension PipelineFile {
  /// Reads the setting `framework`: a path, or a map with `path`, `repository`, `release`, `rev`.
  static func frameworkSource(
    _ node: DataNode?, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> FrameworkSource? {
    guard let node else { return nil }
    let known = ["path", "repository", "release", "rev"]
    for member in node.object ?? [] {
      guard known.contains(member.key) else {
        throw fail(
          "`\(member.key)` says nothing about a framework", member.keyRange,
          "it has \(known.joined(separator: ", "))")
      }
      guard member.value.string != nil else {
        throw fail("`framework.\(member.key)` must be text", member.value.range, nil)
      }
    }
    if node["release"] != nil, let member = node.member("rev") {
      throw fail(
        "`release` and `rev` exclude each other", member.keyRange, "keep one of the two")
    }
    guard let source = FrameworkSource(node) else {
      throw fail(
        "`framework` must be the path of a framework document, or a map with `path`", node.range,
        "write it as in {\"repository\": \"../academy\", \"path\": \"framework.json\", "
          + "\"release\": \"1.2.0\"}")
    }
    return source
  }

  /// The framework that its courses are held against.
  ///
  /// - Parameter tree: the tree that this file was read from, where it was read from one.
  func loadFramework(from tree: OpenedTree? = nil) throws -> Framework {
    guard let framework else { return .builtin }
    let place =
      framework.path == Framework.builtin.name
      ? .builtin : try FrameworkPlace(framework, from: FileSystem.folder(of: path))
    return try FrameworkLoader(tree: tree).load(place)
  }
}
