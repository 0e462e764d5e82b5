import SourceCore

/// Findings in made-up lessons, resolved as the tool does it.
struct Sample {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rules: [String: RuleInfo] = [:]

  /// Adds a finding on the first occurrence of `flagged` in `text`; a whole-file finding where it
  /// is nil.
  mutating func add(
    _ rule: String, _ severity: Severity, _ path: String, _ text: String, _ flagged: String?,
    _ message: String, help: String? = nil, notes: [Finding.Note] = [], fix: String? = nil,
    applicability: Fix.Applicability = .safe, summary: String? = nil
  ) {
    let bytes = Array(text.utf8)
    var range: ByteRange?
    if let flagged {
      let wanted = Array(flagged.utf8)
      let start = (0...bytes.count - wanted.count).first {
        bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
      }
      range = start.map { ByteRange($0, $0 + wanted.count) }
    }
    let info = RuleInfo(
      id: rule, summary: summary ?? message, why: "Because.", severity: severity, source: "test")
    rules[rule] = info
    let change = fix.map {
      Fix(
        title: $0, replacing: range ?? ByteRange(0, 0), with: "", applicability: applicability)
    }
    let source = RepoPath(path).map { SourceText(path: $0, bytes: bytes) }
    diagnostics.append(
      Diagnostic(
        Finding(range, message, help: help, notes: notes, fix: change), rule: info,
        severity: severity, path: path, text: source, lines: source.map { LineIndex($0.bytes) }))
  }

  /// The diagnostics, sorted and with fingerprints.
  var finished: [Diagnostic] {
    var result = diagnostics
    Diagnostic.finish(&result)
    return result
  }

  /// One lesson with everything that is hard to draw.
  static var lesson: Sample {
    var sample = Sample()
    let path = "episodes/05-seasons.md"
    let text = """
      ---
      title: "Removing the seasons"
      teaching: 20
      exercises: 0
      license: CC-BY 4.0
      ---
      \tuse\tthe button “Run” here
      季節調整 means 🇨🇭 seasonal adjustment, a cafe\u{301} TODO in a line.
      Every month the retail index rises before the holidays and falls after them, which is why the office \
      publishes it adjusted as well, see [the method](../metods/x13.md) and the note on calendar effects.
      evil \u{1B}[31m red \u{202E}txt.exe and \u{9B}2J more

      ::: challenge
      How many trading days has May?

      What remains
      """
    sample.add(
      "structure/duration", .warning, path, text, "exercises: 0",
      "`exercises: 0`, but the lesson has 2 challenges",
      help: "estimate the minutes that a learner needs for the challenges and write their sum here",
      notes: [Finding.Note("the first challenge is here", path: RepoPath(path), line: 13)])
    sample.add(
      "metadata/license", .error, path, text, "CC-BY 4.0", "`CC-BY 4.0` is not an SPDX id",
      help: "SPDX writes it with hyphens only", fix: "write CC-BY-4.0")
    sample.add("style/tab", .note, path, text, "the button", "a name of a button without emphasis")
    sample.add(
      "content/placeholder", .note, path, text, "TODO", "a placeholder is left in the text",
      help: "write the missing part, or delete the mark")
    sample.add(
      "links/file", .error, path, text, "../metods/x13.md",
      "no file `methods/x13.md` is in the course",
      help: "did you mean `../methods/x13.md`?", fix: "link to `../methods/x13.md`",
      applicability: .suggestion)
    sample.add(
      "content/control", .error, path, text, "\u{202E}txt",
      "the invisible character U+202E turns the text around",
      help: "delete it")
    sample.add(
      "structure/unclosed-div", .error, path, text,
      "::: challenge\nHow many trading days has May?\n\nWhat remains",
      "the div `challenge` is not closed", help: "end it with a line of colons")
    sample.add(
      "structure/keypoints", .warning, path, text, nil, "the lesson has no `keypoints` div",
      help: "add two or three sentences that a learner should take home")
    sample.add(
      "course/contact", .note, ".", "", nil,
      "the contact is the template's, `team@carpentries.org`",
      help: "write an address of your office into `config.yaml`")
    return sample
  }

  /// A course of 34 lessons, 22 of them with placeholders.
  static var course: Sample {
    var sample = Sample()
    for i in 1...34 {
      let number = i < 10 ? "0\(i)" : "\(i)"
      let path = "episodes/\(number)-\(["prices", "trade-in-goods", "census", "wages"][i % 4]).md"
      let gap = i <= 22 ? "FIXME write this\n\nMore FIXME here.\n" : ""
      let text = "# Lesson \(i)\n\nUnderstand the index.\n\n[data](data/\(i).csv)\n\n\(gap)"
      if i <= 22 {
        for mark in ["FIXME write", "FIXME here"] {
          sample.add(
            "content/placeholder", .note, path, text, mark, "`FIXME` is left in the text",
            help: "write the missing part, or move the plan to an issue")
        }
      }
      if i % 5 != 0 {
        sample.add(
          "structure/challenge", .note, path, text, nil, "the lesson has no challenge",
          help: "let learners try it: add a `challenge` with a `solution`")
      }
      if i % 3 == 0 {
        sample.add(
          "objectives/measurable", .warning, path, text, "Understand",
          "nobody can see whether a learner can \"understand\"",
          help: "say what the learner does, such as explain, compute or compare",
          summary: "An objective begins with a verb that cannot be measured.")
      }
      if i % 9 == 0 {
        sample.add(
          "links/file", .error, path, text, "data/\(i).csv",
          "no file `episodes/data/\(i).csv` is in the course",
          help: "add the file, or correct the link",
          summary: "A link leads to a file that is missing.")
      }
    }
    sample.add(
      "metadata/license", .warning, "config.yaml", "title: x\nlicense: 'CC-BY 4.0'\n",
      "'CC-BY 4.0'",
      "`CC-BY 4.0` is not an SPDX id", fix: "write \"CC-BY-4.0\"")
    sample.add(
      "course/manifest", .note, ".", "", nil, "the course has no `course.yml`",
      help: "`academy init` writes one from what is known")
    return sample
  }
}
