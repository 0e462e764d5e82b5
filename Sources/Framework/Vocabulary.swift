import SourceCore

/// A list of codes that a field may hold, with their labels.
public struct Vocabulary: Sendable, Hashable {
  /// One code and what it means.
  public struct Term: Sendable, Hashable {
    /// The code as it is written in a manifest (`5.3`, `version-control`).
    public let code: String
    /// What the scheme calls this kind of term (`phase`, `sub-process`), where it has kinds.
    public let kind: String?
    /// The scheme's own labels by primary language.
    public let labels: [String: String]
    /// Labels of another version of the scheme, for languages this version lacks.
    public let borrowed: [String: String]
    /// What to know about the term.
    public let note: String?

    /// Makes a term.
    public init(
      code: String, kind: String? = nil, labels: [String: String],
      borrowed: [String: String] = [:], note: String? = nil
    ) {
      self.code = code
      self.kind = kind
      self.labels = labels
      self.borrowed = borrowed
      self.note = note
    }
  }

  /// A term's label for a reader of some language.
  public struct Label: Sendable, Hashable {
    /// The label.
    public let text: String
    /// The primary language it is written in.
    public let language: String
    /// Whether it is not the scheme's own label in the language asked for.
    public let isFallback: Bool
  }

  /// What the framework calls it (`gsbpm-5.2`).
  public let name: String
  /// What a person calls it (`GSBPM 5.2`).
  public let title: String
  /// Where the labels come from.
  public let source: String
  /// Whom to name, and under which licence, where the labels are shown; nil where they are ours.
  public let attribution: String?
  /// The terms in the scheme's order.
  public let terms: [Term]
  private let indices: [String: Int]

  /// Makes a vocabulary; of two terms with one code the first counts.
  public init(
    name: String, title: String, source: String, attribution: String? = nil, terms: [Term]
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.attribution = attribution
    self.terms = terms
    indices = Dictionary(
      terms.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// The codes in the scheme's order.
  public var codes: [String] { terms.map(\.code) }

  /// The term with this code; nil where there is none.
  public func term(_ code: String) -> Term? { indices[code].map { terms[$0] } }

  /// A term's label: in the language asked for, else that of another version of the scheme, else in
  /// English; nil where the code is unknown.
  public func label(_ code: String, language: String) -> Label? {
    guard let term = term(code) else { return nil }
    let primary = asciiLowercased(language.prefix { $0 != "-" && $0 != "_" })
    if let text = term.labels[primary] {
      return Label(text: text, language: primary, isFallback: false)
    }
    if let text = term.borrowed[primary] {
      return Label(text: text, language: primary, isFallback: true)
    }
    if let text = term.labels["en"] { return Label(text: text, language: "en", isFallback: true) }
    // A scheme without English labels still has a name for its term.
    guard let first = term.labels.min(by: { $0.key < $1.key }) else {
      return Label(text: code, language: "und", isFallback: true)
    }
    return Label(text: first.value, language: first.key, isFallback: true)
  }

  /// Lower case, with every run of spaces, hyphens and underscores as one hyphen.
  static func folded(_ text: String) -> String {
    text.lowercased().split { " -_".contains($0) }.joined(separator: "-")
  }
}

extension Vocabulary {
  /// Reads the vocabularies of a framework document.
  static func all(_ document: DocumentReader) throws(DocumentProblem) -> [String: Vocabulary] {
    var vocabularies: [String: Vocabulary] = [:]
    for (name, entry) in try document.members() {
      // A scheme borrows from one that stands before it.
      let lender = try entry.optionalPart("borrows")?.text()
      if let lender, vocabularies[lender] == nil {
        throw DocumentProblem(entry.part, "`\(lender)` does not stand before it")
      }
      vocabularies[name] = try Vocabulary(
        entry, name: name, lender: lender.flatMap { vocabularies[$0] })
    }
    return vocabularies
  }

  private init(
    _ document: DocumentReader, name: String, lender: Vocabulary?
  ) throws(DocumentProblem) {
    var terms: [Term] = []
    for entry in try document.part("terms").elements() {
      let code = try entry.part("code").text()
      let labels = try entry.part("labels").textMap()
      let lent = lender?.term(code)?.labels ?? [:]
      terms.append(
        Term(
          code: code, kind: try entry.optionalPart("kind")?.text(), labels: labels,
          borrowed: lent.filter { labels[$0.key] == nil },
          note: try entry.optionalPart("note")?.text()))
    }
    self.init(
      name: name, title: try document.part("title").text(),
      source: try document.part("source").text(),
      attribution: try document.optionalPart("attribution")?.text(), terms: terms)
  }
}
