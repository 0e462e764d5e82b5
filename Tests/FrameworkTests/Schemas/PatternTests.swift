import Patterns
import TestSupport
import Testing

@Suite struct PatternTests {
  @Test(
    "What a pattern matches",
    arguments: [
      ("^x-", "x-a", true), ("^x-", "ax-", false), (#"\S"#, " \t\u{A0}", false),
      (#"\S"#, " a", true),
      ("a$", "a\n", false), ("a$", "ba", true), ("^a", "b\na", false), ("a.c", "a\nc", false),
      ("a.c", "a😀c", true), ("a.c", "a\u{2028}c", false), ("[^]", "\n", true), ("[]", "a", false),
      (#"^\d$"#, "٣", false), (#"^\d+$"#, "42", true), (#"^\w$"#, "é", false),
      (#"^\W$"#, "é", true),
      (#"^\s$"#, "\u{FEFF}", true), (#"^\S$"#, "\u{3000}", false), (#"^[\s\d]+$"#, "1 2", true),
      (#"^[^\w]$"#, "-", true), (#"^[\W]$"#, "a", false), (#"^[\D]$"#, "7", false),
      (#"^\p{Letter}+$"#, "π", true), (#"^\p{L}+$"#, "1", false), (#"^\P{L}$"#, "1", true),
      (#"^\p{Script=Greek}$"#, "π", true), (#"^\p{sc=Grek}$"#, "p", false),
      (#"^\p{Lowercase_Letter}$"#, "a", true), (#"^\p{gc=Lu}$"#, "a", false),
      (#"^[\p{Lu}\d]+$"#, "A1", true), (#"^\p{Emoji}$"#, "😀", true), (#"^\p{ASCII}$"#, "é", false),
      (#"^\cC$"#, "\u{3}", true), (#"^\u0061$"#, "a", true), (#"^\x61$"#, "a", true),
      (#"^\uD83D\uDE00$"#, "😀", true), (#"^\u{1F600}$"#, "😀", true),
      (#"^[\u{1F600}-\u{1F64F}]$"#, "😀", true),
      (#"^[\uD83D\uDE00]$"#, "😀", true), (#"\uD83D"#, "😀", false), (#"^\0$"#, "\0", true),
      (#"(?<=a)b"#, "ab", true), (#"(?<!a)b"#, "ab", false), (#"a(?=b)"#, "ab", true),
      (#"a(?!b)"#, "ab", false), (#"^(a)\1$"#, "aa", true), (#"^\1(a)$"#, "a", true),
      (#"^(?<x>a)\k<x>$"#, "aa", true), (#"^(?:a|b){2,3}?$"#, "aba", true),
      (#"^a{2}$"#, "aaa", false),
      (#"^[a\-z]$"#, "-", true), (#"^[\b]$"#, "\u{8}", true), (#"^[[:alpha:]]$"#, "a", false),
      (#"^\bfoo\b$"#, "foo", true), ("^a|b$", "xb", true), ("é", "e\u{301}", false), ("", "", true),
      (#"^\/\.\-$"#, "/.-", true), ("^a#b c$", "a#b c", true), ("^{}$", "{}", true),
      ("^]$", "]", true),
      (#"^[\d-x]+$"#, "1-x", true),
    ])
  func matches(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern(pattern).matches(text, with: PatternMatcher()) == expected)
  }

  @Test(
    "What is no pattern",
    arguments: [
      "(", ")", "[", "a**", "*a", "+", "a{2,1}", "a{99999}", #"\"#, #"\a"#, #"\Z"#, #"\u12"#,
      #"\u{110000}"#, #"\xg"#, #"\c1"#, #"\p{Unheard}"#, #"\p{L"#, #"\p{^Lu}"#, #"\p{sc=Nowhere}"#,
      #"\1"#, #"\k<x>"#, "(?<x>a)(?<x>b)", "(?<1>a)", "(?i)a", "(?#a)", "(?>a)", "(*UTF8)a", "a++",
      "^*", "(?=a)*", "[b-a]", "(?<=a*)b", #"\01"#, #"(?P<x>a)"#,
    ])
  func unreadable(pattern: String) {
    #expect(throws: PatternError.self) { _ = try Pattern(pattern) }
  }

  @Test("Random texts are patterns or are not, but never break anything")
  func random() {
    let seed = TestSeed.of("patterns")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "b", "é", "(", "(?:", "(?=", "(?<!", "(?<n>", ")", "[", "[^", "]", "-", "\\", "\\d",
      "\\w",
      "\\p{L}", "\\u{1F600}", "{", "}", "{2}", "{1,3}", "*", "+", "?", "|", "^", "$", ".", "\\1",
      "\\k<n>", "\\b", "\n", "😀", "#", ",", "\\uD83D",
    ]
    let matcher = PatternMatcher()
    for _ in 0..<5_000 {
      let text = (0...next(12)).map { _ in pieces[next(pieces.count)] }.joined()
      guard let pattern = try? Pattern(text) else { continue }
      _ = try? pattern.matches("ab😀é-{}", with: matcher)
    }
  }
}
