/// Finds the codes that were meant by wrong values, of the first hundred wrong values only.
///
/// A file with more of them is of another kind, and looking for a code takes the labels of all terms
/// in all languages.
struct MeantCodes {
  /// The labels of a vocabulary as people may write them.
  struct Labels {
    private var codes: [String: String] = [:]
    private var words: [(code: String, words: Set<Substring>)] = []

    init(_ vocabulary: Vocabulary) {
      for term in vocabulary.terms {
        for label in [term.code] + term.labels.values {
          let folded = Vocabulary.folded(label)
          if codes[folded] == nil { codes[folded] = term.code }
        }
        let label = Vocabulary.folded(term.labels["en"] ?? "")
        words.append((term.code, Set(label.split(separator: "-"))))
      }
    }

    /// The code that a person means who writes a label, in any language, or a code in other letters.
    func code(meantBy text: String) -> String? { codes[Vocabulary.folded(text)] }

    /// The one code whose English label has all words of a text (`sdmx`); nil where several have.
    func code(namedInPartBy text: String) -> String? {
      let wanted = Set(Vocabulary.folded(text).split(separator: "-"))
      guard !wanted.isEmpty else { return nil }
      let found = words.filter { wanted.isSubset(of: $0.words) }
      return found.count == 1 ? found[0].code : nil
    }
  }

  private var left = Explainer.explainedFields
  private var labels: [String: Labels] = [:]

  /// Whether one more value is to be explained.
  mutating func next() -> Bool {
    left -= 1
    return left >= 0
  }

  /// The labels of a vocabulary, folded once.
  mutating func labels(of vocabulary: Vocabulary) -> Labels {
    if let known = labels[vocabulary.name] { return known }
    let new = Labels(vocabulary)
    labels[vocabulary.name] = new
    return new
  }
}
