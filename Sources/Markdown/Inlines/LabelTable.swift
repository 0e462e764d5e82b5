/// Normalised labels and the ordinal of what each names; the first of equal labels wins.
struct LabelTable: ~Copyable {
  /// Where each label ends in `pool`, by ordinal.
  private var ends = Buffer<Int>()
  private var pool = Buffer<UInt8>()
  private var scratch: [UInt8] = []
  /// Ordinal + 1 per slot, 0 where free, below half of the label's hash; open addressing. A label that
  /// is another one is nearly always told by its hash: in a table of a million, each look at more than
  /// the slot is one beyond the processor's cache.
  private var slots: [UInt64]

  /// Makes an empty table with room for a power of two of slots.
  init(capacity: Int = 32) { slots = Array(repeating: 0, count: capacity) }

  var isEmpty: Bool { ends.isEmpty }
  var count: Int { ends.count }

  /// Adds a label with the next ordinal; false where it is known already.
  mutating func insert(_ label: ByteView) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    LabelTable.normalise(label, into: &scratch)
    let hash = LabelTable.hash(scratch)
    if find(hash) != nil { return false }
    scratch.withUnsafeBufferPointer { pool.append($0) }
    ends.append(pool.count)
    if ends.count * 2 > slots.count { grow() }
    place(UInt64(hash) << 32 | UInt64(ends.count))
    return true
  }

  /// The ordinal of what a label names.
  mutating func ordinal(_ label: ByteView) -> Int? {
    guard !isEmpty else { return nil }
    scratch.removeAll(keepingCapacity: true)
    LabelTable.normalise(label, into: &scratch)
    guard !scratch.isEmpty else { return nil }
    return find(LabelTable.hash(scratch))
  }

  private func find(_ hash: UInt32) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let ordinal = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash {
        let start = ordinal == 0 ? 0 : ends[ordinal - 1]
        let end = ends[ordinal]
        if end - start == scratch.count, scratch.elementsEqual(pool.view[start..<end]) {
          return ordinal
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { place(entry) }
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  /// Seeded per process, so that no document can be written to collide.
  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// A label as labels are compared: trimmed, blanks collapsed to one space, case folded.
  static func normalised(_ label: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    label.withUnsafeBufferPointer { normalise($0, into: &out) }
    return out
  }

  /// A label as labels are compared.
  static func normalised(_ label: ByteView) -> [UInt8] {
    var out: [UInt8] = []
    normalise(label, into: &out)
    return out
  }

  private static func normalise(_ label: ByteView, into out: inout [UInt8]) {
    var isASCII = true
    var pendingSpace = false
    for byte in label {
      if Bytes.isWhitespace(byte) {
        pendingSpace = !out.isEmpty
        continue
      }
      if pendingSpace {
        out.append(0x20)
        pendingSpace = false
      }
      if byte >= 0x80 { isASCII = false }
      out.append(Bytes.lowercased(byte))
    }
    if isASCII { return }
    // Lower, upper, lower again is Unicode's full case folding but for the dotless i; checked for
    // every scalar against Python's `str.casefold`.
    let text = String(decoding: out, as: UTF8.self)
    out.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      if scalar.isASCII || scalar == "\u{131}" {
        out += String(scalar).utf8
        continue
      }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        for upper in lower.properties.uppercaseMapping.unicodeScalars {
          out += upper.properties.lowercaseMapping.utf8
        }
      }
    }
  }
}
