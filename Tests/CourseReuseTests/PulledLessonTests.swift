import CourseModel
import CourseReuse
import GitStore
import SourceCore
import TestSupport
import Testing

/// Whatever upstream does to a lesson, a verbatim copy that is added and pulled stays verbatim, and
/// an adapted one keeps what was its own.
@Suite struct PulledLessonTests {
  private static let merge = TextMerge { base, ours, theirs, labels in
    try TextMerging.merge(
      base: base, ours: ours, theirs: theirs, ourLabel: labels.ours, theirLabel: labels.theirs)
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let paragraphs = [
    "A branch is a name for a commit.", "See [start](01-start.md#why) and [tags](03-tags.md).",
    "![Two](fig/two.svg)", "```bash\ngit switch -c prices\n```", "- one\n- two\n- three",
    "More on [the site](https://example.org/a).", "Read the [setup](../learners/setup.md) first.",
    "![Three](fig/three.svg){alt=\"Three\"}", "> A quote.\n> With two lines.", "A [reference][r].",
    "::: callout\n\nMind the gap.\n\n:::", "| a | b |\n|---|---|\n| 1 | 2 |", "Names cost nothing.",
    "Ünïcödé, 日本語, and an `inline` span.", "Delete it when it is merged.",
  ]

  private static func lesson(_ parts: [String], minutes: Int) -> String {
    "---\ntitle: Branching\nteaching: \(minutes)\n---\n\n" + parts.joined(separator: "\n\n")
      + "\n\n[r]: 03-tags.md#what\n"
  }

  private static func edited(_ parts: [String], _ random: inout Seeded) -> [String] {
    var parts = parts
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<parts.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: parts.insert(paragraphs.randomElement(using: &random) ?? "", at: place)
      case 1 where parts.count > 3: parts.remove(at: place)
      case 2: parts.swapAt(place, Int.random(in: 0..<parts.count, using: &random))
      default: parts[place] += "\n\nChanged \(Int.random(in: 0...99, using: &random))."
      }
    }
    return parts
  }

  private static func upstream(_ version: String, _ text: String, svg: String) -> [String: String] {
    [
      "basics/course.yml": Fixtures.basics(version),
      "basics/config.yaml": "url: https://office-a.example/basics\n",
      "basics/episodes/01-start.md": "# Why {#why}\n\nBecause.\n",
      "basics/episodes/02-branching.md": text, "basics/episodes/03-tags.md": "Tag.\n",
      "basics/learners/setup.md": "Install.\n", "basics/episodes/fig/two.svg": svg,
      "basics/episodes/fig/three.svg": "<svg/>\n",
    ]
  }

  private func index(_ academy: Academy) throws -> Int {
    try #require(academy.members.firstIndex { $0.id == "nso-north/workshop" })
  }

  /// A course that took lessons of office A as `kind`.
  private func taken(_ text: String, _ kind: ReuseDeclaration.Kind, windows: Bool) throws
    -> FixtureRepository
  {
    let repository = try FixtureRepository()
    try repository.commit(Self.upstream("1.0.0", text, svg: "<svg/>\n"))
    try repository.commit([
      "north/course.yml": Fixtures.manifest(
        "nso-north/workshop", "0.1.0-dev", releases: "declared"),
      "north/config.yaml": "title: W\n", "north/episodes/07-welcome.md": "Welcome.\n",
    ])
    let academy = try Academy(repository)
    let request = AddRequest(
      course: "office-a/basics", range: nil, lessons: ["branching", "start"], kind: kind, path: nil,
      changes: "Ours.")
    let plan = try LessonAddition(request, to: index(academy), academy.checker()).plan()
    for file in plan.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isLesson = file.path.fileExtension == "md"
      try repository.write(
        file.path.string, windows && isLesson ? text.replacing("\n", with: "\r\n") : text)
    }
    _ = try repository.writeLock("north", Academy(repository))
    return repository
  }

  private func pull(_ repository: FixtureRepository) throws -> PullPlan {
    let academy = try Academy(repository)
    let plan = try ReuseUpdater(academy.checker(), course: index(academy))
      .pull([], merge: Self.merge)
    for file in plan.files { try repository.write(file.path.string, bytes: file.bytes) }
    return plan
  }

  @Test func verbatimLessonsStayVerbatim() throws {
    let seed = TestSeed.of("pulled lessons, verbatim")
    var random = Seeded(state: seed)
    for run in 0..<25 {
      let parts = (0..<Int.random(in: 3...10, using: &random)).map { _ in
        Self.paragraphs.randomElement(using: &random) ?? ""
      }
      let repository = try taken(
        Self.lesson(parts, minutes: 10), .verbatim, windows: run % 5 == 4)
      #expect(
        try Academy(repository).check("north", locked: true) == [], "seed \(seed), run \(run)")
      let later = Self.edited(parts, &random)
      try repository.commit(
        Self.upstream(
          "1.1.0", Self.lesson(later, minutes: 10 + run % 3), svg: "<svg id=\"\(run)\"/>\n"))
      let plan = try pull(repository)
      #expect(plan.lessons.allSatisfy { $0.conflicts == 0 }, "seed \(seed), run \(run)")
      let found = try Academy(repository).check("north", locked: true).map {
        [$0.message] + $0.notes.map(\.text)
      }
      #expect(found == [], "seed \(seed), run \(run)")
    }
  }

  @Test func adaptedLessonsKeepWhatIsTheirOwn() throws {
    let seed = TestSeed.of("pulled lessons, adapted")
    var random = Seeded(state: seed)
    for run in 0..<25 {
      let parts = (0..<Int.random(in: 4...10, using: &random)).map { _ in
        Self.paragraphs.randomElement(using: &random) ?? ""
      }
      let repository = try taken(Self.lesson(parts, minutes: 10), .adapted, windows: run % 5 == 4)
      let path = "\(repository.path)/north/episodes/08-branching.md"
      let text = String(decoding: try Files.read(path), as: UTF8.self)
      let own = "Our own words at the end, run \(run)."
      try repository.write("north/episodes/08-branching.md", text + "\n\(own)\n")
      let later = Self.edited(parts, &random)
      try repository.commit(
        Self.upstream("1.1.0", Self.lesson(later, minutes: 10), svg: "<svg/>\n"))
      let plan = try pull(repository)
      let merged = String(decoding: try Files.read(path), as: UTF8.self)
      #expect(merged.contains(own), "seed \(seed), run \(run)")
      let lesson = plan.lessons.first { $0.own == "branching" }
      #expect(
        merged.contains("<<<<<<<") == ((lesson?.conflicts ?? 0) > 0), "seed \(seed), run \(run)")
      #expect(
        try Academy(repository).check("north").allSatisfy { $0.rule != "reuse/behind" },
        "seed \(seed), run \(run)")
      // Pulling again changes nothing.
      #expect(try pull(repository).lessons.isEmpty, "seed \(seed), run \(run)")
    }
  }
}
