import SourceCore
import StructuredData
import Testing

struct YAMLParserTests {
  @Test func frontMatter() throws {
    let text = "---\ntitle: \"Änderungen\"\nteaching: 10\nversion: 1.10\nlang: no\nempty:\n---\n"
    let bytes = Array(text.utf8)
    let parsed = YAMLParser.parse(bytes, range: 4..<bytes.count - 4)
    #expect(parsed.problems.isEmpty)
    let root = try #require(parsed.root)
    let title = try #require(root.member("title"))
    #expect(title.value.content == .string("Änderungen"))
    #expect(slice(bytes, title.keyRange) == "title")
    #expect(slice(bytes, title.value.range) == "\"Änderungen\"")
    #expect(root["teaching"]?.content == .integer(10))
    #expect(slice(bytes, root["teaching"]!.range) == "10")
    #expect(root["version"]?.content == .number(1.1))
    #expect(root["version"]?.stringValue == "1.10")
    #expect(root["lang"]?.content == .string("no"))
    #expect(root["empty"]?.content == .null)
    #expect(root["empty"]?.range.isEmpty == true)
  }

  @Test func billionLaughs() {
    var text = "a0: &a0 [lol, lol]\n"
    for i in 1..<40 {
      text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1), *a\(i - 1)]\n"
    }
    let clock = ContinuousClock()
    let took = clock.measure {
      let parsed = YAMLParser.parse(Array(text.utf8))
      #expect(parsed.problems.map(\.kind) == [.aliasLimit])
      #expect(parsed.root?.object?.count == 40)
    }
    #expect(took < .milliseconds(200))
  }

  private func slice(_ bytes: [UInt8], _ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
