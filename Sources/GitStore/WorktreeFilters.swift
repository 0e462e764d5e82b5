import CLibGit2
import SourceCore

/// Tells where a file of the work tree holds other bytes than its blob although nothing changed:
/// line ends that Git converts, Git LFS, and whatever else attributes can ask for.
struct WorktreeFilters {
  private let repository: Repository
  /// Whether any setting or attribute is there at all; mostly there is none, and then it is cheap.
  private(set) var mayConvert: Bool

  init(_ repository: Repository, _ index: borrowing Handle<IndexKind>) {
    self.repository = repository
    mayConvert =
      repository.settingText("core.autocrlf").map { $0 != "false" } ?? false
      || repository.settingText("core.attributesfile") != nil
      || exists(repository.commonDirectory + "/info/attributes")
      || Self.isSet(outside: GIT_CONFIG_LEVEL_XDG, "attributes")
      || Self.isSet(outside: GIT_CONFIG_LEVEL_SYSTEM, "gitattributes")
    for i in unsafe 0..<git_index_entrycount(index.pointer) where !mayConvert {
      if let path = unsafe git_index_get_byindex(index.pointer, i)?.pointee.path {
        unsafe notice(path)
      }
    }
  }

  /// Takes note of a file of the work tree or the index.
  mutating func notice(_ path: UnsafePointer<CChar>) {
    guard !mayConvert else { return }
    let name = Self.attributes
    unsafe cStringBytes(path) { bytes in
      let start = bytes.count - name.count
      guard start >= 0, unsafe bytes[start...].elementsEqual(name) else { return }
      mayConvert = unsafe start == 0 || bytes[start - 1] == UInt8(ascii: "/")
    }
  }

  private static let attributes = Array(".gitattributes".utf8)

  /// Takes note of attributes that folders above a view's root hold.
  mutating func notice(parentsOf folder: RepoPath, below root: String) {
    var folder = folder
    while !mayConvert && !folder.isRoot {
      folder = folder.parent
      mayConvert = exists("\(root)/\(folder.appending(".gitattributes"))")
    }
  }

  /// Whether an unchanged file of `size` bytes holds the blob's bytes.
  ///
  /// Converting line ends or `$Id$` always changes the length; a filter program or another
  /// encoding need not, so that nothing is known of a file that has one.
  func areSame(_ path: String, size: Int, _ blob: ObjectID) -> Bool {
    for attribute in ["filter", "working-tree-encoding"] {
      var value: UnsafePointer<CChar>?
      let code = unsafe git_attr_get(&value, repository.handle.pointer, 0, path, attribute)
      let kind = unsafe git_attr_value(value)
      guard code == 0, kind == GIT_ATTR_VALUE_UNSPECIFIED || kind == GIT_ATTR_VALUE_FALSE else {
        return false
      }
    }
    return repository.blobSize(blob) == size
  }

  /// Whether a file of attributes lies in a folder of settings outside the repository.
  private static func isSet(outside level: git_config_level_t, _ name: String) -> Bool {
    var buffer = unsafe git_buf()
    defer { unsafe git_buf_dispose(&buffer) }
    guard unsafe academy_git_get_search_path(level, &buffer) == 0, let text = unsafe buffer.ptr
    else { return true }
    return unsafe String(cString: text).split(separator: ":").contains { exists("\($0)/\(name)") }
  }
}
