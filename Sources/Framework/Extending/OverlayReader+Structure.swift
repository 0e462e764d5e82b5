import SourceCore
import StructuredData

extension OverlayReader {
  /// `structure`.
  mutating func readStructure(_ overlay: inout Overlay) {
    let known = Set(base.agreement.structure.keys).union(names.layouts).sorted()
    for member in root["structure"]?.object ?? [] {
      guard known.contains(member.key) else {
        unknown(
          "layout", member.key, member.keyRange, among: known,
          otherwise: "there are \(Self.list(known))")
        continue
      }
      overlay.agreement.structure[member.key] = changed(
        base.structure(layout: member.key), member.value)
    }
  }

  private mutating func changed(_ old: StructureRules, _ node: DataNode) -> StructureRules {
    var required = old.requiredDivs
    for div in elements(node["optional"]) {
      guard let place = required.firstIndex(of: div.text) else {
        unknown(
          "required div", div.text, div.range, among: old.requiredDivs,
          otherwise: "\(base.name) does not require it; take it off the list")
        continue
      }
      required.remove(at: place)
      loosening(div.range, "`\(div.text)` is required by \(base.name), not here")
    }
    for div in elements(node["required"]) where !required.contains(div.text) {
      if texts(node["optional"]).contains(div.text) {
        fault(div.range, "`\(div.text)` is both required and optional", help: "keep one of the two")
      } else {
        required.append(div.text)
      }
    }
    let recommended = (node["recommended"]?.array ?? []).map { entry in
      StructureRules.Recommendation(
        div: entry["div"]?.string ?? "", containing: entry["containing"]?.string,
        why: entry["why"]?.string ?? "")
    }
    var divs = old.knownDivs
    for entry in node["known"]?.array ?? [] {
      let name = entry.string ?? entry["name"]?.string ?? ""
      divs.removeAll { $0.name == name }
      divs.append(
        StructureRules.Div(
          name: name, description: entry["description"]?.string ?? "",
          mistakenNames: texts(entry["mistaken"])))
    }
    // What a lesson must have, it may have.
    for name in required + recommended.flatMap({ [$0.div] + [$0.containing].compactMap(\.self) })
    where !divs.contains(where: { $0.name == name }) {
      divs.append(StructureRules.Div(name: name, description: "", mistakenNames: []))
    }
    return StructureRules(
      layout: old.layout, requiredDivs: required, recommended: old.recommended + recommended,
      knownDivs: divs.sorted { $0.name < $1.name })
  }
}
