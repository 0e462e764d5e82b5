/// Normalised labels and the ordinal of what each names; the first of equal labels wins.
struct LabelTable: ~Copyable {
  struct Entry {
    var hash: Int
    var lower: Int
    var upper: Int
  }

  private var entries = Buffer<Entry>()
  private var pool = Buffer<UInt8>()
  private var scratch: [UInt8] = []
  /// Entry + 1 per slot, 0 where free; open addressing.
  private var slots: [UInt32]

  /// Makes an empty table with room for a power of two of slots.
  init(capacity: Int = 32) { slots = Array(repeating: 0, count: capacity) }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// Adds a label with the next ordinal; false where it is known already.
  mutating func insert(_ label: ByteView) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    LabelTable.normalise(label, into: &scratch)
    let hash = LabelTable.hash(scratch)
    if find(hash) != nil { return false }
    entries.append(Entry(hash: hash, lower: pool.count, upper: pool.count + scratch.count))
    scratch.withUnsafeBufferPointer { pool.append($0) }
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for index in 0..<entries.count { place(index) }
    } else {
      place(entries.count - 1)
    }
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

  private func find(_ hash: Int) -> Int? {
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let entry = entries[index]
      if entry.hash == hash, entry.upper - entry.lower == scratch.count,
        scratch.elementsEqual(pool.view[entry.lower..<entry.upper])
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func place(_ index: Int) {
    var slot = entries[index].hash & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(index + 1)
  }

  /// Seeded per process, so that no document can be written to collide.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
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
