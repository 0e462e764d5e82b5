import SourceCore
import StructuredData
import TestSupport
import Testing

struct YAMLParserTests {
  @Test func frontMatter() throws {
    let text = "---\ntitle: \"Änderungen\"\nteaching: 10\nversion: 1.10\nlang: no\nempty:\n---\n"
    let bytes = Array(text.utf8)
    let parsed = YAMLParser.parse(bytes, range: 4..<bytes.count - 4)
    #expect(parsed.problems.isEmpty)
    #expect(!parsed.isPartial)
    let root = try #require(parsed.root)
    #expect(
      outline(root, bytes)
        == "{title=‹\"Änderungen\"›, teaching=‹10›, version=‹1.10›, lang=‹no›, empty=‹›}")
    #expect(root["title"]?.string == "Änderungen")
    #expect(root["teaching"]?.intValue == 10)
    #expect(root["version"]?.content == .number(1.1))
    #expect(root["version"]?.stringValue == "1.10")
    #expect(root["lang"]?.content == .string("no"))
    #expect(root["lang"]?.isPlain == true)
    #expect(root["empty"]?.isNull == true)
    #expect(root["missing"] == nil)
  }

  /// The bytes that each key and scalar covers.
  @Test(arguments: [
    (
      "a: |\n  one\n\n  two\n\n\n# c\nb: >-\n  x\n  y\n",
      "{a=‹|\n  one\n\n  two›, b=‹>-\n  x\n  y›}"
    ),
    ("a: |\n  last", "{a=‹|\n  last›}"),
    ("a: plain\n  multi\n  line\nb: \"x\n  y\"\n", "{a=‹plain\n  multi\n  line›, b=‹\"x\n  y\"›}"),
    ("- a\n- b:\n    c\n-\n- - x\n", "[‹a›, {b=‹c›}, ‹›, [‹x›]]"),
    ("a: [b: c, {d}, ]\n", "{a=[{b=‹c›}, {d=‹›}]}"),
    ("é: ü\nß: [ä, 'ö😀']\nz: x\n", "{é=‹ü›, ß=[‹ä›, ‹'ö😀'›], z=‹x›}"),
    ("\u{FEFF}a: é\r\nc: d\r\n", "{a=‹é›, c=‹d›}"),
    ("a: &s text # c\nb: !!str 1.10\nc: &t !x\n  'q'\n", "{a=‹text›, b=‹1.10›, c=‹'q'›}"),
    ("\"a b\": 'c'\n", "{\"a b\"=‹'c'›}"),
    ("{\"a\": 1, \"b\": [true]}", "{\"a\"=‹1›, \"b\"=[‹true›]}"),
    ("? a\n: b\n", "{a=‹b›}"), ("just text", "‹just text›"),
    ("url: http://x.y/z # c\n", "{url=‹http://x.y/z›}"),
    ("---\na: 1\n...\n", "{a=‹1›}"), ("%YAML 1.2\n---\na: 1\n", "{a=‹1›}"),
    ("a: b\n---\n", "{a=‹b›}"),
    ("# only a comment\n", "nothing"), ("", "nothing"),
  ])
  func ranges(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let parsed = YAMLParser.parse(bytes)
    #expect(outline(parsed.root, bytes) == expected)
    #expect(parsed.problems.isEmpty)
    if let root = parsed.root { expectNested(root, in: bytes) }
  }

  @Test func collectionsEndWithTheirLastEntry() throws {
    let bytes = Array("a:\n  - x\n  - {y: 1}  # c\n\n# d\nb:\n  c: &n\n    d: e\n\n\n".utf8)
    let root = try #require(YAMLParser.parse(bytes).root)
    #expect(slice(bytes, try #require(root["a"]?.range)) == "- x\n  - {y: 1}")
    #expect(slice(bytes, try #require(root["b"]?.range)) == "c: &n\n    d: e")
    #expect(slice(bytes, try #require(root["b"]?["c"]?.range)) == "d: e")
  }

  /// Long multi-byte texts go through the table that turns characters into bytes.
  @Test func offsetsFarIntoMultiByteText() throws {
    let lines = (0..<500).map { "k\($0): 'naïve — 統計 😀 \($0)'\n" }
    let bytes = Array(("\u{FEFF}" + lines.joined()).utf8)
    let root = try #require(YAMLParser.parse(bytes).root)
    for (i, member) in try #require(root.object).enumerated() {
      #expect(slice(bytes, member.keyRange) == "k\(i)")
      #expect(slice(bytes, member.value.range) == "'naïve — 統計 😀 \(i)'")
    }
  }

  /// The core schema of YAML 1.2, section 10.3.2.
  @Test(
    arguments: [
      ("012", .integer(12)), ("0x1F", .integer(31)), ("0o17", .integer(15)), ("+12", .integer(12)),
      ("-0", .integer(0)), ("1e3", .number(1000)), (".5", .number(0.5)), ("5.", .number(5)),
      ("-.5e-3", .number(-0.0005)), ("1.e2", .number(100)), (".inf", .number(.infinity)),
      ("-.INF", .number(-.infinity)), ("~", .null), ("NULL", .null), ("Null", .null),
      ("nULL", .string("nULL")),
      ("true", .bool(true)), ("FALSE", .bool(false)), ("tRUE", .string("tRUE")),
      ("yes", .string("yes")),
      ("no", .string("no")), ("on", .string("on")), ("1_000", .string("1_000")),
      ("12:30", .string("12:30")),
      ("2024-01-01", .string("2024-01-01")), ("1.2.3", .string("1.2.3")), ("0xZZ", .string("0xZZ")),
      ("1e", .string("1e")), (".", .string(".")), ("+", .string("+")), ("-.", .string("-.")),
      ("+.e1", .string("+.e1")),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(0x1p63)),
      ("0xFFFFFFFFFFFFFFFFFF", .string("0xFFFFFFFFFFFFFFFFFF")), ("''", .string("")),
      ("\"1\"", .string("1")),
      ("!!str 1", .string("1")), ("!!int \"1\"", .integer(1)), ("!expr x", .string("x")),
    ] as [(String, DataNode.Content)])
  func coreSchema(_ text: String, _ content: DataNode.Content) {
    #expect(YAMLParser.parse(Array("a: \(text)\n".utf8)).root?["a"]?.content == content)
  }

  @Test func notANumber() throws {
    let root = try #require(YAMLParser.parse(Array("a: .nan\nb: .NaN\nc: .Nan\n".utf8)).root)
    #expect(root["a"]?.doubleValue?.isNaN == true)
    #expect(root["b"]?.doubleValue?.isNaN == true)
    #expect(root["c"]?.string == ".Nan")
  }

  @Test func aliases() throws {
    let bytes = Array("x: &a {k: 1}\ny: *a\nz: [*a, *b]\n".utf8)
    let parsed = YAMLParser.parse(bytes)
    let root = try #require(parsed.root)
    #expect(root["y"]?["k"]?.intValue == 1)
    #expect(slice(bytes, try #require(root["y"]?.range)) == "*a")
    #expect(slice(bytes, try #require(root["y"]?["k"]?.range)) == "1")
    #expect(parsed.problems.map(\.kind) == [.unknownAlias])
    #expect(slice(bytes, parsed.problems[0].range) == "*b")
  }

  @Test func billionLaughs() {
    var text = "a0: &a0 [lol, lol]\n"
    for i in 1..<40 {
      text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1), *a\(i - 1)]\n"
    }
    let took = threadTime {
      let parsed = YAMLParser.parse(Array(text.utf8))
      #expect(parsed.problems.map(\.kind) == [.aliasLimit])
      #expect(parsed.root?.object?.count == 40)
    }
    #expect(took < .seconds(5))
  }

  @Test func selfReferenceIsUnknown() {
    #expect(YAMLParser.parse(Array("a: &r [*r]\n".utf8)).problems.map(\.kind) == [.unknownAlias])
  }

  /// What would take quadratic time or overflow the stack ends at once.
  @Test(arguments: ["[", "- ", "? ", "{a: ", "a: ", "&a ", "! ", ":", "'", "\u{1}", "é", "- [a]\n"])
  func hostileText(_ piece: String) {
    let bytes = Array(String(repeating: piece, count: 100_000).utf8)
    let took = threadTime {
      #expect(YAMLParser.parse(bytes).problems.count <= 1)
      _ = JSONParser.parse(bytes)
    }
    #expect(took < .seconds(20))
  }

  @Test func depth() {
    func nested(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    #expect(YAMLParser.parse(nested(200)).problems.isEmpty)
    #expect(YAMLParser.parse(nested(201)).problems.map(\.kind) == [.depthLimit])
    #expect(JSONParser.parse(nested(200)).problems.isEmpty)
    #expect(JSONParser.parse(nested(201)).problems.map(\.kind) == [.depthLimit])
    // Aliases cannot get around the limit.
    let levels = (1..<150).map { "a\($0): &a\($0) [[*a\($0 - 1)]]\n" }.joined()
    let problems = YAMLParser.parse(Array(("a0: &a0 x\n" + levels).utf8)).problems
    #expect(problems.map(\.kind) == [.aliasLimit])
  }

  /// Texts made from pieces of YAML in any order: no trap, and all ranges nest.
  @Test func anyTextParses() {
    let seed = TestSeed.of("YAML")
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "\"", "'", "|\n", ">-\n",
      "#",
      " #", "&x ", "*x", "!t ", "? ", "é", "統", "😀", "\t", "\r\n", "---\n", "...", "1.5",
      "key: v\n", "@", "%",
      "\u{FEFF}", "\\", "~", "\u{85}", "<<", "\u{0}",
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      var bytes = Array(text.utf8)
      if Bool.random(using: &generator), let i = bytes.indices.randomElement(using: &generator) {
        bytes[i] = UInt8.random(in: 0...255, using: &generator)
      }
      for parsed in [YAMLParser.parse(bytes), JSONParser.parse(bytes)] {
        for problem in parsed.problems {
          #expect(problem.range.end <= bytes.count, "seed \(seed): \(text.debugDescription)")
        }
      }
      if let root = YAMLParser.parse(bytes).root, !text.contains("*x") {
        expectNested(root, in: bytes)
      }
      if let root = JSONParser.parse(bytes).root { expectNested(root, in: bytes) }
    }
  }
}
