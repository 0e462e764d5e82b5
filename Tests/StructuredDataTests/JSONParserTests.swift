import Foundation
import SourceCore
import StructuredData
import TestSupport
import Testing

struct JSONParserTests {
  @Test func values() throws {
    let text = """
      {"schema": "x/1", "n": [0, -1, 1.5, 1e2, 18446744073709551616], "b": [true, false, null],
       "s": "a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é", "o": {}, "a": []}
      """
    let bytes = Array(text.utf8)
    let parsed = JSONParser.parse(bytes)
    #expect(parsed.problems.isEmpty)
    let root = try #require(parsed.root)
    expectNested(root, in: bytes)
    #expect(root["schema"]?.string == "x/1")
    #expect(
      root["n"]?.array?.map(\.content) == [
        .integer(0), .integer(-1), .number(1.5), .number(100), .number(0x1p64),
      ])
    #expect(root["b"]?.array?.map(\.content) == [.bool(true), .bool(false), .null])
    #expect(root["s"]?.string == "a\"\\/\u{8}\u{C}\n\r\té😀é")
    #expect(root["o"]?.object == [])
    #expect(root["a"]?.array == [])
    #expect(slice(bytes, try #require(root.member("n")?.keyRange)) == "\"n\"")
    #expect(root["n"]?.array?[3].written == "1e2")
  }

  @Test(arguments: [
    ("{\"a\": 1,}", ",", "a comma before the end", "{\"a\"=‹1›}"),
    ("[1 2]", "2", "a comma is missing before this", "[‹1›, ‹2›]"),
    ("{a: 1}", "a", "a key needs double quotes", "{a=‹1›}"),
    ("['b']", "'", "text needs double quotes", "[‹'b'›]"),
    ("[1, // c\n 2]", "// c", "JSON has no comments", "[‹1›, ‹2›]"),
    ("[1, /* c */ 2]", "/* c */", "JSON has no comments", "[‹1›, ‹2›]"),
    ("{\"a\" 1}", "\"a\"", "no `:` follows the key `a`", "{}"),
    ("{\"a\": }", "}", "a value is missing before this", "{}"),
    ("[1, 2", "[", "the list that begins here with `[` is not closed", "[‹1›, ‹2›]"),
    (
      "{\"a\": \"x\n\"}", "\"x", "the quote that begins here is not closed on its line",
      "{\"a\"=‹\"x›}"
    ),
    ("[01]", "01", "`01` is no JSON value", "[‹01›]"),
    ("[True]", "True", "`True` is no JSON value", "[‹True›]"),
    ("[1.]", "1.", "`1.` is no JSON value", "[‹1.›]"),
    ("[\"\\x\"]", "\\x", "a backslash begins an escape, and this is none", "[‹\"\\x\"›]"),
    (
      "[\"\\ud83d\"]", "\\ud83d", "`\\u` needs four hexadecimal digits that name a character",
      "[‹\"\\ud83d\"›]"
    ),
    ("{} x", "x", "something follows the end of the JSON value", "{}"),
    ("[1}", "}", "this does not close what was opened before", "[‹1›]"),
    (
      "{\"a\":1,\"a\":2}", "\"a\"", "`a` is given twice; the first one counts",
      "{\"a\"=‹1›, \"a\"=‹2›}"
    ),
    ("", "", "there is nothing here", "nothing"),
  ])
  func problems(_ text: String, _ flagged: String, _ message: String, _ read: String) throws {
    let bytes = Array(text.utf8)
    let parsed = JSONParser.parse(bytes)
    #expect(parsed.problems.map(\.message) == [message])
    #expect(slice(bytes, try #require(parsed.problems.first?.range)) == flagged)
    #expect(outline(parsed.root, bytes) == read)
  }

  @Test func byteOrderMarkAndRange() throws {
    #expect(JSONParser.parse(Array("\u{FEFF}[]".utf8)).root?.array == [])
    let bytes = Array("xx{\"é\": 1}yy".utf8)
    let parsed = JSONParser.parse(bytes, range: 2..<bytes.count - 2)
    #expect(parsed.problems.isEmpty)
    #expect(slice(bytes, try #require(parsed.root?["é"]?.range)) == "1")
  }

  @Test func invalidUTF8() {
    let parsed = JSONParser.parse(Array("[\"caf".utf8) + [0xE9] + Array("\", 1]".utf8))
    #expect(parsed.problems.map(\.kind) == [.invalidEncoding])
    #expect(parsed.problems.first?.range == ByteRange(5, 6))
    #expect(parsed.root?.array?.count == 2)
  }

  /// What the writer writes, the parser reads; and Foundation agrees.
  @Test func writerAndParserAgree() throws {
    let seed = TestSeed.of("JSON")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<300 {
      var writer = JSONWriter(pretty: round % 2 == 0)
      let value = Self.random(depth: 0, &generator)
      Self.write(value, to: &writer)
      let parsed = JSONParser.parse(writer.bytes)
      #expect(parsed.problems.isEmpty, "seed \(seed)")
      #expect(parsed.root?.hasSameValue(as: value) == true, "seed \(seed)")
      #expect(throws: Never.self, "seed \(seed)") {
        try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
      }
    }
  }

  private static func random(depth: Int, _ generator: inout SeededGenerator) -> DataNode {
    let content: DataNode.Content
    switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &generator) {
    case 0: content = .null
    case 1: content = .bool(Bool.random(using: &generator))
    case 2: content = .integer(Int64.random(in: .min ... .max, using: &generator))
    case 3: content = .number(Double.random(in: -1e9...1e9, using: &generator))
    case 4: content = .string(text(&generator))
    case 5: content = .array((0..<3).map { _ in random(depth: depth + 1, &generator) })
    default:
      content = .object(
        (0..<3).map { i in
          DataNode.Member(
            key: text(&generator) + "\(i)", keyRange: ByteRange(0, 0),
            value: random(depth: depth + 1, &generator))
        })
    }
    return DataNode(content, range: ByteRange(0, 0), written: nil, isPlain: false)
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "é", "😀", "\"", "\\", "\n", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "/",
    ]
    return (0..<5).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func write(_ node: DataNode, to writer: inout JSONWriter) {
    switch node.content {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.integer(value)
    case .number(let value): writer.number(value)
    case .string(let value): writer.string(value)
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.key)
        write(member.value, to: &writer)
      }
      writer.endObject()
    }
  }
}
