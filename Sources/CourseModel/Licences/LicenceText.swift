import SourceCore

/// Recognises the main licences by phrases that stand in their texts and in no other's.
public enum LicenceText {
  /// SPDX ids of the licences that a text holds or names, in bytewise order; GNU licences without
  /// `-only` and `-or-later`, which their texts do not decide.
  public static func ids(in bytes: [UInt8]) -> [String] {
    let text = folded(bytes)
    var found: Set<String> = []
    for start in text.indices.dropLast() where text[start] == 0x20 {
      for phrase in byFirst[Int(text[start + 1])] where matches(text, start + 1, phrase.words) {
        found.insert(phrase.id)
      }
    }
    if found.remove(threeClauses) != nil {
      // The third clause is what tells the two apart.
      if found.remove(twoClauses) != nil { found.insert(threeClauses) }
    }
    return found.sorted { $0.precedesBytewise($1) }
  }

  private struct Phrase: Sendable {
    let words: [UInt8]
    let id: String
  }

  private static let twoClauses = "BSD-2-Clause"
  private static let threeClauses = "BSD-3-Clause"

  private static let texts: [(String, String)] = [
    ("permission is hereby granted free of charge to any person obtaining a copy", "MIT"),
    ("apache license version 2 0", "Apache-2.0"),
    ("gnu general public license version 3 29 june 2007", "GPL-3.0"),
    ("gnu general public license version 2 june 1991", "GPL-2.0"),
    ("gnu affero general public license version 3 19 november 2007", "AGPL-3.0"),
    ("gnu lesser general public license version 3 29 june 2007", "LGPL-3.0"),
    ("gnu lesser general public license version 2 1 february 1999", "LGPL-2.1"),
    ("mozilla public license version 2 0", "MPL-2.0"),
    ("european union public licence v 1 2", "EUPL-1.2"),
    ("open government licence v3 0", "OGL-UK-3.0"),
    ("licence ouverte 2 0", "etalab-2.0"), ("licence ouverte version 2 0", "etalab-2.0"),
    ("licence ouverte open licence version 2 0", "etalab-2.0"),
    ("open data commons open database license odbl", "ODbL-1.0"),
    ("open data commons attribution license odc by", "ODC-By-1.0"),
    ("this is free and unencumbered software released into the public domain", "Unlicense"),
    (
      "permission to use copy modify and or distribute this software for any purpose with or "
        + "without fee", "ISC"
    ),
    ("redistribution and use in source and binary forms", twoClauses),
    ("neither the name", threeClauses),
    ("cc0 1 0 universal", "CC0-1.0"), ("publicdomain zero 1 0", "CC0-1.0"),
  ]

  /// Creative Commons by title (`attribution sharealike 4 0 international`), address
  /// (`licenses by sa 4 0`) and short name (`cc by sa 4 0`).
  private static func creativeCommons() -> [(String, String)] {
    let variants = [
      ("by", "attribution"), ("by-sa", "attribution sharealike"),
      ("by-nd", "attribution noderivatives"), ("by-nc", "attribution noncommercial"),
      ("by-nc-sa", "attribution noncommercial sharealike"),
      ("by-nc-nd", "attribution noncommercial noderivatives"),
    ]
    return variants.flatMap { short, long in
      ["4.0", "3.0", "2.5", "2.0"].flatMap { version in
        let id = "CC-\(asciiUppercased(short))-\(version)"
        let words = short.split(separator: "-").joined(separator: " ")
        let number = version.split(separator: ".").joined(separator: " ")
        let kind = version == "4.0" ? "international" : "unported"
        return [
          ("\(long) \(number) \(kind)", id), ("licenses \(words) \(number)", id),
          ("cc \(words) \(number)", id),
        ]
      }
    }
  }

  private static func asciiUppercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  private static let byFirst: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 256)
    for (text, id) in texts + creativeCommons() {
      let words = Array(text.utf8) + [0x20]
      table[Int(words[0])].append(Phrase(words: words, id: id))
    }
    return table
  }()

  /// Lower case, one space for each run of anything but letters and digits, one at either end.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x20]
    out.reserveCapacity(bytes.count + 2)
    let mark = SourceText(path: .root, bytes: bytes).byteOrderMarkLength
    for byte in bytes[mark...] {
      switch byte {
      case 0x41...0x5A: out.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: out.append(byte)
      default: if out.last != 0x20 { out.append(0x20) }
      }
    }
    if out.last != 0x20 { out.append(0x20) }
    return out
  }

  private static func matches(_ text: [UInt8], _ start: Int, _ words: [UInt8]) -> Bool {
    guard start + words.count <= text.count else { return false }
    for i in words.indices where text[start + i] != words[i] { return false }
    return true
  }
}
