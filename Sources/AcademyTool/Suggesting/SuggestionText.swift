import CourseModel
import CourseReuse
import GitStore
import Identifiers
import SourceCore

/// Undeclared copies as a text for people: who shares what with whom, and what to do about it.
struct SuggestionText {
  let report: CopySuggestionReport
  /// Members and sources, in their order.
  let courses: [LoadedCourse]
  /// How many of them are the academy's own.
  let ownCount: Int
  /// Whether what other suggestions explain is told too.
  let all: Bool

  /// The text, with its last line ending.
  var text: String {
    let told = report.suggestions.filter { all || $0.through == nil }
    var lines: [String] = []
    for block in SuggestionBlock.all(told) { lines += self.lines(block) + [""] }
    lines += summary(told.count)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Two courses

  private func lines(_ block: SuggestionBlock) -> [String] {
    let (copy, original) = (courses[block.copy], courses[block.original])
    let count = block.suggestions.count
    var lines = [
      "\(name(block.copy)) shares \(count) lesson\(count == 1 ? "" : "s") with "
        + "\(name(block.original)) and does not say so"
    ]
    if copy.tree.root != original.tree.root {
      lines.append("  copies:    \(place(copy))")
      lines.append("  originals: \(place(original))")
    }
    for suggestion in block.suggestions { lines += [""] + self.lines(suggestion) }
    if block.suggestions.allSatisfy({ $0.through != nil }) { return lines }
    return lines + ["", "  \(evidence(block))"] + remedy(block)
  }

  /// A course's id; without a manifest, its folder's name.
  private func name(_ index: Int) -> String {
    let loaded = courses[index]
    if let id = loaded.course.metadata.id?.value { return id }
    return String(place(loaded).split(separator: "/").last ?? "a course")
  }

  private func place(_ loaded: LoadedCourse) -> String {
    let root = loaded.label ?? loaded.tree.root
    return loaded.course.folder.isRoot ? root : "\(root)/\(loaded.course.folder)"
  }

  private func lines(_ suggestion: CopySuggestion) -> [String] {
    let (copy, original) = (suggestion.copy, suggestion.original)
    var lines = ["  \(copy.lesson) ← \(original.lesson): \(measure(suggestion))"]
    lines.append("    \(file(copy))")
    lines.append("    ← \(file(original))")
    // Where nearly all is shared, so are the sections.
    if copy.containment < 0.9 { lines += sections(copy, "here") }
    if original.containment < 0.9 { lines += sections(original, "there") }
    if let through = suggestion.through { lines.append("    explained by \(through)") }
    return lines
  }

  private func measure(_ suggestion: CopySuggestion) -> String {
    let (copy, original) = (suggestion.copy, suggestion.original)
    if copy.shared == copy.words, original.shared == original.words {
      let all = "all \(number(copy.words)) words"
      return suggestion.kind == .verbatim ? "\(all), verbatim" : "\(all), with other details"
    }
    return "\(percent(copy.shared, copy.words)) of it (\(number(copy.shared)) of "
      + "\(number(copy.words)) words), \(percent(original.shared, original.words)) of the other "
      + "(\(number(original.shared)) of \(number(original.words)))"
  }

  private func file(_ side: CopySuggestion.Side) -> String {
    side.path.string + (side.since.map { ", since \(CalendarDay(time: $0))" } ?? "")
  }

  private func sections(_ side: CopySuggestion.Side, _ label: String) -> [String] {
    var lines = side.sections.prefix(Self.mostSections).map { section in
      let title = section.title.isEmpty ? "the beginning" : "“\(section.title)”"
      let (first, last) = (section.lines.lowerBound, section.lines.upperBound)
      return "    \(label): \(title), lines \(first)–\(last), "
        + "\(percent(section.shared, section.words))"
    }
    let left = side.sections.count - lines.count
    if left > 0 {
      lines.append("    \(label): \(counted(left, "more section", "more sections"))")
    }
    return lines
  }

  /// More sections of a lesson are not listed.
  private static let mostSections = 8

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(number(count)) \(count == 1 ? one : several)"
  }

  /// A share in per cent; 100 only for all of it, 0 only for nothing.
  private func percent(_ part: Int, _ whole: Int) -> String {
    if whole == 0 || part == whole { return "100 %" }
    return "\(max(part == 0 ? 0 : 1, min(99, (part * 200 + whole) / (whole * 2)))) %"
  }

  private func number(_ value: Int) -> String {
    var digits = String(value)
    var groups: [String] = []
    while digits.utf8.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([digits] + groups).joined(separator: ",")
  }

  // MARK: - What it means

