import SourceCore

/// Finds keys and tokens by the prefixes that their makers publish.
///
/// Only `_`, `-` and `A` are looked at closely: each prefix has one of them at a known place.
struct SecretScanner {
  /// A key or token.
  struct Secret {
    /// Where it stands.
    let range: ByteRange
    /// What it opens, with an article.
    let what: String
  }

  private struct Pattern {
    let prefix: [UInt8]
    /// Where in the prefix the byte stands that is searched for.
    let mark: Int
    /// How many bytes follow, at least; and exactly, where nothing else is said.
    let count: Int
    let mayBeLonger: Bool
    let alphabet: Alphabet
    let what: String

    init(
      _ prefix: String, _ alphabet: Alphabet, _ count: Int, orMore: Bool = false, _ what: String
    ) {
      self.prefix = Array(prefix.utf8)
      mark = self.prefix.firstIndex { SecretScanner.isMark($0) } ?? 0
      self.count = count
      mayBeLonger = orMore
      self.alphabet = alphabet
      self.what = what
    }
  }

  private enum Alphabet {
    case upper, word, url

    func contains(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x41...0x5A, 0x30...0x39: true
      case 0x61...0x7A: self != .upper
      case UInt8(ascii: "_"), UInt8(ascii: "-"): self == .url
      default: false
      }
    }
  }

  private static let patterns: [Pattern] = [
    Pattern("AKIA", .upper, 16, "an access key of Amazon Web Services"),
    Pattern("ASIA", .upper, 16, "a temporary access key of Amazon Web Services"),
    Pattern("AIza", .url, 35, "an API key of Google"),
    Pattern("ghp_", .word, 36, "a personal access token of GitHub"),
    Pattern("gho_", .word, 36, "an OAuth token of GitHub"),
    Pattern("ghu_", .word, 36, "an app's user token of GitHub"),
    Pattern("ghs_", .word, 36, "an app's token of GitHub"),
    Pattern("ghr_", .word, 36, orMore: true, "a refresh token of GitHub"),
    Pattern("github_pat_", .url, 60, orMore: true, "a personal access token of GitHub"),
    Pattern("glpat-", .url, 20, orMore: true, "a personal access token of GitLab"),
    Pattern("gldt-", .url, 20, orMore: true, "a deploy token of GitLab"),
    Pattern("glrt-", .url, 20, orMore: true, "a runner token of GitLab"),
    Pattern("glptt-", .url, 40, orMore: true, "a trigger token of GitLab"),
    Pattern("xoxb-", .url, 24, orMore: true, "a bot token of Slack"),
    Pattern("xoxp-", .url, 24, orMore: true, "a user token of Slack"),
    Pattern("xoxa-", .url, 24, orMore: true, "an access token of Slack"),
    Pattern("xoxs-", .url, 24, orMore: true, "a session token of Slack"),
    Pattern("xapp-", .url, 40, orMore: true, "an app token of Slack"),
    Pattern("sk_live_", .word, 24, orMore: true, "a secret key of Stripe"),
    Pattern("rk_live_", .word, 24, orMore: true, "a restricted key of Stripe"),
    Pattern("npm_", .word, 36, "an access token of npm"),
    Pattern("pypi-AgEIcHlwaS5vcmc", .url, 50, orMore: true, "an API token of PyPI"),
    Pattern("hf_", .word, 34, "an access token of Hugging Face"),
    Pattern("sk-ant-", .url, 80, orMore: true, "an API key of Anthropic"),
    Pattern("sk-proj-", .url, 40, orMore: true, "an API key of OpenAI"),
    Pattern("dop_v1_", .word, 64, "an access token of DigitalOcean"),
    Pattern("dckr_pat_", .url, 27, "an access token of Docker Hub"),
  ]

  private static let byMark: [[Pattern]] = {
    var table = [[Pattern]](repeating: [], count: 256)
    for pattern in patterns { table[Int(pattern.prefix[pattern.mark])].append(pattern) }
    return table
  }()

  /// Whether a prefix that is marked by `A`, its first letter, goes on with this byte.
  private static let behindA: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for pattern in byMark[Int(UInt8(ascii: "A"))] { table[Int(pattern.prefix[1])] = true }
    return table
  }()

  /// Whether a prefix has these two bytes before its mark.
  private static let beforeMark: [Bool] = {
    var table = [Bool](repeating: false, count: 1 << 16)
    for pattern in patterns where pattern.mark > 1 {
      table[Int(pattern.prefix[pattern.mark - 2]) << 8 | Int(pattern.prefix[pattern.mark - 1])] =
        true
    }
    return table
  }()

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The high bit of each byte that is zero; above the lowest of them others may be set.
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "A")
  }

  mutating func next() -> Secret? {
    let bytes = bytes
    let span = bytes.span
    let count = span.count
    var i = position
    let raw = span.bytes
    while i < count {
      // Eight bytes at once: of each mark, those that equal it become zero.
      while i + 8 <= count {
        let word = raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        let found =
          Self.zeros(word ^ 0x5F5F_5F5F_5F5F_5F5F)
          | Self.zeros(word ^ 0x2D2D_2D2D_2D2D_2D2D) | Self.zeros(word ^ 0x4141_4141_4141_4141)
        if found != 0 {
          i += UInt64(littleEndian: found).trailingZeroBitCount / 8
          break
        }
        i += 8
      }
      guard i < count else { break }
      let byte = span[i]
      guard Self.isMark(byte) else {
        i += 1
        continue
      }
      let start = i
      i += 1
      // Hardly any mark passes this.
      if byte == UInt8(ascii: "A") {
        guard i < count, Self.behindA[Int(span[i])] else { continue }
      } else if start < 2 || !Self.beforeMark[Int(span[start - 2]) << 8 | Int(span[start - 1])],
        i >= count || span[i] != UInt8(ascii: "-")
      {
        continue
      }
      if byte == UInt8(ascii: "-"), i < count, span[i] == byte {
        while i < count, span[i] == byte { i += 1 }
        guard i - start == 5, let secret = key(from: start) else { continue }
        position = i
        return secret
      }
      for pattern in Self.byMark[Int(byte)] {
        guard let range = token(pattern, at: start - pattern.mark) else { continue }
        position = range.end
        return Secret(range: range, what: pattern.what)
      }
    }
    position = count
    return nil
  }

  private func token(_ pattern: Pattern, at start: Int) -> ByteRange? {
    let bodyStart = start + pattern.prefix.count
    guard start >= 0, bodyStart + pattern.count <= bytes.count else { return nil }
    for i in pattern.prefix.indices where bytes[start + i] != pattern.prefix[i] { return nil }
    if start > 0, Alphabet.url.contains(bytes[start - 1]) { return nil }
    var end = bodyStart
    while end < bytes.count, pattern.alphabet.contains(bytes[end]) { end += 1 }
    let count = end - bodyStart
    guard count == pattern.count || pattern.mayBeLonger && count > pattern.count else { return nil }
    // A longer word of other letters is another thing.
    if end < bytes.count, Alphabet.word.contains(bytes[end]) { return nil }
    return Self.isPlaceholder(bytes[bodyStart..<end]) ? nil : ByteRange(start, end)
  }

  /// The first line of a private key that is followed by a line of it.
  private func key(from start: Int) -> Secret? {
    let dashes = Array("-----".utf8)
    guard bytes[start...].starts(with: "-----BEGIN ".utf8) else { return nil }
    var end = start + 11
    while end < bytes.count, Alphabet.upper.contains(bytes[end]) || bytes[end] == 0x20 { end += 1 }
    let name = bytes[(start + 11)..<end]
    guard bytes[end...].starts(with: dashes),
      name.suffix(11).elementsEqual("PRIVATE KEY".utf8)
        || name.elementsEqual("PGP PRIVATE KEY BLOCK".utf8)
    else { return nil }
    end += 5
    // Headers and blank lines may come between.
    let body = bytes[end...].prefix(600)
    let hasKey = body.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let line = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
      return line.count >= 48
        && line.allSatisfy {
          Alphabet.word.contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
            || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\\")
        } && !Self.isPlaceholder(line)
    }
    guard hasKey else { return nil }
    return Secret(range: ByteRange(start, end), what: "a private key")
  }

  private static let spoken = [
    "example", "xxxx", "your", "token", "secret", "redacted", "dummy", "sample", "fake", "12345",
    "abcdef", "changeme", "replace",
  ].map { Array($0.utf8) }

  /// Whether a text repeats few letters, or says that it is none.
  private static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
    var seen: Set<UInt8> = []
    for byte in text { seen.insert(byte) }
    if seen.count < 8 { return true }
    let lower = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return spoken.contains { word in
      lower.indices.contains { lower[$0...].starts(with: word) }
    }
  }
}
