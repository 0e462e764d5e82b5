import Markdown
import SourceCore

/// Flags a pipe of a table that is not where the table's style puts it.
struct TableColumnStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/table-column-style", alias: "MD060",
    summary: "A table's pipes are neither aligned nor spaced alike.",
    why:
      "A table that is written in one way can be read in the source too, and a change of one cell "
      + "shows as a change of one line.",
    severity: .warning, source: "markdownlint MD060", isOnByDefault: false, tags: ["table"])
  static let options = [
    RuleOption(
      "aligned_delimiter", .flag(default: false),
      "whether the second row must be aligned with the header in the other styles too"),
    RuleOption(
      "style", .choice(["aligned", "any", "compact", "tight"], default: "any"),
      "pipes below each other, one space around cells, or none; with `any` what fits best"),
  ]
  static let examples: [Example] = [
    .good("| Year | People |\n| ---- | ------ |\n| 2024 | 12     |\n"),
    .good("| Year | People |\n| --- | --- |\n| 2024 | 12 |\n"),
    .good("|Year|People|\n|---|---|\n|2024|12|\n"),
    .good("| 年   | 人口 |\n| ---- | ---- |\n| 2024 | 12   |\n"),
    .bad("| Year | People |\n| ---- | ------ |\n| 2024 | 12    ⟦|⟧\n"),
    .bad(
      "| Year | People |\n| --- | --- |\n| 2024 ⟦|⟧12 ⟦|⟧13 |\n",
      fixed: "| Year | People |\n| --- | --- |\n| 2024 | 12 | 13 |\n",
      options: ["style": .text("compact")]),
    .bad(
      "|Year|People|\n|---|---|\n|2024 ⟦|⟧12|\n", fixed: "|Year|People|\n|---|---|\n|2024|12|\n"),
    .bad(
      "| Year | People |\n| --- ⟦|⟧ --- ⟦|⟧\n",
      options: ["aligned_delimiter": .flag(true), "style": .text("compact")]),
  ]

  private let allowsAligned: Bool
  private let allowsCompact: Bool
  private let allowsTight: Bool
  private let alignedDelimiter: Bool

  init(_ options: RuleOptionValues) {
    let written = options.written("style") ?? ""
    let style = written.isEmpty ? options.text("style") : written
    allowsAligned = style == "any" || style == "aligned"
    allowsCompact = style == "any" || style == "compact"
    allowsTight = style == "any" || style == "tight"
    alignedDelimiter = options.flag("aligned_delimiter")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for table in page.nodes(.table) { check(TableRow.all(of: table, in: page), page, report) }
  }

  private func check(_ rows: [TableRow], _ page: MarkdownPage, _ report: (Finding) -> Void) {
    var aligned = 0
    if allowsAligned {
      forEachUnaligned(rows[...], page) { _ in aligned += 1 }
      if aligned == 0 { return }
    }
    var delimiter = 0
    if alignedDelimiter, allowsCompact || allowsTight {
      forEachUnaligned(rows.prefix(2), page) { _ in delimiter += 1 }
    }
    let compact = allowsCompact ? delimiter + count(rows, .compact, page) : 0
    let tight = allowsTight ? delimiter + count(rows, .tight, page) : 0
    // The style that is nearest to being kept, as markdownlint chooses it.
    var fewest = aligned
    var spacing: TableSpacing?
    if allowsCompact, !allowsAligned || compact < fewest {
      fewest = compact
      spacing = .compact
    }
    if allowsTight, tight < fewest || !allowsAligned && !allowsCompact { spacing = .tight }
    guard let spacing else {
      forEachUnaligned(rows[...], page) { report(unaligned($0)) }
      return
    }
    if alignedDelimiter { forEachUnaligned(rows.prefix(2), page) { report(unaligned($0)) } }
    for row in rows { spacing.check(row, in: page, report: report) }
  }

  private func count(_ rows: [TableRow], _ spacing: TableSpacing, _ page: MarkdownPage) -> Int {
    rows.reduce(0) { $0 + spacing.count($1, in: page) }
  }

  private func unaligned(_ pipe: Int) -> Finding {
    Finding(
      ByteRange(pipe, pipe + 1), "the pipe is not below one of the header's",
      help: "fill the cells with spaces so that the columns are aligned")
  }

  /// Calls `body` with each pipe that is not below one of the first row's. Where all of those have
  /// found their pipe, further ones do not matter.
  private func forEachUnaligned(
    _ rows: ArraySlice<TableRow>, _ page: MarkdownPage, _ body: (Int) -> Void
  ) {
    guard let header = rows.first else { return }
    var columns: [Int] = []
    forEachPipe(of: header, page) { columns.append($1) }
    for row in rows.dropFirst() {
      var next = 0
      var left = columns.count
      forEachPipe(of: row, page) { pipe, column in
        while next < columns.count, columns[next] < column { next += 1 }
        if next < columns.count, columns[next] == column {
          next += 1
          left -= 1
        } else if left > 0 {
          body(pipe)
        }
      }
    }
  }

  /// Calls `body` with the offset of each pipe and the columns that are shown in front of it.
  private func forEachPipe(
    of row: TableRow, _ page: MarkdownPage, _ body: (_ offset: Int, _ column: Int) -> Void
  ) {
    let line = page.content(ofLine: page.lines.line(at: row.range.start))
    var measured = line.start
    var column = 0
    row.forEachPiece(in: page.cleared) { piece in
      guard case .divider(let pipe) = piece else { return }
      column += DisplayWidth.of(measured..<pipe, in: page.cleared)
      measured = pipe
      body(pipe, column)
    }
  }
}
