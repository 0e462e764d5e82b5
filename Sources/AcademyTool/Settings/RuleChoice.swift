import SourceCore

/// What the command line says of which rules are on.
struct RuleChoice: Equatable {
  let profile: RuleSelection.Profile?
  let only: [String]
  let ignored: [String]
  let extended: [String]

  /// Nothing is said.
  static let none = RuleChoice(profile: nil, only: [], ignored: [], extended: [])

  /// Which rules are on, with the profiles that hold where none is given here.
  func selection(else profiles: [RuleSelection.Profile]) throws -> RuleSelection {
    RuleSelection(
      profiles: profile.map { [$0] } ?? profiles,
      only: only.isEmpty ? nil : try RuleNames.ids(only),
      extended: try RuleNames.ids(extended), ignored: try RuleNames.ids(ignored),
      guards: RuleNames.guards)
  }

  func write(to writer: inout FactWriter) {
    writer.optional(profile) { $0.text($1.rawValue) }
    for names in [only, ignored, extended] { writer.list(names) { $0.text($1) } }
  }

  init(
    profile: RuleSelection.Profile?, only: [String], ignored: [String], extended: [String]
  ) {
    self.profile = profile
    self.only = only
    self.ignored = ignored
    self.extended = extended
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    func texts(_ r: inout FactReader) throws(FactReader.Malformed) -> [String] {
      try r.list { (r) throws(FactReader.Malformed) in try r.text() }
    }
    profile = try reader.optional { (r) throws(FactReader.Malformed) in
      guard let profile = RuleSelection.Profile(rawValue: try r.text()) else {
        throw FactReader.Malformed()
      }
      return profile
    }
    only = try texts(&reader)
    ignored = try texts(&reader)
    extended = try texts(&reader)
  }
}
