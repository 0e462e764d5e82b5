import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Reads a lock; the first thing that is wrong makes it unusable, since half a lock locks nothing.
public enum LockReader {
  /// Reads a lock's bytes.
  public static func read(_ bytes: [UInt8]) throws(LockProblem) -> LockFile {
    if let marker = conflictMarker(in: bytes) {
      throw LockProblem(
        .conflict, marker, "a merge left its conflict in the lock",
        help: "run `academy reuse lock`, which works the lock out again")
    }
    let parsed = JSONParser.parse(bytes)
    if let problem = parsed.problems.first {
      throw LockProblem(.damaged, problem.range, "the lock is no JSON: \(problem.message)")
    }
    guard let root = parsed.root else {
      throw LockProblem(.damaged, nil, "the lock is empty")
    }
    guard root.object != nil else {
      throw LockProblem(
        .damaged, root.range, "the lock must be a map of keys and values, not \(root.kindInWords)")
    }
    let format = try field("lock", of: root)
    guard let number = format.intValue else {
      throw LockProblem(
        .damaged, format.range, "`lock` must be the format's number, not \(format.kindInWords)")
    }
    guard number <= LockFile.format else {
      throw LockProblem(
        .newer, format.range,
        "the lock has format \(number), and this tool knows formats up to \(LockFile.format)",
        help: "update `academy`; the lock is left as it is")
    }
    guard number == LockFile.format else {
      throw LockProblem(.damaged, format.range, "there is no lock format \(number)")
    }
    let lessons = try field("lessons", of: root)
    guard let items = lessons.array else {
      throw LockProblem(
        .damaged, lessons.range, "`lessons` must be a list, not \(lessons.kindInWords)")
    }
    var entries: [LockFile.Entry] = []
    var seen: Set<LockFile.Pair> = []
    for item in items {
      let new = try entry(item)
      guard seen.insert(new.pair).inserted else {
        throw LockProblem(.damaged, item.range, "lesson `\(new.own)` is locked twice")
      }
      entries.append(new)
    }
    return LockFile(entries)
  }

  private static func entry(_ node: DataNode) throws(LockProblem) -> LockFile.Entry {
    guard node.object != nil else {
      throw LockProblem(
        .damaged, node.range, "each lesson must be a map, not \(node.kindInWords)")
    }
    let kind: ReuseDeclaration.Kind = try value("as", of: node, "verbatim, adapted or translated") {
      ReuseDeclaration.Kind(rawValue: $0)
    }
    var assets: [LockFile.Content] = []
    for asset in try list("assets", of: node) { assets.append(try content(asset)) }
    return LockFile.Entry(
      own: try text("lesson", of: node), course: try text("course", of: node),
      upstream: try text("upstream", of: node), kind: kind,
      version: try value("version", of: node, "a semantic version") { SemVer($0) },
      commit: try id("commit", of: node), tree: try id("tree", of: node),
      lesson: try content(node), assets: assets, translation: try translation(node["checked"]))
  }

  private static func content(_ node: DataNode) throws(LockProblem) -> LockFile.Content {
    LockFile.Content(
      path: try value("path", of: node, "a path below the course's folder") { RepoPath($0) },
      blob: try id("blob", of: node),
      sha256: try value("sha256", of: node, "64 hexadecimal digits") { digits in
        digits.utf8.count == 64 && digits.utf8.allSatisfy(isLowerHex) ? digits : nil
      })
  }

  private static func translation(_ node: DataNode?) throws(LockProblem) -> LockFile.Translation? {
    guard let node else { return nil }
    var paragraphs: [LockFile.Translation.Paragraph] = []
    for item in try list("paragraphs", of: node) {
      paragraphs.append(.init(hash: try text("hash", of: item), blob: try id("blob", of: item)))
    }
    return LockFile.Translation(blob: try id("blob", of: node), paragraphs: paragraphs)
  }

  // MARK: - Fields

  private static func field(_ key: String, of node: DataNode) throws(LockProblem) -> DataNode {
    if let found = node[key] { return found }
    throw LockProblem(.damaged, node.range, "the lock lacks `\(key)` here")
  }

  private static func list(_ key: String, of node: DataNode) throws(LockProblem) -> [DataNode] {
    guard let found = node[key] else { return [] }
    guard let items = found.array else {
      throw LockProblem(.damaged, found.range, "`\(key)` must be a list, not \(found.kindInWords)")
    }
    return items
  }

  private static func text(_ key: String, of node: DataNode) throws(LockProblem) -> String {
    try value(key, of: node, "text") { $0 }
  }

  private static func id(_ key: String, of node: DataNode) throws(LockProblem) -> ObjectID {
    try value(key, of: node, "a Git id of 40 hexadecimal digits") { ObjectID(hex: $0) }
  }

  private static func value<Value>(
    _ key: String, of node: DataNode, _ wanted: String, _ read: (String) -> Value?
  ) throws(LockProblem) -> Value {
    let found = try field(key, of: node)
    if let text = found.string, let value = read(text) { return value }
    throw LockProblem(.damaged, found.range, "`\(key)` must be \(wanted)")
  }

  private static func isLowerHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The first line that Git puts around the two sides of a conflict.
  private static func conflictMarker(in bytes: [UInt8]) -> ByteRange? {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let line = bytes[start..<end]
      for mark in ["<<<<<<<", "=======", ">>>>>>>"] where line.starts(with: mark.utf8) {
        return ByteRange(start, end)
      }
      start = end + 1
    }
    return nil
  }
}
