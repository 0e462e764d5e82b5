/// An archive written by hand, with whatever a forger would write into it.
struct ForgedZip {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8] = Array("x".utf8)
    var method = 0
    var flags = 0
    var attributes = 0o100644 << 16
    /// Said sizes; nil for the true one.
    var size: Int?
    var compressed: Int?
    var crc = 0x8CDC_1683
    var extra: [UInt8] = []
    var localName: [UInt8]?
    var comment: [UInt8] = []

    init(_ name: String) { self.name = Array(name.utf8) }
  }

  var entries: [Entry]
  var prefix: [UInt8] = []
  var gap: [UInt8] = []
  var comment: [UInt8] = []
  var suffix: [UInt8] = []
  var count: Int?
  var directoryOffset: Int?
  /// Whether all entries point to the first one's data.
  var overlaps = false

  init(_ entries: [Entry]) { self.entries = entries }

  init(_ names: String...) { entries = names.map { Entry($0) } }

  /// Changes the only entry.
  static func one(_ change: (inout Entry) -> Void) -> [UInt8] {
    var entry = Entry("a.txt")
    change(&entry)
    return ForgedZip([entry]).bytes
  }

  /// Changes the archive of two plain files.
  static func two(_ change: (inout ForgedZip) -> Void) -> [UInt8] {
    var zip = ForgedZip("a.txt", "b.txt")
    change(&zip)
    return zip.bytes
  }

  var bytes: [UInt8] {
    var out = prefix
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    func fields(_ entry: Entry, name: [UInt8]) -> [UInt8] {
      number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 2)
        + number(33, 2) + number(entry.crc, 4) + number(entry.compressed ?? entry.data.count, 4)
        + number(entry.size ?? entry.data.count, 4) + number(name.count, 2)
        + number(entry.extra.count, 2)
    }
    var offsets: [Int] = []
    for entry in entries {
      if overlaps, let first = offsets.first {
        offsets.append(first)
        continue
      }
      offsets.append(out.count)
      let name = entry.localName ?? entry.name
      out += number(0x0403_4B50, 4) + fields(entry, name: name) + name + entry.extra + entry.data
      out += gap
    }
    let start = out.count
    for (entry, offset) in zip(entries, offsets) {
      out += number(0x0201_4B50, 4) + number(0x0314, 2) + fields(entry, name: entry.name)
      out += number(entry.comment.count, 2) + number(0, 4) + number(entry.attributes, 4)
      out += number(offset, 4) + entry.name + entry.extra + entry.comment
    }
    let size = out.count - start
    let count = count ?? entries.count
    out += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
    out += number(size, 4) + number(directoryOffset ?? start, 4) + number(comment.count, 2)
    return out + comment + suffix
  }
}
