import ArgumentParser
import Markdown
import SourceCore

/// `academy inspect`: what the tool sees in a Markdown file.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what the tool sees in a Markdown file.",
    discussion: """
      --tree prints one line a node: its kind, its bytes as start..<end, and its content. --html \
      prints the HTML that the specification asks for; it is meant for comparing parsers, not for \
      publishing: raw HTML passes as it is.
      """)

  @Argument(help: "The file; - for standard input.")
  var file: String

  @Flag(help: "What to print.")
  var form: Form = .tree

  @Option(help: "The grammar: commonmark, gfm, github, workbench, jekyll, quarto, …")
  var dialect: Dialect = .workbench

  enum Form: String, EnumerableFlag {
    case tree, html
  }

  func run() throws {
    let bytes = try FileSystem.read(file == "-" ? "/dev/stdin" : file, limit: 1 << 30)
    // A plain CommonMark or GFM document has no front matter.
    let document = Document(
      bytes,
      options: ParseOptions(
        dialect: dialect, frontMatter: dialect != .commonmark && dialect != .gfm))
    switch form {
    case .tree: Console.output(TreePrinter(document).text)
    case .html: Console.output(document.html(filtersTags: dialect == .gfm))
    }
  }
}

extension Dialect: ExpressibleByArgument {}
