import SourceCore
import StructuredData

/// What the comments `<!-- markdownlint-… -->` of a page say: its own configuration, and which
/// rules are off in which lines.
public struct CommentSwitches: Sendable {
  /// Rules in a line, as `MarkdownNames` counts them.
  struct State: Sendable, Hashable {
    /// Rules that are on: what the configuration has on, changed by comments.
    var on: UInt64
    /// Rules that no comment has switched off.
    var allowed: UInt64

    mutating func set(_ rules: UInt64, _ isOn: Bool) {
      on = isOn ? on | rules : on & ~rules
      allowed = isOn ? allowed | rules : allowed & ~rules
    }
  }

  /// Entries of the page's `configure-file` comments.
  let members: [DataNode.Member]
  private let comments: [(action: InlineComment.Action, line: Int, rules: UInt64)]
  private var changes: [(line: Int, state: State)] = []
  private var singles: [Int: State] = [:]

  /// Reads the comments of a page; nil where it has none, which costs one scan.
  init?(_ page: MarkdownPage) {
    self.init(page.source, page.lines, firstLine: page.firstLine)
  }

  /// Reads the comments of a text behind its front matter; nil where it has none.
  public init?(_ source: [UInt8], _ lines: LineIndex, firstLine: Int) {
    guard firstLine < lines.count else { return nil }
    let found = InlineComment.all(in: source, from: lines.start(ofLine: firstLine))
    if found.isEmpty { return nil }
    let rules = Self.rules(found, source)
    members = Self.configuration(found, source)
    var comments: [(action: InlineComment.Action, line: Int, rules: UInt64)] = []
    var skipped = (line: -1, column: 0)
    for (comment, rules) in zip(found, rules) where comment.action != .configureFile {
      let line = lines.line(at: comment.start)
      let column = comment.start - lines.start(ofLine: line)
      // markdownlint goes on in the next line where a comment that is not closed in its own ended.
      let isSkipped = skipped.line == line && column < skipped.column
      let end = lines.range(ofLine: line).upperBound
      if comment.parameter.upperBound >= end {
        let name = comment.parameter.lowerBound
        if name < lines.contentRange(ofLine: line, in: source).upperBound, !isSkipped {
          skipped = (line + 1, name + 1 - lines.start(ofLine: line))
        }
        continue
      }
      if !isSkipped { comments.append((comment.action, line, rules)) }
    }
    self.comments = comments
    resolve(on: MarkdownNames.all)
  }

  /// Works out the lines, with the rules that the configuration has on.
  mutating func resolve(on: UInt64) {
    var state = State(on: on, allowed: MarkdownNames.all)
    for comment in comments {
      switch comment.action {
      case .disableFile: state.set(comment.rules, false)
      case .enableFile: state.set(comment.rules, true)
      default: break
      }
    }
    // `capture` without one before captures what the configuration says.
    var captured = State(on: on, allowed: MarkdownNames.all)
    changes = [(0, state)]
    singles = [:]
    for comment in comments {
      switch comment.action {
      case .disable: state.set(comment.rules, false)
      case .enable: state.set(comment.rules, true)
      case .capture: captured = state
      case .restore: state = captured
      default: continue
      }
      if changes[changes.count - 1].line == comment.line { changes.removeLast() }
      changes.append((comment.line, state))
    }
    for comment in comments {
      let line: Int
      switch comment.action {
      case .disableLine: line = comment.line
      case .disableNextLine: line = comment.line + 1
      default: continue
      }
      var state = singles[line] ?? self.state(ofLine: line)
      state.set(comment.rules, false)
      singles[line] = state
    }
  }

  /// Rules that are on in some line.
  var everOn: UInt64 {
    changes.reduce(singles.values.reduce(0) { $0 | $1.on }) { $0 | $1.state.on }
  }

