import Digest
import SourceCore

/// What a part says of the run that it belongs to; all parts of one run say the same but for their
/// number.
struct PartHeader: Equatable {
  /// What was run.
  enum Kind: Int {
    case lint, run
  }

  let kind: Kind
  /// The version of the tool that wrote it.
  let version: String
  /// Tells the build of the tool from others.
  let build: [UInt8]
  let shard: ShardNumber
  /// What each tree was read from: a commit's id, or nothing.
  let commits: [String]
  /// A digest of all options and settings.
  let settings: [UInt8]
  /// A digest of the lists of files.
  let files: [UInt8]

  /// The header of a part that this process writes.
  init(
    _ kind: Kind, _ shard: ShardNumber, commits: [String], settings: [UInt8], files: [UInt8]
  ) throws {
    self.kind = kind
    self.shard = shard
    self.commits = commits
    self.settings = settings
    self.files = files
    version = Academy.version
    build = try Self.ownBuild()
  }

  /// A digest of the program: parts come from several machines, where a file's time says nothing.
  static func ownBuild() throws -> [UInt8] {
    var digest = SHA256()
    try FileSystem.readPieces("/proc/self/exe") { digest.update($0) }
    return digest.finish()
  }

  func write(to writer: inout FactWriter) {
    writer.text(version)
    writer.data(build)
    writer.integer(kind.rawValue)
    writer.integer(shard.number)
    writer.integer(shard.count)
    writer.list(commits) { $0.text($1) }
    writer.data(settings)
    writer.data(files)
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    version = try reader.text()
    build = try reader.data()
    guard let kind = Kind(rawValue: try reader.integer()),
      let shard = ShardNumber(try reader.integer(), of: try reader.integer())
    else { throw FactReader.Malformed() }
    self.kind = kind
    self.shard = shard
    commits = try reader.list { (r) throws(FactReader.Malformed) in try r.text() }
    settings = try reader.data()
    files = try reader.data()
  }
}
