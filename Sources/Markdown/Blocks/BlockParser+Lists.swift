import SourceCore

extension BlockParser {
  /// What a list item's marker says.
  private struct Marker {
    var end: Int
    var tag: UInt8
    var number: UInt32
    var isOrdered: Bool
  }

  /// Opens a list item, and its list where the item does not go on with one.
  mutating func startItem() -> Bool {
    guard let marker = scanMarker() else { return false }
    var lists = 1
    if isAllMatchedList(marker) { lists = 0 }
    guard mayNest(lists + 1) else { return false }

    let start = nonspace
    let markerIndent = indent
    prepare(forItem: true)
    if lists == 1 {
      if isSequence(Int(open.last)) {
        open.removeLast()
        matched = open.count
      }
      let list = add(.list, at: start)
      details[list].tag = marker.tag
      details[list].number = marker.number
      if marker.isOrdered { details[list].flags.insert(.ordered) }
      push(list)
    }
    let item = add(.listItem, at: start)
    blocks[item].end = UInt32(marker.end)
    push(item)

    // The content starts after the blanks that follow the marker: one to four columns of them;
    // with five or more the first is the separator and the rest indents code.
    column = nonspaceColumn + marker.end - nonspace
    position = marker.end
    isInsideTab = false
    findNonspace()
    let blanks = indent
    let taken = isBlank || blanks > 4 ? 1 : blanks
    pushMatcher(.item, indent: markerIndent + marker.end - start + taken)
    advance(columns: isBlank ? blanks : taken)
    return true
  }

  /// Whether a container holds nothing but items of its own kind.
  func isSequence(_ id: Int) -> Bool {
    blocks[id].kind == .list || blocks[id].kind == .definitionList
  }

  /// Whether the innermost container this line continues is a list of this kind.
  private func isAllMatchedList(_ marker: Marker) -> Bool {
    let id = Int(open[matched - 1])
    guard blocks[id].kind == .list else { return false }
    return details[id].tag == marker.tag
      && details[id].flags.contains(.ordered) == marker.isOrdered
  }

  private func scanMarker() -> Marker? {
    var index = nonspace
    var marker = Marker(end: 0, tag: bytes[index], number: 0, isOrdered: false)
    if Bytes.isDigit(bytes[index]) {
      while index < lineEnd, index - nonspace < 10, Bytes.isDigit(bytes[index]) {
        if index - nonspace < 9 {
          marker.number = marker.number * 10 + UInt32(bytes[index] - UInt8(ascii: "0"))
        }
        index += 1
      }
      guard index - nonspace <= 9, index < lineEnd else { return nil }
      guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
        return nil
      }
      marker.tag = bytes[index]
      marker.isOrdered = true
    }
    index += 1
    guard index == lineEnd || Bytes.isBlank(bytes[index]) else { return nil }
    marker.end = index
    if isInParagraph {
      // Only an item with content, and only number 1, may interrupt a paragraph.
      var rest = index
      while rest < lineEnd, Bytes.isBlank(bytes[rest]) { rest += 1 }
      if rest == lineEnd || marker.isOrdered && marker.number != 1 { return nil }
    }
    return marker
  }
}
