import CourseModel
import CourseReuse
import SourceCore
import TestSupport
import Testing

/// The search for copies itself, on lessons that are made here.
@Suite struct CopySearchTests {
  /// Lessons by course, to be searched.
  private struct Shelf {
    var courses: [[String]]
    var least = CopySearch.usualLeast
    var shortest = CopySearch.usualShortest
    var layout = CourseLayout.workbench

    var search: CopySearch {
      CopySearch(
        ComparedLessons(
          courses: courses.indices.flatMap { i in courses[i].map { _ in i } },
          identities: Array(courses.indices), isOwn: courses.map { _ in true }),
        least: least, shortest: shortest)
    }

    func run(tasks: Int = 1) async throws -> CopySearch.Outcome {
      let texts = courses.flatMap(\.self)
      let layout = layout
      return try await search.run(tasks: tasks) {
        let parser = LessonParser(layout: layout, language: "en")
        let path = RepoPath.root.appending("a.md")
        return { parser.parse(SourceText(path: path, texts[$0]), path: path, kind: .lesson) }
      }
    }

    /// The pairs found, with the lessons that say the same.
    func pairs() async throws -> [[Int]] {
      let outcome = try await run()
      return (outcome.pairs.map { [$0.a.lesson, $0.b.lesson] } + outcome.same).sorted {
        $0.lexicographicallyPrecedes($1)
      }
    }
  }

  // MARK: - What counts

  @Test func aCopyIsFoundWhateverItsMarkupAndOrderAre() async throws {
    var prose = GeneratedProse(seed: 1)
    let parts = (0..<4).map { _ in prose.words(40) }
    let plain = parts.joined(separator: "\n\n")
    let marked =
      "---\ntitle: Another\n---\n\n## "
      + parts.reversed().map { part in
        let words = part.split(separator: " ")
        return
          "**\(words[0].uppercased())**, [\(words[1])](https://example.org/x) – “\(words[2])”: "
          + words[3...].joined(separator: "\n> ")
      }.joined(separator: "\n\n")
    #expect(try await Shelf(courses: [[plain], [marked]]).pairs() == [[0, 1]])
  }

  @Test func aShortLessonInsideOneTenTimesLongerIsFound() async throws {
    var prose = GeneratedProse(seed: 2)
    let short = prose.words(90)
    let long = prose.words(400) + "\n\n" + short + "\n\n" + prose.words(500)
    let outcome = try await Shelf(courses: [[long], [short]]).run()
    let pair = try #require(outcome.pairs.first)
    #expect(pair.b.containment == 1)
    #expect((0.09..<0.11).contains(pair.a.containment))
  }

  @Test func aSectionIsFoundInLessonsThatAreOtherwiseDifferent() async throws {
    var prose = GeneratedProse(seed: 3)
    let section = prose.words(150)
    let texts = (0..<2).map { _ in
      "# One\n\n\(prose.words(600))\n\n## Shared\n\n\(section)\n\n## Two\n\n\(prose.words(600))\n"
    }
    let outcome = try await Shelf(courses: [[texts[0]], [texts[1]]]).run()
    let pair = try #require(outcome.pairs.first)
    #expect(pair.a.containment < 0.2)
    #expect(pair.a.sections.map(\.title) == ["Shared"])
    #expect(pair.a.sections.map(\.lines) == [5...7])
    #expect(pair.b.sections.map(\.title) == ["Shared"])
  }

  @Test func codeCounts() async throws {
    var prose = GeneratedProse(seed: 4)
    let code = prose.words(80)
    let texts = ["", "Other words first.\n\n"].map { "\($0)```python\n\(code)\n```\n" }
    #expect(try await Shelf(courses: [[texts[0]], [texts[1]]]).pairs() == [[0, 1]])
  }

  @Test func textWithoutSpacesBetweenWordsIsCompared() async throws {
    let text = String(repeating: "価格指数は毎月公表される統計である。調査員は店舗を訪問し価格を記録する。", count: 2)
    let other = "これは別の文章です。" + text + "最後に短い結びがあります。"
    #expect(try await Shelf(courses: [[text], [other]]).pairs() == [[0, 1]])
  }

  // MARK: - What does not

  @Test func lessonsOfOneCourseAreNotCopiesOfEachOther() async throws {
    var prose = GeneratedProse(seed: 5)
    let text = prose.words(200)
    #expect(try await Shelf(courses: [[text, text], [prose.words(200)]]).pairs() == [])
  }

  @Test func frontMatterLinksAndCommentsAreNotText() async throws {
    var prose = GeneratedProse(seed: 6)
    let same = prose.words(60)
    let texts = (0..<2).map { _ in
      "---\ntitle: \(same)\n---\n\n\(prose.words(60))\n\n<!-- \(same) -->\n\n[\(prose.words(3))](<\(same)>)\n"
    }
    #expect(try await Shelf(courses: [[texts[0]], [texts[1]]]).pairs() == [])
  }

