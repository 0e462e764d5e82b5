import SourceCore
import StructuredData

extension OverlayReader {
  /// Lists that the tool itself reads, which therefore are the same everywhere.
  private static let fixed = ["lifecycle", "bloom"]

  /// `vocabularies`.
  mutating func readVocabularies(_ overlay: inout Overlay) {
    for member in root["vocabularies"]?.object ?? [] {
      if Self.fixed.contains(member.key) {
        fault(
          member.keyRange, "the vocabulary `\(member.key)` is the same in every framework",
          help: "remove the entry")
      } else if let known = base.vocabulary(member.key) {
        overlay.vocabularies[member.key] = changed(known, member)
      } else {
        overlay.vocabularies[member.key] = made(member)
      }
    }
    guard overlay.vocabularies.keys.contains(where: { base.vocabulary($0) != nil }) else { return }
    let lists = overlay.vocabularies
    // The framework's own schemas are sound, which the tests show.
    overlay.schemas = try? RewrittenSchemas { lists[$0] ?? base.vocabulary($0) }
  }

  private mutating func changed(_ old: Vocabulary, _ member: DataNode.Member) -> Vocabulary {
    for key in ["terms", "title", "source", "attribution"] {
      guard let place = member.value.member(key) else { continue }
      fault(
        place.keyRange, "\(base.name) has a vocabulary `\(member.key)` already",
        help: key == "terms"
          ? "write `add` for further terms, or give the list another name" : "remove the line")
    }
    var terms = old.terms
    for code in elements(member.value["remove"]) {
      guard let place = terms.firstIndex(where: { $0.code == code.text }) else {
        unknown(
          "code", code.text, code.range, among: old.codes,
          otherwise: "the vocabulary `\(member.key)` has none like it")
        continue
      }
      terms.remove(at: place)
    }
    add(member.value["add"], to: &terms, member.key)
    return Vocabulary(
      name: old.name, title: old.title, source: old.source, attribution: old.attribution,
      terms: terms)
  }

  private mutating func made(_ member: DataNode.Member) -> Vocabulary? {
    for key in ["add", "remove"] {
      guard let place = member.value.member(key) else { continue }
      unknown(
        "vocabulary", member.key, member.keyRange, among: base.vocabularyNames,
        otherwise: "write `title`, `source` and `terms` for a list of your own; "
          + "`\(place.key)` changes one of \(base.name)'s")
      return nil
    }
    for key in ["title", "source", "terms"] where member.value[key] == nil {
      fault(
        member.keyRange, "the vocabulary `\(member.key)` has no `\(key)`",
        help: "a list of your own has `title`, `source` and `terms`")
      return nil
    }
    var terms: [Vocabulary.Term] = []
    add(member.value["terms"], to: &terms, member.key)
    return Vocabulary(
      name: member.key, title: member.value["title"]?.string ?? member.key,
      source: member.value["source"]?.string ?? "",
      attribution: member.value["attribution"]?.string, terms: terms)
  }

  private mutating func add(
    _ node: DataNode?, to terms: inout [Vocabulary.Term], _ vocabulary: String
  ) {
    for entry in node?.array ?? [] {
      guard let place = entry["code"], let code = place.string else { continue }
      if terms.contains(where: { $0.code == code }) {
        fault(
          place.range, "`\(vocabulary)` has the code `\(code)` already",
          help: "remove the entry, or choose another code")
        continue
      }
      var labels: [String: String] = [:]
      for label in entry["labels"]?.object ?? [] { labels[label.key] = label.value.string }
      terms.append(
        Vocabulary.Term(
          code: code, kind: entry["kind"]?.string, labels: labels, note: entry["note"]?.string))
    }
  }
}
