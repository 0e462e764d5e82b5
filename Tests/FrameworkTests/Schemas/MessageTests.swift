import Framework
import SourceCore
import StructuredData
import Testing

/// What is said of values that do not fit schemas of others.
@Suite struct MessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let schema: String
    let value: String
    /// Pointer, keyword, pointer in the schema and message of each problem.
    let told: [[String]]

    init(_ schema: String, _ value: String, _ told: [String]...) {
      self.schema = schema
      self.value = value
      self.told = told
    }

    var testDescription: String { "\(schema) \(value)" }
  }

  static let cases = [
    Case(
      #"{"properties": {"level": {"enum": ["basic", "intermediate", "advanced"]}}}"#,
      "level: intermedate",
      [
        "/level", "enum", "/properties/level/enum",
        "`level` must be one of basic, intermediate, advanced; `intermedate` is not",
      ]),
    Case(
      #"{"enum": [1, 2, "a"]}"#, "\"2\"",
      ["", "enum", "/enum", "the document must be one of 1, 2, a; `2` is text"]),
    Case(
      #"{"const": {"a": [1]}}"#, "3",
      ["", "const", "/const", "the document must be `{a: [1]}`; `3` is not"]),
    // Of several forms the one that a value's kind tells.
    Case(
      #"""
      {"anyOf": [
        {"type": "object", "properties": {"kind": {"const": "file"}, "path": {"type": "string"}}},
        {"type": "object", "properties": {"kind": {"const": "web"}, "url": {"type": "string"}}}]}
      """#, "{kind: web, path: 3, url: 4}",
      [
        "/url", "type", "/anyOf/1/properties/url/type",
        "`url` must be text, and `4` is read as the number 4",
      ]),
    Case(
      #"{"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
      "[a, {}]",
      [
        "/1", "type", "/oneOf/1/items/type",
        "`[1]` must be text; it is a map of keys and values",
      ]),
    Case(
      #"{"oneOf": [{"type": "string"}, {"type": "array"}]}"#, "{}",
      [
        "", "oneOf", "/oneOf",
        "the document must be text or a list; it is a map of keys and values",
      ]),
    Case(
      #"{"anyOf": [{"const": "a"}, {"enum": ["b", "c"]}]}"#, "d",
      ["", "anyOf", "/anyOf", "the document must be one of a, b, c; `d` is not"]),
    Case(
      #"{"anyOf": [{"required": ["a"]}, {"required": ["b", "c"]}]}"#, "{}",
      ["", "anyOf", "/anyOf", "the document needs `a`, or `b` and `c`"]),
    Case(
      #"{"oneOf": [{"minimum": 1}, {"maximum": 5}]}"#, "3",
      ["", "oneOf", "/oneOf", "the document fits 2 of the forms of which it must fit one only"]),
    Case(
      ##"{"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {"minimum": 5}}}"##,
      "3", ["", "minimum", "/$defs/a/minimum", "the document must be 5 or more; it is 3"]),
    Case(
      #"{"properties": {"a": false}}"#, "{a: 1}",
      ["/a", "properties", "/properties/a", "`a` is not allowed here"]),
    Case("false", "1", ["", "false", "", "the document is not allowed here"]),
    Case(
      #"{"not": {"type": "string"}}"#, "a", ["", "not", "/not", "the document must not be text"]),
    Case(
      #"{"properties": {"a": {"not": {"enum": [1, 2]}}}}"#, "a: 1",
      ["/a", "not", "/properties/a/not", "`a` must not be one of `1`, `2`"]),
    Case(
      #"{"title": "the plan", "allOf": [{"properties": {"name": true}}], "unevaluatedProperties": false}"#,
      "nmae: x",
      [
        "/nmae", "unevaluatedProperties", "/unevaluatedProperties",
        "`nmae` is not a field of the plan; did you mean `name`?",
      ]),
    Case(
      #"{"prefixItems": [true], "unevaluatedItems": false}"#, "[1, 2]",
      ["/1", "unevaluatedItems", "/unevaluatedItems", "`[1]` is one entry too many"]),
    Case(
      #"{"contains": {"type": "string"}, "minContains": 2}"#, "[a, 1]",
      [
        "", "minContains", "/minContains",
        "the document must have at least 2 entries of the kind \"text\"; it has 1",
      ]),
    Case(
      #"{"dependentRequired": {"a": ["b"]}}"#, "a: 1",
      [
        "", "dependentRequired", "/dependentRequired", "the document has `a` and so needs `b`",
      ]),
    Case(
      #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#, "a: 1",
      ["", "required", "/then/required", "`b` is missing from the document"]),
    Case(
      #"{"properties": {"n": {"multipleOf": 0.01}, "m": {"exclusiveMaximum": 5}}}"#,
      "{n: 1.005, m: 5}",
      [
        "/n", "multipleOf", "/properties/n/multipleOf",
        "`n` must be a multiple of 0.01; it is 1.005",
      ],
      [
        "/m", "exclusiveMaximum", "/properties/m/exclusiveMaximum",
        "`m` must be less than 5; it is 5",
      ]),
    Case(
      #"{"propertyNames": {"pattern": "^[a-z]+$"}}"#, "{A: 1}",
      [
        "/A", "pattern", "/propertyNames/pattern",
        "the key `A` must be of the form `^[a-z]+$`; `A` is not",
      ]),
    Case(
      #"{"uniqueItems": true}"#, "[{a: 1}, {a: 1.0}]",
      ["/1", "uniqueItems", "/uniqueItems", "the document lists `{a: 1.0}` twice"]),
  ]

  @Test("What is said", arguments: cases)
  func message(_ example: Case) throws {
    let problems = try Checked(example.value, example.schema).problems
    let told = problems.map { [$0.pointer, $0.keyword, $0.schemaPointer, $0.message] }
    #expect(told == example.told)
  }

  @Test("A schema is located in its own document and by its URI")
  func location() throws {
    let resources = [
      "https://example.org/a.json":
        ##"{"$defs": {"b": {"$id": "b.json", "properties": {"c": {"type": "null"}}}}}"##
    ]
    let schema = ##"{"$ref": "https://example.org/b.json"}"##
    let problem = try #require(try Checked("c: 1", schema, resources: resources).problems.first)
    #expect(problem.schemaPointer == "/$defs/b/properties/c/type")
    #expect(problem.schemaLocation == "https://example.org/b.json#/properties/c/type")
  }

  @Test("Texts are equal by their code points")
  func codePoints() throws {
    #expect(try !Checked("\"e\u{301}\"", "{\"const\": \"\u{E9}\"}").isValid)
    #expect(try !Checked("{\"e\u{301}\": 1}", "{\"required\": [\"\u{E9}\"]}").isValid)
    #expect(try Checked("[\"e\u{301}\", \"\u{E9}\"]", #"{"uniqueItems": true}"#).isValid)
    #expect(try Checked("\"👨‍👩‍👧\"", #"{"minLength": 5, "maxLength": 5}"#).isValid)
  }
}
