import CLibGit2
import SourceCore

/// Tells where a file of the work tree holds other bytes than its blob although nothing changed:
/// line ends that Git converts, Git LFS, and whatever else attributes can ask for.
///
/// Most repositories have no attributes, and then nothing is looked at; most others convert line
/// ends and no more, and then lengths tell.
struct WorktreeFilters {
  private enum Reach: Int, Comparable {
    case nothing, lineEnds, programs

    static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
  }

  private let repository: Repository
  private let root: String
  private var reach = Reach.nothing

  init(_ repository: Repository, _ index: borrowing Handle<IndexKind>, root: String) {
    self.repository = repository
    self.root = root
    if repository.settingText("core.autocrlf").map({ $0 != "false" }) ?? false {
      reach = .lineEnds
    }
    // Where that file lies is libgit2's business: anything may stand in it.
    if repository.settingText("core.attributesfile") != nil { reach = .programs }
    notice(file: repository.commonDirectory + "/info/attributes")
    notice(outside: GIT_CONFIG_LEVEL_XDG, "attributes")
    notice(outside: GIT_CONFIG_LEVEL_SYSTEM, "gitattributes")
    for i in unsafe 0..<git_index_entrycount(index.pointer) {
      guard let entry = unsafe git_index_get_byindex(index.pointer, i),
        unsafe Self.isAttributes(entry.pointee.path)
      else { continue }
      let text = try? repository.blob(ObjectID(unsafe entry.pointee.id), limit: 1 << 20)
      notice(text ?? Self.filter)
    }
  }

  /// Whether an unchanged file may hold other bytes than its blob.
  var mayConvert: Bool { reach > .nothing }

  /// Takes note of a file of the work tree.
  mutating func notice(_ path: UnsafePointer<CChar>) {
    guard reach < .programs, unsafe Self.isAttributes(path) else { return }
    notice(file: "\(root)/\(unsafe String(cString: path))")
  }

  /// Takes note of attributes that folders above a view's root hold.
  mutating func notice(parentsOf folder: RepoPath) {
    var folder = folder
    while !folder.isRoot {
      folder = folder.parent
      notice(file: "\(root)/\(folder.appending(".gitattributes"))")
    }
  }

  /// Whether an unchanged file of `size` bytes holds the blob's bytes.
  ///
  /// Converting line ends or `$Id$` always changes the length; a filter program or another
  /// encoding need not, so that nothing is known of a file that has one.
  func areSame(_ path: String, size: Int, _ blob: ObjectID) -> Bool {
    if reach == .programs {
      var filter: UnsafePointer<CChar>?
      var encoding: UnsafePointer<CChar>?
      let code = unsafe academy_git_programs_of(
        &filter, &encoding, repository.handle.pointer, path)
      let kinds = unsafe [git_attr_value(filter), git_attr_value(encoding)]
      let isPlain = kinds.allSatisfy {
        $0 == GIT_ATTR_VALUE_UNSPECIFIED || $0 == GIT_ATTR_VALUE_FALSE
      }
      guard code == 0, isPlain else { return false }
    }
    return repository.blobSize(blob) == size
  }

  private mutating func notice(file: String) {
    guard reach < .programs, exists(file) else { return }
    notice((try? readWholeFile(file, limit: 1 << 20)) ?? Self.filter)
  }

  private mutating func notice(_ attributes: [UInt8]) {
    let names = [Self.filter, Array("working-tree-encoding".utf8), Array("[attr]".utf8)]
    let usesPrograms = names.contains { attributes.contains($0) }
    reach = max(reach, usesPrograms ? .programs : .lineEnds)
  }

  private static let filter = Array("filter".utf8)
  private static let name = Array(".gitattributes".utf8)

  private static func isAttributes(_ path: UnsafePointer<CChar>) -> Bool {
    unsafe cStringBytes(path) { bytes in
      let start = bytes.count - name.count
      guard start >= 0, unsafe bytes[start] == name[0], unsafe bytes[start...].elementsEqual(name)
      else { return false }
      return unsafe start == 0 || bytes[start - 1] == UInt8(ascii: "/")
    }
  }

  /// Takes note of attributes in libgit2's folders of settings outside the repository.
  private mutating func notice(outside level: git_config_level_t, _ name: String) {
    for folder in searchPath(level) { notice(file: "\(folder)/\(name)") }
  }
}
