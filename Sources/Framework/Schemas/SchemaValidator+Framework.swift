import SourceCore
import StructuredData

extension SchemaValidator {
  /// Reads a schema of a framework document, whose formats are always checked.
  init(_ document: DocumentReader) throws(DocumentProblem) {
    let uri = document.node["$id"]?.string ?? "urn:academy:schema:unnamed"
    do {
      var registry = SchemaRegistry()
      try registry.register(document.node, uri: uri)
      self = try registry.validator(for: uri, assertFormat: true)
    } catch {
      var parts = [document.part]
      // A message names a place as the rest of the document does: with dots.
      parts += JSONPointer.parts(error.pointer) ?? []
      throw DocumentProblem(parts.joined(separator: "."), error.message)
    }
  }

  /// What is wrong with a value; a limit reached is a problem of the value as a whole.
  func allProblems(
    of value: DataNode, vocabulary: @escaping (String) -> Vocabulary?, tellsAllFields: Bool = true
  ) -> [SchemaProblem] {
    do {
      return try problems(
        of: value, vocabulary: vocabulary, tellsAllFields: tellsAllFields)
    } catch {
      return [
        SchemaProblem(
          range: ByteRange(value.range.lower, value.range.lower), pointer: "", keyword: "",
          message: "this could not be checked: \(error.message)")
      ]
    }
  }
}
