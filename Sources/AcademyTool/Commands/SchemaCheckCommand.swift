import ArgumentParser
import Framework
import SourceCore
import StructuredData

/// `academy schema check`: files against a JSON Schema.
struct SchemaCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks JSON or YAML files against a JSON Schema of draft 2020-12.",
    discussion: """
      Prints one line of JSON for each file. Nothing is fetched: what a schema refers to is given \
      by --resource. `format` is only a note, as the standard says, unless --assert-format or the \
      schema's own vocabulary asks for more.

      Exit status: 0 all valid, 1 not all, 2 something could not be used or a limit was reached.
      """)

  @Option(help: "The schema.", completion: .file())
  var schema: String

  @Option(
    name: .customLong("resource"), help: "A document that the schema refers to, and its URI.")
  var resources: [Resource] = []

  @Flag(help: "Check what `format` says.")
  var assertFormat = false

  @Option(help: "Seconds that one file may take.")
  var timeLimit: UInt32 = 60

  @Argument(help: "The files to check; - for standard input.", completion: .file())
  var instances: [String]

  func run() throws {
    SchemaWatch.start(seconds: timeLimit)
    let validator = try compile()
    var allAreValid = true
    var failures: [ToolFailure] = []
    for instance in instances {
      SchemaWatch.start(seconds: timeLimit)
      do {
        let source = try SchemaSource(reading: instance)
        var report = SchemaReport(source)
        try report.check(validator)
        Console.output(report.line())
        allAreValid = allAreValid && report.isValid
      } catch let failure as ToolFailure {
        // One file that cannot be used does not keep the others from being checked.
        Console.error(failure.rendered)
        failures.append(failure)
      } catch let limit as SchemaLimit {
        let failure = ToolFailure(
          "\(instance): limit reached: \(limit.message)", help: "look at \(limit.location)")
        Console.error(failure.rendered)
        failures.append(failure)
      }
    }
    SchemaWatch.stop()
    if !failures.isEmpty { throw ExitCode(2) }
    if !allAreValid { throw ExitCode(1) }
  }

  private func compile() throws -> SchemaValidator {
    let source = try SchemaSource.forSchema(schema)
    let uri = SchemaSource.uri(ofFile: schema)
    var files = [uri: source]
    do {
      var registry = SchemaRegistry()
      try registry.register(source.root, uri: uri)
      for resource in resources {
        let document = try SchemaSource.forSchema(resource.file)
        // A relative URI means what it would mean in the schema.
        let name = registry.resolve(resource.uri, in: uri)
        files[name] = document
        try registry.register(document.root, uri: name)
      }
      return try registry.validator(for: uri, assertFormat: assertFormat)
    } catch let error as SchemaError {
      var file = files[error.document]
      var place = file?.path ?? error.document
      if let range = error.range, let (line, column) = file?.place(range) {
        place += ":\(line):\(column)"
      }
      throw ToolFailure(
        "\(place): the schema cannot be used: \(error.message) (at #\(error.pointer))",
        help: error.help ?? (file == nil ? nil : "mend the schema"))
    }
  }
}

extension SchemaCheckCommand {
  /// A document with the URI it is known by, `URI=FILE`.
  struct Resource: ExpressibleByArgument {
    let uri: String
    let file: String

    init?(argument: String) {
      // Both a URI and a file's name may hold `=`; the file that is there tells where it begins.
      let marks = argument.indices.filter { argument[$0] == "=" }
      guard
        let mark = marks.first(where: { FileSystem.exists(Self.file(argument, $0)) })
          ?? marks.first, mark > argument.startIndex
      else { return nil }
      uri = String(argument[..<mark])
      file = Self.file(argument, mark)
    }

    private static func file(_ argument: String, _ mark: String.Index) -> String {
      String(argument[argument.index(after: mark)...])
    }
  }
}

extension SchemaSource {
  /// Reads a schema, which must have no fault at all: of two keys with one name, which is meant?
  fileprivate static func forSchema(_ path: String) throws -> SchemaSource {
    var source = try SchemaSource(reading: path)
    if let problem = source.problems.first {
      let (line, column) = source.place(problem.range)
      throw ToolFailure("\(path):\(line):\(column): \(problem.message)", help: problem.help)
    }
    return source
  }
}
