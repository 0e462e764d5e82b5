import Framework
import SourceCore
import StructuredData
import Testing

/// Holds the engine against the JSON Schema Test Suite (MIT, Julian Berman).
@Suite struct SuiteTests {
  static let folder = TestFile.shared + "/conformance/json-schema-2020-12"
  static let remotes = TestFile.shared + "/conformance/json-schema-remotes"
  static let files = TestFile.files(below: folder).filter { $0.hasSuffix(".json") }

  /// The registry with the documents that the suite serves from a port of its own.
  private static let registry: SchemaRegistry = {
    var registry = SchemaRegistry()
    for file in TestFile.files(below: remotes) {
      guard let bytes = TestFile.read(remotes + "/" + file),
        let root = JSONParser.parse(bytes).root
      else { continue }
      do {
        try registry.register(root, uri: "http://localhost:1234/" + file)
      } catch {
        Issue.record("\(file): \(error)")
      }
    }
    return registry
  }()

  @Test(.enabled(if: !files.isEmpty, "the shared conformance data are not there"))
  func passesEveryTest() throws {
    var count = 0
    for file in Self.files {
      let bytes = try #require(TestFile.read(Self.folder + "/" + file))
      for group in try #require(JSONParser.parse(bytes).root?.array) {
        count += try check(group, file)
      }
    }
    print("JSON Schema Test Suite: \(count) tests")
  }

  /// Runs the tests of one schema; returns how many there are.
  private func check(_ group: DataNode, _ file: String) throws -> Int {
    let name = "\(file): \(group["description"]?.string ?? "")"
    let schema = try #require(group["schema"])
    let tests = try #require(group["tests"]?.array)
    var registry = Self.registry
    do {
      try registry.register(schema, uri: "urn:test:schema")
      let validator = try registry.validator(for: "urn:test:schema")
      for test in tests {
        let expected = test["valid"]?.boolValue == true
        let data = try #require(test["data"])
        let title = "\(name): \(test["description"]?.string ?? "")"
        let isValid = try validator.isValid(data)
        #expect(isValid == expected, "\(title)")
        let problems = try validator.problems(of: data)
        #expect(problems.isEmpty == expected, "\(title): \(problems)")
        for problem in problems {
          #expect(!problem.message.isEmpty && !problem.schemaLocation.isEmpty, "\(title)")
          #expect(data.range.contains(problem.range), "\(title): \(problem)")
        }
      }
    } catch {
      Issue.record("\(name): \(error)")
    }
    return tests.count
  }
}
