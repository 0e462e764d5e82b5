import StructuredData
import TestSupport
import Testing

@Suite struct SchemaCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("schema.json", #"{"properties": {"level": {"enum": ["basic", "advanced"]}}}"#)
  }

  private func check(_ arguments: String...) throws -> ToolRunner.Outcome {
    try #require(ToolRunner()).run(["schema", "check"] + arguments, in: folder.path)
  }

  private func lines(_ outcome: ToolRunner.Outcome) throws -> [DataNode] {
    try outcome.output.split(separator: "\n").map { line in
      try #require(JSONParser.parse(Array(line.utf8)).root)
    }
  }

  @Test func eachInstanceHasItsLine() throws {
    try folder.write("good.json", #"{"level": "basic"}"#)
    try folder.write("bad.yml", "# a comment\nlevel: basik\nlevel: advanced\n")
    let outcome = try check("--schema", "schema.json", "good.json", "bad.yml")
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let found = try lines(outcome)
    #expect(found.map { $0["instance"]?.string } == ["good.json", "bad.yml"])
    #expect(found.map { $0["valid"]?.boolValue } == [true, false])
    #expect(found[0]["errors"]?.array?.isEmpty == true)
    let errors = try #require(found[1]["errors"]?.array)
    #expect(errors.map { $0["line"]?.intValue } == [2, 3])
    #expect(errors.map { $0["column"]?.intValue } == [8, 1])
    #expect(errors[0]["instance_pointer"]?.string == "/level")
    #expect(errors[0]["keyword"]?.string == "enum")
    #expect(errors[0]["schema_pointer"]?.string == "/properties/level/enum")
    #expect(errors[0]["message"]?.string?.hasSuffix("did you mean `basic`?") == true)
    #expect(errors[1]["message"]?.string?.contains("given twice") == true)
    #expect(try check("--schema", "schema.json", "good.json").status == 0)
  }

  @Test func resourcesAreRegisteredAndNeverFetched() throws {
    try folder.write("a.json", #"{"$id": "https://example.org/a.json", "$ref": "b.json#/$defs/c"}"#)
    try folder.write("b=1.json", #"{"$defs": {"c": {"type": "string"}}}"#)
    try folder.write("i.json", "3")
    let missing = try check("--schema", "a.json", "i.json")
    #expect(missing.status == 2 && missing.output.isEmpty)
    #expect(missing.errors.contains("`https://example.org/b.json`, which is not registered"))
    for uri in ["https://example.org/b.json", "b.json"] {
      let outcome = try check("--schema", "a.json", "--resource", "\(uri)=b=1.json", "i.json")
      #expect(outcome.status == 1, "\(outcome)")
    }
  }

  @Test func formatsAreNotesUnlessAskedFor() throws {
    try folder.write("f.json", #"{"format": "orcid"}"#)
    try folder.write("i.json", #""0000-0002-1825-0098""#)
    #expect(try check("--schema", "f.json", "i.json").status == 0)
    #expect(try check("--schema", "f.json", "--assert-format", "i.json").status == 1)
  }

  @Test func whatCannotBeUsedEndsWithTwo() throws {
    try folder.write("good.json", "{}")
    try folder.write("broken.json", "{\"a\": ")
    try folder.write("loop.json", ##"{"$ref": "#"}"##)
    try folder.write("pattern.json", #"{"pattern": "^(a+)+$"}"#)
    try folder.write("text.json", "\"" + String(repeating: "a", count: 60) + "!\"")
    try folder.write("type.json", #"{"type": "text"}"#)
    try folder.write("twice.json", #"{"type": "string", "type": "null"}"#)
    try folder.write("tabs.yml", "a:\n\tb: 1\n")
    for arguments in [
      ["schema.json", "missing.json"], ["schema.json", "broken.json"], ["schema.json", "tabs.yml"],
      ["missing.json", "good.json"], ["broken.json", "good.json"], ["type.json", "good.json"],
      ["twice.json", "good.json"], ["loop.json", "good.json"], ["pattern.json", "text.json"],
    ] {
      let outcome = try check("--schema", arguments[0], arguments[1])
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments): \(outcome)")
      #expect(outcome.errors.hasPrefix("error: "), "\(arguments): \(outcome)")
    }
    let limit = try check("--schema", "pattern.json", "text.json")
    #expect(limit.errors.contains("limit reached"))
    // The others are checked all the same.
    let mixed = try check("--schema", "schema.json", "missing.json", "good.json")
    #expect(mixed.status == 2 && mixed.output.contains("\"valid\":true"))
  }

  @Test func ourSchemasAreWrittenAndCheckOurFiles() throws {
    let export = try #require(ToolRunner()).run(["schema", "export", "schemas"], in: folder.path)
    #expect(export.status == 0, "\(export)")
    for (path, text) in Tool.course { try folder.write(path, text) }
    try folder.write("lesson.yml", "title: Prices\nteaching: 10\nexercises: 5\n")
    try folder.write(
      "pipeline.json",
      #"""
      {
        "schema": "pipeline/1", "courses": ["a", {"path": "b", "repository": "../c"}],
        "sources": [], "output": "dist", "max-lesson-bytes": 5,
        "rules": {"links": "off", "links/http": {"severity": "note", "options": {}}},
        "overrides": [{"paths": ["a"], "rules": {"links": "error"}}],
        "framework": {"path": "framework.json", "repository": "../d", "release": "1.2.0"}
      }
      """#)
    for (schema, file) in [
      ("course", "course.yml"), ("lesson", "lesson.yml"), ("pipeline", "pipeline.json"),
    ] {
      let outcome = try check(
        "--assert-format", "--schema", "schemas/\(schema).schema.json", file)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }
}
