import SourceCore

/// The file that accepted findings are kept in.
struct BaselineFile {
  /// Its path as given.
  let path: String

  private static let limit = 200_000_000

  /// Accepts findings, and no others in the paths that were looked at.
  func accept(
    _ diagnostics: [Diagnostic], isCovered: (String) -> Bool = { _ in true }
  ) throws {
    var baseline = Baseline(diagnostics)
    if FileSystem.exists(path),
      let before = try? Baseline(FileSystem.read(path, limit: Self.limit), name: path)
    {
      baseline.add(before.outside(isCovered))
    }
    try FileSystem.replace(path, with: baseline.bytes)
    Console.error("\(path) accepts \(Self.findings(baseline.count)).\n")
  }

  /// The findings that are not accepted; what is fixed leaves the file where `shrinks` says so.
  func new(
    _ diagnostics: [Diagnostic], shrinks: Bool, isCovered: (String) -> Bool,
    isGone: (String) -> Bool
  ) throws -> [Diagnostic] {
    guard FileSystem.exists(path) else {
      throw ToolFailure(
        "there is no baseline \(path)",
        help: "`--update-baseline` writes one that accepts what is found today")
    }
    let before = try FileSystem.read(path, limit: Self.limit)
    let baseline = try Baseline(before, name: path)
    let outcome = baseline.apply(to: diagnostics, isCovered: isCovered, isGone: isGone)
    let after = outcome.left.bytes
    guard shrinks, after != before else { return outcome.new }
    do {
      try FileSystem.replace(path, with: after, expecting: before)
      if outcome.fixed > 0 {
        Console.error(
          "\(Self.findings(outcome.fixed)) of \(path) fixed, \(outcome.left.count) left; commit it.\n"
        )
      }
    } catch let failure as ToolFailure {
      Console.error("\(path) stays as it is: \(failure.message)\n")
    }
    return outcome.new
  }

  private static func findings(_ count: Int) -> String {
    count == 1 ? "1 finding" : "\(count) findings"
  }
}
