import CourseModel
import Markdown
import SourceCore

/// Counts words, long words and sentences of a page's paragraphs, in one pass over their bytes.
struct WordCount {
  /// Words of running text.
  private(set) var words = 0
  /// Words of more than six letters.
  private(set) var longWords = 0
  /// Sentences; a paragraph ends one.
  private(set) var sentences = 0

  private var letters = 0
  private var hasWords = false

  /// Counts the paragraphs outside lists and quotations, which are no running text.
  mutating func add(_ lesson: Lesson) {
    let document = lesson.document
    let bytes = lesson.text.bytes
    var end = Document.root
    for range in 0..<document.nodeCount {
      let node = NodeID(range)
      if node >= end {
        if hasWords { endSentence() }
        guard document.kind(node) == .paragraph else { continue }
        switch document.parent(node).map(document.kind) {
        case .document, .div: end = document.end(node)
        default: continue
        }
        continue
      }
      switch document.kind(node) {
      case .text: add(bytes, document.range(node))
      case .codeSpan, .autolink: words += 1
      case .softBreak, .hardBreak: endWord()
      default: continue
      }
    }
    if hasWords { endSentence() }
  }

  private mutating func add(_ bytes: [UInt8], _ range: ByteRange) {
    let span = bytes.span.extracting(range.indices)
    let count = span.count
    var i = 0
    while i < count {
      // Most bytes are letters.
      let start = i
      i = ByteRun.endOfLetters(span, from: i, to: count)
      letters += i - start
      guard i < count else { break }
      let byte = span[i]
      defer { i += 1 }
      if byte == 0x20 {
        endWord()
      } else if byte >= 0xC0 {
        letters += 1
      } else if byte >= 0x80 {
        continue
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      {
        // `3.5`, `e.g.` and `data.csv` end no sentence.
        let isEnd = i + 1 >= count || span[i + 1] <= 0x20
        endWord()
        if isEnd, hasWords { endSentence() }
      } else if byte == UInt8(ascii: ":"), i + 1 >= count || span[i + 1] <= 0x20 {
        if hasWords || letters > 0 { endSentence() }
      } else {
        endWord()
      }
    }
  }

  private mutating func endWord() {
    guard letters > 0 else { return }
    words += 1
    if letters > 6 { longWords += 1 }
    letters = 0
    hasWords = true
  }

  private mutating func endSentence() {
    endWord()
    sentences += 1
    hasWords = false
  }
}
