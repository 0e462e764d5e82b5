import CourseModel
import Identifiers
import SourceCore

/// The licence of a lesson or a file, as the nearest place says it.
enum StatedLicence {
  /// A licence as it was found.
  enum Found: Hashable {
    /// Nobody says one.
    case none
    /// What is written is no licence expression.
    case unreadable(String)
    /// An expression.
    case expression(SPDXExpression)

    init(_ written: String?) {
      guard let written, written.utf8.contains(where: { $0 > 0x20 }) else {
        self = .none
        return
      }
      if let expression = SPDXExpression(written) {
        self = .expression(expression)
      } else if let meant = SPDXSuggestion(for: written), meant.isCertain,
        let expression = SPDXExpression(meant.id)
      {
        self = .expression(expression)
      } else {
        self = .unreadable(written)
      }
    }

    var expression: SPDXExpression? {
      if case .expression(let expression) = self { return expression }
      return nil
    }
  }

  /// A lesson's: its front matter's, else the course's.
  static func of(_ lesson: Lesson, in course: Course) -> Found {
    Found(lesson.frontMatter.license ?? course.metadata.license?.value)
  }

  /// A file's: that of `NAME.license` beside it, else the one an SVG names, else the course's; a
  /// program's is the course's licence for code.
  static func of(_ path: RepoPath, in snapshot: CourseSnapshot) -> Found {
    let sidecar = path.parent.appending(path.name + ".license")
    if let bytes = snapshot.file(sidecar), let id = identifier(in: bytes) { return Found(id) }
    if path.fileExtension == "svg", let bytes = snapshot.file(path),
      let id = identifier(in: Array(bytes.prefix(8_192)))
    {
      return Found(id)
    }
    let metadata = snapshot.course.metadata
    if programs.contains(path.fileExtension), let code = metadata.codeLicense {
      return Found(code.value)
    }
    return Found(metadata.license?.value)
  }

  /// What stands behind `SPDX-License-Identifier:`, as REUSE writes it.
  private static func identifier(in bytes: [UInt8]) -> String? {
    let key = Array("SPDX-License-Identifier:".utf8)
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let start = find(key, in: line) else { continue }
      let rest = String(decoding: line[(start + key.count)...], as: UTF8.self)
      var words = rest.split(whereSeparator: { $0 == " " || $0 == "\t" })
      while let last = words.last, last == "-->" || last == "*/" { words.removeLast() }
      return words.joined(separator: " ")
    }
    return nil
  }

  private static func find(_ key: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= key.count else { return nil }
    var i = line.startIndex
    while i + key.count <= line.endIndex {
      if line[i] == key[0], line[i..<i + key.count].elementsEqual(key) { return i }
      i += 1
    }
    return nil
  }

  private static let programs: Set<String> = [
    "py", "r", "jl", "sql", "sh", "bash", "js", "ts", "java", "scala", "sas", "do", "ps1", "ipynb",
  ]
}
