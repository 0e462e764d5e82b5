import CourseModel
import SourceCore

/// Findings that are accepted for now, one on each line, so that two branches can be merged.
struct Baseline {
  /// The first line of the file.
  private static let header =
    "# academy-baseline/1: accepted findings; those that are fixed are taken out by themselves"

  /// What an accepted finding is about.
  struct Key: Hashable {
    let path: String
    let rule: String
    let content: UInt64
  }

  /// What became of today's findings.
  struct Outcome {
    /// The findings that are not accepted.
    var new: [Diagnostic] = []
    /// The accepted findings that are still there.
    var left = Baseline()
    /// How many accepted findings are gone.
    var fixed = 0
  }

  /// How often each is accepted.
  private var counts: [Key: Int] = [:]

  /// How many findings are accepted.
  var count: Int { counts.values.reduce(0, +) }

  /// A baseline that accepts nothing.
  init() {}

  /// Accepts findings.
  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { counts[Self.key(diagnostic), default: 0] += 1 }
  }

  /// Reads a file.
  init(_ bytes: [UInt8], name: String) throws {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      let content = fields.count == 3 ? fields[2].split(separator: "-") : []
      guard content.count == 2, let hash = UInt64(content[0], radix: 16), Int(content[1]) != nil
      else {
        throw ToolFailure(
          "line \(number + 1) of \(name) accepts no finding",
          help: "resolve what a merge left there, or write the file anew with --update-baseline")
      }
      counts[Key(path: Self.unescaped(fields[0]), rule: fields[1], content: hash), default: 0] += 1
    }
  }

  /// Its file: sorted, the same for the same findings.
  var bytes: [UInt8] {
    var lines: [String] = []
    for (key, count) in counts {
      let hex = String(key.content, radix: 16)
      let name = String(repeating: "0", count: 16 - hex.utf8.count) + hex
      for number in 0..<count {
        lines.append("\(Self.escaped(key.path))\t\(key.rule)\t\(name)-\(number)")
      }
    }
    lines.sort { $0.precedesBytewise($1) }
    return Array(([Self.header] + lines).joined(separator: "\n").utf8) + [0x0A]
  }

  /// What is accepted elsewhere than in the paths that `isCovered` tells.
  func outside(_ isCovered: (String) -> Bool) -> Baseline {
    var outside = Baseline()
    outside.counts = counts.filter { !isCovered($0.key.path) }
    return outside
  }

  /// Accepts besides what another one does.
  mutating func add(_ other: Baseline) { counts.merge(other.counts) { max($0, $1) } }

  /// Holds sorted findings against what is accepted in the paths that were looked at; `isGone` tells
  /// paths that are no more.
  func apply(
    to diagnostics: [Diagnostic], isCovered: (String) -> Bool, isGone: (String) -> Bool
  ) -> Outcome {
    var outcome = Outcome()
    outcome.left = outside(isCovered)
    var room = counts.filter { outcome.left.counts[$0.key] == nil }
    var rest: [Diagnostic] = []
    for diagnostic in diagnostics {
      let key = Self.key(diagnostic)
      if let count = room[key], count > 0 {
        room[key] = count - 1
        outcome.left.counts[key, default: 0] += 1
      } else {
        rest.append(diagnostic)
      }
    }
    // What stood in a file that is no more has moved where the same is found now.
    var moved: [Key: Int] = [:]
    var gone: [String: Bool] = [:]
    if !rest.isEmpty {
      for (key, count) in room where count > 0 {
        let isGone = gone[key.path] ?? isGone(key.path)
        gone[key.path] = isGone
        if isGone {
          moved[Key(path: "", rule: key.rule, content: key.content), default: 0] += count
        }
      }
    }
    var found = 0
    for diagnostic in rest {
      let key = Self.key(diagnostic)
      let anywhere = Key(path: "", rule: key.rule, content: key.content)
      if let count = moved[anywhere], count > 0 {
        moved[anywhere] = count - 1
        outcome.left.counts[key, default: 0] += 1
        found += 1
      } else {
        outcome.new.append(diagnostic)
      }
    }
    outcome.fixed = room.values.reduce(0, +) - found
    return outcome
  }

  private static func key(_ diagnostic: Diagnostic) -> Key {
    Key(path: diagnostic.path, rule: diagnostic.rule, content: diagnostic.content)
  }

  private static func escaped(_ path: String) -> String {
    var out = ""
    for scalar in path.unicodeScalars {
      // A path that begins with `#` would be a comment.
      let isPlain =
        scalar.value >= 0x20 && scalar != "%" && scalar.value != 0x7F
        && !(out.isEmpty && scalar == "#")
      if isPlain {
        out.unicodeScalars.append(scalar)
      } else {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }

  private static func unescaped(_ text: String) -> String {
    LinkTarget.percentDecoded(Array(text.utf8)[...])
  }
}
