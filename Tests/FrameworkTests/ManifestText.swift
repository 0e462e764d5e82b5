import Framework
import SourceCore
import StructuredData

/// A manifest in YAML, checked against the built-in framework.
struct ManifestText {
  let text: String
  let problems: [SchemaProblem]

  /// The three fields that are always needed, and more lines.
  static func with(_ lines: String) -> ManifestText {
    ManifestText("schema: course/1\nid: office-a/git-basics\nversion: 1.0.0\n" + lines)
  }

  init(_ text: String) {
    self.text = text
    let root = YAMLParser.parse(Array(text.utf8)).root
    problems = root.map { Framework.builtin.validate(manifest: $0) } ?? []
  }

  /// A lesson's front matter, without its fences.
  init(frontMatter text: String) {
    self.text = text
    let root = YAMLParser.parse(Array(text.utf8)).root
    problems = root.map { Framework.builtin.validate(frontMatter: $0) } ?? []
  }

  /// The bytes that a problem flags.
  func flagged(_ problem: SchemaProblem) -> String {
    SourceText(path: .root, text).string(problem.range)
  }

  /// The text with every fix applied.
  var fixed: String {
    let bytes = FixApplier.apply(problems.compactMap(\.fix), to: Array(text.utf8)).bytes
    return String(decoding: bytes, as: UTF8.self)
  }
}
