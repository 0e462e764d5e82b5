import SourceCore

/// The SPDX id that somebody meant who wrote a licence's name, abbreviation or address.
public struct SPDXSuggestion: Hashable, Sendable {
  /// The id.
  public let id: String
  /// Whether the text can mean nothing else; `CC-BY` without its version, or `GPLv3` without "only"
  /// or "or later", leaves something open.
  public let isCertain: Bool

  /// Finds the id meant by a text; nil where that would be a guess.
  public init?(for text: some StringProtocol) {
    if let id = SPDXIdentifiers.license(text) {
      self.init(id, isCertain: true)
      return
    }
    let words = Self.words(text)
    guard !words.isEmpty, words.count < 40,
      let found = Self.creativeCommons(words) ?? Self.gnu(words) ?? Self.named(words),
      SPDXIdentifiers.license(found.id) == found.id
    else { return nil }
    self = found
  }

  private init(_ id: String, isCertain: Bool) {
    self.id = id
    self.isCertain = isCertain
  }

  // MARK: - Words

  /// Splits into words and numbers, in lower case: `GPLv3` is `gpl`, `v`, `3`, and `4.0` is `4`.
  private static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [Unicode.Scalar] = []
    func isNumber(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    func flush() {
      while word.last == "." { word.removeLast() }
      var string = ""
      for scalar in word { string.unicodeScalars.append(scalar) }
      while string.hasSuffix(".0"), word.first.map(isNumber) == true { string.removeLast(2) }
      if !string.isEmpty { words.append(string) }
      word = []
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar == ".", let last = word.last, isNumber(last) {
        word.append(scalar)
      } else if scalar.properties.isAlphabetic || isNumber(scalar) {
        if let last = word.last, (isNumber(last) || last == ".") != isNumber(scalar),
          last != "." || !isNumber(scalar)
        {
          // `GPLv3`
          if isNumber(scalar), last == "v", word.count > 1 { word.removeLast() }
          flush()
        }
        word.append(scalar)
      } else if scalar == "+" {
        flush()
        words.append("+")
      } else if scalar != "'" && scalar != "\u{2019}" {
        flush()
      }
    }
    flush()
    return words
  }

