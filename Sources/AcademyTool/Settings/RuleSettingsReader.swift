import Identifiers
import Markdown
import SourceCore
import StructuredData

/// Reads `rules` and `overrides` of pipeline.json; every fault is named with its place.
struct RuleSettingsReader {
  /// Makes the failure of a fault at a range of the file.
  let fail: (String, ByteRange?, String?) -> ToolFailure

  /// The settings of a whole pipeline.json.
  func read(_ root: DataNode) throws -> RuleSettings {
    var scopes: [RuleSettings.Scope] = []
    if let node = root["rules"] {
      scopes.append(RuleSettings.Scope(paths: [.root], rules: try rules(node)))
    }
    if let node = root["overrides"] {
      guard let items = node.array else {
        throw fail("`overrides` must be a list", node.range, nil)
      }
      for item in items {
        guard let paths = item["paths"], let list = paths.array, !list.isEmpty,
          item["rules"] != nil || item["dialect"] != nil
        else {
          throw fail("an override needs `paths`, and `rules` or `dialect`", item.range, nil)
        }
        let folders = try list.map { entry in
          guard let text = entry.string, let path = RepoPath(text) else {
            throw fail("`paths` holds folders below this file", entry.range, nil)
          }
          return path
        }
        scopes.append(
          RuleSettings.Scope(
            paths: folders, rules: try item["rules"].map(rules) ?? [:],
            dialect: try dialect(item["dialect"])))
      }
    }
    return RuleSettings(scopes: scopes)
  }

  /// The profiles that `profile` names: one, or a list of which each adds its rules.
  func profiles(_ node: DataNode?) throws -> [RuleSelection.Profile] {
    guard let node else { return [] }
    return try (node.array ?? [node]).map { item in
      guard let profile = item.string.flatMap(RuleSelection.Profile.init) else {
        let names = RuleSelection.Profile.allCases.map(\.rawValue)
        let near = item.string.flatMap { NearMatch.best(for: $0, among: names) }
        throw fail(
          "`profile` is \(names.joined(separator: ", ")), or a list of these", item.range,
          near.map { "did you mean `\($0)`?" })
      }
      return profile
    }
  }

  private func dialect(_ node: DataNode?) throws -> String? {
    guard let node else { return nil }
    let names = Dialect.allCases.map(\.rawValue)
    guard let name = node.string, names.contains(name) else {
      let near = node.string.flatMap { NearMatch.best(for: $0, among: names) }
      throw fail(
        "`dialect` must be one of \(names.joined(separator: ", "))", node.range,
        near.map { "did you mean `\($0)`?" })
    }
    return name
  }

  private func rules(_ node: DataNode) throws -> [String: RuleSettings.Setting] {
    guard let members = node.object else {
      throw fail("`rules` must map rules to settings", node.range, nil)
    }
    var settings: [String: RuleSettings.Setting] = [:]
    for member in members { settings[member.key] = try setting(member) }
    return settings
  }

  private func setting(_ member: DataNode.Member) throws -> RuleSettings.Setting {
    let rule = AllRules.list.first { $0.info.id == member.key }
    guard rule != nil || AllRules.list.contains(where: { $0.info.group == member.key }) else {
      let names = AllRules.list.flatMap { [$0.info.id, $0.info.group] }
      let near = NearMatch.best(for: member.key, among: names)
      throw fail(
        "there is no rule or group `\(member.key)`", member.keyRange,
        near.map { "did you mean `\($0)`?" } ?? "`academy rules` lists them")
    }
    if member.value.object == nil {
      return RuleSettings.Setting(level: try level(member.value, of: rule))
    }
    for field in member.value.object ?? [] where field.key != "severity" && field.key != "options" {
      throw fail(
        "`\(field.key)` is no setting of a rule", field.keyRange,
        "a rule takes `severity` and `options`")
    }
    let level = try member.value["severity"].map { try self.level($0, of: rule) }
    var options: [String: RuleSettings.Value] = [:]
    if let node = member.value["options"] {
      guard let fields = node.object else { throw fail("`options` must be a map", node.range, nil) }
      let known = rule.map { type(of: $0).options } ?? []
      for field in fields { options[field.key] = try option(field, of: member.key, known) }
    }
    return RuleSettings.Setting(level: level, options: options)
  }

  private func level(_ node: DataNode, of rule: (any Rule)?) throws -> RuleSettings.Setting.Level {
    guard let text = node.stringValue else {
      throw fail("a severity is `off`, `note`, `warning` or `error`", node.range, nil)
    }
    if text == "off" { return .off }
    guard let severity = Severity(rawValue: text) else {
      let near = NearMatch.best(for: text, among: ["off", "note", "warning", "error"])
      throw fail(
        "`\(text)` is no severity", node.range,
        near.map { "did you mean `\($0)`?" } ?? "write off, note, warning or error")
    }
    return .on(severity)
  }

  private func option(_ field: DataNode.Member, of rule: String, _ known: [RuleOption]) throws
    -> RuleSettings.Value
  {
    guard let option = known.first(where: { $0.name == field.key }) else {
      let names = known.map(\.name)
      throw fail(
        "`\(rule)` has no option `\(field.key)`", field.keyRange,
        names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))")
    }
    switch option.kind {
    case .number(let range, _):
      guard let value = field.value.intValue, range.contains(value) else {
        throw fail(
          "`\(field.key)` must be a whole number from \(range.lowerBound) to \(range.upperBound)",
          field.value.range, nil)
      }
      return .number(value)
    case .texts:
      guard let items = field.value.array else {
        throw fail("`\(field.key)` must be a list of texts", field.value.range, nil)
      }
      return .texts(items.compactMap(\.stringValue))
    case .flag:
      guard let value = field.value.boolValue else {
        throw fail("`\(field.key)` must be true or false", field.value.range, nil)
      }
      return .flag(value)
    case .text:
      guard let value = field.value.string else {
        throw fail("`\(field.key)` must be a text", field.value.range, nil)
      }
      return .text(value)
    case .choice(let choices, _):
      guard let value = field.value.string, choices.contains(value) else {
        throw fail(
          "`\(field.key)` must be one of \(choices.joined(separator: ", "))", field.value.range,
          nil)
      }
      return .text(value)
    case .numbers:
      if let value = field.value.intValue { return .numbers([value]) }
      guard let items = field.value.array else {
        throw fail("`\(field.key)` must be a number or a list of numbers", field.value.range, nil)
      }
      return .numbers(items.compactMap(\.intValue))
    }
  }
}
