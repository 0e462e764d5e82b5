import SourceCore

/// Turns changes of the text made from a notebook into changes of the notebook's file, which leave
/// every other byte of it alone.
///
/// A list of lines stays one: lines that are put in or taken out as a whole are strings of the list.
public struct NotebookEdits {
  private let pieces: [CellMap.Piece]
  private let file: [UInt8]
  /// Where in the file each byte of a piece's text begins; -1 inside of what one escape stands for.
  private var offsets: [Int: [Int]] = [:]

  /// Makes the changes of a file with these cells.
  public init(_ cells: CellMap, file: [UInt8]) {
    pieces = cells.pieces
    self.file = file
  }

  /// The fix of the file; nil where it changes what joins the cells, or code, or half a character.
  public mutating func fix(_ fix: Fix) -> Fix? {
    var edits: [Fix.Edit] = []
    for edit in fix.edits {
      guard let mapped = mapped(edit) else { return nil }
      edits.append(mapped)
    }
    return Fix(title: fix.title, edits: edits, applicability: fix.applicability)
  }

  private mutating func mapped(_ edit: Fix.Edit) -> Fix.Edit? {
    let (start, end) = (edit.range.start, edit.range.end)
    guard let first = piece(at: start, isInsertion: start == end) else { return nil }
    let last = end > start ? piece(at: end - 1, isInsertion: false) : first
    guard let last, pieces[first].cell == pieces[last].cell else { return nil }
    let holdsLines = edit.replacement.isEmpty || edit.replacement.utf8.last == 0x0A
    if holdsLines, start == pieces[first].text.start,
      start == end || end == pieces[last].text.end, let separator = separator(first)
    {
      let next = start == end ? first : last + 1
      if next == first || isInCell(next, of: first) {
        let range = ByteRange(pieces[first].literal.start, pieces[next].literal.start)
        return Fix.Edit(range, strings(edit.replacement, separator))
      }
    }
    guard let from = position(start, first), let to = end > start ? position(end, last) : from
    else { return nil }
    return Fix.Edit(ByteRange(from, to), Self.escaped(edit.replacement.utf8[...]))
  }

  private func isInCell(_ index: Int, of other: Int) -> Bool {
    pieces.indices.contains(index) && pieces[index].cell == pieces[other].cell
  }

  /// The piece that a byte of the text is in; for an insertion also one that ends there.
  private func piece(at offset: Int, isInsertion: Bool) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text.end <= offset { low = middle + 1 } else { high = middle }
    }
    if low < pieces.count, pieces[low].text.start <= offset { return low }
    return isInsertion && low > 0 && pieces[low - 1].text.end == offset ? low - 1 : nil
  }

  /// What stands between the strings of a list beside this one; nil where it has no neighbour.
  private func separator(_ index: Int) -> String? {
    for first in [index, index - 1]
    where isInCell(first, of: index) && isInCell(first + 1, of: first) {
      let bytes = file[pieces[first].literal.end..<pieces[first + 1].literal.start]
      // An empty string between the two is none of the separator.
      if bytes.contains(UInt8(ascii: "\"")) { continue }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  /// Lines as strings of a list, each with the separator behind it.
  private func strings(_ text: String, _ separator: String) -> String {
    var out = ""
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { rest.index(after: $0) } ?? rest.endIndex
      out += "\"\(Self.escaped(rest[..<end]))\"\(separator)"
      rest = rest[end...]
    }
    return out
  }

  /// Where in the file an offset of the text is, which is in a piece or at its end.
  private mutating func position(_ offset: Int, _ index: Int) -> Int? {
    let piece = pieces[index]
    let known = offsets[index] ?? Self.offsets(piece, file)
    offsets[index] = known
    guard known.count == piece.text.count + 1 else { return nil }
    let found = known[offset - piece.text.start]
    return found < 0 ? nil : found
  }

  /// Where each byte of a piece's text begins in the file, and where its string ends.
  private static func offsets(_ piece: CellMap.Piece, _ file: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(piece.text.count + 1)
    let end = piece.literal.end - 1
    var at = piece.literal.start + 1
    while at < end {
      offsets.append(at)
      guard file[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      guard at + 1 < end, file[at + 1] == UInt8(ascii: "u") else {
        at += 2
        continue
      }
      guard var unit = codeUnit(file, at, end) else { return [] }
      at += 6
      if (0xD800..<0xDC00).contains(unit), let low = codeUnit(file, at, end),
        (0xDC00..<0xE000).contains(low)
      {
        unit = 0x10000
        at += 6
      }
      let count = unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0x10000 ? 3 : 4
      for _ in 1..<count { offsets.append(-1) }
    }
    offsets.append(end)
    return offsets
  }

  private static func codeUnit(_ file: [UInt8], _ at: Int, _ end: Int) -> Int? {
    guard at + 6 <= end, file[at] == UInt8(ascii: "\\"), file[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return Int(String(decoding: file[at + 2..<at + 6], as: UTF8.self), radix: 16)
  }

  /// Text as it stands in a string of JSON.
  private static func escaped(_ text: Substring.UTF8View) -> String {
    var out: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20: out += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