  private static func version(in words: [String]) -> String? {
    let numbers = words.filter { $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    guard let number = numbers.first, numbers.allSatisfy({ $0 == number }) else { return nil }
    return number.contains(".") ? number : number + ".0"
  }

  // MARK: - Creative Commons

  /// How the four conditions are called, in the licences' own languages.
  private static let conditions: [String: String] = [
    "by": "BY", "attribution": "BY", "namensnennung": "BY", "paternité": "BY",
    "reconocimiento": "BY", "atribución": "BY", "attribuzione": "BY",
    "nc": "NC", "noncommercial": "NC", "nocomercial": "NC", "commerciale": "NC",
    "kommerziell": "NC", "commercial": "NC",
    "nd": "ND", "noderivs": "ND", "noderivatives": "ND", "noderivative": "ND", "modification": "ND",
    "bearbeitung": "ND", "bearbeitungen": "ND", "sinderivadas": "ND", "sinobraderivada": "ND",
    "sa": "SA", "sharealike": "SA", "partage": "SA", "weitergabe": "SA", "compartirigual": "SA",
    "alike": "SA", "comercial": "NC", "derivatives": "ND", "derivs": "ND", "derivadas": "ND",
  ]

  /// Words of Creative Commons' names and addresses that decide nothing.
  private static let neutral: Set<String> = [
    "cc", "creative", "creativecommons", "commons", "license", "licence", "licenses", "lizenz",
    "licencia", "licenza", "international", "internationale", "internacional", "unported",
    "generic", "https", "http", "www", "org", "com", "deed", "legalcode", "version", "v", "the",
    "a", "under", "public", "share", "non", "no", "pas", "d", "dutilisation", "utilisation",
    "dans", "les", "mêmes", "conditions", "nicht", "keine", "unter", "gleichen", "bedingungen",
    "sin", "html", "works", "work", "licensed", "and", "und", "et", "is", "this",
    "in", "available", "material", "content", "text",
  ]

  private static func creativeCommons(_ words: [String]) -> SPDXSuggestion? {
    var words = words
    // The language of a page about the licence, as in `deed.fr`; anywhere else it is a jurisdiction.
    if let deed = words.firstIndex(of: "deed"), deed + 1 < words.count {
      words.removeSubrange((deed + 1)...)
    }
    // `CCBYSA` in one word.
    if let first = words.first, first.hasPrefix("cc"), first.utf8.count > 2,
      first != "creativecommons"
    {
      let rest = Array(first.utf8.dropFirst(2))
      let pairs = stride(from: 0, to: rest.count, by: 2).map {
        String(decoding: rest[$0..<min($0 + 2, rest.count)], as: UTF8.self)
      }
      if pairs.allSatisfy({ conditions[$0] != nil }) {
        words.replaceSubrange(0..<1, with: ["cc"] + pairs)
      }
    }
    let isCC =
      words.contains("cc") || words.contains("creativecommons")
      || words.contains("creative") && words.contains("commons")
    guard isCC else { return nil }
    if words.contains("zero") || words.starts(with: ["cc", "0"]) {
      return SPDXSuggestion("CC0-1.0", isCertain: true)
    }
    var found: Set<String> = []
    for word in words {
      if let condition = conditions[word] {
        found.insert(condition)
      } else if !neutral.contains(word), word.utf8.first.map({ $0 > 0x39 }) ?? true, word != "igo" {
        // A jurisdiction, a second licence, an explanation: more than can be told from here.
        return nil
      }
    }
    guard found.contains("BY"), !(found.contains("ND") && found.contains("SA")) else { return nil }
    let number = version(in: words)
    guard number != nil || !words.contains(where: { $0.utf8.first.map { $0 <= 0x39 } ?? false })
    else { return nil }
    let parts = ["BY", "NC", "ND", "SA"].filter(found.contains)
    let tail = words.contains("igo") ? "-IGO" : ""
    return SPDXSuggestion(
      "CC-" + parts.joined(separator: "-") + "-" + (number ?? "4.0") + tail,
      isCertain: number != nil)
  }

  // MARK: - GNU

  private static func gnu(_ words: [String]) -> SPDXSuggestion? {
    let text = words.joined(separator: " ")
    let family: String
    if words.contains("agpl") || text.contains("affero general public") {
      family = "AGPL"
    } else if words.contains("lgpl") || text.contains("lesser general public") {
      family = "LGPL"
    } else if words.contains("gfdl") || text.contains("free documentation") {
      family = "GFDL"
    } else if words.contains("gpl") || text.contains("general public") && words.contains("gnu") {
      family = "GPL"
    } else {
      return nil
    }
    guard let number = version(in: words) else { return nil }
    let isLater = words.contains("+") || words.contains("later") || words.contains("newer")
    let isOnly = words.contains("only")
    return SPDXSuggestion(
      "\(family)-\(number)-\(isLater ? "or-later" : "only")", isCertain: isLater != isOnly)
  }

  // MARK: - Others

  private static let noise: Set<String> = [
    "the", "a", "license", "licence", "licensed", "licenses", "under", "version", "v", "public",
    "software", "foundation", "https", "http", "www", "org", "opensource", "spdx", "html", "txt",
    "gov", "uk", "doc", "nationalarchives", "terms", "see", "file", "and", "fr", "gouv",
  ]

  /// Names without their noise words, and the ids they mean.
  private static let names: [String: String] = [
    "mit": "MIT", "mit mit": "MIT", "expat": "MIT", "mit expat": "MIT", "isc": "ISC",
    "zlib": "Zlib",
    "unlicense": "Unlicense", "wtfpl": "WTFPL", "apache 2": "Apache-2.0", "asl 2": "Apache-2.0",
    "apache apache 2": "Apache-2.0", "al 2": "Apache-2.0",
    "bsd 2": "BSD-2-Clause", "bsd 2 clause": "BSD-2-Clause", "2 clause bsd": "BSD-2-Clause",
    "simplified bsd": "BSD-2-Clause", "freebsd": "BSD-2-Clause", "bsd 3": "BSD-3-Clause",
    "bsd 3 clause": "BSD-3-Clause", "3 clause bsd": "BSD-3-Clause", "new bsd": "BSD-3-Clause",
    "modified bsd": "BSD-3-Clause", "revised bsd": "BSD-3-Clause",
    "mpl 2": "MPL-2.0", "mozilla 2": "MPL-2.0", "mozilla mpl 2": "MPL-2.0",
    "epl 2": "EPL-2.0", "eclipse 2": "EPL-2.0", "boost 1": "BSL-1.0", "artistic 2": "Artistic-2.0",
    "eupl 1.1": "EUPL-1.1", "eupl 1.2": "EUPL-1.2", "european union 1.2": "EUPL-1.2",
    "european union eupl 1.2": "EUPL-1.2", "cecill 2.1": "CECILL-2.1", "cecill b": "CECILL-B",
    "cecill c": "CECILL-C",
    "etalab 2": "etalab-2.0", "licence ouverte 2": "etalab-2.0", "ouverte 2": "etalab-2.0",
    "etalab open 2": "etalab-2.0", "ouverte etalab 2": "etalab-2.0",
    "ouverte open 2": "etalab-2.0", "etalab ouverte 2": "etalab-2.0",
    "ogl 1": "OGL-UK-1.0", "ogl 2": "OGL-UK-2.0", "ogl 3": "OGL-UK-3.0",
    "open government 1": "OGL-UK-1.0", "open government 2": "OGL-UK-2.0",
    "open government 3": "OGL-UK-3.0", "open government canada 2": "OGL-Canada-2.0",
    "open government 2 canada": "OGL-Canada-2.0", "ogl canada 2": "OGL-Canada-2.0",
    "odbl 1": "ODbL-1.0", "open database 1": "ODbL-1.0", "odbl": "ODbL-1.0",
    "odc odbl 1": "ODbL-1.0", "odc by 1": "ODC-By-1.0", "pddl 1": "PDDL-1.0", "pddl": "PDDL-1.0",
    "nlod 1": "NLOD-1.0", "nlod 2": "NLOD-2.0", "dl de by 2": "DL-DE-BY-2.0",
    "dl de zero 2": "DL-DE-ZERO-2.0", "ofl 1.1": "OFL-1.1", "sil open font 1.1": "OFL-1.1",
  ]

  private static func named(_ words: [String]) -> SPDXSuggestion? {
    var rest = words.filter { !noise.contains($0) }
    // `opensource.org/licenses/MIT`, `www.apache.org/licenses/LICENSE-2.0`.
    if let id = names[rest.joined(separator: " ")] { return SPDXSuggestion(id, isCertain: true) }
    // "Apache" and "OGL" have had several versions; the current one is likely, and no more.
    if rest == ["apache"] { return SPDXSuggestion("Apache-2.0", isCertain: false) }
    if rest == ["eupl"] { return SPDXSuggestion("EUPL-1.2", isCertain: false) }
    if rest == ["etalab"] || rest == ["ouverte"] {
      return SPDXSuggestion("etalab-2.0", isCertain: false)
    }
    // An abbreviation in parentheses after the name: `Mozilla Public License 2.0 (MPL 2.0)`.
    if rest.count > 3, let number = rest.last, rest.filter({ $0 == number }).count == 2,
      let first = rest.firstIndex(of: number)
    {
      rest = Array(rest[...first])
      if let id = names[rest.joined(separator: " ")] { return SPDXSuggestion(id, isCertain: true) }
    }
    return nil
  }
}
