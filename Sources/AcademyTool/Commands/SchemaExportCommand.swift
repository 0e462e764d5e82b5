import ArgumentParser
import Framework
import Glibc

/// `academy schema export`: the schemas of the files that people write, for editors.
struct SchemaExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the schemas of course.yml, front matter, pipeline.json, framework documents.",
    discussion: "docs/schemas.md shows how an editor completes and checks files with them.")

  @Argument(help: "The folder to write to.", completion: .directory)
  var folder: String

  func run() throws {
    guard mkdir(folder, 0o755) == 0 || FileSystem.isFolder(folder) else {
      throw ToolFailure("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
    }
    for schema in FrameworkSchema.allCases {
      let path = FileSystem.resolve("\(schema.rawValue).schema.json", in: folder)
      try FileSystem.replace(path, with: Array((schema.text + "\n").utf8))
      Console.output("wrote \(path)\n")
    }
  }
}
