import ArgumentParser

/// `academy schema`: JSON Schemas, ours and others.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Checks files against a JSON Schema, and writes the schemas of our own files.",
    subcommands: [SchemaCheckCommand.self, SchemaExportCommand.self])
}
