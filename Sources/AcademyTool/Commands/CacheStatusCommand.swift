import ArgumentParser
import FactCache

/// `academy cache status`: what is kept, and where.
struct CacheStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Says where the cache is and how much it holds.")

  func run() throws {
    guard let folder = CacheFolder.ofUser else {
      throw ToolFailure.noCacheFolder
    }
    let path = "\(folder)/\(FactCache.fileName)"
    guard FileSystem.exists(path) else { return Console.output("\(path)\n  nothing is kept yet\n") }
    guard let cache = CacheOptions.open() else {
      throw ToolFailure("the cache \(path) cannot be opened")
    }
    let (facts, bytes) = cache.status()
    Console.output(
      """
      \(path)
        \(facts) fact\(facts == 1 ? "" : "s"), \(Self.megabytes(bytes)) of at most \
      \(Self.megabytes(FactCache.defaultLimit))

      """)
  }

  static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 999_999) / 1_000_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}

extension ToolFailure {
  /// No variable says where a cache could be.
  static var noCacheFolder: ToolFailure {
    ToolFailure("there is no folder for a cache", help: "set ACADEMY_CACHE to the full path of one")
  }
}
