import SourceCore
import StructuredData

extension OverlayReader {
  /// `manifest` and `frontMatter`.
  mutating func readSchemas(_ overlay: inout Overlay) {
    overlay.manifest = layer("manifest", title: "course.yml", overlay)
    overlay.frontMatter = layer("frontMatter", title: "the front matter", overlay)
  }

  private mutating func layer(
    _ key: String, title: String, _ overlay: Overlay
  ) -> SchemaLayer? {
    guard let node = root[key] else { return nil }
    let schema = node.namingVocabularies { overlay.vocabularies[$0] ?? base.vocabulary($0) }
    checkVocabularies(of: node, overlay)
    do {
      return try SchemaLayer(
        schema, framework: name, uri: "urn:academy:framework:\(name):\(key)", title: title,
        checksRequired: key == "frontMatter")
    } catch {
      let place = error.pointer.isEmpty ? "" : " (at \(error.pointer))"
      fault(
        error.range ?? node.range,
        "`\(key)` is no schema that can be used: \(error.message)\(place)",
        help: error.help)
      return nil
    }
  }

  /// Reports lists that a schema names and nobody has.
  private mutating func checkVocabularies(of node: DataNode, _ overlay: Overlay) {
    for element in node.array ?? [] { checkVocabularies(of: element, overlay) }
    for member in node.object ?? [] {
      if member.key == "x-vocabulary", let name = member.value.string,
        overlay.vocabularies[name] == nil, base.vocabulary(name) == nil
      {
        let known = Set(base.vocabularyNames).union(overlay.vocabularies.keys).sorted()
        unknown(
          "vocabulary", name, member.value.range, among: known,
          otherwise: "there are \(Self.list(known))")
      }
      checkVocabularies(of: member.value, overlay)
    }
  }

  /// `required`, `optional`, and `required` at the top of both schemas.
  mutating func readFields(_ overlay: inout Overlay) {
    var required = base.agreement.required
    for field in elements(root["optional"]) { drop(field.text, field.range, from: &required) }
    let known = Set(base.manifestFields).union(
      overlay.manifest?.schema["properties"]?.object?.map(\.key) ?? [])
    // What a course must always say, it must say from the first lifecycle on.
    var wanted = elements(root["manifest"]?["required"]).map { (Lifecycle.preAlpha, $0) }
    for member in root["required"]?.object ?? [] {
      guard let stage = Lifecycle(rawValue: member.key) else { continue }
      wanted += elements(member.value).map { (stage, $0) }
    }
    for (stage, field) in wanted {
      guard known.contains(field.text) || field.text.hasPrefix("x-") else {
        unknown(
          "field", field.text, field.range, among: known.sorted(),
          otherwise: "declare it under `manifest`, in `properties`, or begin its name with `x-`")
        continue
      }
      if texts(root["optional"]).contains(field.text) {
        fault(
          field.range, "`\(field.text)` is both required and optional",
          help: "keep one of the two")
        continue
      }
      let now = Lifecycle.allCases.first { required[$0]?.contains(field.text) == true }
      if let now, now <= stage { continue }
      if let now { required[now]?.removeAll { $0 == field.text } }
      required[stage, default: []].append(field.text)
    }
    overlay.agreement.required = required
    for field in texts(root["frontMatter"]?["required"])
    where !overlay.agreement.requiredFrontMatter.contains(field) {
      overlay.agreement.requiredFrontMatter.append(field)
    }
  }

  private mutating func drop(
    _ field: String, _ range: ByteRange, from required: inout [Lifecycle: [String]]
  ) {
    if ["schema", "id", "version"].contains(field) {
      fault(
        range, "`\(field)` cannot be optional: without it there is no course",
        help: "take it off the list")
      return
    }
    guard let stage = Lifecycle.allCases.first(where: { required[$0]?.contains(field) == true })
    else {
      let all = Lifecycle.allCases.flatMap { required[$0] ?? [] }
      unknown(
        "required field", field, range, among: all,
        otherwise: "\(base.name) does not require it; take it off the list")
      return
    }
    required[stage]?.removeAll { $0 == field }
    loosening(range, "`\(field)` is required by \(base.name) from \(stage.rawValue) on, not here")
  }
}

extension DataNode {
  /// A schema in which each value of a vocabulary may have its codes, unless it lists others.
  func namingVocabularies(_ vocabulary: (String) -> Vocabulary?) -> DataNode {
    switch content {
    case .array(let elements):
      return DataNode(
        .array(elements.map { $0.namingVocabularies(vocabulary) }), range: range,
        written: nil, isPlain: isPlain)
    case .object(let members):
      var changed = members.map { member in
        Member(
          key: member.key, keyRange: member.keyRange,
          value: member.value.namingVocabularies(vocabulary))
      }
      if let place = member("x-vocabulary"), self["enum"] == nil, self["const"] == nil,
        let codes = place.value.string.flatMap(vocabulary)?.codes
      {
        changed.append(
          Member(
            key: "enum", keyRange: place.keyRange,
            value: Self.list(codes, range: place.value.range)))
      }
      return DataNode(.object(changed), range: range, written: nil, isPlain: isPlain)
    case .null, .bool, .integer, .number, .string: return self
    }
  }
}
