// The framework that ships inside the tool. It is one JSON document, kept as string literals because
// a resource bundle would need Foundation and a folder beside the binary. Its parts stand in the
// files beside this one; Framework1Vocabularies.swift is generated, the others are written by hand.
// Lines of JSON may pass column 100: a JSON string cannot be broken.

/// The text of `framework/1`.
enum Framework1 {
  /// The whole document.
  static var text: String {
    """
    {
    \(agreementMembers),
    "vocabularies": \(vocabularies),
    "verbs": {"en": \(englishVerbs), "fr": \(frenchVerbs), "es": \(spanishVerbs)},
    "schemas": {"course": \(courseSchema), "frontMatter": \(frontMatterSchema)}
    }
    """
  }

  /// The small parts, as a document of their own.
  static var agreement: String { "{\(agreementMembers)}" }

  /// The value of `vocabularies`.
  static var vocabularies: String {
    "{\(terms),\(statisticalModels),\(competencyLevels)}"
  }

  private static var agreementMembers: String {
    """
    "name": "framework/1",
    "version": "1.0.0",
    "placeholders": \(placeholders),
    "required": \(required),
    "requiredFrontMatter": ["title", "teaching", "exercises"],
    "severities": \(severities),
    "structure": \(structure)
    """
  }

  /// A mark with an upper-case letter counts only as written, any other in all letters.
  ///
  /// `XXX` is not one of them: it stands for masked digits and for thirty in too many tables.
  private static let placeholders = """
    ["FIXME", "TODO", "TBC", "TBD", "À COMPLÉTER", "A COMPLETER", "POR COMPLETAR", "lorem ipsum"]
    """

  /// Fields of the manifest by the lifecycle from which they are needed; they add up.
  private static let required = """
    {
      "pre-alpha": ["schema", "id", "version"],
      "alpha": [],
      "beta": ["title", "description", "keywords", "topics", "language", "license", "code_license",
        "authors", "contact"],
      "stable": ["provider", "level", "audience"]
    }
    """

  /// `atMost` holds for the rules that follow the lifecycle; `rules` may say otherwise for one rule
  /// (`{"structure/keypoints": {"beta": "error"}}`) and counts before it.
  private static let severities = """
    {
      "atMost": {"pre-alpha": "note", "alpha": "warning", "beta": "warning", "stable": "error"},
      "rules": {}
    }
    """
}
