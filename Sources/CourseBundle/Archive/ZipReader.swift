import SourceCore

/// Inflates the files of an archive whose headers were checked.
enum ZipReader {
  /// Hands each file to `visit` in the archive's order; one that is damaged has no bytes.
  static func read(
    _ bytes: [UInt8], _ layout: ZipLayout, visit: (ZipLayout.Entry, [UInt8]?) -> Void
  ) throws(ZipFailure) {
    let inflater = try Inflater()
    for entry in layout.entries {
      let content = bytes[entry.content]
      let file =
        entry.isStored ? Array(content) : inflater.inflated(content, size: entry.size)
      visit(entry, file.flatMap { CRC32.of($0) == entry.checksum ? $0 : nil })
    }
  }
}