  @Test func stubsAreNotCompared() async throws {
    var prose = GeneratedProse(seed: 7)
    let text = prose.words(39)
    #expect(try await Shelf(courses: [[text], [text]]).pairs() == [])
    #expect(try await Shelf(courses: [[text], [text]], shortest: 20).pairs() == [[0, 1]])
  }

  @Test func aShortSectionAboutTheLicenceIsNotCompared() async throws {
    var prose = GeneratedProse(seed: 8)
    let licence = "\n\n## Licence\n\n" + prose.words(100)
    let texts = (0..<2).map { _ in prose.words(60) + licence }
    #expect(try await Shelf(courses: [[texts[0]], [texts[1]]]).pairs() == [])
  }

  @Test func whatACourseRepeatsInItsLessonsIsBoilerplate() async throws {
    var prose = GeneratedProse(seed: 9)
    let notice = prose.words(200)
    func lessons() -> [String] {
      (0..<6).map { _ in prose.words(60) + "\n\n" + notice }
    }
    #expect(try await Shelf(courses: [lessons(), lessons()]).pairs() == [])
  }

  @Test func whatVeryManyLessonsHoldIsBoilerplate() async throws {
    var prose = GeneratedProse(seed: 10)
    let notice = prose.words(200)
    let courses = (0..<60).map { _ in [prose.words(60) + "\n\n" + notice] }
    #expect(try await Shelf(courses: courses).pairs() == [])
  }

  @Test func aLessonDoesNotBecomeBoilerplateByBeingCopied() async throws {
    var prose = GeneratedProse(seed: 11)
    let text = prose.words(200)
    let courses = (0..<60).map { _ in [text] }
    #expect(try await Shelf(courses: courses).pairs() == [Array(0..<60)])
  }

  // MARK: - Many

  /// The recall that the issue asks for, on a small academy; the bench has a large one.
  @Test func plantedCopiesAreFoundAmongTwoThousandLessons() async throws {
    let seed = TestSeed.of("planted copies")
    var prose = GeneratedProse(seed: seed, vocabulary: 4_000)
    let notices = (0..<5).map { _ in prose.words(60) }
    var courses = [[String]](repeating: [], count: 50)
    var planted: [(original: [Int], copy: [Int], containment: Double)] = []
    for i in 0..<2_000 {
      let place = i % 50
      var text = prose.words(60 + prose.next(200))
      if i % 20 == 1, let original = courses[place - 1].last {
        let containment = Double(50 + prose.next(51)) / 100
        let words = original.split { $0 == " " || $0 == "\n" }
        let kept = words.prefix(Int((Double(words.count) * containment).rounded(.up)))
        let own = words.count * [1, 2, 5, 10][prose.next(4)] - kept.count
        text =
          prose.words(own / 2) + "\n\n" + kept.joined(separator: " ") + "\n\n"
          + prose.words(own - own / 2)
        planted.append(
          ([place - 1, courses[place - 1].count - 1], [place, courses[place].count], containment))
      } else if i % 20 != 0 {
        text += "\n\n" + notices[prose.next(notices.count)]
      }
      courses[place].append(text)
    }
    let shelf = Shelf(courses: courses)
    let outcome = try await shelf.run(tasks: 2)
    let again = try await shelf.run(tasks: 3)
    #expect(outcome.pairs == again.pairs, "seed \(seed)")
    var found: Set<[Int]> = []
    for pair in outcome.pairs { found.insert([pair.a.lesson, pair.b.lesson]) }
    for group in outcome.same { found.insert(group) }
    let starts = courses.indices.map { i in courses[..<i].reduce(0) { $0 + $1.count } }
    func number(_ place: [Int]) -> Int { starts[place[0]] + place[1] }
    var wanted: Set<[Int]> = []
    var high = (found: 0, all: 0)
    for plant in planted {
      let pair = [number(plant.original), number(plant.copy)].sorted()
      wanted.insert(pair)
      guard plant.containment >= 0.8 else { continue }
      high.all += 1
      if found.contains(pair) { high.found += 1 }
    }
    #expect(high.all > 20, "seed \(seed)")
    #expect(Double(high.found) >= 0.95 * Double(high.all), "seed \(seed): \(high)")
    #expect(found.isSubset(of: wanted), "seed \(seed): \(found.subtracting(wanted))")
  }

  @Test func hostileLessonsAreComparedInTime() async throws {
    var prose = GeneratedProse(seed: 12)
    let text = prose.words(100)
    let hostile = [
      String(repeating: "a ", count: 100_000), String(repeating: "a b ", count: 50_000),
      String(repeating: "# \n\n", count: 20_000) + text, String(repeating: "<", count: 50_000),
      (0..<300).map { _ in text }.joined(separator: "\n\n"), "",
    ]
    let outcome = try await Shelf(courses: [hostile, hostile.reversed(), [text]]).run()
    #expect(outcome.words.allSatisfy { $0 != nil })
  }
}
