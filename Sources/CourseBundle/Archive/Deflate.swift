import CLibDeflate
import SourceCore

/// Compresses bytes after bytes with libdeflate.
@safe struct Deflater: ~Copyable {
  /// The level is pinned: another one would give other bytes for the same files. At this one pages
  /// are a twentieth longer than at the usual one, in a fourth of the time.
  private static let level: Int32 = 1
  private let compressor: OpaquePointer
  /// Memory that is not touched but where something is written.
  private var room = unsafe UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  /// Takes the memory that compressing needs.
  init() throws(ZipFailure) {
    guard let compressor = unsafe libdeflate_alloc_compressor(Self.level) else {
      throw .noMemory
    }
    unsafe self.compressor = compressor
  }

  deinit {
    unsafe libdeflate_free_compressor(compressor)
    unsafe room.deallocate()
  }

  /// Adds the bytes to `out` as one raw stream.
  mutating func deflate(_ bytes: [UInt8], to out: inout [UInt8]) throws(ZipFailure) {
    let bound = unsafe libdeflate_deflate_compress_bound(compressor, bytes.count)
    if unsafe room.count < bound {
      unsafe room.deallocate()
      unsafe room = .allocate(capacity: bound)
    }
    let count = unsafe libdeflate_deflate_compress(
      compressor, bytes, bytes.count, room.baseAddress, room.count)
    guard count > 0 else { throw .noMemory }
    unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
  }
}

/// Inflates bytes after bytes with libdeflate.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// Takes the memory that inflating needs.
  init() throws(ZipFailure) {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { throw .noMemory }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// What a raw stream holds; nil where it is damaged, or not all of it makes exactly `size` bytes.
  func inflated(_ stream: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, count in
      unsafe stream.withUnsafeBytes { stream in
        var (taken, made) = (0, 0)
        let result = unsafe libdeflate_deflate_decompress_ex(
          decompressor, stream.baseAddress, stream.count, buffer.baseAddress, size, &taken, &made)
        isWhole = result == LIBDEFLATE_SUCCESS && taken == stream.count && made == size
        count = isWhole ? size : 0
      }
    }
    return isWhole ? bytes : nil
  }
}

/// The checksum that ZIP archives hold.
enum CRC32 {
  static func of(_ bytes: [UInt8]) -> UInt32 { unsafe libdeflate_crc32(0, bytes, bytes.count) }
}
