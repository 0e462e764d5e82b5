import SourceCore
import StructuredData
import Testing

@testable import Framework

/// Schemas and values made to hang or to break the engine.
@Suite struct HostileSchemaTests {
  /// Schemas with the place of their fault.
  static let unusableSchemas: [(String, String)] = [
    (##"{"$ref": "#/$defs/nowhere"}"##, "/$ref"),
    (##"{"properties": {"a": {"$ref": "other.json"}}}"##, "/properties/a/$ref"),
    (##"{"$dynamicRef": "#nowhere"}"##, "/$dynamicRef"),
    (##"{"$ref": "#/$defs/a", "$defs": {"a": 3}}"##, "/$defs/a"),
    (##"{"$defs": {"a": {"$id": "urn:x"}, "b": {"$id": "urn:x"}}}"##, "/$defs/b/$id"),
    (##"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}"##, "/$defs/b/$anchor"),
    (##"{"$id": "urn:x#part"}"##, "/$id"),
    (##"{"$id": 3}"##, "/$id"),
    (##"{"$anchor": "1 2"}"##, "/$anchor"),
    (##"{"$schema": "http://json-schema.org/draft-07/schema#"}"##, "/$schema"),
    (##"{"type": "text"}"##, "/type"),
    (##"{"type": []}"##, "/type"),
    (##"{"type": 3}"##, "/type"),
    (##"{"properties": []}"##, "/properties"),
    (##"{"properties": {"a": "b"}}"##, "/properties/a"),
    (##"{"items": [true]}"##, "/items"),
    (##"{"allOf": {}}"##, "/allOf"),
    (##"{"anyOf": []}"##, "/anyOf"),
    (##"{"oneOf": [1]}"##, "/oneOf/0"),
    (##"{"not": null}"##, "/not"),
    (##"{"enum": "a"}"##, "/enum"),
    (##"{"required": "a"}"##, "/required"),
    (##"{"required": ["a", "a"]}"##, "/required"),
    (##"{"minLength": -1}"##, "/minLength"),
    (##"{"minLength": 1.5}"##, "/minLength"),
    (##"{"maxItems": "2"}"##, "/maxItems"),
    (##"{"multipleOf": 0}"##, "/multipleOf"),
    (##"{"multipleOf": -2}"##, "/multipleOf"),
    (##"{"minimum": "1"}"##, "/minimum"),
    (##"{"uniqueItems": 1}"##, "/uniqueItems"),
    (##"{"pattern": "("}"##, "/pattern"),
    (##"{"pattern": "a**"}"##, "/pattern"),
    (##"{"patternProperties": {"[": true}}"##, "/patternProperties/["),
    (##"{"dependentRequired": {"a": "b"}}"##, "/dependentRequired/a"),
    (##"{"format": 3}"##, "/format"),
    (##"{"$ref": 3}"##, "/$ref"),
    (##"[]"##, ""),
    (##"3"##, ""),
  ]

  @Test(
    "A schema that cannot be used says where",
    arguments: unusableSchemas)
  func unusable(schema: String, pointer: String) throws {
    let error = try #require(throws: SchemaError.self) { _ = try Checked.validator(schema) }
    #expect(error.pointer == pointer, "\(error)")
    #expect(!error.message.isEmpty)
  }

  @Test("A vocabulary that is required and not known is refused, any other is not")
  func vocabularies() throws {
    let meta = #"{"$id": "urn:meta", "$vocabulary": {"urn:unheard-of": REQUIRED}}"#
    let schema = #"{"$schema": "urn:meta", "type": "string"}"#
    let required = ["urn:meta": meta.replacing("REQUIRED", with: "true")]
    #expect(throws: SchemaError.self) { _ = try Checked("3", schema, resources: required) }
    let optional = ["urn:meta": meta.replacing("REQUIRED", with: "false")]
    #expect(try Checked("3", schema, resources: optional).isValid)
  }

  @Test(
    "A schema that refers to itself without end is told",
    arguments: [
      ##"{"$ref": "#"}"##, ##"{"$dynamicAnchor": "a", "$dynamicRef": "#a"}"##,
      ##"{"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"anyOf": [false, {"$ref": "#"}]}}}"##,
      ##"{"not": {"not": {"$ref": "#"}}}"##, ##"{"if": {"$ref": "#"}, "then": true}"##,
      ##"{"$id": "urn:a", "$ref": "urn:b", "$defs": {"b": {"$id": "urn:b", "$ref": "urn:a"}}}"##,
      ##"{"unevaluatedProperties": false, "$ref": "#"}"##,
      ##"{"dependentSchemas": {"a": {"$ref": "#"}}}"##,
    ])
  func endless(schema: String) throws {
    let validator = try Checked.validator(schema)
    let value = try #require(Checked.parse(#"{"a": 1}"#))
    #expect(throws: SchemaLimit.self) { _ = try validator.isValid(value) }
    #expect(throws: SchemaLimit.self) { _ = try validator.problems(of: value) }
  }

  @Test(
    "Branches that double at each level are checked once", arguments: ["anyOf", "oneOf", "allOf"])
  func doubling(keyword: String) throws {
    var definitions = ""
    for i in 0..<60 {
      let next = "{\"$ref\": \"#/$defs/a\(i + 1)\"}"
      let other = keyword == "oneOf" ? "{\"not\": \(next)}" : next
      definitions += "\"a\(i)\": {\"\(keyword)\": [\(next), \(other)]}, "
    }
    let end = #""a60": {"properties": {"x": {"type": "string"}}}"#
    for more in ["", #""unevaluatedProperties": false, "#] {
      let schema = "{\"$ref\": \"#/$defs/a0\", \(more)\"$defs\": {\(definitions)\(end)}}"
      _ = try Checked(#"{"x": "y"}"#, schema)
      if keyword != "oneOf" { #expect(try !Checked(#"{"x": 1}"#, schema).isValid) }
    }
  }

  @Test(
    "A pattern that goes back and forth reaches its limit",
    arguments: [#"^(a+)+$"#, #"^(a|a)*$"#, #"^(a*)*b"#, #"(?=(a+)+b)a"#, #"^(\\w+\\s?)+$"#])
  func patterns(pattern: String) throws {
    let validator = try Checked.validator("{\"pattern\": \"\(pattern)\"}")
    let text = "\"" + String(repeating: "a", count: 5_000) + "!\""
    let value = try #require(Checked.parse(text))
    // PCRE2 sees through some of them.
    do {
      #expect(try !validator.isValid(value) || pattern.contains("(?="))
    } catch {
      #expect(error.message.contains("too many steps"))
    }
  }

  @Test("A long text is not searched from each of its bytes, but may be read through once")
  func longTexts() throws {
    let text = try #require(Checked.parse("\"" + String(repeating: "a", count: 400_000) + "\""))
    let searching = try Checked.validator(#"{"pattern": "a*[bc]"}"#)
    #expect(throws: SchemaLimit.self) { _ = try searching.isValid(text) }
    #expect(try Checked.validator(#"{"pattern": "^(?:[a-z]{4})*$"}"#).isValid(text))
  }

  @Test("Patterns that stay below their limit are counted together")
  func manyPatterns() throws {
    let validator = try Checked.validator(#"{"items": {"pattern": "^(a?){14}a{14}$"}}"#)
    let text = "[" + Array(repeating: "\"aaaaaaaaaaaaaab\"", count: 2_000).joined(separator: ",")
    let value = try #require(Checked.parse(text + "]"))
    #expect(throws: SchemaLimit.self) { _ = try validator.problems(of: value) }
  }

  @Test("Values nested ten thousand levels deep end in an answer or a limit")
  func deepValues() throws {
    let deep = Checked.nested(10_000)
    let loose = try Checked.validator(#"{"type": "array"}"#)
    #expect(try loose.isValid(deep))
    let recursive = try Checked.validator(##"{"items": {"$ref": "#"}}"##)
    #expect(throws: SchemaLimit.self) { _ = try recursive.isValid(deep) }
    let unique = try Checked.validator(#"{"uniqueItems": true, "not": {"const": [[]]}}"#)
    #expect(try unique.isValid(deep))
    #expect(try recursive.isValid(Checked.nested(190)))
  }

  @Test("Schemas nested ten thousand levels deep are refused")
  func deepSchemas() throws {
    let inner = DataNode(.bool(true), range: ByteRange(0, 0), written: "true", isPlain: true)
    let deep = Checked.wrapped(inner, 10_000) {
      .object([DataNode.Member(key: "not", keyRange: ByteRange(0, 0), value: $0)])
    }
    var registry = SchemaRegistry()
    #expect(throws: SchemaError.self) { try registry.register(deep, uri: "urn:deep") }
    let constant = Checked.wrapped(Checked.nested(5_000), 1) {
      .object([DataNode.Member(key: "const", keyRange: ByteRange(0, 0), value: $0)])
    }
    try registry.register(constant, uri: "urn:constant")
    #expect(try registry.validator(for: "urn:constant").isValid(Checked.nested(5_000)))
    #expect(try !registry.validator(for: "urn:constant").isValid(Checked.nested(5_001)))
  }

  @Test("Long lists are compared in better than quadratic time")
  func longLists() throws {
    let items = (0..<30_000).map { "{\"a\": \($0), \"b\": [\($0)]}" }.joined(separator: ",")
    #expect(try Checked("[\(items)]", #"{"uniqueItems": true}"#).isValid)
    let twice = try Checked("[\(items), {\"b\": [7.0], \"a\": 7}]", #"{"uniqueItems": true}"#)
    #expect(twice.problems.map(\.pointer) == ["/30000"])
    let texts = (0..<30_000).map { "\"v\($0)\"" }.joined(separator: ",")
    #expect(try Checked("\"v29999\"", "{\"enum\": [\(texts)]}").isValid)
    let none = try Checked("\"w\"", "{\"enum\": [\(texts)]}")
    #expect(none.problems[0].message.utf8.count < 200)
    #expect((none.problems[0].help ?? "").utf8.count < 400)
    let keys = (0..<5_000).map { "\"k\($0)\"" }
    let map = "{" + keys.map { "\($0): 1" }.joined(separator: ",") + "}"
    #expect(try Checked(map, "{\"required\": [\(keys.joined(separator: ","))]}").isValid)
  }

  @Test("A long chain of references is followed or refused")
  func longChain() throws {
    var definitions = ""
    for i in 0..<20_000 {
      definitions += "\"a\(i)\": {\"$ref\": \"#/$defs/a\(i + 1)\"}, "
    }
    let schema = "{\"$ref\": \"#/$defs/a0\", \"$defs\": {\(definitions)\"a20000\": {}}}"
    let validator = try Checked.validator(schema)
    let value = try #require(Checked.parse("1"))
    #expect(throws: SchemaLimit.self) { _ = try validator.isValid(value) }
  }
}
