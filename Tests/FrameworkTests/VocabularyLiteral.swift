import StructuredData

/// Makes Sources/Framework/Documents/Framework1Vocabularies.swift from the reference data.
///
/// The reference is `reference/gsbpm-gamso.json` of the shared data. `UPDATE_GOLDEN=1 swift test --filter FrameworkTests` writes the
/// file and then fails, so that nobody overlooks the change.
struct VocabularyLiteral {
  let reference: DataNode

  /// The whole source file.
  var text: String {
    let models = [
      scheme(
        "gsbpm-5.1", title: "GSBPM 5.1", attribution: "GSBPM is CC BY 4.0, UNECE",
        terms: terms(of: "v5.1")),
      scheme(
        "gsbpm-5.2", title: "GSBPM 5.2", attribution: "GSBPM is CC BY 4.0, UNECE",
        borrows: "gsbpm-5.1", terms: phasesOf52 + terms(of: "v5.2")),
      scheme(
        "gamso-1.2", title: "GAMSO 1.2", attribution: "GAMSO is by UNECE",
        terms: terms(of: "gamso1.2")),
    ]
    return """
      // Generated from the reference data; do not edit. To make it again, see VocabularyLiteral.swift
      // in the tests: UPDATE_GOLDEN=1 swift test --filter FrameworkTests

      extension Framework1 {
        static let statisticalModels = #\"\"\"

      \(models.joined(separator: ",\n"))
          \"\"\"#
      }

      """
  }

  private func scheme(
    _ name: String, title: String, attribution: String, borrows: String? = nil, terms: [String]
  ) -> String {
    let source = reference["source"]?.string ?? ""
    let lender = borrows.map { "\"borrows\": \(JSONText.quoted($0)), " } ?? ""
    return """
          \(JSONText.quoted(name)): {
            "title": \(JSONText.quoted(title)), "attribution": \(JSONText.quoted(attribution)),
            "source": \(JSONText.quoted(source)),
            \(lender)"terms": [
      \(terms.map { "        " + $0 }.joined(separator: ",\n"))
            ]
          }
      """
  }

  /// The file of 5.2 names sub-processes only; its phases are those of 5.1.
  private var phasesOf52: [String] {
    members(of: "v5.1").filter { $0.key.hasPrefix("phase/") }.map { member in
      let label = member.value["en"]?.string ?? ""
      let code = String(member.key.dropFirst("phase/".count))
      return term(
        code, kind: "phase", labels: [("en", label)],
        note: "The phases of GSBPM 5.2 are those of 5.1.")
    }
  }

  private func terms(of key: String) -> [String] {
    members(of: key).map { member in
      let parts = member.key.split(separator: "/").map { String($0) }
      let kind =
        switch parts.count == 2 ? parts[0] : "subProcess" {
        case "overarchingActivity": "overarching process"
        case "subProcess": "sub-process"
        case "activityArea": "activity area"
        case let other: other
        }
      let labels =
        member.value.string.map { [("en", $0)] }
        ?? ["en", "fr", "es"].compactMap { language in
          member.value[language]?.string.map { (language, $0) }
        }
      return term(parts[parts.count - 1], kind: kind, labels: labels, note: nil)
    }
  }

  private func members(of key: String) -> [DataNode.Member] { reference[key]?.object ?? [] }

  private func term(
    _ code: String, kind: String, labels: [(String, String)], note: String?
  ) -> String {
    let texts = labels.map { "\(JSONText.quoted($0.0)): \(JSONText.quoted($0.1))" }
    var text = "{\"code\": \(JSONText.quoted(code)), \"kind\": \(JSONText.quoted(kind)), "
    text += "\"labels\": {\(texts.joined(separator: ", "))}"
    if let note { text += ", \"note\": \(JSONText.quoted(note))" }
    return text + "}"
  }
}
