/// Why a document cannot be read as a framework.
struct DocumentProblem: Error, Hashable {
  /// The part that is wrong (`vocabularies.topics`).
  let part: String
  /// What is wrong with it.
  let message: String

  init(_ part: String, _ message: String) {
    self.part = part
    self.message = message
  }
}
