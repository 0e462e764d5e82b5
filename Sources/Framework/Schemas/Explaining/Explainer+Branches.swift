import SourceCore
import StructuredData

extension Explainer {
  /// `anyOf` and `oneOf`: says what is wrong with the branch that an author meant.
  mutating func reportBranches(
    _ branches: [Int], _ keyword: String, _ schema: Int, _ index: Int, _ scope: Int
  ) throws(SchemaLimit) {
    let place = place(index)
    let facts = branches.map { words.resolved($0) }
    if keyword == "oneOf" {
      var holding = 0
      for branch in branches where try evaluation.holds(branch, index, scope) { holding += 1 }
      if holding > 1 {
        add(keyword, schema, place, "fits \(holding) of the forms of which it must fit one only")
        return
      }
    }
    var fitting = facts.indices.filter { facts[$0].takes(place.node) }
    if fitting.isEmpty, place.node.isUnquotedScalar {
      // A number may be a text that lacks its quotes.
      fitting = facts.indices.filter { facts[$0].isText }
    }
    guard !fitting.isEmpty else {
      add(TypeMismatch(place, branches: facts, keyword: keyword, in: words).problem, schema)
      return
    }
    if fitting.count > 1, let common = common(fitting.map { facts[$0] }, keyword, place) {
      add(common, schema)
      return
    }
    let best = try meant(fitting, branches, facts, index, scope)
    let before = problems.count
    try explain(branches[best], index, scope)
    if problems.count == before, best != fitting[0] {
      try explain(branches[fitting[0]], index, scope)
    }
  }

  /// The branch that fits best: by the values that tell branches apart, then by the fields it knows.
  private mutating func meant(
    _ fitting: [Int], _ branches: [Int], _ facts: [SchemaFacts], _ index: Int, _ scope: Int
  ) throws(SchemaLimit) -> Int {
    guard case .object(let members) = evaluation.instance.node(index).content, fitting.count > 1
    else { return fitting[0] }
    let first = evaluation.instance.firstChild(index)
    var best = fitting[0]
    var bestScore = (Int.min, Int.min, Int.min)
    for branch in fitting {
      let fields = facts[branch]
      var told = 0
      var known = 0
      for (i, member) in members.enumerated() {
        if let field = fields.properties[member.key] {
          known += 1
          if words.resolved(field).listed != nil {
            told += try evaluation.holds(field, first + i, scope) ? 1 : -1
          }
        } else if fields.synonyms[member.key] != nil {
          known += 1
        }
      }
      let missing = fields.required.count { name in !members.contains { $0.key == name } }
      let score = (told, known, -missing)
      if score > bestScore { (best, bestScore) = (branch, score) }
    }
    return best
  }

  /// One problem where all branches ask for the same kind of thing; nil where they do not.
  private mutating func common(
    _ facts: [SchemaFacts], _ keyword: String, _ place: InstancePlace
  ) -> SchemaProblem? {
    if facts.allSatisfy({ $0.format != nil }), let text = place.node.stringValue {
      return noFormat(facts, text, keyword, place)
    }
    if facts.allSatisfy({ $0.listed != nil }), place.node.object == nil, place.node.array == nil {
      var all = facts[0]
      all.enumeration = facts.flatMap { $0.listed ?? [] }
      if facts.contains(where: { $0.vocabulary != all.vocabulary }) { all.vocabulary = nil }
      var problem = EnumMismatch(
        place, schema: all, allowed: all.enumeration ?? [], in: words, &codes
      ).problem
      problem.keyword = keyword
      return problem
    }
    if facts.allSatisfy({ $0.node.object?.count == 1 && !$0.required.isEmpty }) {
      let choices = facts.map { fields in
        fields.required.map { "`\($0)`" }.joined(separator: " and ")
      }
      return SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: keyword,
        message: "\(words.name(place)) needs \(choices.joined(separator: ", or "))")
    }
    return nil
  }

  /// One problem for a text that is of none of several formats.
  private func noFormat(
    _ facts: [SchemaFacts], _ text: String, _ keyword: String, _ place: InstancePlace
  ) -> SchemaProblem {
    let nouns = facts.map { TypeMismatch.noun(of: $0) }.joined(separator: " or ")
    let failures = facts.compactMap { $0.format?.failure(of: text) }
    let fix = failures.lazy.compactMap {
      FormatMessage(text: text, failure: $0).fix(of: place.node)
    }.first
    return SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: keyword,
      message: "\(words.name(place)) must be \(nouns); `\(ValueText.cut(text))` is neither",
      help: fix?.title ?? failures.first?.help, fix: fix)
  }
}