  private func evidence(_ block: SuggestionBlock) -> String {
    let original = name(block.original)
    func count(_ evidence: CopySuggestion.Evidence) -> Int {
      block.suggestions.count { $0.evidence == evidence }
    }
    if count(.older) > 0 {
      let all = block.suggestions.count
      let had = all == 1 ? "it" : count(.older) == all ? "them" : "\(count(.older)) of them"
      return "\(original) is likely the original: it had \(had) first."
    }
    if count(.olderCourse) > 0 {
      return "\(original) is likely the original: it had other shared lessons first."
    }
    if count(.upstream) > 0 {
      return "\(original) is likely the original: others declare lessons of it already."
    }
    if count(.released) > 0 {
      return "\(original) is likely the original: it has releases, the other course has none."
    }
    if count(.source) > 0 {
      return "Which one is the original cannot be told; \(original) is a source of this academy."
    }
    return
      "Which one is the original cannot be told; if it is the other one, turn all of this round."
  }

  private func remedy(_ block: SuggestionBlock) -> [String] {
    let (copy, original) = (courses[block.copy], courses[block.original])
    if block.copy >= ownCount {
      return ["  The copies are theirs to declare: tell the office that they come from here."]
    }
    guard let course = original.course.metadata.id?.value, copy.course.metadata.id != nil else {
      return adoption(block)
    }
    var lines = ["  Put into \(file(of: copy)), then run `academy reuse lock`:", "", "    reuses:"]
    for entry in block.entries(course: course) {
      for (i, line) in entry.enumerated() {
        lines.append((i == 0 ? "      - " : "        ") + line)
      }
    }
    if original.tree.repository == nil {
      lines += [
        "", "  Releases of \(course) are not known here: it has no history. Clone its repository.",
      ]
    } else if block.suggestions.contains(where: { $0.release == nil && $0.through == nil }) {
      lines += [
        "",
        "  Not all of the originals are in a release of \(course) yet: it has to be released first.",
      ]
    }
    return lines
  }

  /// How courses without a manifest get one: only then they can name each other.
  private func adoption(_ block: SuggestionBlock) -> [String] {
    let (copy, original) = (courses[block.copy], courses[block.original])
    var commands: [String] = []
    var names: [String] = []
    var lines: [String] = []
    // The original comes first: a fork names it by its id.
    if original.course.metadata.id == nil {
      // What was fetched is not ours to write into.
      if original.label == nil {
        commands.append("academy adopt \(shell(place(original)))")
        names.append(name(block.original))
      } else {
        lines.append(
          "  \(name(block.original)) has no course.yml and so no id: ask its office to run `academy adopt`."
        )
      }
    }
    if copy.course.metadata.id == nil {
      var command = "academy adopt \(shell(place(copy)))"
      if block.isFork(ofLessons: copy.course.lessons.count) {
        lines.append("  \(name(block.copy)) looks like a fork.")
        command += " --fork-of \(shell(original.label ?? address(original)))"
      }
      commands.append(command)
      names.append(name(block.copy))
    }
    if commands.isEmpty { return lines }
    lines.append("  A course.yml is missing in \(names.joined(separator: " and in ")):")
    lines += [""] + commands.map { "    \($0)" }
    return lines + ["", "  and run this again for what to declare."]
  }

  private func file(of loaded: LoadedCourse) -> String {
    loaded.course.folder.appending("course.yml").string
  }

  /// What the repository calls its origin, where it is an address that may be shown.
  private func address(_ loaded: LoadedCourse) -> String {
    guard let origin = loaded.tree.repository?.originAddress, let address = SourceAddress(origin)
    else { return place(loaded) }
    return address.shown
  }

  /// A word for a shell.
  private func shell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "/.-_:@+=,".utf8.contains(byte)
    }
    if isPlain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  // MARK: - The end

  private func summary(_ told: Int) -> [String] {
    let explained = report.suggestions.count { $0.through != nil }
    let lessons = counted(report.lessons, "lesson", "lessons")
    var lines = [
      "\(lessons) of \(counted(courses.count, "course", "courses")) compared: "
        + (told == 0
          ? "none share their text without saying so"
          : "\(counted(told, "copy", "copies")) not declared")
    ]
    if explained > 0, !all {
      lines.append(
        counted(explained, "more pair is", "more pairs are") + " explained by these (--all)")
    }
    if report.declared > 0 {
      lines.append(
        counted(report.declared, "pair is", "pairs are") + " left out: what is declared explains it"
      )
    }
    if report.short > 0 {
      lines.append(counted(report.short, "lesson is", "lessons are") + " too short to be compared")
    }
    if report.unreadable > 0 {
      lines.append(
        counted(report.unreadable, "lesson", "lessons")
          + " could not be read; `academy lint` says why")
    }
    return lines
  }
}
