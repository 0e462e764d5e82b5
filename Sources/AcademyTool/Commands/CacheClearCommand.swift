import ArgumentParser
import FactCache

/// `academy cache clear`: forgets what is kept.
struct CacheClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Forgets what is kept; mirrors of repositories stay.")

  func run() throws {
    guard let folder = CacheFolder.ofUser else { throw ToolFailure.noCacheFolder }
    guard FileSystem.exists("\(folder)/\(FactCache.fileName)") else { return }
    guard let cache = CacheOptions.open() else {
      throw ToolFailure("the cache in \(folder) cannot be opened")
    }
    cache.clear()
  }
}
