import CourseModel
import Framework
import Identifiers
import StructuredData

/// What one of the describing files says in a field that another file has as well.
struct StatedValue {
  /// What is compared, and how.
  enum Kind {
    case title, license, language, lifecycle, contact, keywords, version
  }

  /// The file.
  let file: CourseFile
  /// The field's name in that file.
  let name: String
  /// The value.
  let node: DataNode
  /// Its texts: one, or those of a list or of a map of languages.
  let texts: [String]

  /// The field of a file; nil where it is missing, empty or the template's.
  init?(_ file: CourseFile?, _ name: String) {
    guard let file, let node = file[name], !TemplateValue.holds(name, node) else { return nil }
    let values = node.array ?? node.object?.map(\.value) ?? [node]
    texts = values.compactMap(\.stringValue).filter { !$0.isEmpty }
    if texts.isEmpty { return nil }
    self.file = file
    self.name = name
    self.node = node
  }

  /// Whether two files may both be right; `also` holds what the second may say besides.
  func agrees(with other: StatedValue, as kind: Kind, also: [String] = []) -> Bool {
    switch kind {
    case .title: !Set(texts.map(Self.folded)).isDisjoint(with: other.texts.map(Self.folded))
    case .contact: !Set(texts.map(Self.address)).isDisjoint(with: other.texts.map(Self.address))
    case .keywords: Self.holdsAll(words, other.words) || Self.holdsAll(other.words, words)
    case .license:
      Self.isSameLicense(
        texts.flatMap(Self.licenses), other.texts.flatMap(Self.licenses),
        also: also.flatMap(Self.licenses))
    case .language: isSameLanguage(other)
    case .lifecycle: isSameLifecycle(other)
    case .version: isSameVersion(other)
    }
  }

  // MARK: -

  private var words: Set<String> {
    Set(texts.flatMap { $0.split(separator: ",") }.map { Self.folded(String($0)) })
  }

  private static func holdsAll(_ all: Set<String>, _ some: Set<String>) -> Bool {
    some.isSubset(of: all)
  }

  /// Small letters, white space as one space.
  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func address(_ text: String) -> String {
    var text = folded(text)
    if text.hasPrefix("mailto:") { text.removeFirst("mailto:".count) }
    if text.hasSuffix("/") { text.removeLast() }
    return text
  }

  /// The ids of a licence as written, or as it is certainly meant.
  private static func licenses(_ text: String) -> [String] {
    let meant = SPDXSuggestion(for: text).flatMap { $0.isCertain ? $0.id : nil }
    guard let expression = SPDXExpression(text) ?? meant.flatMap({ SPDXExpression($0) }) else {
      return [text]
    }
    return expression.licenses.map(\.description)
  }

  private static func isSameLicense(_ own: [String], _ other: [String], also: [String]) -> Bool {
    // A citation may name the licence of the text, that of the code, or both.
    Set(own).isSubset(of: other) || Set(other).isSubset(of: own + also)
  }

  private func isSameLanguage(_ other: StatedValue) -> Bool {
    let own = texts.compactMap { LanguageTag($0) }
    let others = other.texts.compactMap { LanguageTag($0) }
    // What is no tag is told elsewhere.
    if own.isEmpty || others.isEmpty { return true }
    return LanguageTag.anyMatches(own, others)
  }

  private func isSameLifecycle(_ other: StatedValue) -> Bool {
    guard let own = texts.first.flatMap(Lifecycle.init(written:)),
      let stage = other.texts.first.flatMap(Lifecycle.init(written:))
    else { return true }
    return own == stage
  }

  /// A citation names the last release while the manifest is at work on the next.
  private func isSameVersion(_ other: StatedValue) -> Bool {
    guard let own = node.written.flatMap({ SemVer($0) }), !own.isPrerelease,
      let text = other.node.written
    else { return true }
    guard let cited = SemVer(text.first == "v" ? text.dropFirst() : text[...]) else { return true }
    return cited == own
  }
}
