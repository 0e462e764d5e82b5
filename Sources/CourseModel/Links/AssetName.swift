import SourceCore

/// Tells pictures, recordings, documents and data by the endings of their names.
public enum AssetName {
  /// What a file is to a page.
  public enum Kind: Sendable, Hashable {
    /// A picture.
    case picture
    /// Sound or film.
    case recording
    /// A document, a table, an archive or another file to be downloaded.
    case data
  }

  /// What a file with this ending is, in lower case and without a dot; nil for any other file.
  public static func kind(_ ending: String) -> Kind? { kinds[ending] }

  private static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    for (kind, endings) in [
      (Kind.picture, "png jpg jpeg gif svg webp avif bmp tif tiff ico"),
      (.recording, "mp3 mp4 m4a m4v mov avi mkv ogg oga ogv webm wav"),
      (
        .data,
        "csv tsv xls xlsx ods pdf docx odt pptx odp zip gz 7z parquet feather arrow sav dta "
          + "sas7bdat rds rdata gpkg shp geojson sqlite db px"
      ),
    ] {
      for ending in endings.split(separator: " ") { kinds[String(ending)] = kind }
    }
    return kinds
  }()

  /// Endings packed into integers, so that a dot in a text costs no allocation.
  private static let packed = Set(kinds.keys.map { pack(Array($0.utf8)[...]) })

  /// Whether a known ending begins with these two bytes in lower case, by both their low five bits.
  private static let beginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 1024)
    for ending in kinds.keys {
      let bytes = Array(ending.utf8)
      beginnings[Int(bytes[0] & 31) << 5 | Int(bytes[1] & 31)] = true
    }
    return beginnings
  }()

  private static func pack(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// The names of assets that a text mentions anywhere, sorted, each once.
  public static func mentioned(in bytes: [UInt8]) -> [String] {
    var names: Set<String> = []
    let span = bytes.span
    let count = span.count
    let beginnings = beginnings
    var i = 0
    while let dot = ByteSearch.first(UInt8(ascii: "."), in: bytes, from: i) {
      i = dot + 1
      // Most dots end a sentence.
      guard dot + 2 < count,
        beginnings[Int(span[dot + 1] & 31) << 5 | Int(span[dot + 2] & 31)]
      else { continue }
      var ending: UInt64 = 0
      while i < count, i - dot <= 8, isAlphanumeric(span[i]) {
        ending = ending << 8 | UInt64(span[i] | 0x20)
        i += 1
      }
      let length = i - dot - 1
      guard length >= 2, length <= 8, i >= count || !isNamePart(span[i]), packed.contains(ending)
      else { continue }
      var start = dot
      while start > 0, dot - start < 255, isNamePart(span[start - 1]) { start -= 1 }
      // `a (2).png` is mentioned by what stands behind its bracket; ` .png` alone is no name.
      guard start < dot || dot > 0 && span[dot - 1] > 0x20 else { continue }
      names.insert(LinkTarget.percentDecoded(bytes[start..<i]))
    }
    return names.sorted { $0.precedesBytewise($1) }
  }

  /// What `mentioned` finds of a file's name: the part behind the last space, bracket or the like.
  public static func mention(of name: String) -> String {
    let bytes = Array(name.utf8)
    let start = bytes.lastIndex { !isNamePart($0) }.map { $0 + 1 } ?? 0
    return start == 0 ? name : String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x5F, 0x25, 0x2B, 0x7E, 0x40, 0x80...0xFF: true
    default: isAlphanumeric(byte)
    }
  }
}
