import Patterns
import SourceCore

/// Whether a page's front matter gives it a title, which several rules take for a heading.
struct FrontMatterTitle: Sendable {
  /// The option that says what a title looks like.
  static let option = RuleOption(
    "front_matter_title", .text(default: standard),
    "pattern of the line in the front matter that is a title; empty to look for none")
  private static let standard = #"^\s*"?title"?\s*[:=]"#

  private enum Form: Sendable {
    case ignored
    case standard
    case pattern(Pattern)
  }

  private let form: Form

  init(_ options: RuleOptionValues) {
    let text = options.text(Self.option.name)
    if text.isEmpty {
      form = .ignored
    } else if text != Self.standard, let pattern = try? Pattern(text, ignoringCase: true) {
      form = .pattern(pattern)
    } else {
      form = .standard
    }
  }

  /// Whether a line of the front matter is a title.
  func isGiven(in page: MarkdownPage) -> Bool {
    guard let frontMatter = page.frontMatter else { return false }
    let last = page.lines.line(at: max(frontMatter.start, frontMatter.end - 1))
    switch form {
    case .ignored: return false
    case .standard:
      return (0...last).contains { isTitle(page.content(ofLine: $0), in: page.source) }
    case .pattern(let pattern):
      let matcher = PatternMatcher()
      return (0...last).contains { line in
        (try? pattern.matches(page.text(page.content(ofLine: line)), with: matcher)) ?? false
      }
    }
  }

  private func isTitle(_ line: ByteRange, in source: [UInt8]) -> Bool {
    var index = line.start
    func skipBlanks() {
      while index < line.end {
        let blank = Whitespace.length(at: index, to: line.end, in: source)
        if blank == 0 { break }
        index += blank
      }
    }
    func skip(_ byte: UInt8) { if index < line.end, source[index] == byte { index += 1 } }
    skipBlanks()
    skip(UInt8(ascii: "\""))
    guard index + 5 <= line.end else { return false }
    for letter in "title".utf8 {
      guard source[index] | 0x20 == letter else { return false }
      index += 1
    }
    skip(UInt8(ascii: "\""))
    skipBlanks()
    return index < line.end
      && (source[index] == UInt8(ascii: ":") || source[index] == UInt8(ascii: "="))
  }
}
