import Identifiers
import SourceCore
import StructuredData

/// Says that a map has a field its schema does not know, and which one was meant.
struct UnknownField {
  let problem: SchemaProblem

  init(
    _ member: DataNode.Member, of members: [DataNode.Member], in place: InstancePlace,
    schema: SchemaFacts, words: Wording, keyword: String = "additionalProperties",
    isFirst: Bool
  ) {
    let near = isFirst ? Self.meant(by: member.key, schema) : nil
    var message = "`\(member.key)` is not a field of \(words.name(place))"
    var help: String?
    var fix: Fix?
    if let near {
      if members.contains(where: { $0.key == near.name }) {
        help = "`\(near.name)` is there already; keep one of the two"
      } else {
        message += "; did you mean `\(near.name)`?"
        let isQuoted = member.keyRange.count != member.key.utf8.count
        fix = Fix(
          title: "rename it to \(near.name)", replacing: member.keyRange,
          with: isQuoted ? ScalarText.quoted(near.name) : near.name,
          applicability: near.isCertain ? .safe : .suggestion)
      }
    } else if !schema.freePrefixes.isEmpty {
      help = "remove it, or begin its name with `\(schema.freePrefixes[0])` to keep it for yourself"
    }
    problem = SchemaProblem(
      range: member.keyRange, pointer: place.path.appending(.key(member.key)).pointer,
      keyword: keyword, message: message, help: help, fix: fix)
  }

  /// The field that somebody meant: another spelling, another standard's name, a typing error.
  private static func meant(by key: String, _ schema: SchemaFacts) -> (
    name: String, isCertain: Bool
  )? {
    let folded = fold(key)
    if let same = schema.propertyNamesInOrder.first(where: { fold($0) == folded }) {
      return (same, true)
    }
    if let known = schema.synonyms[key] { return (known, spelling(key, isThatOf: known)) }
    if let known = schema.synonyms.first(where: { fold($0.key) == folded })?.value {
      return (known, false)
    }
    return NearMatch.best(for: key, among: schema.propertyNamesInOrder).map { ($0, false) }
  }

  /// Whether a synonym is the same word (`licence`), so that its value will fit as well.
  private static func spelling(_ synonym: String, isThatOf field: String) -> Bool {
    NearMatch.distance(synonym, field) <= 1
  }

  private static func fold(_ key: String) -> String {
    asciiLowercased(key.filter { $0 != "_" && $0 != "-" && $0 != " " })
  }
}
