import Markdown
import SourceCore

extension PageRenderer {
  /// What the Workbench shows as printed by a program.
  private static let printed: Set<String> = ["output", "error", "warning"]

  /// Names of languages as they are usually written.
  private static let languageNames: [String: String] = [
    "bash": "Bash", "c": "C", "cpp": "C++", "csv": "CSV", "css": "CSS", "diff": "Diff",
    "dockerfile": "Dockerfile", "dot": "Graphviz", "html": "HTML", "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript", "json": "JSON", "julia": "Julia", "latex": "LaTeX", "make": "Make",
    "makefile": "Make", "markdown": "Markdown", "md": "Markdown", "mermaid": "Mermaid",
    "powershell": "PowerShell",
    "python": "Python", "r": "R", "sas": "SAS", "sh": "Shell", "shell": "Shell", "sql": "SQL",
    "stata": "Stata", "toml": "TOML", "xml": "XML", "yaml": "YAML", "yml": "YAML",
  ]

  /// Writes a code block with its language, or as what a program printed.
  mutating func code(_ node: NodeID) {
    let language = codeLanguage(node)
    let isPrinted = Self.printed.contains(language)
    let name: String? =
      switch language {
      case "", "text", "txt", "plain", "plaintext", "default": nil
      case "output": labels.output
      case "error": labels.error
      case "warning": labels.warning
      default: Self.languageNames[language] ?? language
      }
    html.literal("<figure")
    html.attribute("class", isPrinted ? "code printed \(language)" : "code")
    if let id = document.attributes(node)?.id.flatMap({ ids.claim($0) }) {
      html.attribute("id", id)
    }
    html.literal(">")
    if let name {
      html.element(
        "figcaption", ["lang": isPrinted ? labelLanguage : nil], text: name)
    }
    // Programs are written in no human language, and a pane that scrolls must take the focus.
    html.literal("<pre tabindex=\"0\" dir=\"ltr\" translate=\"no\"><code")
    if !isPrinted, name != nil { html.attribute("class", "language-\(language)") }
    html.literal(">")
    literal(node)
    html.literal("</code></pre></figure>\n")
  }

  /// The language of a block: `python`, `{python}`, `{.python}` and `{r, echo=FALSE}` alike.
  private func codeLanguage(_ node: NodeID) -> String {
    var word = document.info(node)
    if word.isEmpty, let first = document.attributes(node)?.classes.first { word = first }
    let start = word.drop { $0 == "{" || $0 == "." || $0 == " " }
    return asciiLowercased(
      start.prefix { !$0.isWhitespace && $0 != "," && $0 != "}" && $0 != "{" })
  }
}
