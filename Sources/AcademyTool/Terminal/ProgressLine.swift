import Glibc

/// One line on standard error that says how far a long job is; silent elsewhere than a terminal.
struct ProgressLine {
  private let start = ContinuousClock.now
  private let isOn = Console.errorIsTerminal
  private var isShown = false

  /// Shows a state, once the job has taken half a second.
  mutating func show(_ text: String) {
    guard isOn, ContinuousClock.now - start > .milliseconds(500) else { return }
    Console.error("\r\u{1B}[K\(text)")
    isShown = true
  }

  /// Shows a step of a job that is always long: on a terminal at once and in the same line, elsewhere
  /// as a line of its own.
  mutating func step(_ text: String) {
    guard isOn else { return Console.error(text + "\n") }
    Console.error("\r\u{1B}[K\(text)")
    isShown = true
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    Console.error("\r\u{1B}[K")
    isShown = false
  }
}
