import SourceCore
import StructuredData
import TestSupport
import Testing

/// The tool as the tests run it, and lessons to run it on.
enum Tool {
  /// Runs the tool in a folder.
  static func run(
    _ arguments: String..., in folder: String, environment: [String: String] = [:]
  ) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(arguments, in: folder, environment: environment)
  }

  /// One finding of a JSON report.
  struct Found: Equatable, CustomStringConvertible {
    let rule: String
    let severity: String
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(severity)[\(rule)]: \(message)" }
  }

  /// The findings of a JSON report.
  static func findings(_ outcome: ToolRunner.Outcome) throws -> [Found] {
    let bytes = Array(outcome.output.utf8)
    let parsed = JSONParser.parse(bytes, range: 0..<bytes.count)
    let root = try #require(parsed.root, "no JSON: \(outcome.output) \(outcome.errors)")
    #expect(root["schema"]?.stringValue == "academy-findings/1")
    return try #require(root["findings"]?.array).map { node in
      Found(
        rule: node["rule"]?.stringValue ?? "", severity: node["severity"]?.stringValue ?? "",
        path: node["path"]?.stringValue ?? "", line: node["line"]?.intValue ?? 0,
        message: node["message"]?.stringValue ?? "")
    }
  }

  /// A lesson without faults.
  static func lesson(_ title: String, body: String = "Prices are collected each month.") -> String {
    """
    ---
    title: \(title)
    teaching: 10
    exercises: 5
    ---

    :::: questions

    - How is a price index made?

    ::::

    :::: objectives

    - Describe how prices are collected.

    ::::

    ## Collecting

    \(body)

    :::: challenge

    ## Try it

    Name two sources.

    ::: solution

    Shops and scanner data.

    :::

    ::::

    :::: keypoints

    - An index compares baskets.

    ::::

    """
  }

  /// A Workbench course with two lessons without faults.
  static let course: [String: String] = [
    "config.yaml": """
    title: Prices
    life_cycle: stable
    license: CC-BY-4.0
    lang: en
    contact: team@example.org
    keywords: prices
    episodes:
    - 01-first.md
    - 02-second.md

    """,
    "course.yml": """
    schema: course/1
    id: office-a/prices
    version: 1.0.0
    releases: declared
    description: How price indices are made.
    topics: [quality]
    authors: [{name: Ada Author}]
    code_license: MIT
    provider: {name: Office A, country: XA, url: "https://example.org"}
    level: basic
    audience: [statistician]

    """,
    "index.md": "## Welcome\n\nA course about prices.\n",
    "LICENSE.md": "CC-BY-4.0\n",
    "episodes/01-first.md": lesson("First"),
    "episodes/02-second.md": lesson("Second"),
  ]
}
