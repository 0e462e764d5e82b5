/// Who takes lessons from whom, drawn: the courses that are taken from on the left, those that take on
/// the right.
struct ReuseDrawing {
  private let report: AcademyReport

  init(_ report: AcademyReport) { self.report = report }

  private static let row = 44
  private static let box = (width: 320, height: 30)
  private static let width = 960

  func write(to html: inout HTMLWriter) {
    html.literal("<section id=\"reuse\">\n<h2>Reuse</h2>\n")
    let takers = report.courses.filter { !$0.reuses.isEmpty }
    if takers.isEmpty {
      html.element("p", text: "No course takes lessons from another.")
    } else {
      let sources = Set(takers.flatMap { $0.reuses.map(\.of) }).sorted()
      draw(sources, takers, &html)
      list(takers, &html)
    }
    html.literal("</section>\n")
  }

  private func draw(
    _ sources: [String], _ takers: [AcademyReport.Course], _ html: inout HTMLWriter
  ) {
    let height = max(sources.count, takers.count) * Self.row + 10
    html.open(
      "svg",
      [
        "viewBox": "0 0 \(Self.width) \(height)", "width": "\(Self.width)", "role": "img",
        "aria-label": "Lines lead from courses to those that take lessons from them",
      ])
    let right = Self.width - Self.box.width
    for (to, taker) in takers.enumerated() {
      for reuse in taker.reuses {
        guard let from = sources.firstIndex(of: reuse.of) else { continue }
        let (y1, y2) = (Self.middle(from), Self.middle(to))
        let (x1, x2) = (Self.box.width, right)
        html.element(
          "path",
          ["d": "M\(x1) \(y1)C\(x1 + 120) \(y1) \(x2 - 120) \(y2) \(x2) \(y2)"]
        ) { html in
          html.element("title", text: "\(taker.name): \(Self.said(reuse))")
        }
      }
    }
    for (index, source) in sources.enumerated() { box(source, x: 0, index, &html) }
    for (index, taker) in takers.enumerated() { box(taker.name, x: right, index, &html) }
    html.close("svg")
    html.newline()
  }

  private func box(_ name: String, x: Int, _ index: Int, _ html: inout HTMLWriter) {
    let y = Self.middle(index)
    html.element(
      "rect",
      [
        "x": "\(x)", "y": "\(y - Self.box.height / 2)", "width": "\(Self.box.width)",
        "height": "\(Self.box.height)", "rx": "4",
      ]
    ) { _ in }
    let shown = name.count > 40 ? name.prefix(39) + "…" : name[...]
    html.element("text", ["x": "\(x + 10)", "y": "\(y + 5)"], text: String(shown))
  }

  /// The same in words, for those who do not see the drawing.
  private func list(_ takers: [AcademyReport.Course], _ html: inout HTMLWriter) {
    html.literal("<ul>\n")
    for taker in takers {
      html.element(
        "li", text: "\(taker.name): \(taker.reuses.map(Self.said).joined(separator: "; "))")
      html.newline()
    }
    html.literal("</ul>\n")
  }

  private static func said(_ reuse: AcademyReport.Reuse) -> String {
    "\(reuse.lessons) lesson\(reuse.lessons == 1 ? "" : "s") \(reuse.kind) from \(reuse.of)"
  }

  private static func middle(_ index: Int) -> Int { index * row + row / 2 }
}
