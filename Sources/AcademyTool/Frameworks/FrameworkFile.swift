import Framework
import SourceCore

/// A framework document as it was read.
struct FrameworkFile {
  /// Where it was read from.
  let place: FrameworkPlace
  /// What reading it gave.
  let reading: FrameworkReading
  private let text: SourceText
  private let lines: LineIndex

  init(_ bytes: [UInt8], at place: FrameworkPlace, reading: FrameworkReading) {
    self.place = place
    self.reading = reading
    text = SourceText(path: .root, bytes: bytes)
    lines = LineIndex(bytes)
  }

  /// The first fault in one line, with its place (`framework.json:3:5: …`); nil where there is none.
  var firstFault: (message: String, help: String?)? {
    let faults = reading.problems.filter { $0.kind == .fault }
    guard let first = faults.first else { return nil }
    let spot = Place(first.range, in: text, lines: lines)
    var message = "\(place.name):\(spot.line):\(spot.column): \(first.message)"
    if faults.count > 1 {
      message += " (and \(faults.count - 1) more, which `academy framework check` lists)"
    }
    return (message, first.help)
  }

  /// What is wrong with it and what it loosens, as findings.
  var diagnostics: [Diagnostic] {
    reading.problems.map { problem in
      let rule = problem.kind == .fault ? FrameworkFault.info : FrameworkLoosening.info
      return Diagnostic(
        problem.finding, rule: rule, severity: rule.severity, path: place.name, text: text,
        lines: lines)
    }
  }
}
