import Framework
import SourceCore

/// What `lint` was asked for, as each part of a run keeps it: merging gives the same options to the
/// same rules.
struct LintRequest {
  /// One path of the command line.
  struct Place {
    /// As given.
    let argument: String
    /// What is meant, below the root of its tree.
    let focus: RepoPath
    /// What is put before the tree's paths.
    let prefix: String?
  }

  let limit: Int
  /// The settings that were named, with their path.
  let config: (path: String, bytes: [UInt8])?
  let rules: RuleChoice
  /// By place, the documents of the framework, its own first.
  let frameworks: [[[UInt8]]]
  let places: [Place]

  func write(to writer: inout FactWriter) {
    writer.integer(limit)
    writer.optional(config) { writer, config in
      writer.text(config.path)
      writer.data(config.bytes)
    }
    rules.write(to: &writer)
    writer.list(frameworks) { $0.list($1) { $0.data($1) } }
    writer.list(places) { writer, place in
      writer.text(place.argument)
      writer.text(place.focus.string)
      writer.optional(place.prefix) { $0.text($1) }
    }
  }

  init(
    limit: Int, config: (path: String, bytes: [UInt8])?, rules: RuleChoice,
    frameworks: [[[UInt8]]], places: [Place]
  ) {
    self.limit = limit
    self.config = config
    self.rules = rules
    self.frameworks = frameworks
    self.places = places
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    limit = try reader.integer()
    config = try reader.optional { (r) throws(FactReader.Malformed) in
      (try r.text(), try r.data())
    }
    rules = try RuleChoice(from: &reader)
    frameworks = try reader.list { (r) throws(FactReader.Malformed) in
      try r.list { (r) throws(FactReader.Malformed) in try r.data() }
    }
    places = try reader.list { (r) throws(FactReader.Malformed) in
      Place(
        argument: try r.text(), focus: try r.path(),
        prefix: try r.optional { (r) throws(FactReader.Malformed) in try r.text() })
    }
    guard limit > 0, places.count == frameworks.count else { throw FactReader.Malformed() }
  }
}
