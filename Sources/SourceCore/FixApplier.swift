/// Applies fixes to a file's bytes so that no two edits overlap.
public enum FixApplier {
  /// Applies the fixes in the order of their first edit; a fix that would overlap one already taken
  /// is left for the next round.
  ///
  /// - Returns: the new bytes and how many fixes were applied.
  public static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], applied: Int) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let usable = (hasMark ? fixes.map(behindMark) : fixes).filter { isUsable($0, in: bytes) }
    let order = usable.indices.sorted { a, b in
      let x = usable[a].edits[0].range
      let y = usable[b].edits[0].range
      return x != y ? x < y : a < b
    }
    // First edits come in order, so only the last ones can clash with the next; the other edits of
    // a fix lie ahead and are searched.
    var firsts: [Fix.Edit] = []
    var ahead: [Fix.Edit] = []
    var applied = 0
    for index in order {
      let edits = usable[index].edits
      if firsts.suffix(2).contains(where: { overlap($0.range, edits[0].range) }) { continue }
      if !ahead.isEmpty, edits.contains(where: { clashes($0, with: ahead) }) { continue }
      firsts.append(edits[0])
      for edit in edits.dropFirst() { ahead.insert(edit, at: place(edit, in: ahead)) }
      applied += 1
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    for edit in (firsts + ahead).sorted(by: { $0.range < $1.range }) {
      out += bytes[position..<edit.range.start]
      out += edit.replacement.utf8
      position = edit.range.end
    }
    out += bytes[position...]
    return (out, applied)
  }

  /// A fix of the first line, without the byte-order mark in front of it.
  private static func behindMark(_ fix: Fix) -> Fix {
    guard let first = fix.edits.first, first.range.start < 3 else { return fix }
    let edits = fix.edits.map { edit in
      Fix.Edit(
        ByteRange(max(edit.range.start, 3), max(edit.range.end, 3)), edit.replacement)
    }
    return Fix(title: fix.title, edits: edits, applicability: fix.applicability)
  }

  /// Whether a fix has edits, in order, disjoint and inside the file.
  private static func isUsable(_ fix: Fix, in bytes: [UInt8]) -> Bool {
    guard let last = fix.edits.last, last.range.end <= bytes.count else { return false }
    for (edit, next) in zip(fix.edits, fix.edits.dropFirst())
    where !(edit.range < next.range) || overlap(edit.range, next.range) {
      return false
    }
    return true
  }

  private static func clashes(_ edit: Fix.Edit, with sorted: [Fix.Edit]) -> Bool {
    let index = place(edit, in: sorted)
    let near = max(0, index - 2)..<min(sorted.count, index + 2)
    return sorted[near].contains { overlap($0.range, edit.range) }
  }

  private static func place(_ edit: Fix.Edit, in sorted: [Fix.Edit]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].range < edit.range { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func overlap(_ a: ByteRange, _ b: ByteRange) -> Bool {
    // Two insertions at one place would depend on their order, so they count as overlapping.
    if a.isEmpty && b.isEmpty { return a.lower == b.lower }
    return a.lower < b.upper && b.lower < a.upper
  }
}
