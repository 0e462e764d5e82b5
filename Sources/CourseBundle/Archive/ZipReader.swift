import CLibZip
import Glibc
import SourceCore

/// Inflates the files of an archive whose headers were checked.
enum ZipReader {
  /// Hands each file to `visit` in the archive's order; one that is damaged has no bytes.
  static func read(
    _ bytes: [UInt8], _ layout: ZipLayout, visit: (ZipLayout.Entry, [UInt8]?) -> Void
  ) throws(ZipFailure) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let copy = unsafe malloc(max(1, bytes.count)) else {
      throw ZipFailure(description: "There is no memory left for the archive.")
    }
    unsafe bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress { unsafe memcpy(copy, base, buffer.count) }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw unsafe ZipFailure("read", "zip_source_buffer_create", &error)
    }
    guard
      let archive = unsafe zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
    else {
      unsafe zip_source_free(source)
      throw unsafe ZipFailure("read", "zip_open_from_source", &error)
    }
    defer { unsafe zip_discard(archive) }
    for (index, entry) in layout.entries.enumerated() {
      visit(entry, unsafe contents(archive, UInt64(index), entry.size))
    }
  }

  /// All bytes of a file; nil where they are not what its header says.
  private static func contents(_ archive: OpaquePointer, _ index: UInt64, _ size: Int) -> [UInt8]? {
    guard let file = unsafe zip_fopen_index(archive, index, 0) else { return nil }
    defer { unsafe zip_fclose(file) }
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let got = unsafe zip_fread(file, base + count, UInt64(size - count))
        if got <= 0 {
          isWhole = false
          return
        }
        count += Int(got)
      }
    }
    // The checksum is compared where the file ends.
    var more: UInt8 = 0
    guard isWhole, unsafe zip_fread(file, &more, 1) == 0 else { return nil }
    return bytes
  }
}
