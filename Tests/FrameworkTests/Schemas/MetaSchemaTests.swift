import Framework
import StructuredData
import Testing

@Suite struct MetaSchemaTests {
  static let standard = "https://json-schema.org/draft/2020-12/schema"
  static let academy = "urn:academy:schema:meta:1"

  @Test("The official meta-schema validates all our schemas", arguments: FrameworkSchema.allCases)
  func ours(schema: FrameworkSchema) throws {
    let root = try #require(JSONParser.parse(Array(schema.text.utf8)).root)
    for uri in [Self.standard, Self.academy] {
      #expect(try SchemaRegistry().validator(for: uri).problems(of: root).isEmpty, "\(uri)")
    }
  }

  @Test("The meta-schemas validate one another", arguments: [standard, academy])
  func meta(uri: String) throws {
    let schema = "{\"$ref\": \"\(uri)\"}"
    #expect(try Checked("{\"$ref\": \"\(uri)\", \"type\": \"object\"}", schema).isValid)
    #expect(try Checked("true", schema).isValid)
    let wrong = try Checked(#"{"properties": {"a": {"type": "text", "minLength": -1}}}"#, schema)
    #expect(
      wrong.problems.map(\.pointer) == ["/properties/a/type", "/properties/a/minLength"])
    #expect(try !Checked(#"{"$defs": {"a": {"items": 3}}}"#, schema).isValid)
    #expect(try !Checked("3", schema).isValid)
  }

  @Test("Formats are notes, but for our vocabulary and where it is asked for")
  func formats() throws {
    let schema = #"{"$schema": "URI", "format": "date"}"#
    let plain = schema.replacing("URI", with: Self.standard)
    let ours = schema.replacing("URI", with: Self.academy)
    #expect(try Checked("\"soon\"", plain).isValid)
    #expect(try !Checked("\"soon\"", plain, assertFormat: true).isValid)
    #expect(try !Checked("\"soon\"", ours).isValid)
    #expect(try Checked("\"2026-01-31\"", ours).isValid)
    #expect(try Checked("\"soon\"", #"{"format": "unheard-of"}"#, assertFormat: true).isValid)
  }
}
