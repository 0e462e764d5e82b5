/// The difference of two texts as `diff -u` and `git apply` have it.
enum UnifiedDiff {
  /// Lines of a text that are the same in both around a change.
  private static let context = 3
  /// Steps after which two stretches of lines count as wholly different.
  private static let effort = 400

  /// A patch that makes `after` of `before`; empty where they are equal.
  static func patch(_ before: [UInt8], _ after: [UInt8], path: String) -> [UInt8] {
    if before == after { return [] }
    let old = lines(before)
    let new = lines(after)
    let hunks = hunks(changes(old, new), old.count)
    var out = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    for hunk in hunks {
      let first = hunk[0]
      let last = hunk[hunk.count - 1]
      let lead = min(context, first.old.lowerBound)
      let tail = min(context, old.count - last.old.upperBound)
      let oldStart = first.old.lowerBound - lead
      let newStart = first.new.lowerBound - lead
      let oldCount = last.old.upperBound + tail - oldStart
      let newCount = last.new.upperBound + tail - newStart
      out += "@@ -\(span(oldStart, oldCount)) +\(span(newStart, newCount)) @@\n".utf8
      var at = oldStart
      for change in hunk {
        for line in old[at..<change.old.lowerBound] { add(" ", line, &out) }
        for line in old[change.old] { add("-", line, &out) }
        for line in new[change.new] { add("+", line, &out) }
        at = change.old.upperBound
      }
      for line in old[at..<(last.old.upperBound + tail)] { add(" ", line, &out) }
    }
    return out
  }

  private static func span(_ start: Int, _ count: Int) -> String {
    let first = count == 0 ? start : start + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }

  private static func add(_ mark: Character, _ line: ArraySlice<UInt8>, _ out: inout [UInt8]) {
    out += String(mark).utf8
    out += line
    if line.last != UInt8(ascii: "\n") { out += "\n\\ No newline at end of file\n".utf8 }
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") {
      lines.append(bytes[start...i])
      start = i + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// Lines of the old text and what stands for them in the new one.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Changes whose surroundings touch, together.
  private static func hunks(_ changes: [Change], _ count: Int) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last,
        change.old.lowerBound - last.old.upperBound <= 2 * context
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var changes: [Change] = []
    var o = 0
    var n = 0
    while o < old.count || n < new.count {
      if o < old.count, n < new.count, old[o] == new[n] {
        o += 1
        n += 1
        continue
      }
      let (oldEnd, newEnd) = meeting(old, new, o, n)
      changes.append(Change(old: o..<oldEnd, new: n..<newEnd))
      (o, n) = (oldEnd, newEnd)
    }
    return changes
  }

  /// The nearest place behind a difference where the texts go on alike, nearest by the sum of lines
  /// left out. A line that is blank is no such place by itself.
  private static func meeting(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ o: Int, _ n: Int
  ) -> (Int, Int) {
    for distance in 1..<effort {
      for skipped in 0...distance {
        let (i, j) = (o + skipped, n + distance - skipped)
        guard i <= old.count, j <= new.count else { continue }
        if i == old.count, j == new.count { return (i, j) }
        guard i < old.count, j < new.count, old[i] == new[j] else { continue }
        let goesOn = i + 1 == old.count || j + 1 == new.count || old[i + 1] == new[j + 1]
        if goesOn { return (i, j) }
      }
    }
    return (old.count, new.count)
  }
}
