import SourceCore

/// Makes ZIP archives that are the same for the same files and that every reader accepts.
///
/// Names in bytewise order, but for an EPUB's `mimetype`, which is the first; one date and one mode for all; no folders, extra fields, data
/// descriptors or comments.
public enum ZipWriter {
  /// The file that stands first in an EPUB, and is not compressed.
  private static let stored = "mimetype"

  /// The archive of `files`, dated with the commit's time; without a time, with the start of 1980.
  ///
  /// - Throws: `ZipFailure` for two names that differ in case only, for an unsafe name, and for what
  ///   needs ZIP64, which learning platforms cannot read.
  public static func archive(_ files: [BundleFile], time: Int64?) throws(ZipFailure) -> [UInt8] {
    try archive(files, time: time.map(DOSTime.init(unixTime:)) ?? .epoch)
  }

  /// The archive of `files`, dated as an archive is dated.
  static func archive(_ files: [BundleFile], time: DOSTime) throws(ZipFailure) -> [UInt8] {
    let sorted = sorted(files)
    try check(sorted)
    return Array(try PackedFiles.archive([pack(sorted[...], time)]).joined())
  }

  /// The same archive, made by several threads.
  public static func archive(
    _ files: [BundleFile], time: Int64?, workers: Workers
  ) async throws(ZipFailure) -> [UInt8] {
    Array(try await pieces(files, time: time, workers: workers).joined())
  }

  /// The same archive in pieces, one behind the other, which need not be copied into one.
  static func pieces(
    _ files: [BundleFile], time: Int64?, workers: Workers
  ) async throws(ZipFailure) -> [[UInt8]] {
    let sorted = sorted(files)
    try check(sorted)
    let time = time.map(DOSTime.init(unixTime:)) ?? .epoch
    let shards = await workers.map(
      shards(sorted), weighing: { $0.reduce(0) { $0 + $1.bytes.count } }
    ) { shard -> Result<PackedFiles, ZipFailure> in
      do throws(ZipFailure) {
        return .success(try pack(shard, time))
      } catch {
        return .failure(error)
      }
    }
    var packed: [PackedFiles] = []
    for shard in shards { packed.append(try shard.get()) }
    return try PackedFiles.archive(packed)
  }

  private static func pack(
    _ files: ArraySlice<BundleFile>, _ time: DOSTime
  ) throws(ZipFailure) -> PackedFiles {
    var deflater = try Deflater()
    var packed = PackedFiles(time)
    for file in files {
      try packed.add(file, isStored: file.path == stored, &deflater)
    }
    return packed
  }

  /// How many bytes are worth a task of their own.
  private static let shardSize = 1 << 20

  /// Neighbours of about that size together; what is longer stands alone.
  private static func shards(_ files: [BundleFile]) -> [ArraySlice<BundleFile>] {
    var shards: [ArraySlice<BundleFile>] = []
    var start = 0
    var size = 0
    for (index, file) in files.enumerated() {
      if index > start, size + file.bytes.count > shardSize {
        shards.append(files[start..<index])
        (start, size) = (index, 0)
      }
      size += file.bytes.count
    }
    shards.append(files[start...])
    return shards
  }

  private static func sorted(_ files: [BundleFile]) -> [BundleFile] {
    // An EPUB is told by its first entry.
    files.sorted {
      if ($0.path == stored) != ($1.path == stored) { return $0.path == stored }
      return $0.path.precedesBytewise($1.path)
    }
  }

  /// Finds what no archive can hold.
  static func check(_ files: [BundleFile]) throws(ZipFailure) {
    guard files.count < 0xFFFF else {
      throw ZipFailure(description: "An archive holds at most 65,534 files.")
    }
    var names: Set<String> = []
    var total = 0
    for file in files {
      guard RelativePath.isSafe(file.path) else {
        throw ZipFailure(description: "\"\(file.path)\" is no safe name in an archive.")
      }
      guard names.insert(file.path.lowercased()).inserted else {
        throw ZipFailure(description: "Two files differ in case only: \"\(file.path)\".")
      }
      // What cannot be compressed grows a little.
      total += file.bytes.count + file.bytes.count / 1000 + 2 * file.path.utf8.count + 256
    }
    guard total < 0xFFFF_FFFF else {
      throw .tooLong
    }
  }
}
