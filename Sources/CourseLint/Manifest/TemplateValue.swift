import StructuredData

/// Values that a lesson template comes with, and that say nothing of the course made from it.
enum TemplateValue {
  /// The values by the name of their field, in small letters.
  private static let texts: [String: Set<String>] = [
    "contact": ["team@carpentries.org", "mailto:team@carpentries.org"],
    "title": ["lesson title", "my research software"],
    "source": [
      "https://github.com/carpentries/workbench-template-md",
      "https://github.com/carpentries/workbench-template-rmd",
      "https://github.com/carpentries/styles",
    ],
  ]

  private static let keywords: Set<String> = ["software", "data", "lesson", "the carpentries"]

  /// Whether a field still has the template's value.
  static func holds(_ field: String, _ node: DataNode) -> Bool {
    if field == "keywords" {
      let words = node.array?.compactMap(\.stringValue) ?? node.stringValue.map { [$0] } ?? []
      let folded = words.flatMap { $0.split(separator: ",") }.map { word in
        word.drop { $0 == " " }.lowercased()
      }
      return Set(folded) == keywords
    }
    guard let text = node.stringValue else { return false }
    var folded = text.lowercased()[...]
    for ending in ["/", ".git"] where folded.hasSuffix(ending) { folded.removeLast(ending.count) }
    return texts[field]?.contains(String(folded)) == true
  }
}
