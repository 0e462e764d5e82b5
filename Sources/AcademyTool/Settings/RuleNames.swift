import CourseLint
import Identifiers
import SourceCore

/// Reads the names of rules and groups that the command line holds.
enum RuleNames {
  /// Ids of the rules that some texts name: ids, groups or other tools' numbers, with commas between.
  static func ids(_ texts: [String]) throws -> Set<String> {
    var ids: Set<String> = []
    for text in texts {
      for part in text.split(separator: ",") {
        let name = String(part).trimmed
        if name.isEmpty { continue }
        let named = AllRules.list.map(\.info).filter { info in
          info.id == name || info.group == name
            || info.alias.map { asciiLowercased($0) == asciiLowercased(name) } ?? false
        }
        if named.isEmpty { throw unknown(name) }
        ids.formUnion(named.map(\.id))
      }
    }
    return ids
  }

  private static func unknown(_ name: String) -> ToolFailure {
    let infos = AllRules.list.map(\.info)
    // Who writes the last part of an id means the whole.
    let whole = infos.first { $0.name == name }?.id
    let names = infos.flatMap { [$0.id, $0.group, $0.alias].compactMap(\.self) }
    let near = whole ?? NearMatch.best(for: name, among: names)
    return ToolFailure(
      "there is no rule or group `\(name)`",
      help: near.map { "did you mean `\($0)`?" } ?? "`academy rules` lists them")
  }

  /// Rules that stay on with `--only` and in every profile: what they find keeps a file from the
  /// others.
  static let guards: Set<String> = LintRules.ofInput.union([
    DamagedHistory.info.id, MarkdownlintFile.info.id,
  ])
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var bytes = utf8[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
