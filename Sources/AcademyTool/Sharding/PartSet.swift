import SourceCore

/// All parts of one run, each once, in the order of their numbers.
struct PartSet {
  let files: [PartFile]

  /// The header of the first part.
  var header: PartHeader { files[0].header }

  /// Puts parts together; throws where they are not those of one run of this build of the tool.
  init(_ given: [PartFile]) throws {
    guard let first = given.first else { throw ToolFailure("there are no parts to merge") }
    let build = try PartHeader.ownBuild()
    for file in given {
      let header = file.header
      if header.version != Academy.version {
        throw ToolFailure(
          "\(file.path) was written by academy \(header.version), and this is \(Academy.version)",
          help: "write all parts with the version that merges them")
      }
      if header.build != build {
        throw ToolFailure(
          "\(file.path) was written by another build of academy \(Academy.version)",
          help: "run and merge all parts with the same program, from the same package or image")
      }
      try Self.compare(first, file)
    }
    let sorted = given.sorted { $0.header.shard.number < $1.header.shard.number }
    for (a, b) in zip(sorted, sorted.dropFirst())
    where a.header.shard.number == b.header.shard.number {
      throw ToolFailure(
        "\(a.path) and \(b.path) are both part \(a.header.shard.number) of "
          + "\(a.header.shard.count)",
        help: "name each part once")
    }
    let count = first.header.shard.count
    let there = Set(sorted.map(\.header.shard.number))
    let missing = (1...count).filter { !there.contains($0) }
    if !missing.isEmpty {
      let some = missing.prefix(10).map(String.init).joined(separator: ", ")
      let rest = missing.count > 10 ? " and \(missing.count - 10) more" : ""
      throw ToolFailure(
        missing.count == 1
          ? "part \(some) of \(count) is missing"
          : "parts \(some)\(rest) of \(count) are missing",
        help: "its job may have failed, or its file was not handed on")
    }
    files = sorted
  }

  private static func compare(_ first: PartFile, _ file: PartFile) throws {
    let (a, b) = (first.header, file.header)
    func other(_ what: String, _ help: String) -> ToolFailure {
      ToolFailure("\(first.path) and \(file.path) are of \(what)", help: help)
    }
    if a.kind != b.kind {
      throw other("different commands, lint and run", "merge the parts of one run")
    }
    if a.shard.count != b.shard.count {
      throw other(
        "different runs, in \(a.shard.count) and in \(b.shard.count) parts",
        "merge the parts of one run")
    }
    if a.commits != b.commits {
      let pair = zip(a.commits, b.commits).first { $0 != $1 }
      let names = pair.map { [$0.0, $0.1].map { $0.isEmpty ? "none" : String($0.prefix(12)) } }
      throw other(
        "different commits" + (names.map { ", \($0[0]) and \($0[1])" } ?? ""),
        "check the same commit out for each part")
    }
    if a.settings != b.settings {
      throw other(
        "runs with different options or settings",
        "give each part the same paths, options, settings and framework document")
    }
    if a.files != b.files {
      throw other(
        "different files, though of the same commit",
        "what a job makes before it runs academy must be the same for each part")
    }
  }
}
