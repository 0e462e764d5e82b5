import Digest
import SourceCore

/// A file with what one part of a run has found.
///
/// It comes from elsewhere: whatever its bytes are, they are refused in words, or read.
struct PartFile {
  /// Its path as given.
  let path: String
  let header: PartHeader
  /// What was found, for the kind of run to read.
  let body: [UInt8]

  /// First line of each file; the number changes with the form of the rest.
  private static let mark = Array("academy part 1\n".utf8)
  private static let limit = 2_000_000_000

  /// The bytes of a file.
  static func bytes(_ header: PartHeader, _ body: [UInt8]) -> [UInt8] {
    var content = FactWriter()
    header.write(to: &content)
    content.data(body)
    var file = FactWriter()
    file.data(content.bytes)
    return mark + file.bytes + SHA256.hash(content.bytes)
  }

  /// Reads a file.
  init(_ path: String) throws {
    self.path = path
    let bytes = try FileSystem.read(path, limit: Self.limit)
    guard bytes.starts(with: Self.mark) else {
      let isOther = bytes.starts(with: "academy part ".utf8)
      throw ToolFailure(
        isOther
          ? "\(path) was written by another version of academy" : "\(path) is no part of a run",
        help: isOther
          ? "write all parts with the version that merges them"
          : "`academy lint --shard 1/7` writes one")
    }
    do throws(FactReader.Malformed) {
      // A length that is longer than the file is what a broken transfer leaves behind.
      var file = FactReader(Array(bytes[Self.mark.count...]))
      let content = try file.data()
      let digest = Array(bytes.suffix(32))
      guard bytes.count == Self.mark.count + Self.width(content.count) + content.count + 32,
        SHA256.hash(content) == digest
      else { throw FactReader.Malformed() }
      var reader = FactReader(content)
      header = try PartHeader(from: &reader)
      body = try reader.data()
      guard reader.isAtEnd else { throw FactReader.Malformed() }
    } catch {
      throw ToolFailure(
        "\(path) is cut off or damaged",
        help: "copy it again, or run its part again")
    }
  }

  /// Bytes that a `FactWriter` takes for a length.
  private static func width(_ count: Int) -> Int {
    var writer = FactWriter()
    writer.integer(count)
    return writer.bytes.count
  }
}
