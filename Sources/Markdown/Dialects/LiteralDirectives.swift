/// Directives of MyST whose body is no Markdown.
enum LiteralDirectives {
  private static let names: [StaticString] = [
    "code", "code-block", "code-cell", "sourcecode", "literalinclude", "highlight", "math", "raw",
    "eval-rst", "mermaid", "graphviz", "digraph", "graph", "plantuml", "uml", "toctree",
    "tableofcontents", "csv-table", "parsed-literal", "doctest", "testcode", "testsetup",
    "testoutput", "include", "bibliography", "iframe", "youtube", "video", "audio", "image",
    "jupyter-execute", "exec", "ipython", "plot", "index", "tags", "thebe-button", "automodule",
    "autoclass", "autofunction", "autosummary", "autodoc", "click", "argparse", "prompt", "mystnb",
    "myst", "any:bundle", "embed", "contents", "only-rst", "rst-class", "typst", "output", "any",
    "code-include", "literal", "inheritance-diagram", "swagger", "openapi", "chart", "anywidget",
  ]

  static func contains(_ name: ByteView) -> Bool {
    for word in names where word.utf8CodeUnitCount == name.count {
      var index = 0
      while index < name.count, word.utf8Start[index] == Bytes.lowercased(name[index]) {
        index += 1
      }
      if index == name.count { return true }
    }
    return false
  }
}
