import StructuredData

/// The parts of the framework inside the tool, each read once, when it is first asked for.
///
/// Reading all of it takes longer than linting a lesson; most runs need the agreement, one language
/// and the schemas.
enum BuiltinDocument {
  static let agreement = read(Framework1.agreement) { (part) throws(DocumentProblem) in
    try Agreement(part)
  }
  static let vocabularies = read(Framework1.vocabularies) { (part) throws(DocumentProblem) in
    try Vocabulary.all(part)
  }
  static let course = read(Framework1.courseSchema) { (part) throws(DocumentProblem) in
    try SchemaValidator(part)
  }
  static let frontMatter = read(Framework1.frontMatterSchema) { (part) throws(DocumentProblem) in
    try SchemaValidator(part)
  }
  static let pipeline = read(Framework1.pipelineSchema) { (part) throws(DocumentProblem) in
    try SchemaValidator(part)
  }

  static let document = read(Framework1.documentSchema) { (part) throws(DocumentProblem) in
    try SchemaValidator(part)
  }
  /// Fields of `course.yml`.
  static let courseFields = read(Framework1.courseSchema) { (part) throws(DocumentProblem) in
    try part.part("properties").members().map(\.key)
  }
  static let verbLanguages = ["en", "es", "fr"]

  static func verbs(_ language: String) -> VerbList? {
    switch language {
    case "en": english
    case "fr": french
    case "es": spanish
    default: nil
    }
  }

  private static let english = verbs(Framework1.englishVerbs, "en")
  private static let french = verbs(Framework1.frenchVerbs, "fr")
  private static let spanish = verbs(Framework1.spanishVerbs, "es")

  private static func verbs(_ text: String, _ language: String) -> VerbList {
    read(text) { (part) throws(DocumentProblem) in try VerbList(part, language: language) }
  }

  /// Reads a part; one that cannot be read is an error of this program, which the tests would show.
  private static func read<Part>(
    _ text: String, _ make: (DocumentReader) throws(DocumentProblem) -> Part
  ) -> Part {
    guard let root = JSONParser.parse(Array(text.utf8)).root else {
      fatalError("the framework inside the tool is no JSON")
    }
    do {
      return try make(DocumentReader(root, part: "framework/1"))
    } catch {
      fatalError("the framework inside the tool cannot be read: \(error.part): \(error.message)")
    }
  }
}
