import ArgumentParser
import CourseLint
import SourceCore

/// `academy rules`: the list of rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules, with their severity in a stable course.")

  @Option(help: "Write a page for each rule, and an index, into this folder instead.")
  var write: String?

  @Option(help: "Write the table of all rules between the marks in this file instead.")
  var table: String?

  func run() throws {
    if let table { try writeTable(to: FileSystem.resolve(table, in: FileSystem.current)) }
    if table != nil, write == nil { return }
    if let write { return try writePages(to: FileSystem.resolve(write, in: FileSystem.current)) }
    let rules = AllRules.list.map(\.info)
    let width = rules.map(\.id.utf8.count).max() ?? 0
    for info in rules {
      let id = info.id + String(repeating: " ", count: width - info.id.utf8.count)
      let severity = info.severity.rawValue
      let padding = String(repeating: " ", count: 7 - severity.utf8.count)
      Console.output("\(id)  \(severity)\(padding)  \(info.summary)\n")
    }
    Console.output("\n`academy explain RULE` says why a rule exists and shows examples.\n")
  }

  private func writeTable(to path: String) throws {
    let page = String(decoding: try FileSystem.read(path, limit: 10_000_000), as: UTF8.self)
    let table = RulePage.table(AllRules.list, folder: "rules")
    guard let changed = RulePage.replacing(page, by: table) else {
      throw ToolFailure(
        "\(path) has no `<!-- rules: begin -->` and `<!-- rules: end -->`",
        help: "the table is written between these lines")
    }
    try FileSystem.replace(path, with: Array(changed.utf8))
  }

  private func writePages(to folder: String) throws {
    let pages = RulePage.pages(AllRules.list).sorted { $0.key < $1.key }
    for (path, text) in pages {
      try FileSystem.makeFolder(FileSystem.folder(of: "\(folder)/\(path)"))
      try FileSystem.replace("\(folder)/\(path)", with: Array(text.utf8))
    }
    Console.error("wrote \(pages.count) pages\n")
  }
}
