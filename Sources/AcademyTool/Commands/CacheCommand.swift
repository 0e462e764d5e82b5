import ArgumentParser

/// `academy cache`: what the tool keeps between runs.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Shows or clears what the tool keeps between runs.",
    discussion: """
      The cache is in $ACADEMY_CACHE, else $XDG_CACHE_HOME/academy, else ~/.cache/academy. It holds \
      what was found out about objects that never change; deleting it costs time and nothing else. \
      Mirrors of fetched repositories are beside it, in `sources`, and stay.
      """,
    subcommands: [CacheStatusCommand.self, CacheClearCommand.self])
}
