import ArgumentParser

/// One of several even parts of the work: `2/7` is the second of seven.
struct ShardNumber: ExpressibleByArgument, Hashable {
  /// Which part, from 1.
  let number: Int
  /// How many there are.
  let count: Int

  /// More parts than machines that anybody has.
  private static let most = 10_000

  /// Makes a number; nil where there is no such part.
  init?(_ number: Int, of count: Int) {
    guard number >= 1, number <= count, count <= Self.most else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads an argument.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number, of: count)
  }
}
