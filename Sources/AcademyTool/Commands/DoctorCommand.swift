import ArgumentParser

/// `academy doctor`: looks at what the tool needs around it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Checks the environment and says what to do.",
    discussion: """
      Looks at Git, the cache, the terminal, the repository around a folder, pipeline.json, the \
      courses and the commit hook. A problem ends with status 1, a note does not. Nothing is \
      fetched, and no lesson is checked: `academy lint` does that.
      """)

  @Argument(help: "A folder of the repository.", completion: .directory)
  var folder = "."

  func run() throws {
    let place = FileSystem.real(folder) ?? folder
    let seen =
      MachineExamination(folder: FileSystem.isFolder(place) ? place : "/").observations
      + RepositoryExamination(folder: place).observations
    let problems = seen.count { $0.weight == .problem }
    let notes = seen.count { $0.weight == .note }
    func counted(_ count: Int, _ name: String) -> String {
      "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    let end =
      problems == 0 && notes == 0
      ? "All is well.\n"
      : [(problems, "problem"), (notes, "note")].filter { $0.0 > 0 }
        .map { counted($0.0, $0.1) }.joined(separator: ", ") + "\n"
    Console.output(seen.map(\.rendered).joined() + "\n" + end)
    if problems > 0 { throw ExitCode(1) }
  }
}
