import SourceCore
import StructuredData
import Testing

/// Text of a range of a file.
func slice(_ bytes: [UInt8], _ range: ByteRange) -> String {
  String(decoding: bytes[range.indices], as: UTF8.self)
}

/// A tree as text: each key and scalar with the bytes its range covers.
func outline(_ node: DataNode?, _ bytes: [UInt8]) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .object(let members):
    let parts = members.map { "\(slice(bytes, $0.keyRange))=\(outline($0.value, bytes))" }
    return "{" + parts.joined(separator: ", ") + "}"
  case .array(let elements):
    return "[" + elements.map { outline($0, bytes) }.joined(separator: ", ") + "]"
  default: return "‹" + slice(bytes, node.range) + "›"
  }
}

/// Every range lies in the file, children lie in their parent and follow one another.
func expectNested(_ node: DataNode, in bytes: [UInt8], source: SourceLocation = #_sourceLocation) {
  let whole = ByteRange(0, bytes.count)
  #expect(whole.contains(node.range), sourceLocation: source)
  var position = node.range.lower
  func visit(_ range: ByteRange) {
    #expect(node.range.contains(range), sourceLocation: source)
    #expect(range.lower >= position, sourceLocation: source)
    position = range.upper
  }
  // An alias is where it is written, and what it stands for is elsewhere.
  if !node.range.isEmpty, bytes[node.range.start] == UInt8(ascii: "*") { return }
  for element in node.array ?? [] {
    visit(element.range)
    expectNested(element, in: bytes, source: source)
  }
  for member in node.object ?? [] {
    visit(member.keyRange)
    visit(member.value.range)
    expectNested(member.value, in: bytes, source: source)
  }
}
