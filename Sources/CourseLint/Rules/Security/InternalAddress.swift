import CourseModel
import Markdown
import SourceCore

/// Flags an address that only one office's network knows.
struct InternalAddress: LessonRule {
  static let info = RuleInfo(
    id: "security/internal-address",
    summary: "An address works inside one office's network only.",
    why: """
      For everybody else the link is dead, and a published lesson tells how the office names its \
      servers. Links are checked for private addresses, for names without a dot and for endings \
      such as `.local` and `.corp`; texts and code only for names of an intranet and for shares \
      (`\\\\server\\share`), since private addresses there are usually what is taught.
      """,
    severity: .warning,
    source: "RFC 1918, RFC 6762 and RFC 8375; CWE-200 (exposure of sensitive information)")

  static let examples: [Example] = [
    .good("A network such as 192.168.0.0/16 is private.\n\n```bash\nping 10.0.0.1\n```\n"),
    .good("Ouvrez <http://localhost:8888>, ou `\\\\wsl$\\Ubuntu\\home`.\n", language: "fr"),
    .good(
      "La expresión `\\\\d+\\\\s` y `\"\\\\alfa\\\\beta\"`, o $a \\\\ b\\c$.\n", language: "es"),
    .good("Write `C:\\temp\\\\foo\\bar` and [the wiki](https://host/wiki).\n"),
    .good("See [the example](http://server.example/data) and `http://proxy:3128`.\n"),
    .bad("Ask for access on [the wiki](⟦http://wiki/statistics⟧).\n"),
    .bad("Les données sont sous `⟦\\\\srv-stat\\cours\\prix.csv⟧`.\n", language: "fr"),
    .bad("```bash\ngit clone ⟦https://gitlab.intra.ine.es/curso.git⟧\n```\n", language: "es"),
    .bad("![Map](⟦http://192.168.10.7/map.png⟧) and <⟦https://nas.local/files⟧>\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    var told: [ByteRange] = []
    for link in lesson.outside {
      let host = HostName(link.address.hostName)
      guard let inside = host.inside, inside != .machine, !host.isReserved else { continue }
      told.append(link.written)
      told.append(link.range)
      var finding = Self.finding(link.written, link.address.hostName, inside)
      finding.notes = link.notes(context)
      report(finding)
    }
    checkAddresses(bytes, told, report: report)
    checkShares(lesson, report: report)
  }

  /// Names of an intranet anywhere in the text; a colon is followed by two slashes in an address.
  private func checkAddresses(
    _ bytes: [UInt8], _ told: [ByteRange], report: (Finding) -> Void
  ) {
    var told = RangeCover(told)
    var next = 0
    // Where the last word that an address stood in ends.
    var wordEnd = 0
    while let slash = ByteSearch.first(UInt8(ascii: "/"), in: bytes, from: next) {
      next = slash + 1
      guard next < bytes.count, bytes[next] == UInt8(ascii: "/"), slash > 0,
        bytes[slash - 1] == UInt8(ascii: ":"),
        let (range, host) = Self.intranetAddress(bytes, at: slash - 1, &wordEnd)
      else { continue }
      next = max(next, range.end)
      if !told.covers(range) { report(Self.finding(range, host, .network)) }
    }
  }

  private func checkShares(_ lesson: Lesson, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    lazy var destinations = RangeCover(lesson.links.map(\.destinationRange))
    var next = 0
    while let start = ByteSearch.first(UInt8(ascii: "\\"), in: bytes, from: next) {
      var end = start
      while end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
      next = end
      // A link's destination is `security/path-escape`'s.
      guard let share = Self.share(bytes, from: start, to: end),
        !destinations.covers(share), Self.isText(share, in: lesson)
      else { continue }
      report(
        Finding(
          share, "`\(Wording.short(lesson.text.string(share)))` is a share of one network",
          help: "add the file to the course, or say where anybody can get it"))
      next = share.end
    }
  }

  private static func finding(_ range: ByteRange, _ host: String, _ inside: HostName.Inside)
    -> Finding
  {
    let what =
      inside == .privateRange
      ? "is an address of a private network" : "is known inside one network only"
    return Finding(
      range, "`\(Wording.short(host))` \(what)",
      help: "link to a public copy, or write an example such as `server.example`")
  }

  /// An address around `://` whose host is one of an intranet.
  private static func intranetAddress(_ bytes: [UInt8], at colon: Int, _ wordEnd: inout Int)
    -> (ByteRange, String)?
  {
    var start = colon
    while start > 0, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    var end = wordEnd
    if end < colon + 3 {
      end = colon + 3
      while end < bytes.count, !endsAddress(bytes[end]) { end += 1 }
      wordEnd = end
    }
    guard start < colon, let address = WebAddress(bytes, in: ByteRange(start, end)) else {
      return nil
    }
    let host = HostName(address.hostName)
    guard host.isIntranet, !host.isReserved else { return nil }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    return (ByteRange(start, end), address.hostName)
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// `\\server\share` behind the backslashes from `start` to `end`, or the same with each of them
  /// doubled as in a string; nil for anything else.
  private static func share(_ bytes: [UInt8], from start: Int, to end: Int) -> ByteRange? {
    let isDoubled = end - start == 4
    guard isDoubled || end - start == 2, start == 0 || !isWord(bytes[start - 1]) else {
      return nil
    }
    let host = word(bytes, from: end)
    var next = host.upperBound
    while next < bytes.count, bytes[next] == UInt8(ascii: "\\") { next += 1 }
    guard next - host.upperBound == (isDoubled ? 2 : 1), host.count > 1 else { return nil }
    let share = word(bytes, from: next)
    guard share.count > 1 else { return nil }
    let name = asciiLowercased(String(decoding: bytes[host], as: UTF8.self))
    guard name.utf8.contains(where: { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }),
      !HostName.placeholders.contains(name), name != "localhost", !name.hasPrefix("wsl"),
      !name.hasSuffix("example")
    else { return nil }
    var last = share.upperBound
    while last < bytes.count, isWord(bytes[last]) || bytes[last] == UInt8(ascii: "\\") { last += 1 }
    while bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
    return ByteRange(start, last)
  }

  private static func word(_ bytes: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  /// Whether a share stands in text or in code that is no formula, pattern or link.
  private static func isText(_ range: ByteRange, in lesson: Lesson) -> Bool {
    if let node = lesson.codeBlock(around: range) {
      let info = asciiLowercased(lesson.document.info(node))
      return !["tex", "latex", "math", "{math}", "regex"].contains(info)
    }
    // Formulas break lines with two backslashes.
    let line = lesson.lines.range(ofLine: lesson.lines.line(at: range.start))
    return !lesson.text.bytes[line].contains(UInt8(ascii: "$"))
  }
}
