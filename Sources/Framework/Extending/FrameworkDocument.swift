import Identifiers
import SourceCore
import StructuredData

/// An office's framework document, read but not yet put upon the framework that it extends.
public struct FrameworkDocument: Sendable {
  /// The document's name (`nso-north/1`); nil where it has none that can be used.
  public let name: String?
  /// Its version.
  public let version: SemVer?
  /// Whether its releases are the first commits that declare them, not tags.
  public let declaresReleases: Bool
  /// What it extends; nil where it does not say so in a way that can be used.
  public let extends: FrameworkReference?
  /// What is wrong with it by itself, in no order.
  public let problems: [FrameworkProblem]
  let root: DataNode
  /// All that it was read from: a byte that is 1 for JSON and 0 for YAML, and its own bytes.
  let source: [UInt8]

  /// Reads a document; a path that ends with `.json` is JSON, any other YAML.
  public init(_ bytes: [UInt8], path: String) {
    self.init(bytes, isJSON: asciiLowercased(path).hasSuffix(".json"))
  }

  /// Reads a document again from what `source` was.
  init(kept: [UInt8]) { self.init(Array(kept.dropFirst()), isJSON: kept.first == 1) }

  private init(_ bytes: [UInt8], isJSON: Bool) {
    source = [isJSON ? 1 : 0] + bytes
    let parsed = isJSON ? JSONParser.parse(bytes) : YAMLParser.parse(bytes)
    var problems = parsed.problems.map {
      FrameworkProblem($0.range, $0.message, help: $0.help, fix: $0.fix)
    }
    let start = ByteRange(0, 0)
    root = parsed.root ?? DataNode(.object([]), range: start, written: nil, isPlain: false)
    if parsed.root == nil, problems.isEmpty {
      problems.append(FrameworkProblem(start, "there is nothing in it"))
    }
    // What could not be read whole would only be said to be missing.
    if !parsed.isPartial, parsed.root != nil {
      let found = BuiltinDocument.document.allProblems(of: root) { _ in nil }
      problems += found.map { FrameworkProblem($0.range, $0.message, help: $0.help, fix: $0.fix) }
    }
    name = root["framework"]?.string
    version = root["version"]?.stringValue.flatMap { SemVer($0) }
    declaresReleases = root["releases"]?.string == "declared"
    do throws(FrameworkProblem) {
      extends = try root["extends"].map { node throws(FrameworkProblem) in
        try FrameworkReference(node)
      }
    } catch {
      extends = nil
      problems.append(error)
    }
    problems += Self.identityProblems(root, version, extends)
    self.problems = problems
  }

  /// Puts the document upon the framework that it extends.
  public func reading(on base: Framework, names: ToolNames) -> FrameworkReading {
    guard problems.isEmpty, let name, let version, let extends else {
      return FrameworkReading(framework: nil, problems: problems)
    }
    if let problem = Self.mismatch(extends, base) {
      return FrameworkReading(framework: nil, problems: [problem])
    }
    var reader = OverlayReader(
      root: root, name: name, version: version.description, base: base, names: names)
    var overlay = reader.read()
    overlay.document = source
    return FrameworkReading(
      framework: Framework(base, overlay: overlay), problems: reader.problems)
  }

  private static func mismatch(
    _ reference: FrameworkReference, _ base: Framework
  ) -> FrameworkProblem? {
    if reference.name != base.name {
      return FrameworkProblem(
        reference.range,
        "it extends `\(reference.name)`, but what is there calls itself `\(base.name)`",
        help: "correct the name, or the path")
    }
    guard let versions = reference.versions, let version = SemVer(base.version),
      !versions.contains(version)
    else { return nil }
    return FrameworkProblem(
      reference.range,
      "it extends `\(base.name)` in a version of `\(versions)`, but what is there is \(version)",
      help: "read the changes, then widen the range")
  }

  private static func identityProblems(
    _ root: DataNode, _ version: SemVer?, _ extends: FrameworkReference?
  ) -> [FrameworkProblem] {
    guard let node = root["framework"], let name = node.string, !name.isEmpty else { return [] }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let office = parts.first.map { $0.utf8.allSatisfy(isNameByte) && !$0.isEmpty } ?? false
    guard parts.count == 2, office, let major = Int(parts[1]), major >= 0, "\(major)" == parts[1]
    else {
      return [
        FrameworkProblem(
          node.range, "`\(name)` is no name of a framework",
          help: "write the office's short name in lower case, a slash and the major version, "
            + "as in nso-north/1")
      ]
    }
    if name == Framework.builtin.name || name == extends?.name {
      return [
        FrameworkProblem(
          node.range, "`\(name)` is the name of the framework that it extends",
          help: "give it the office's own name, as in nso-north/1")
      ]
    }
    if let version, version.major != major, let place = root["version"] {
      return [
        FrameworkProblem(
          place.range, "the version \(version) does not belong to `\(name)`",
          help: "a change that breaks courses needs a new name: "
            + "`\(parts[0])/\(version.major)` begins with \(version.major).0.0")
      ]
    }
    return []
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
  }
}
