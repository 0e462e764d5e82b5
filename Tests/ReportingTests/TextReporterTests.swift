import Reporting
import SourceCore
import Testing

struct TextReporterTests {
  @Test func lesson() throws {
    try Golden.check(report(.lesson, files: 1), "lesson.txt")
  }

  @Test func lessonInColor() throws {
    let options = TextReporter.Options(color: true)
    try Golden.check(report(.lesson, files: 1, options), "lesson-color.txt")
  }

  @Test func course() throws {
    let text = report(.course, files: 41)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 100)
    try Golden.check(text, "course.txt")
  }

  @Test func all() throws {
    let text = report(.course, files: 41, TextReporter.Options(all: true))
    for diagnostic in Sample.course.finished where diagnostic.path != "." {
      let place =
        diagnostic.excerpt.isEmpty
        ? diagnostic.path : "\(diagnostic.path):\(diagnostic.line):\(diagnostic.column)"
      #expect(text.contains("\(place): \(diagnostic.severity.rawValue)[\(diagnostic.rule)]"))
    }
    #expect(!text.contains("--all"))
  }

  @Test func narrow() throws {
    try Golden.check(
      report(.lesson, files: 1, TextReporter.Options(width: 60)), "lesson-narrow.txt")
  }

  @Test func nothingFound() {
    let text = TextReporter().report(
      [], summary: RunSummary(filesChecked: 34, courses: ["a", "b"]), rules: [:])
    #expect(text == "34 files in 2 courses checked: nothing found\n")
  }

  @Test func atMostThreeOfOneRuleInAFile() {
    var sample = Sample()
    let text = (1...9).map { "word\($0) is wrong" }.joined(separator: "\n")
    for i in 1...9 { sample.add("a/b", .error, "x.md", text, "word\(i)", "wrong") }
    let report = report(sample, files: 1)
    #expect(report.contains("x.md:3:1"))
    #expect(!report.contains("x.md:4:1"))
    #expect(report.contains("… and 6 more of a/b in this file (--all shows them)"))
    #expect(report.contains("1 file checked: 9 errors\n"))
  }

  @Test func noControlCharacterReachesTheTerminal() {
    var sample = Sample()
    let evil = "a\u{1B}]0;x\u{07}b\u{9B}2Jc\u{202E}d\u{7F}e\u{0}f\u{2028}g\rh"
    sample.add(
      "a/b", .error, "e\u{1B}.md", "\(evil) here", "here", evil, help: evil,
      notes: [Finding.Note(evil)], fix: evil)
    for i in 0..<4 { sample.add("a/c", .note, "n\(i)\u{1B}.md", evil, nil, evil, help: evil) }
    for all in [true, false] {
      let text = report(sample, files: 1, TextReporter.Options(all: all))
      let isClean = text.unicodeScalars.allSatisfy {
        $0 == "\n"
          || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
            && !(0x2028...0x202E).contains($0.value)
      }
      #expect(isClean)
    }
  }

  /// Each line with marks has them under the flagged text, by the widths that terminals use.
  @Test(arguments: [
    ("plain text here", "text", 7, 4), ("\tx = 1", "x", 5, 1), ("ab\tx = 1", "x", 5, 1),
    ("季節 x", "x", 6, 1), ("季節", "節", 3, 2), ("cafe\u{301} x", "x", 6, 1),
    ("👩‍👩‍👧 x", "x", 4, 1), ("🇨🇭🇫🇷 x", "x", 6, 1), ("ok ✔️ x", "x", 7, 1), ("한국어 x", "x", 8, 1),
  ])
  func marksStandUnderTheText(_ line: String, _ flagged: String, _ column: Int, _ width: Int) {
    var sample = Sample()
    sample.add("a/b", .error, "x.md", line, flagged, "m")
    let lines = report(sample, files: 1).split(separator: "\n", omittingEmptySubsequences: false)
    let marks = String(repeating: " ", count: column - 1) + String(repeating: "^", count: width)
    #expect(lines[3] == "  | " + marks)
  }

  @Test func longLinesAreWindowed() {
    for position in [0, 40, 90, 95, 150, 380] {
      var words = Array(repeating: "abcd", count: 100)
      words[position / 4] = "HERE"
      var sample = Sample()
      sample.add("a/b", .error, "x.md", words.joined(separator: " "), "HERE", "m")
      let lines = report(sample, files: 1).split(separator: "\n", omittingEmptySubsequences: false)
      let excerpt = Array(lines[2])
      let start = lines[3].prefix { $0 != "^" }.count
      #expect(excerpt.count <= 100)
      #expect(String(excerpt[start..<start + 4]) == "HERE", "\(position)")
      #expect(lines[3].hasSuffix(" ^^^^"))
    }
  }

  @Test func floodOfErrorsStaysReadable() {
    var sample = Sample()
    for i in 0..<400 {
      let path = "episodes/\(i % 80).md"
      sample.add(
        "a/rule\(i % 7)", .error, path, "text \(i)\n", "text \(i)", "wrong \(i)", help: "h")
    }
    let text = report(sample, files: 80)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 100)
    for i in 0..<7 { #expect(text.contains("error[a/rule\(i)]")) }
  }

  @Test func whatToDoFirst() throws {
    var sample = Sample()
    for i in 0..<6 {
      sample.add("n/many", .note, "\(i).md", "x", "x", "note", help: "note help")
      sample.add("w/few", .warning, "\(i % 2).md", "x", "x", "warning \(i)", help: "few help")
    }
    for i in 2..<5 {
      sample.add("w/more", .warning, "\(i).md", "x", "x", "warning", help: "more help")
    }
    sample.add("e/one", .error, "0.md", "x", "x", "error", help: "error help")
    let text = report(sample, files: 6)
    let things = try #require(text.firstRange(of: "Three things to do first"))
    #expect(
      text[things.lowerBound...] == """
        Three things to do first
          1. e/one: 1 error at 0.md:1:1
             error help
          2. w/more: 3 warnings in 3 files, first in 2.md:1:1
             more help
          3. w/few: 6 warnings in 2 files, first in 0.md:1:1
             few help

        """)
  }

  private func report(
    _ sample: Sample, files: Int, _ options: TextReporter.Options = TextReporter.Options()
  ) -> String {
    TextReporter(options).report(
      sample.finished, summary: RunSummary(filesChecked: files, courses: ["office/course"]),
      rules: sample.rules)
  }
}
