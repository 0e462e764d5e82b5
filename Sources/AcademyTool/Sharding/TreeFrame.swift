import GitStore
import SourceCore

/// What of a tree holds for all its courses.
struct TreeFrame {
  let origin: TreeOrigin
  let entries: [TreeEntry]
  let unreadable: [UnreadableEntry]
  /// What is to be told once of the tree.
  let findings: [Diagnostic]
  /// Whether releases were looked for.
  let knowsHistory: Bool

  /// The frame of an opened tree.
  init(_ tree: OpenedTree) {
    origin = tree.view.origin
    entries = tree.view.entries
    unreadable = tree.view.unreadable
    findings = tree.findings
    knowsHistory = tree.knowsHistory
  }

  func write(to writer: inout FactWriter) {
    switch origin {
    case .worktree: writer.integer(0)
    case .index: writer.integer(1)
    case .folder: writer.integer(2)
    case .revision(let id):
      writer.integer(3)
      writer.id(id)
    }
    writer.list(entries) { writer, entry in
      writer.text(entry.path.string)
      writer.text(entry.kind.rawValue)
      writer.optional(entry.blob) { $0.id($1) }
    }
    writer.list(unreadable) { writer, entry in
      writer.text(entry.path.string)
      entry.failure.write(to: &writer)
    }
    Diagnostic.write(findings, to: &writer)
    writer.flag(knowsHistory)
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    switch try reader.integer() {
    case 0: origin = .worktree
    case 1: origin = .index
    case 2: origin = .folder
    case 3: origin = .revision(try reader.id())
    default: throw FactReader.Malformed()
    }
    entries = try reader.list { (r) throws(FactReader.Malformed) in
      let path = try r.path()
      guard let kind = EntryKind(rawValue: try r.text()) else { throw FactReader.Malformed() }
      return TreeEntry(
        path: path, kind: kind,
        blob: try r.optional { (r) throws(FactReader.Malformed) in try r.id() })
    }
    // All that looks something up in a tree goes by this order.
    for i in entries.indices.dropFirst() where !(entries[i - 1].path < entries[i].path) {
      throw FactReader.Malformed()
    }
    unreadable = try reader.list { (r) throws(FactReader.Malformed) in
      UnreadableEntry(path: try r.path(), failure: try ReadFailure(from: &r))
    }
    findings = try Diagnostic.readAll(from: &reader)
    knowsHistory = try reader.flag()
  }
}

extension ReadFailure {
  func write(to writer: inout FactWriter) {
    writer.text(reason.rawValue)
    writer.text(message)
    writer.optional(help) { $0.text($1) }
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    guard let reason = Reason(rawValue: try reader.text()) else { throw FactReader.Malformed() }
    self.init(
      reason, try reader.text(),
      help: try reader.optional { (r) throws(FactReader.Malformed) in try r.text() })
  }
}
