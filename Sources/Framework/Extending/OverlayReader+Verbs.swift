import SourceCore
import StructuredData

extension OverlayReader {
  /// `verbs`.
  mutating func readVerbs(_ overlay: inout Overlay) {
    for member in root["verbs"]?.object ?? [] {
      let language = asciiLowercased(member.key.prefix { $0 != "-" && $0 != "_" })
      let old = overlay.verbs[language] ?? base.verbs(language: language)
      overlay.verbs[language] = changed(old, language, member.value)
    }
  }

  private mutating func changed(
    _ old: VerbList?, _ language: String, _ node: DataNode
  ) -> VerbList {
    var measurable = old?.measurable ?? []
    var unmeasurable = old?.unmeasurable ?? []
    let vague = elements(node["unmeasurable"])
    var seen = Set(vague.map(\.text))
    measurable = measurable.map { entry in
      VerbList.Alternative(
        level: entry.level, verbs: entry.verbs.filter { !seen.contains($0) })
    }
    for verb in vague where !unmeasurable.contains(where: { $0.forms.contains(verb.text) }) {
      unmeasurable.append(
        VerbList.Unmeasurable(kind: .verb, forms: [verb.text], alternatives: []))
    }
    for member in node["measurable"]?.object ?? [] {
      guard let level = BloomLevel(rawValue: member.key) else { continue }
      var added: [String] = []
      for verb in elements(member.value) {
        guard seen.insert(verb.text).inserted else {
          fault(verb.range, "`\(verb.text)` is listed twice", help: "keep one of the two")
          continue
        }
        if let place = unmeasurable.firstIndex(where: { $0.forms.contains(verb.text) }) {
          let entry = unmeasurable[place]
          unmeasurable[place] = VerbList.Unmeasurable(
            kind: entry.kind, forms: entry.forms.filter { $0 != verb.text },
            alternatives: entry.alternatives)
          loosening(verb.range, "`\(verb.text)` is unmeasurable to \(base.name), and a verb here")
        }
        added.append(verb.text)
      }
      // A verb belongs to one level.
      measurable = measurable.map { entry in
        VerbList.Alternative(
          level: entry.level, verbs: entry.verbs.filter { !added.contains($0) })
      }
      measurable.append(VerbList.Alternative(level: level, verbs: added))
    }
    return VerbList(
      language: language, clauses: old?.clauses ?? [],
      lead: (old?.lead ?? []) + texts(node["lead"]),
      unmeasurable: unmeasurable.filter { !$0.forms.isEmpty }, measurable: measurable)
  }
}
