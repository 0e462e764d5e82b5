import StructuredData

/// How two versions of a schema differ, in words about the fields they describe.
struct SchemaComparison {
  /// The file that the schemas describe.
  let file: String
  private(set) var changes: [FrameworkChange] = []

  /// Keywords that ask for nothing.
  private static let notes: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated",
  ]

  init(_ old: DataNode?, _ new: DataNode?, file: String) {
    self.file = file
    compare(old, new, "")
  }

  private mutating func compare(_ old: DataNode?, _ new: DataNode?, _ path: String) {
    var keys = (old?.object ?? []).map(\.key)
    keys += (new?.object ?? []).map(\.key).filter { !keys.contains($0) }
    for key in keys where !Self.notes.contains(key) && !key.hasPrefix("x-") {
      let (before, after) = (old?[key], new?[key])
      switch key {
      case "properties":
        for name in names(before, after) {
          compare(before?[name], after?[name], path.isEmpty ? name : "\(path).\(name)")
        }
      case "$defs":
        for name in names(before, after) { compare(before?[name], after?[name], "$defs.\(name)") }
      case "items" where before?.boolValue == nil && after?.boolValue == nil:
        compare(before, after, path + "[]")
      case "required":
        // At the top it is told with the fields that a course must give.
        if !path.isEmpty { compareRequired(before, after, path) }
      case "enum": compareEnumeration(before, after, path)
      default: compareValue(key, before, after, path)
      }
    }
  }

  private func names(_ old: DataNode?, _ new: DataNode?) -> [String] {
    var names = (old?.object ?? []).map(\.key)
    names += (new?.object ?? []).map(\.key).filter { !names.contains($0) }
    return names
  }

  private func subject(_ path: String) -> String { path.isEmpty ? file : "\(file): `\(path)`" }

  private mutating func compareRequired(_ old: DataNode?, _ new: DataNode?, _ path: String) {
    let before = (old?.array ?? []).compactMap(\.string)
    let after = (new?.array ?? []).compactMap(\.string)
    for name in after where !before.contains(name) {
      changes.append(.init(.fields, .stricter, "\(subject(path)) must have `\(name)`"))
    }
    for name in before where !after.contains(name) {
      changes.append(.init(.fields, .looser, "\(subject(path)) need not have `\(name)` any more"))
    }
  }

  private mutating func compareEnumeration(_ old: DataNode?, _ new: DataNode?, _ path: String) {
    let before = (old?.array ?? []).map(Self.text)
    let after = (new?.array ?? []).map(Self.text)
    if old == nil {
      let values = after.joined(separator: ", ")
      changes.append(.init(.fields, .stricter, "\(subject(path)) may only be \(values)"))
      return
    }
    if new == nil {
      changes.append(
        .init(.fields, .looser, "\(subject(path)) is no longer held to a list of values"))
      return
    }
    let added = after.filter { !before.contains($0) }
    let removed = before.filter { !after.contains($0) }
    if !added.isEmpty {
      let values = added.joined(separator: ", ")
      changes.append(.init(.fields, .looser, "\(subject(path)) may also be \(values)"))
    }
    if !removed.isEmpty {
      let values = removed.joined(separator: ", ")
      changes.append(.init(.fields, .stricter, "\(subject(path)) may no longer be \(values)"))
    }
  }

  private mutating func compareValue(
    _ key: String, _ old: DataNode?, _ new: DataNode?, _ path: String
  ) {
    switch (old, new) {
    case (nil, let new?):
      let demand =
        key == "type"
        ? "must be \(Self.types(new))" : "asks for `\(key)`: \(Self.text(new))"
      changes.append(.init(.fields, .stricter, "\(subject(path)) \(demand)"))
    case (let old?, nil):
      changes.append(
        .init(.fields, .looser, "\(subject(path)) no longer asks for `\(key)`: \(Self.text(old))"))
    case (let old?, let new?) where !old.hasSameValue(as: new):
      changes.append(
        .init(
          .fields, .neutral,
          "\(subject(path)): `\(key)` is \(Self.text(new)), was \(Self.text(old))"))
    default: break
    }
  }

  /// Types in an author's words.
  private static func types(_ node: DataNode) -> String {
    let names = node.array?.compactMap(\.string) ?? [node.string ?? ""]
    return names.map { JSONType(rawValue: $0)?.noun ?? $0 }.joined(separator: " or ")
  }

  /// A value as one writes it in JSON, without quotes where it is a text alone.
  private static func text(_ node: DataNode) -> String {
    if let text = node.string { return text }
    return nested(node)
  }

  private static func nested(_ node: DataNode) -> String {
    switch node.content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[" + elements.map(nested).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key): \(nested($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
