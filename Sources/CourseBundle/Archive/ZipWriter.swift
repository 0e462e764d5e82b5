import CLibZip
import Glibc
import SourceCore

/// Makes ZIP archives that are the same for the same files and that every reader accepts.
///
/// Names in bytewise order, but for an EPUB's `mimetype`, which is the first; one date and one mode for all; no folders, extra fields, data
/// descriptors or comments.
public enum ZipWriter {
  /// Deflate's level is pinned: another one would give other bytes for the same files. The one above
  /// takes half as long again for pages that are a hundredth shorter.
  private static let level: UInt32 = 4
  /// The file that stands first in an EPUB, and is not compressed.
  private static let stored = "mimetype"
  /// Regular file, `rw-r--r--`, as Unix programs note it.
  private static let attributes: UInt32 = 0o100644 << 16

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
    return try write(sorted[...], time: time)
  }

  /// The same archive, made by several threads.
  public static func archive(
    _ files: [BundleFile], time: Int64?, workers: Workers
  ) async throws(ZipFailure) -> [UInt8] {
    let sorted = sorted(files)
    try check(sorted)
    let time = time.map(DOSTime.init(unixTime:)) ?? .epoch
    let packed = await workers.map(
      shards(sorted), weighing: { $0.reduce(0) { $0 + $1.bytes.count } }
    ) {
      shard -> Result<ZipShard, ZipFailure> in
      do throws(ZipFailure) {
        guard let shard = ZipShard(try write(shard, time: time)) else { throw .tooLong }
        return .success(shard)
      } catch {
        return .failure(error)
      }
    }
    var made: [ZipShard] = []
    for shard in packed { made.append(try shard.get()) }
    guard let archive = ZipShard.joined(made) else { throw .tooLong }
    return archive
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
      return $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
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
      total += file.bytes.count + 2 * file.path.utf8.count + 256
    }
    guard total < 0xFFFF_FFFF else {
      throw .tooLong
    }
  }

  private static func write(
    _ files: ArraySlice<BundleFile>, time: DOSTime
  ) throws(ZipFailure) -> [UInt8] {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw unsafe ZipFailure("made", "zip_source_buffer_create", &error)
    }
    defer { unsafe zip_source_free(target) }
    guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      throw unsafe ZipFailure("made", "zip_open_from_source", &error)
    }
    // The archive frees the source when it is closed; its bytes are read after that.
    unsafe zip_source_keep(target)
    do {
      for file in files { try unsafe add(file, to: archive, time: time) }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    guard unsafe zip_close(archive) == 0 else {
      let failure = unsafe ZipFailure("made", "zip_close", zip_get_error(archive))
      unsafe zip_discard(archive)
      throw failure
    }
    return try unsafe contents(of: target)
  }

  private static func add(
    _ file: BundleFile, to archive: OpaquePointer, time: DOSTime
  ) throws(ZipFailure) {
    // libzip reads a source when the archive is closed, and frees it with `free`.
    guard let copy = unsafe malloc(max(1, file.bytes.count)) else {
      throw ZipFailure(description: "There is no memory left for \"\(file.path)\".")
    }
    unsafe file.bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { unsafe memcpy(copy, base, bytes.count) }
    }
    guard let source = unsafe zip_source_buffer(archive, copy, UInt64(file.bytes.count), 1) else {
      unsafe free(copy)
      throw unsafe ZipFailure("made", "zip_source_buffer", zip_get_error(archive))
    }
    let index = unsafe zip_file_add(archive, file.path, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      throw unsafe ZipFailure("made", "zip_file_add", zip_get_error(archive))
    }
    let entry = UInt64(index)
    let method = Int32(file.path == stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE)
    guard
      unsafe zip_set_file_compression(archive, entry, method, level) == 0,
      unsafe zip_file_set_dostime(archive, entry, time.time, time.date, 0) == 0,
      unsafe zip_file_set_external_attributes(
        archive, entry, 0, UInt8(ZIP_OPSYS_UNIX), attributes) == 0
    else { throw unsafe ZipFailure("made", "zip_file_set", zip_get_error(archive)) }
  }

  private static func contents(of source: OpaquePointer) throws(ZipFailure) -> [UInt8] {
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else {
      throw unsafe ZipFailure("made", "zip_source_open", zip_source_error(source))
    }
    defer { unsafe zip_source_close(source) }
    let size = unsafe Int(status.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let got = unsafe zip_source_read(source, base + count, UInt64(size - count))
        if got <= 0 { break }
        count += Int(got)
      }
    }
    guard bytes.count == size else {
      throw unsafe ZipFailure("made", "zip_source_read", zip_source_error(source))
    }
    return bytes
  }
}
