import Framework
import Identifiers
import SourceCore

/// Finds the commit that released a version of a framework document.
///
/// As with courses, a tag's name proves nothing: the document in the tagged commit must say the
/// version itself.
struct FrameworkRelease {
  let history: any History
  /// The document, from the repository's root.
  let path: RepoPath
  let version: SemVer
  let limit: Int

  /// The commit; throws where there is none, or where there are several that differ.
  func commit() throws -> ObjectID {
    do {
      let head = try history.commit("HEAD").id
      let now = try document(in: head)
      return now?.document.declaresReleases == true
        ? try declared(from: head) : try tagged(now?.document.name)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }

  private func tagged(_ name: String?) throws -> ObjectID {
    var found: [(tag: TagInfo, blob: ObjectID)] = []
    var foreign: [(tag: TagInfo, says: String)] = []
    for tag in try history.tags() where Self.version(tag.name) == version {
      guard let there = try document(in: tag.commit) else {
        foreign.append((tag, "has no \(path)"))
        continue
      }
      let isOther = name != nil && there.document.name != name
      if there.document.version == version, !isOther {
        found.append((tag, there.blob))
      } else {
        let says = [there.document.name, there.document.version?.description].compactMap(\.self)
        foreign.append((tag, "holds \(says.joined(separator: " "))"))
      }
    }
    guard let first = found.first else { throw missing(foreign) }
    if let other = found.first(where: { $0.blob != first.blob }) {
      throw ToolFailure(
        "the tags \(first.tag.name) and \(other.tag.name) both release \(version) of \(path), "
          + "and differ", help: "ask its office which one counts, and name it with `rev`")
    }
    return first.tag.commit
  }

  private func missing(_ foreign: [(tag: TagInfo, says: String)]) -> ToolFailure {
    let what = "no tag releases \(version) of \(path)"
    if let tag = foreign.first {
      return ToolFailure(
        "\(what): the commit of the tag \(tag.tag.name) \(tag.says)",
        help: "name the commit with `rev`, if it is meant all the same")
    }
    return ToolFailure(
      what,
      help: history.isShallow
        ? "this is a shallow clone: `git fetch --unshallow --tags` brings the rest"
        : "`git fetch --tags` brings the tags of the repository it was cloned from")
  }

  private func declared(from head: ObjectID) throws -> ObjectID {
    let commits = try history.firstParentHistory(of: path, from: head)
    for commit in commits.reversed() {
      if try document(in: commit.id)?.document.version == version { return commit.id }
    }
    throw ToolFailure(
      "no commit declares \(version) of \(path)",
      help: history.isShallow
        ? "this is a shallow clone: `git fetch --unshallow` brings the rest"
        : "`git log -- \(path)` shows which versions there are")
  }

  private func document(
    in commit: ObjectID
  ) throws(ReadFailure) -> (document: FrameworkDocument, blob: ObjectID)? {
    guard let blob = try history.objectID(at: path, in: commit) else { return nil }
    do throws(ReadFailure) {
      let bytes = try history.blob(blob, limit: limit)
      return (FrameworkDocument(bytes, path: path.string), blob)
    } catch {
      // A folder of that name is no document; anything else must be told.
      if error.reason == .notAFile { return nil }
      throw error
    }
  }

  /// The version in a tag's name: `1.2.0`, `v1.2.0`, `nso-north/v1.2.0`.
  private static func version(_ tag: String) -> SemVer? {
    var text = tag[...]
    if let slash = tag.lastIndex(of: "/") { text = tag[tag.index(after: slash)...] }
    if text.first == "v" || text.first == "V" { text = text.dropFirst() }
    return SemVer(text)
  }
}
