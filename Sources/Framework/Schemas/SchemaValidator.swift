import StructuredData

/// Checks values against one schema.
public struct SchemaValidator: Sendable {
  let program: SchemaProgram

  init(program: SchemaProgram) { self.program = program }

  /// Whether a value fits the schema.
  public func isValid(_ value: DataNode) throws(SchemaLimit) -> Bool {
    var evaluation = Evaluation(program, Instance(value))
    return try evaluation.holds(program.root, 0, ScopeTable.empty)
  }

  /// What is wrong with a value, in the order of the file; nothing where it fits.
  public func problems(of value: DataNode) throws(SchemaLimit) -> [SchemaProblem] {
    try problems(of: value, vocabulary: Framework.builtin.vocabulary)
  }

  /// What is wrong with a value, in words of the framework's vocabularies.
  ///
  /// Without `tellsAllFields`, of the unknown fields only the first hundred are told: those of which
  /// it is looked for what was meant.
  func problems(
    of value: DataNode, vocabulary: @escaping (String) -> Vocabulary?, tellsAllFields: Bool = true
  ) throws(SchemaLimit) -> [SchemaProblem] {
    try Explainer.problems(
      of: value, program: program, vocabulary: vocabulary, tellsAllFields: tellsAllFields)
  }
}
