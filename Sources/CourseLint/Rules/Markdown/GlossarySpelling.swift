import CourseModel
import Markdown
import SourceCore

/// Flags a term that is written otherwise than in the course's glossary.
struct GlossarySpelling: LessonRule {
  static let info = RuleInfo(
    id: "markdown/glossary-term",
    summary: "A term is written otherwise than in the course's glossary.",
    why: """
      A learner who meets `meta data`, `meta-data` and `metadata` looks for three things. Translators \
      and search do too.
      """,
    severity: .note, source: "ISO 704:2022, Terminology work; UNECE glossaries")

  private static let glossary = Example.File(
    "learners/reference.md",
    "## Glossary\n\nmetadata\n:   Data that describe data.\n\nSDMX-ML\n:   The XML of SDMX.\n")

  private static func files(_ text: String) -> [Example.File] {
    [
      Example.File(Example.lessonPath, text), glossary,
      Example.File("config.yaml", "title: Example\nlife_cycle: stable\n"),
    ]
  }

  static let examples: [Example] = [
    .good(files: files("Metadata describe data. A metadata standard helps.\n")),
    .good(files: files("Voir `meta-data` dans SDMX-ML.\n"), language: "fr"),
    .good(files: files("Los datos <https://example.org/meta-data>.\n"), language: "es"),
    .bad(
      files: files("The ⟦meta-data⟧ describe the data.\n"),
      fixed: "The metadata describe the data.\n"),
    .bad(
      files: files("Le fichier ⟦Sdmx-ML⟧ est lu.\n"), fixed: "Le fichier SDMX-ML est lu.\n",
      language: "fr"),
    .bad(
      files: files("⟦Meta data⟧ son datos sobre datos.\n"),
      fixed: "Metadata son datos sobre datos.\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let glossary = context.glossary
    guard !glossary.terms.isEmpty else { return }
    if glossary.paths.contains(lesson.path) { return }
    for range in lesson.prose { check(range, in: lesson, glossary, report) }
  }

  /// Compares each run of words that is no longer than the longest term.
  private func check(
    _ range: ByteRange, in lesson: Lesson, _ glossary: Glossary, _ report: (Finding) -> Void
  ) {
    let bytes = lesson.text.bytes
    var start = range.start
    while start < range.end {
      guard Words.isPart(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      var next: Int?
      var key = GlossaryKey()
      // A spelling may have a blank or hyphen more than the term.
      for _ in 0...glossary.longest {
        while end < range.end, Words.isPart(bytes[end]) {
          key.add(bytes[end])
          end += 1
        }
        next = next ?? end
        if let term = glossary.term(key.value), isOdd(bytes[start..<end], term.text) {
          report(finding(ByteRange(start, end), term, lesson))
          next = end
          break
        }
        guard end + 1 < range.end, bytes[end] == 0x20 || bytes[end] == 0x2D,
          Words.isPart(bytes[end + 1])
        else { break }
        end += 1
      }
      start = next ?? end
    }
  }

  /// Whether a spelling differs in blanks and hyphens, or in capitals that the term has within it.
  private func isOdd(_ written: ArraySlice<UInt8>, _ term: String) -> Bool {
    let term = Array(term.utf8)
    if written.elementsEqual(term) { return false }
    guard term.count >= 4 else { return false }
    let isShouted = !written.contains { (0x61...0x7A).contains($0) }
    // `Integrated Development Environment` only explains its acronym; `SDMX-ML` is a name.
    let hasInnerCapital = term.indices.dropFirst().contains { index in
      (0x41...0x5A).contains(term[index]) && Words.isPart(term[index - 1])
    }
    if hasInnerCapital, !isShouted { return true }
    return !written.elementsEqual(term) { Self.folded($0) == Self.folded($1) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private func finding(_ range: ByteRange, _ term: Glossary.Term, _ lesson: Lesson) -> Finding {
    let written = lesson.text.string(range)
    var wanted = term.text
    // At the start of a sentence a term is capitalised as any word is.
    if let first = written.unicodeScalars.first, first.properties.isUppercase,
      let own = wanted.unicodeScalars.first, own.isASCII, own.properties.isLowercase
    {
      wanted = own.properties.uppercaseMapping + String(wanted.dropFirst())
    }
    return Finding(
      range, "`\(Wording.short(written))` is `\(Wording.short(term.text))` in the glossary",
      help: "write it as the glossary does, or change the glossary",
      notes: [Finding.Note("the term is explained here", path: term.path, line: term.line)],
      fix: Fix(
        title: "write `\(wanted)`", replacing: range, with: wanted, applicability: .suggestion))
  }
}
