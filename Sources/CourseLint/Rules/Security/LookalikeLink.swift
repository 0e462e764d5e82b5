import CourseModel
import Markdown
import SourceCore

/// Flags a link to a host that looks like another one, or that its text calls by another name.
struct LookalikeLink: LessonRule {
  static let info = RuleInfo(
    id: "security/homoglyph-link",
    summary: "A link leads to another site than it seems to.",
    why: """
      A name with a Cyrillic `а` among Latin letters belongs to somebody else, and no reader sees \
      the difference. The same holds for a text that names one site and leads to another. Learners \
      sign in where a lesson sends them.
      """,
    severity: .warning, source: "Unicode Technical Standard 39, sections 4 and 5; RFC 5895")

  static let examples: [Example] = [
    .good("[www.unece.org](https://unece.org/statistics) and [R](https://www.r-project.org)\n"),
    .good(
      "Voir [l'académie](https://académie-française.fr) et <https://правительство.рф>.\n",
      language: "fr"),
    .good(
      "[https://docs.github.com](https://github.com/docs) y [ine.es](https://www.ine.es)\n",
      language: "es"),
    .bad("Sign in at [your account](⟦https://p\u{0430}ypal.com/login⟧).\n"),
    .bad("Voir [la page](⟦https://xn--80ak6aa92e.com⟧).\n", language: "fr"),
    .bad(
      "Entre en [https://www.ine.es/censo](⟦https://ine-es.example.net/censo⟧).\n", language: "es"),
    .bad("[www.unece.org](⟦https://unece.org.statistics.example.com⟧)\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    for link in lesson.outside {
      let host = link.address.hostName
      if let message = Self.lookalike(host) {
        report(
          Finding(
            link.written, message,
            help: "type the address again by hand, and see where it leads",
            notes: link.notes(context)))
      } else if !link.isImage, lesson.document.kind(link.node) == .link,
        let words = NodeContent.range(of: link.node, in: lesson.document),
        let named = Self.namedHost(bytes, words), !Self.isSame(named, host)
      {
        report(
          Finding(
            link.written,
            "the link's text names `\(Wording.short(named))`, and it leads to "
              + "`\(Wording.short(host))`",
            help: "let text and address name the same site, or write the page's title as text",
            notes: link.notes(context)))
      }
    }
  }

  /// The host that a link's text names as an address does; nil for any other text.
  private static func namedHost(_ bytes: [UInt8], _ range: ByteRange) -> String? {
    let text = bytes[range.indices]
    var name: String?
    if text.starts(with: "www.".utf8) {
      let host = text.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      name = asciiLowercased(String(decoding: host, as: UTF8.self))
    } else if text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8) {
      name = WebAddress(bytes, in: range)?.hostName
    }
    guard let name, name.utf8.contains(UInt8(ascii: ".")), name.utf8.last != UInt8(ascii: "."),
      name.utf8.allSatisfy({
        $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    return name
  }

  /// Whether one name is the other, or below the other; the owner of one then owns both.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func bare(_ name: String) -> Substring {
      name.hasPrefix("www.") ? name.dropFirst(4) : name[...]
    }
    let (a, b) = (bare(a), bare(b))
    return a == b || a.hasSuffix("." + b) || b.hasSuffix("." + a) || owner(a) == owner(b)
  }

  /// The last two labels, or three below a short second one such as `co.uk`.
  private static func owner(_ name: Substring) -> [Substring] {
    let labels = name.split(separator: ".")
    guard labels.count > 2 else { return labels }
    let isShort = labels[labels.count - 2].utf8.count <= 3
    return Array(labels.suffix(isShort ? 3 : 2))
  }

  private static func holdsPunycode(_ host: String) -> Bool {
    host.utf8.indices.contains { i in
      host.utf8[i] == UInt8(ascii: "x") && host.utf8[i...].starts(with: "xn--".utf8)
    }
  }

  /// What is deceptive about a host's name; nil where nothing is.
  private static func lookalike(_ host: String) -> String? {
    guard host.utf8.contains(where: { $0 >= 0x80 }) || Self.holdsPunycode(host) else { return nil }
    let labels = host.split(separator: ".").map(String.init)
    for (i, label) in labels.enumerated() {
      let text = label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? label : label
      let shown = "`\(Wording.short(label))`" + (text == label ? "" : ", shown as `\(text)`,")
      let scripts = HostScripts(text)
      if scripts.isMixed {
        return "the host name \(shown) mixes Latin letters with \(scripts.other) ones"
      }
      // A whole name of letters that look Latin, under an ending that is.
      if i < labels.count - 1, scripts.isAllLookalike,
        labels.last?.utf8.allSatisfy({ $0 < 0x80 }) == true,
        labels.last?.hasPrefix("xn--") == false
      {
        return "the host name \(shown) is made of \(scripts.other) letters that look Latin"
      }
    }
    return nil
  }
}
