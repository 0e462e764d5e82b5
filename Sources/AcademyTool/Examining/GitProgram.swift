import Glibc

/// The system's Git, asked for something small.
enum GitProgram {
  /// The oldest that fetches all references of a mirror in one go.
  static let oldest = (2, 31)

  /// What Git printed, without the line's end; nil where it fails or says nothing within five
  /// seconds.
  static func ask(_ arguments: String..., in folder: String) -> String? {
    let environment = try? ChildProcess.environment(setting: ["LC_ALL": "C"])
    guard let environment,
      let process = try? ChildProcess(["git", "-C", folder] + arguments, environment: environment)
    else { return nil }
    var output: [UInt8] = []
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(5) {
      output += process.read().output
      if let status = process.result() {
        guard status == 0 else { return nil }
        while let last = output.last, last <= 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
      }
      usleep(1_000)
    }
    return nil
  }

  /// Whether what `git version` says is new enough.
  static func isRecent(_ version: String) -> Bool {
    let numbers = (version.split(separator: " ").last { $0.first?.isNumber == true } ?? "")
      .split(separator: ".").prefix(2).compactMap { Int($0) }
    guard numbers.count == 2 else { return false }
    return (numbers[0], numbers[1]) >= oldest
  }
}
