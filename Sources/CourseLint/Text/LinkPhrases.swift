import SourceCore

/// What people write between a link's brackets that says nothing of where it leads.
struct LinkPhrases {
  /// The longest text that can be one, in bytes, with marks and spaces around it.
  static let longest = 36

  /// By first byte, since nearly all links begin otherwise.
  private let byFirst: [[[UInt8]]]

  private init(_ phrases: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      table[Int(bytes[0])].append(bytes)
    }
    byFirst = table
  }

  /// Those of a language; of English where none are known.
  static func of(_ language: String) -> LinkPhrases {
    switch asciiLowercased(language.prefix { $0 != "-" && $0 != "_" }) {
    case "es": spanish
    case "fr": french
    default: english
    }
  }

  private static let english = LinkPhrases([
    "click", "click here", "click me", "click this link", "follow this link", "here", "learn more",
    "link", "more", "more info", "more information", "read more", "read this", "see here",
    "see more", "this", "this link", "this one", "this page", "this website", "website",
  ])

  private static let french = LinkPhrases([
    "ce lien", "cette page", "clique ici", "cliquer ici", "cliquez", "cliquez ici",
    "en savoir plus", "ici", "lien", "lire la suite", "lire plus", "plus", "plus d'infos",
    "plus d'informations", "plus d’informations", "suivez ce lien", "voir ici", "voir plus",
  ])

  private static let spanish = LinkPhrases([
    "aqui", "aquí", "clic aquí", "clica aquí", "enlace", "esta página", "este enlace",
    "haga clic", "haga clic aquí", "haz clic", "haz clic aquí", "lee más", "leer más", "más",
    "más información", "pincha aquí", "pinche aquí", "pulse aquí", "saber más", "ver aquí",
    "ver más", "vínculo",
  ])

  /// The phrase that the bytes of `range` are, in any case and with any marks around it.
  func match(_ bytes: [UInt8], _ range: ByteRange) -> String? {
    var start = range.start
    while start < range.end, !Words.isPart(bytes[start]) || bytes[start] == UInt8(ascii: "_") {
      start += 1
    }
    guard start < range.end else { return nil }
    let first = bytes[start]
    let candidates = byFirst[Int(first &- 0x41 < 26 ? first | 0x20 : first)]
    guard !candidates.isEmpty else { return nil }
    for phrase in candidates where matches(phrase, bytes, start, range.end) {
      return String(decoding: phrase, as: UTF8.self)
    }
    return nil
  }

  private func matches(_ phrase: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + phrase.count <= end else { return false }
    for i in phrase.indices {
      var byte = bytes[start + i]
      if byte &- 0x41 < 26 {
        byte |= 0x20
      } else if byte &- 0x80 < 0x1F, i > 0, bytes[start + i - 1] == 0xC3 {
        // Á to Þ are 32 before á to þ.
        byte += 0x20
      } else if byte == 0x0A || byte == 0x0D {
        byte = 0x20
      }
      if byte != phrase[i] { return false }
    }
    return isEnd(bytes, start + phrase.count, end)
  }

  /// Whether only marks, punctuation and arrows follow.
  private func isEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let rest = String(decoding: bytes[start..<end], as: UTF8.self)
    return rest.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && !("0"..."9" ~= $0) }
  }
}
