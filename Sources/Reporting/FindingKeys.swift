import SourceCore

/// Numbers for the files and rules of sorted diagnostics, so that a report counts without comparing
/// texts.
struct FindingKeys {
  /// Numbers in half the room: there may be a million.
  struct Numbers {
    private var numbers: [Int32] = []

    subscript(_ position: Int) -> Int { Int(numbers[position]) }

    fileprivate mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

    fileprivate mutating func append(_ number: Int) { numbers.append(Int32(clamping: number)) }
  }

  /// Each diagnostic's file; files are numbered in the order of their paths.
  private(set) var file = Numbers()
  /// Each diagnostic's rule.
  private(set) var rule = Numbers()
  /// Each diagnostic's rule and severity.
  private(set) var kind = Numbers()
  /// How many rules there are.
  private(set) var rules = 0

  /// How many numbers of kinds there may be.
  var kinds: Int { rules * Self.severities.count }

  private static let severities: [Severity] = [.error, .warning, .note]

  init(_ diagnostics: [Diagnostic]) {
    file.reserveCapacity(diagnostics.count)
    rule.reserveCapacity(diagnostics.count)
    kind.reserveCapacity(diagnostics.count)
    var numbers: [String: Int] = [:]
    var path: String?
    var files = 0
    for diagnostic in diagnostics {
      if diagnostic.path != path {
        path = diagnostic.path
        files += 1
      }
      let number = numbers[diagnostic.rule] ?? numbers.count
      if number == numbers.count { numbers[diagnostic.rule] = number }
      file.append(files - 1)
      rule.append(number)
      let rank = Self.severities.firstIndex(of: diagnostic.severity) ?? 0
      kind.append(number * Self.severities.count + rank)
    }
    rules = numbers.count
  }
}
