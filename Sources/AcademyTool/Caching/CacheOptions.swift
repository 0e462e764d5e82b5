import ArgumentParser
import FactCache
import SourceCore

/// Whether what earlier runs have found out is used.
struct CacheOptions: ParsableArguments {
  @Flag(name: .customLong("no-cache"), help: "Find out everything again, and keep nothing of it.")
  var isOff = false

  /// The user's cache; nil where it is not to be used or cannot be.
  func open() -> (any FactStore)? { isOff ? nil : Self.open() }

  /// The user's cache; nil where there can be none.
  static func open() -> FactCache? {
    guard let folder = CacheFolder.ofUser else { return nil }
    return FactCache(folder: folder, build: BuildIdentity.bytes) {
      Console.error("note: \($0)\n")
    }
  }
}
