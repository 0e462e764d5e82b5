import Identifiers
import SourceCore

/// Looks up whether material under one licence may become part of a course under another.
enum LicenceMatrix {
  /// What a licence allows towards another.
  enum Cell: Character {
    /// To adapt, and to copy.
    case adapt = "A"
    /// Permitted, and not recommended.
    case notRecommended = "a"
    /// To copy unchanged; the copy keeps its licence.
    case verbatimOnly = "V"
    /// Nothing.
    case nothing = "N"
  }

  /// What `upstream` allows towards `own`; nil where the matrix does not have one of them.
  static func cell(_ upstream: String, _ own: String) -> Cell? {
    guard let row = rows[upstream] else { return nil }
    if let column = columns[own] { return row[column] }
    // What puts no condition on the result's licence puts none on licences not listed either.
    return unconditional.contains(upstream) && SPDXIdentifiers.license(own) != nil ? .adapt : nil
  }

  /// Whether the matrix has this licence as one that is taken from.
  static func knows(_ upstream: String) -> Bool { rows[upstream] != nil }

  /// Whether a licence lets nobody share an adaptation, as far as its id tells.
  static func forbidsAdaptations(_ id: String) -> Bool {
    id.hasPrefix("CC-BY-") && id.split(separator: "-").contains("ND")
  }

  /// The rule behind a cell, and what it rests on.
  static func source(_ upstream: String, _ own: String) -> String {
    if forbidsAdaptations(upstream) {
      return "\(upstream) lets nobody share an adaptation (its section 2.a.1.B)"
    }
    let parts = Set(upstream.split(separator: "-"))
    var rule = "the network's licence matrix, \(upstream) into \(own)"
    if upstream.hasPrefix("CC-BY-"), parts.contains("NC"), !own.contains("NC") {
      rule = "\(upstream) allows non-commercial use only (its section 2.a.1); " + rule
    } else if upstream.hasPrefix("CC-BY-"), parts.contains("SA") {
      rule = "an adaptation of \(upstream) stays under the same licence (its section 3.b); " + rule
    }
    return rule
      + (isInferred(upstream, own)
        ? ", inferred from the licences' texts" : ", after Creative Commons' compatibility chart")
  }

  private static let unconditional: Set<String> = ["CC0-1.0", "MIT"]

  private static let columns: [String: Int] = {
    var columns: [String: Int] = [:]
    for (i, name) in LicenceTable.columns.enumerated() { columns[name] = i }
    for name in LicenceTable.government { columns[name] = LicenceTable.columns.count - 1 }
    return columns
  }()

  private static let rows: [String: [Cell]] = Dictionary(
    uniqueKeysWithValues: LicenceTable.rows.map { row in
      (row.licence, row.cells.compactMap { Cell(rawValue: $0) })
    })

  /// Whether nobody but the network says so: Creative Commons' chart has no such pair.
  private static func isInferred(_ upstream: String, _ own: String) -> Bool {
    let isChart = upstream.hasPrefix("CC") && own.hasPrefix("CC") && upstream != "CC-BY-NC-ND-4.0"
    if isChart {
      let cell = cell(upstream, own)
      return own == "CC0-1.0" && (cell == .verbatimOnly || cell == .nothing)
    }
    if upstream == "CC0-1.0" { return false }
    return !(own == "CC-BY-4.0" && (upstream == "OGL-UK-3.0" || upstream == "etalab-2.0"))
  }
}
