import GitStore
import SourceCore
import TestSupport
import Testing

/// A course and a fork of it, each in its repository; the same steps make the same commits in both,
/// so that they share their history.
struct ForkFixture {
  let upstream: FixtureRepository
  let fork: FixtureRepository

  /// A course about prices with four lessons.
  static let files = [
    "config.yaml": """
    title: Prices
    lang: en
    license: CC-BY-4.0
    url: https://office-a.example/prices
    source: https://git.example/office-a/prices
    authors: Office A
    episodes:
    - 01-start.md
    - 02-baskets.md
    - 03-weights.md
    - 04-outlook.md

    """,
    "CITATION.cff": "title: Prices\nauthors:\n- name: Office A\n",
    "episodes/01-start.md": lesson(
      "Start",
      "A price index says how much dearer the same things have become.\n\n"
        + "It is made of [baskets](02-baskets.md) and of [weights](03-weights.md)."),
    "episodes/02-baskets.md": lesson(
      "Baskets",
      """
      A basket is a list of things that many households buy. It is drawn up once a year from a
      survey of what households spend, and things that nobody buys any longer are left out of it.

      ![A basket](fig/basket.svg)

      Each thing in it stands for a group: one loaf of bread stands for all bread.
      """),
    "episodes/03-weights.md": lesson(
      "Weights",
      """
      A weight says how much of all spending goes to a group of things. Rent weighs more than salt.
      Weights are shares, so they sum to one, and they are renewed with the basket each year.

      ```python
      index = sum(weight * price for weight, price in zip(weights, prices))
      ```

      The sum above is the whole of it.
      """),
    "episodes/04-outlook.md": lesson("Outlook", "More to come."),
    "episodes/fig/basket.svg": "<svg/>\n",
  ]

  static let manifest = """
    # Office A's course.
    schema: course/1
    id: office-a/prices
    version: 1.0.0   # the first
    releases: declared
    title: Prices
    authors: [{name: Office A}]
    license: CC-BY-4.0
    language: en

    """

  static func lesson(_ title: String, _ text: String) -> String {
    "---\ntitle: \(title)\nteaching: 10\nexercises: 5\n---\n\n## About \(title.lowercased())\n\n"
      + "\(text)\n"
  }

  /// Makes both, equal up to here.
  init(_ more: [String: String] = ["course.yml": manifest]) throws {
    upstream = try FixtureRepository()
    fork = try FixtureRepository()
    for repository in [upstream, fork] {
      try repository.configure("user.name", "Ada Author")
      try repository.configure("user.email", "ada@example.org")
      try repository.commit(Self.files.merging(more) { $1 })
    }
  }

  /// The fork drops the outlook, puts weights first, rewrites a lesson in part and adds one.
  func rework() throws {
    try fork.commit(
      [
        "config.yaml": Self.text("config.yaml").replacing(
          "- 01-start.md\n- 02-baskets.md\n- 03-weights.md\n- 04-outlook.md\n",
          with: "- 01-start.md\n- 02-shares.md\n- 03-goods.md\n- 04-rents.md\n"),
        "episodes/02-shares.md": Self.text("episodes/03-weights.md"),
        "episodes/03-goods.md": Self.text("episodes/02-baskets.md").replacing(
          "one loaf of bread stands for all bread", with: "one cup of tea stands for all tea"),
        "episodes/04-rents.md": Self.lesson(
          "Rents",
          "Rents are asked for by mail. See [baskets](02-baskets.md) and [weights](03-weights.html)."
        ),
      ],
      removing: ["episodes/02-baskets.md", "episodes/03-weights.md", "episodes/04-outlook.md"],
      time: FixtureRepository.firstTime + 86_400)
  }

  /// A file as both began with it.
  static func text(_ path: String) -> String { files[path] ?? "" }

  /// Runs the tool in the fork.
  func run(_ arguments: String...) throws -> ToolRunner.Outcome {
    let cache = try TemporaryFolder()
    return try #require(ToolRunner(), "the tool was not built with the tests")
      .run(arguments, in: fork.path, environment: ["ACADEMY_CACHE": cache.path])
  }

  /// A file of the fork's work tree.
  func text(_ path: String) throws -> String {
    String(decoding: try Files.read("\(fork.path)/\(path)"), as: UTF8.self)
  }

  /// What a run said, to compare with a golden file.
  func said(_ outcome: ToolRunner.Outcome) -> String {
    "status \(outcome.status)\n--- output\n\(outcome.output)--- errors\n\(outcome.errors)"
      .replacing(fork.path, with: "FORK").replacing(upstream.path, with: "UPSTREAM")
      .replacing(Self.link(from: fork.path, to: upstream.path), with: "UPSTREAM")
  }

  /// The way from one folder to another.
  static func link(from folder: String, to path: String) -> String {
    guard let own = RepoPath(String(path.drop { $0 == "/" })),
      let other = RepoPath(String(folder.drop { $0 == "/" }))
    else { return path }
    return own.link(from: other)
  }
}
