import CourseModel
import Identifiers
import SourceCore

extension ReleaseSet {
  /// The set as bytes; nil where it tells of something that may be mended at any time.
  func facts() -> [UInt8]? {
    var writer = FactWriter()
    switch limit {
    case nil: writer.flag(false)
    case .shallow: writer.flag(true)
    case .noHistory, .unreadable: return nil
    }
    writer.list(releases) { $1.write(to: &$0) }
    writer.list(foreignTags) { $0.text($1) }
    for list in [conflicts, repeated] {
      writer.list(list) { writer, version in
        writer.text(version.version.description)
        writer.list(version.releases) { $1.write(to: &$0) }
      }
    }
    writer.optional(overtaking) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what `facts` has written; nil where it is something else.
  init?(facts: [UInt8]) {
    var reader = FactReader(facts)
    do throws(FactReader.Malformed) {
      try self.init(from: &reader)
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }

  private init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let limit = try reader.flag() ? Limit.shallow : nil
    let releases = try reader.list { (r) throws(FactReader.Malformed) in try Release(from: &r) }
    let foreign = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
    let conflicts = try reader.list { (r) throws(FactReader.Malformed) in try Repeated(from: &r) }
    let repeated = try reader.list { (r) throws(FactReader.Malformed) in try Repeated(from: &r) }
    self.init(
      releases: releases, foreignTags: foreign, conflicts: conflicts, repeated: repeated,
      limit: limit,
      overtaking: try reader.optional { (r) throws(FactReader.Malformed) in try Release(from: &r) })
  }
}

extension ReleaseSet.Repeated {
  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let version = try reader.version()
    self.init(
      version: version,
      releases: try reader.list { (r) throws(FactReader.Malformed) in try Release(from: &r) })
  }
}

extension Release {
  fileprivate func write(to writer: inout FactWriter) {
    writer.text(version.description)
    writer.id(commit)
    writer.id(tree)
    writer.text(folder.string)
    writer.list(tags) { $0.text($1) }
    writer.integer(Int(time))
  }

  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let version = try reader.version()
    let (commit, tree) = (try reader.id(), try reader.id())
    let folder = try reader.path()
    let tags = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
    self.init(
      version: version, commit: commit, tree: tree, folder: folder, tags: tags,
      time: Int64(try reader.integer()))
  }
}

extension FactReader {
  fileprivate mutating func version() throws(Malformed) -> SemVer {
    guard let version = SemVer(try text()) else { throw Malformed() }
    return version
  }
}
