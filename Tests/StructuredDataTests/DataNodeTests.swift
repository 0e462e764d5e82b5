import SourceCore
import StructuredData
import Testing

struct DataNodeTests {
  private func node(_ text: String) throws -> DataNode {
    try #require(YAMLParser.parse(Array(text.utf8)).root)
  }

  @Test func accessors() throws {
    let root = try node(
      "t: x\nn: 60.0\nb: yes\nc: true\nl: [1]\nv: 1.10\nq: '1.10'\nz:\nh: 1e400\n")
    #expect(root["n"]?.intValue == 60)
    #expect(root["n"]?.stringValue == "60.0")
    #expect(root["b"]?.boolValue == nil)
    #expect(root["c"]?.boolValue == true)
    #expect(root["c"]?.stringValue == "true")
    #expect(root["c"]?.string == nil)
    #expect(root["v"]?.intValue == nil)
    #expect(root["v"]?.doubleValue == 1.1)
    #expect(root["h"]?.intValue == nil)
    #expect(root["z"]?.stringValue == nil)
    #expect(root["l"]?["x"] == nil)
    let kinds = root.object?.map(\.value.kindInWords)
    #expect(
      kinds == [
        "text", "a number", "text", "true or false", "a list", "a number", "text", "nothing",
        "a number",
      ])
  }

  @Test func textMaps() throws {
    let root = try node("a: {en: Data, fr: Données}\nb: {en: [x]}\nc: {en: 2024}\n")
    #expect(root["a"]?.textMap?.map(\.key) == ["en", "fr"])
    #expect(root["b"]?.textMap == nil)
    #expect(root["c"]?.textMap?.first?.value.stringValue == "2024")
  }

  @Test(arguments: [
    ("1", "1.0", true), ("1", "2", false), ("{a: 1, b: 2}", "{b: 2.0, a: 1}", true),
    ("{a: 1}", "{a: 1, b: 2}", false), ("[1, 2]", "[2, 1]", false), ("[1, x]", "[1, 'x']", true),
    ("no", "'no'", true), ("~", "null", true), ("1", "'1'", false),
  ])
  func sameValue(_ a: String, _ b: String, _ same: Bool) throws {
    #expect(try node(a).hasSameValue(as: try node(b)) == same)
    #expect(try node(b).hasSameValue(as: try node(a)) == same)
  }
}
