import ArgumentParser

/// Options of every command that reads courses of other offices.
struct SourceOptions: ParsableArguments {
  @Flag(help: "Fetch nothing: use the sources as they were fetched last.")
  var offline = false

  @Option(help: "After how many seconds of silence the fetching of a source is given up.")
  var timeout = 60

  func validate() throws {
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout must be a number of seconds from 1 to 86400")
    }
  }
}
