import CourseModel
import SourceCore

/// Flags a page that is not UTF-8.
struct TextEncoding: InputRule {
  static let info = RuleInfo(
    id: "source/encoding",
    summary: "A page is not encoded in UTF-8.",
    why: """
      Site generators and browsers expect UTF-8. In any other encoding `é` comes out as `�` or as \
      `Ã©`, and the page cannot be searched or checked.
      """,
    severity: .error, source: "RFC 3629; CommonMark 0.31.2, 2.1")

  static let examples: [Example] = [
    .good("## Café prices\n\nThe index rose by 2 %.\n"),
    .good("## Élections\n\nL'échantillon… est tiré.\n", language: "fr"),
    .good("## Años\n\n¿Qué es un índice?\n", language: "es"),
    .bad("## Prices in Z⟦‹FC›⟧rich\n"),
    .bad("## L'indice\n\nLe march⟦‹E9›⟧ du logement est ‹E9›tudi‹E9›.\n", language: "fr"),
    .bad("⟦‹FF›⟧‹FE›#‹00› ‹00›I‹00›n‹00›d‹00›i‹00›c‹00›e‹00›\n‹00›", language: "es"),
  ]

  func check(_ input: PageInput) -> Finding? {
    guard case .success(let bytes) = input.bytes else { return nil }
    let text = SourceText(path: input.page.path, bytes: bytes)
    if let bad = text.firstInvalidUTF8() { return finding(bytes, bad, input.page.path) }
    // UTF-16 without a byte-order mark is valid UTF-8 full of NULs where the text is English.
    guard let zero = bytes.prefix(512).firstIndex(of: 0) else { return nil }
    return finding(bytes, zero, input.page.path)
  }

  private func finding(_ bytes: [UInt8], _ bad: Int, _ path: RepoPath) -> Finding {
    let encoding = Self.encoding(of: bytes, bad)
    let value = String(bytes[bad], radix: 16, uppercase: true)
    let hex = "0x" + (value.utf8.count < 2 ? "0" : "") + value
    let line = bytes[..<bad].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let name = path.name
    return Finding(
      ByteRange(bad, bad + 1),
      "byte \(hex) in line \(line) is not UTF-8: the page is probably \(encoding)",
      help: "convert it: `iconv -f \(encoding) -t UTF-8 \(name) > new && mv new \(name)`, "
        + "or choose UTF-8 when saving it in the editor")
  }

  private static func encoding(of bytes: [UInt8], _ bad: Int) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    let start = bytes.prefix(512)
    var even = 0
    var odd = 0
    for i in start.indices where bytes[i] == 0 { if i % 2 == 0 { even += 1 } else { odd += 1 } }
    if odd > start.count / 4 { return "UTF-16LE" }
    if even > start.count / 4 { return "UTF-16BE" }
    // Latin-1 has no printable character in 0x80–0x9F; Windows has quotes and the euro there.
    let isWindows = bytes[bad...].prefix(100_000).contains { $0 >= 0x80 && $0 <= 0x9F }
    return isWindows ? "WINDOWS-1252" : "ISO-8859-1"
  }
}
