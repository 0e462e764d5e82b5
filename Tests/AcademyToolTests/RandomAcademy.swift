import SourceCore
import TestSupport

/// A repository with courses in which anything may change, the index and the work tree apart.
struct RandomAcademy {
  let repository: FixtureRepository
  private(set) var hasCommits = false
  /// Files of the index, by path.
  private var files: [String: String] = [:]

  init(using random: inout SeededGenerator) throws {
    repository = try FixtureRepository()
    for (path, text) in Tool.course { files["a/" + path] = text }
    for (path, text) in Tool.course {
      files["b/" + path] =
        path == "course.yml" ? Self.replaced(text, "office-a/prices", "office-a/wages") : text
    }
    // One course around the others.
    if chance(4, &random) {
      for (path, text) in Tool.course {
        files[path] =
          path == "course.yml" ? Self.replaced(text, "office-a/prices", "office-a/all") : text
      }
    }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try repository.write(path, text) }
    try repository.stage(files.keys.sorted())
  }

  /// True once in `count` times.
  func chance(_ count: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  /// Changes something, and says what.
  mutating func change(using random: inout SeededGenerator) throws -> String {
    var changes: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      changes.append(try changeOnce(using: &random))
    }
    if chance(4, &random) {
      let release = chance(3, &random)
      try repository.commit()
      if release { try repository.tag("v\(Int.random(in: 0...2, using: &random)).0.0") }
      hasCommits = true
      changes.append(release ? "commit, tag" : "commit")
    }
    return changes.joined(separator: "; ")
  }

  private mutating func changeOnce(using random: inout SeededGenerator) throws -> String {
    let lessons = files.keys.filter { $0.contains("episodes/") }.sorted()
    let lesson = lessons.randomElement(using: &random) ?? "a/episodes/01-first.md"
    let folder = ["a/", "b/"].randomElement(using: &random)!
    switch Int.random(in: 0..<18, using: &random) {
    case 16, 17:
      // The same text some lines further down, or under another id.
      guard let text = files[lesson] else { return "nothing" }
      let insertion = [
        "\n\nA line before.\n\n## Collecting", "\n\n## Gathering", "\n\n## Collecting {#gather}",
      ].randomElement(using: &random)!
      let named = chance(4, &random) ? Self.replaced(text, "teaching: 10", "id: other") : text
      return try put(lesson, Self.replaced(named, "\n\n## Collecting", insertion))
    case 0...3:
      let text = Tool.lesson(
        ["First", "Second", "Third"].randomElement(using: &random)!,
        body: Self.bodies.randomElement(using: &random)!)
      return try put(lesson, text)
    case 4:
      let name = "\(folder)episodes/0\(Int.random(in: 1...5, using: &random))-more.md"
      return try put(name, Tool.lesson("More", body: Self.bodies.randomElement(using: &random)!))
    case 5 where lessons.count > 1: return try take(lesson)
    case 6:
      guard let text = files[lesson] else { return "nothing" }
      let name = "\(folder)episodes/0\(Int.random(in: 1...9, using: &random))-moved.md"
      return try take(lesson) + ", " + put(name, text)
    case 7, 8:
      // Partial staging: the index has one text, the work tree another.
      let staged = try put(lesson, Tool.lesson("Staged", body: "Half. TODO"))
      try repository.write(lesson, Tool.lesson("Unstaged", body: "[gone](nowhere.md)"))
      return staged + ", other in the work tree"
    case 9:
      return try put("pipeline.json", Self.settings.randomElement(using: &random)!)
    case 10:
      let text = Self.frameworks.randomElement(using: &random)!
      return try put("framework.yml", text)
    case 11:
      let path = ["", folder, folder + "episodes/"].randomElement(using: &random)!
      let text = [#"{"MD012": true, "MD013": false}"#, #"{"default": true}"#, "{}"]
      return try put(path + ".markdownlint.json", text.randomElement(using: &random)!)
    case 12:
      let stages = ["stable", "beta", "pre-alpha"]
      let path = folder + "config.yaml"
      let text = Tool.course["config.yaml"] ?? ""
      return try put(
        path, Self.replaced(text, "stable", stages.randomElement(using: &random)!))
    case 13:
      let path = ["", folder].randomElement(using: &random)! + "LICENSE.md"
      if files[path] != nil, chance(2, &random) { return try take(path) }
      return try put(path, ["CC-BY-4.0\n", "MIT License\n"].randomElement(using: &random)!)
    case 14:
      let path = folder + "episodes/fig/plot.png"
      return files[path] == nil ? try put(path, "no picture") : try take(path)
    default:
      return try put(
        folder + "learners/reference.md",
        ["## Glossary\n\nScanner data\n: Data of shops.\n", "## Glossary\n\nprices\n: Money.\n"]
          .randomElement(using: &random)!)
    }
  }

  private mutating func put(_ path: String, _ text: String) throws -> String {
    files[path] = text
    try repository.write(path, text)
    try repository.stage(path)
    return "put \(path)"
  }

  private mutating func take(_ path: String) throws -> String {
    files[path] = nil
    repository.remove(path)
    try repository.stage(path)
    return "take \(path)"
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: old.utf8) {
        out += new.utf8
        rest = rest.dropFirst(old.utf8.count)
      } else {
        out.append(rest.removeFirst())
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let bodies = [
    "Prices are collected each month.", "One.\n\n\nTwo. TODO", "[there](02-second.md#collecting)",
    "[gone](nowhere.md)", "![](fig/plot.png)", "![Plot of prices](fig/plot.png)",
    "The CPI is an index.", "The CPI (consumer price index) is an index. The CPI rises.",
    "Scanner-data and scanner data.", "## Collecting\n\nAgain.", "[out](../../secret.md)",
    "<!-- academy-disable-next-line framework/placeholder: later -->\nTODO",
    "<!-- markdownlint-disable -->\n\n\n\nMore.\n\n<!-- markdownlint-enable -->",
    "## Weighting {#weights}\n\nOf groups.",
    "[w](02-second.md#weights) [c](02-second.md#Collecting)",
    "The HICP and the PPI. Gross domestic product (GDP), and GDP again.\n\nThe NACE.",
    "::: objectives\n\n- [Compute an index]{#compute}\n\n:::",
    "::: {.challenge objective=compute}\n\n## Do\n\nIt.\n\n::: solution\n\nDone.\n\n:::\n\n:::",
    "[same](#collecting) [other](#nothing) [home](../index.md#welcome) ![x](fig/Plot.png)",
    String(
      repeating: "Les prix sont relevés dans les magasins et les indices pour vous. ", count: 8),
    "[b](../../b/episodes/01-first.md)", "::: callout\n\nOpen", "Ünïcödé “quotes” — 数字.",
  ]

  private static let settings = [
    #"{"schema": "pipeline/1"}"#,
    #"{"schema": "pipeline/1", "rules": {"markdown/no-multiple-blanks": "note"}}"#,
    #"{"schema": "pipeline/1", "rules": {"framework/placeholder": "off"}}"#,
    #"{"schema": "pipeline/1", "rules": {"framework/placeholder": "error"}}"#,
    #"{"schema": "pipeline/1", "profile": "markdownlint"}"#,
    #"{"schema": "pipeline/1", "framework": {"path": "framework.yml"}}"#,
    #"{"schema": "pipeline/1", "overrides": [{"paths": ["a/episodes"], "rules": {"links": "off"}}]}"#,
    #"{"schema": "pipeline/1", "overrides": [{"paths": ["b"], "dialect": "commonmark"}]}"#,
  ]

  private static let frameworks = [
    "framework: office/1\nversion: 1.0.0\nextends: framework/1\n",
    "framework: office/1\nversion: 1.1.0\nextends: framework/1\nplaceholders: [Half]\n",
    """
    framework: office/1
    version: 2.0.0
    extends: framework/1
    severities:
      framework/placeholder: {stable: warning}

    """,
  ]
}
