import ArgumentParser
import SourceCore

/// Options that let several machines share the work.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do part K of N of the work, write what is found to a file, and report nothing: `academy merge` reports what all parts have found.",
      valueName: "k/n"))
  var shard: ShardNumber?

  @Option(
    name: .customLong("shard-output"),
    help: ArgumentHelp(
      "The file of --shard; academy-K-of-N.part if absent.", valueName: "file"))
  var file: String?

  func validate() throws {
    if file != nil, shard == nil { throw ValidationError("--shard-output wants --shard") }
  }

  /// Where a part is written.
  func path(of shard: ShardNumber) -> String {
    file ?? "academy-\(shard.number)-of-\(shard.count).part"
  }

  /// Refuses what only the report of all parts together can do.
  func refuse(_ output: ReportOptions, _ reports: [ReportFile]) throws {
    guard shard != nil else { return }
    let isAsked =
      output.chosenFormat != nil || output.all || output.maxWarnings != nil
      || output.failOn != .error || !reports.isEmpty
    if isAsked {
      throw ValidationError("--shard reports nothing: give options of reports to `academy merge`")
    }
  }
}