  /// What holds in a line, counted from 0.
  func state(ofLine line: Int) -> State {
    if let single = singles[line] { return single }
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].line <= line { low = middle } else { high = middle }
    }
    return changes[low].state
  }

  /// Whether a comment switches a rule off in a line, counted from 0, by the rule's MD number.
  public func switchesOff(_ alias: String?, line: Int) -> Bool {
    guard let bit = MarkdownNames.bit(alias: alias) else { return false }
    return state(ofLine: line).allowed & bit == 0
  }

  // MARK: Parameters

  /// The rules that each comment names; comments that end together are read once, from the last on.
  private static func rules(_ comments: [InlineComment], _ source: [UInt8]) -> [UInt64] {
    var rules = Array(repeating: UInt64(0), count: comments.count)
    for index in comments.indices.reversed() {
      let parameter = comments[index].parameter
      guard comments[index].action != .configureFile else { continue }
      let isShared =
        index + 1 < comments.count
        && comments[index + 1].parameter.upperBound == parameter.upperBound
      let end = isShared ? comments[index + 1].parameter.lowerBound : parameter.upperBound
      let (named, isEmpty) = names(source, parameter.lowerBound..<end)
      rules[index] =
        isShared
        ? named | (comments[index + 1].action == .configureFile ? 0 : rules[index + 1])
        : isEmpty ? MarkdownNames.all : named
    }
    return rules
  }

  private static func names(_ source: [UInt8], _ range: Range<Int>) -> (UInt64, isEmpty: Bool) {
    var rules: UInt64 = 0
    var isEmpty = true
    var at = range.lowerBound
    while at < range.upperBound {
      if let width = InlineComment.blank(source, at) {
        at += width
        continue
      }
      let start = at
      while at < range.upperBound, InlineComment.blank(source, at) == nil { at += 1 }
      isEmpty = false
      // No rule has a longer name.
      guard at - start <= 60 else { continue }
      rules |= MarkdownNames.rules(anyCase: String(decoding: source[start..<at], as: UTF8.self))
    }
    return (rules, isEmpty)
  }

  /// The entries of all `configure-file` comments whose text is JSON; others say nothing.
  private static func configuration(_ comments: [InlineComment], _ source: [UInt8])
    -> [DataNode.Member]
  {
    var configuration = MergedMembers()
    var read = -1
    for (index, comment) in comments.enumerated() where comment.action == .configureFile {
      // Of comments that end together at most one can be JSON; two are tried.
      let isLast =
        index + 1 == comments.count
        || comments[index + 1].parameter.upperBound != comment.parameter.upperBound
      if comment.parameter.upperBound == read, !isLast { continue }
      read = comment.parameter.upperBound
      let parsed = JSONParser.parse(source, range: comment.parameter)
      let isJSON = !parsed.isPartial && parsed.problems.allSatisfy { $0.kind == .duplicateKey }
      guard isJSON, let members = parsed.root?.object else { continue }
      configuration.merge(members)
    }
    return configuration.members
  }
}

// MARK: - Keeping

extension CommentSwitches {
  /// Writes which rules are off in which lines, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.list(changes) { writer, change in
      writer.integer(change.line)
      change.state.write(to: &writer)
    }
    writer.list(singles.sorted { $0.key < $1.key }) { writer, single in
      writer.integer(single.key)
      single.value.write(to: &writer)
    }
  }

  /// Reads what `write` has written, which is all that is asked of a page that has been linted.
  public init(from reader: inout FactReader) throws(FactReader.Malformed) {
    members = []
    comments = []
    changes = try reader.list { (r) throws(FactReader.Malformed) in
      (try r.integer(), try State(from: &r))
    }
    if changes.isEmpty { throw FactReader.Malformed() }
    let singles = try reader.list { (r) throws(FactReader.Malformed) in
      (try r.integer(), try State(from: &r))
    }
    self.singles = Dictionary(singles) { $1 }
  }
}

extension CommentSwitches.State {
  fileprivate func write(to writer: inout FactWriter) {
    for rules in [on, allowed] { writer.integer(Int(bitPattern: UInt(rules))) }
  }

  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    on = UInt64(UInt(bitPattern: try reader.integer()))
    allowed = UInt64(UInt(bitPattern: try reader.integer()))
  }
}
