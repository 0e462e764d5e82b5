import SourceCore
import StructuredData

/// What an office's framework puts upon the one that it extends.
struct Overlay: Sendable {
  /// All that it was read from.
  var document: [UInt8] = []
  /// The small parts, those of the framework below included.
  var agreement: Agreement
  /// Lists that are new or changed.
  var vocabularies: [String: Vocabulary] = [:]
  /// Verbs of the languages for which there is something new.
  var verbs: [String: VerbList] = [:]
  /// The framework's own schemas, where lists that they repeat have changed.
  var schemas: RewrittenSchemas?
  /// What `course.yml` must fit besides.
  var manifest: SchemaLayer?
  /// What front matter must fit besides.
  var frontMatter: SchemaLayer?
  /// Which licences will do.
  var licences: LicencePolicy?
}

/// The framework's own schemas with other lists of codes in them.
struct RewrittenSchemas: Sendable {
  let course: SchemaValidator
  let frontMatter: SchemaValidator

  /// Compiles the schemas inside the tool with the codes of some vocabularies.
  init(vocabulary: (String) -> Vocabulary?) throws(DocumentProblem) {
    course = try Self.validator(Framework1.courseSchema, vocabulary)
    frontMatter = try Self.validator(Framework1.frontMatterSchema, vocabulary)
  }

  private static func validator(
    _ text: String, _ vocabulary: (String) -> Vocabulary?
  ) throws(DocumentProblem) -> SchemaValidator {
    guard let root = JSONParser.parse(Array(text.utf8)).root else {
      throw DocumentProblem("schemas", "is no JSON")
    }
    return try SchemaValidator(
      DocumentReader(root.replacingEnumerations(vocabulary), part: "schemas"))
  }
}

extension DataNode {
  /// A schema in which the values of each list of a vocabulary are the vocabulary's codes.
  func replacingEnumerations(_ vocabulary: (String) -> Vocabulary?) -> DataNode {
    switch content {
    case .array(let elements):
      return DataNode(
        .array(elements.map { $0.replacingEnumerations(vocabulary) }), range: range,
        written: nil, isPlain: isPlain)
    case .object(let members):
      let codes = self["x-vocabulary"]?.string.flatMap(vocabulary)?.codes
      let changed = members.map { member in
        var value = member.value.replacingEnumerations(vocabulary)
        if member.key == "enum", let codes { value = Self.list(codes, range: value.range) }
        return Member(key: member.key, keyRange: member.keyRange, value: value)
      }
      return DataNode(.object(changed), range: range, written: nil, isPlain: isPlain)
    case .null, .bool, .integer, .number, .string: return self
    }
  }

  /// A list of texts.
  static func list(_ texts: [String], range: ByteRange) -> DataNode {
    let elements = texts.map {
      DataNode(.string($0), range: range, written: $0, isPlain: false)
    }
    return DataNode(.array(elements), range: range, written: nil, isPlain: false)
  }
}
