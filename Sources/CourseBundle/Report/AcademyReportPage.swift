import SourceCore

/// The report of a run as one page that needs no other file.
public struct AcademyReportPage {
  private let report: AcademyReport

  /// Prepares the page of a report.
  public init(_ report: AcademyReport) { self.report = report }

  /// The page's bytes.
  public var bytes: [UInt8] {
    var html = HTMLWriter()
    html.literal(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Academy report</title>
      <style>
      """)
    html.literal(Self.style)
    html.literal("</style>\n</head>\n<body>\n<main>\n<h1>Academy report</h1>\n")
    summary(&html)
    courses(&html)
    findings(&html)
    ReuseDrawing(report).write(to: &html)
    coverage("Topics by office", "topics", report.topics, &html) { $0.topics }
    coverage("GSBPM phases by office", "phases", report.phases, &html) { $0.phases }
    html.literal("</main>\n<script>\n")
    html.literal(Self.script)
    html.literal("</script>\n</body>\n</html>\n")
    return html.bytes
  }

  private func summary(_ html: inout HTMLWriter) {
    let totals = [Severity.error, .warning, .note].map { severity in
      report.courses.indices.reduce(0) { $0 + report.total($1, severity) }
    }
    html.element("p", ["class": "summary"]) { html in
      html.text(
        "\(report.courses.count) courses of \(report.offices.count) offices, "
          + "\(report.courses.reduce(0) { $0 + $1.lessons }) lessons: \(totals[0]) errors, "
          + "\(totals[1]) warnings, \(totals[2]) notes.")
    }
    html.newline()
  }

  // MARK: - Tables

  private func courses(_ html: inout HTMLWriter) {
    begin("Courses", "courses", filter: "Filter courses", &html)
    head(
      ["Course", "Office", "Stage", "Version", "Lessons", "Errors", "Warnings", "Notes", "Bundle"],
      numbers: 4...7, &html)
    for (index, course) in report.courses.enumerated() {
      html.element("tr") { html in
        html.element("th", ["scope": "row"]) { html in
          html.text(course.name)
          if course.title != course.name, !course.title.isEmpty {
            html.element("small", text: course.title)
          }
        }
        for text in [course.office, course.lifecycle, course.version] {
          html.element("td", text: text)
        }
        html.element("td", ["class": "n"], text: String(course.lessons))
        for severity in [Severity.error, .warning, .note] {
          let count = report.total(index, severity)
          html.element(
            "td", ["class": count == 0 ? "n zero" : "n \(severity.rawValue)"], text: String(count))
        }
        html.element("td", text: course.bundle)
      }
      html.newline()
    }
    end(&html)
  }

  private func findings(_ html: inout HTMLWriter) {
    if report.counts.isEmpty {
      html.literal("<section id=\"rules\">\n<h2>Findings by rule and course</h2>\n")
      html.element("p", text: "Nothing was found.")
      html.literal("</section>\n")
      return
    }
    begin("Findings by rule and course", "rules", filter: "Filter rules", &html)
    let columns = report.courses.map(\.name)
    head(["Rule", "All"] + columns, numbers: 1...columns.count + 1, &html)
    var byRule: [String: [Int: (count: Int, worst: Severity)]] = [:]
    for count in report.counts {
      let known = byRule[count.rule]?[count.course] ?? (0, .note)
      byRule[count.rule, default: [:]][count.course] = (
        known.count + count.count, max(known.worst, count.severity)
      )
    }
    for (rule, courses) in byRule.sorted(by: {
      $0.key.precedesBytewise($1.key)
    }) {
      html.element("tr") { html in
        html.element("th", ["scope": "row"], text: rule)
        html.element("td", ["class": "n"], text: String(courses.values.reduce(0) { $0 + $1.count }))
        for course in report.courses.indices {
          if let found = courses[course] {
            html.element("td", ["class": "n \(found.worst.rawValue)"], text: String(found.count))
          } else {
            html.element("td", ["class": "n zero"], text: "0")
          }
        }
      }
      html.newline()
    }
    end(&html)
  }

  /// How many courses of each office are about each term; what nobody teaches is marked.
  private func coverage(
    _ title: String, _ id: String, _ terms: [AcademyReport.Term], _ html: inout HTMLWriter,
    codes: (AcademyReport.Course) -> [String]
  ) {
    let offices = report.offices
    begin(title, id, filter: nil, &html)
    head(
      ["", "All"] + offices.map { $0.isEmpty ? "no office" : $0 },
      numbers: 1...offices.count + 1, &html)
    for term in terms {
      let about = report.courses.filter { codes($0).contains(term.code) }
      html.element("tr", ["class": about.isEmpty ? "gap" : nil]) { html in
        html.element("th", ["scope": "row"]) { html in
          html.text(term.label)
          if term.label != term.code { html.element("small", text: term.code) }
          if about.isEmpty { html.element("em", text: "gap") }
        }
        heat(about.count, &html)
        for office in offices { heat(about.count { $0.office == office }, &html) }
      }
      html.newline()
    }
    end(&html)
  }

  private func heat(_ count: Int, _ html: inout HTMLWriter) {
    html.element("td", ["class": "n heat h\(min(count, 4))"], text: String(count))
  }

  private func begin(
    _ title: String, _ id: String, filter: String?, _ html: inout HTMLWriter
  ) {
    html.open("section", ["id": id])
    html.newline()
    html.element("h2", text: title)
    if let filter {
      html.open("input", ["type": "search", "placeholder": filter, "aria-label": filter])
    }
    html.literal("\n<div class=\"wide\"><table>\n")
  }

  private func head(
    _ titles: [String], numbers: ClosedRange<Int>, _ html: inout HTMLWriter
  ) {
    html.literal("<thead><tr>")
    for (index, title) in titles.enumerated() {
      html.element("th", ["scope": "col", "class": numbers.contains(index) ? "n" : nil]) { html in
        if title.isEmpty { return }
        html.element("button", ["type": "button"], text: title)
      }
    }
    html.literal("</tr></thead>\n<tbody>\n")
  }

  private func end(_ html: inout HTMLWriter) {
    html.literal("</tbody></table></div>\n</section>\n")
  }

  // MARK: - Looks

  private static let style: StaticString = """
    :root { color-scheme: light dark; --fg: #1c2128; --bg: #fff; --soft: #57606a; --line: #d0d7de;
      --head: #f3f5f7; --error: #b3261e; --warning: #8a5300; --note: #0b5cad;
      --h1: #d5eadb; --h2: #a3d3b1; --h3: #6fb985; --h4: #3f9a5d; }
    @media (prefers-color-scheme: dark) { :root { --fg: #e6edf3; --bg: #0d1117; --soft: #9aa4af;
      --line: #30363d; --head: #161b22; --error: #ff8f87; --warning: #eab464; --note: #79b8ff;
      --h1: #14361f; --h2: #1b4f2c; --h3: #22683a; --h4: #2a834a; } }
    body { margin: 0; background: var(--bg); color: var(--fg);
      font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
    h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
    .summary, small { color: var(--soft); }
    small { display: block; font-weight: normal; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    thead th { background: var(--head); white-space: nowrap; }
    tbody th { font-weight: 600; }
    .n { text-align: right; }
    .zero { color: var(--soft); }
    .error { color: var(--error); font-weight: 600; }
    .warning { color: var(--warning); font-weight: 600; }
    .note { color: var(--note); }
    button { font: inherit; color: inherit; background: none; border: 0; padding: 0;
      cursor: pointer; }
    [aria-sort=ascending] button::after { content: " ▲"; }
    [aria-sort=descending] button::after { content: " ▼"; }
    input { font: inherit; padding: .3rem .6rem; margin-bottom: .5rem; color: inherit;
      background: var(--bg); border: 1px solid var(--soft); border-radius: .3rem; }
    .heat { min-width: 3rem; text-align: center; }
    .h0 { color: var(--soft); }
    .h1 { background: var(--h1); } .h2 { background: var(--h2); }
    .h3 { background: var(--h3); } .h4 { background: var(--h4); }
    .gap em { margin-left: .5rem; color: var(--warning); font-style: normal; }
    svg { max-width: 100%; height: auto; }
    svg text { fill: var(--fg); font: 14px system-ui, sans-serif; }
    svg path { fill: none; stroke: var(--soft); stroke-width: 1.5; }
    svg rect { fill: var(--head); stroke: var(--line); }

    """

  private static let script: StaticString = """
    for (const section of document.querySelectorAll("section")) {
      const body = section.querySelector("tbody");
      if (!body) continue;
      const input = section.querySelector("input");
      if (input) input.addEventListener("input", () => {
        const wanted = input.value.toLowerCase();
        for (const row of body.rows)
          row.hidden = !row.textContent.toLowerCase().includes(wanted);
      });
      const heads = [...section.querySelectorAll("thead th")];
      heads.forEach((head, column) => head.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === (head.classList.contains("n")
          ? "descending" : "ascending");
        const direction = head.classList.contains("n") ? (down ? 1 : -1) : (down ? -1 : 1);
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        const value = row => row.cells[column].textContent;
        [...body.rows].sort((a, b) => direction * (head.classList.contains("n")
          ? value(a) - value(b) : value(a).localeCompare(value(b))))
          .forEach(row => body.append(row));
      }));
    }

    """
}
