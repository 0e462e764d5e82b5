/// Applies fixes to a file's bytes so that no two edits overlap.
public enum FixApplier {
  /// Applies the fixes in the order of their first edit; a fix that would overlap one already taken
  /// is left for the next round.
  ///
  /// - Returns: the new bytes and how many fixes were applied.
  public static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], applied: Int) {
    let ordered = fixes.enumerated().sorted { a, b in
      let x = a.element.edits.first?.range ?? ByteRange(0, 0)
      let y = b.element.edits.first?.range ?? ByteRange(0, 0)
      return x != y ? x < y : a.offset < b.offset
    }
    var taken: [Fix.Edit] = []
    var applied = 0
    for (_, fix) in ordered {
      guard !fix.edits.isEmpty, fix.edits.allSatisfy({ $0.range.end <= bytes.count }) else {
        continue
      }
      let clash = fix.edits.contains { edit in taken.contains { overlap($0.range, edit.range) } }
      if clash { continue }
      taken += fix.edits
      applied += 1
    }
    taken.sort { $0.range < $1.range }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    for edit in taken {
      out += bytes[position..<edit.range.start]
      out += edit.replacement.utf8
      position = edit.range.end
    }
    out += bytes[position...]
    return (out, applied)
  }

  private static func overlap(_ a: ByteRange, _ b: ByteRange) -> Bool {
    // Two insertions at one place would depend on their order, so they count as overlapping.
    if a.isEmpty && b.isEmpty { return a.lower == b.lower }
    return a.lower < b.upper && b.lower < a.upper
  }
}
