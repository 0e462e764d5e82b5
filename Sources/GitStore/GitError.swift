import CLibGit2
import SourceCore

/// Why an operation on a repository failed: what to tell people, and what libgit2 said.
public struct GitError: Error, Sendable, Hashable {
  /// The kind of failure, which decides what a command does about it.
  public enum Kind: String, Sendable, Hashable {
    /// No file or folder has this path.
    case noSuchPath
    /// No commit has this name.
    case noSuchRevision
    /// Several objects begin with this short id.
    case ambiguousRevision
    /// The name leads to a blob or a tree.
    case notACommit
    /// The branch has no commit yet.
    case unborn
    /// A bare repository has no work tree and no index.
    case bare
    /// The repository belongs to another user and is not trusted.
    case foreignOwner
    /// The repository is of a format that this program does not read.
    case unsupported
    /// Another process holds the index.
    case locked
    /// An object or a file is not there.
    case missing
    /// An object or a file is there and damaged.
    case corrupt
    /// There is more of it than the limit allows.
    case tooLarge
    /// A link or a file stands where a folder is wanted.
    case notAFolder
    /// The system refused.
    case refused
    /// Anything else.
    case other
  }

  /// The kind of failure.
  public internal(set) var kind: Kind
  /// The C function that failed.
  public let function: String
  /// What that function returned; 0 where this program found the failure itself.
  public let code: Int32
  /// The class of libgit2's error (`GIT_ERROR_…`), or `errno` of a system call.
  public let category: Int32
  /// What libgit2 or the system said.
  public let detail: String
  /// What happened, in one sentence.
  public internal(set) var message: String
  /// What to do about it, in one sentence.
  public internal(set) var help: String?

  init(
    _ kind: Kind, function: StaticString, code: Int32 = 0, category: Int32 = 0, detail: String = "",
    message: String, help: String? = nil
  ) {
    self.kind = kind
    self.function = String(describing: function)
    self.code = code
    self.category = category
    self.detail = detail
    self.message = message
    self.help = help
  }

  /// The same failure told with more knowledge of what was being done.
  func retold(_ kind: Kind, _ message: String, help: String? = nil) -> GitError {
    var copy = self
    copy.kind = kind
    copy.message = message
    copy.help = help
    return copy
  }
}

extension GitError {
  /// The failure that libgit2 keeps for this thread.
  static func last(_ function: StaticString, _ code: Int32) -> GitError {
    var detail = ""
    var category: Int32 = 0
    if let error = unsafe git_error_last() {
      if let text = unsafe error.pointee.message { detail = unsafe String(cString: text) }
      category = unsafe error.pointee.klass
    }
    let kind: Kind =
      switch code {
      case GIT_ELOCKED.rawValue: .locked
      case GIT_EOWNER.rawValue: .foreignOwner
      case GIT_EAMBIGUOUS.rawValue: .ambiguousRevision
      case GIT_EUNBORNBRANCH.rawValue: .unborn
      case GIT_EBAREREPO.rawValue: .bare
      case GIT_EPEEL.rawValue: .notACommit
      case GIT_ENOTFOUND.rawValue: .missing
      case GIT_EMISMATCH.rawValue: .corrupt
      default: Self.tellsDamage(category) ? .corrupt : .other
      }
    return GitError(
      kind, function: function, code: code, category: category, detail: detail,
      message: detail.isEmpty ? "\(function) failed with code \(code)." : sentence(detail),
      help: kind == .locked ? lockedHelp : nil)
  }

  /// What to do where another process holds a lock.
  static let lockedHelp =
    "Wait until the other Git command has ended; if none runs, remove the `.lock` file it left."

  private static func tellsDamage(_ category: Int32) -> Bool {
    switch UInt32(bitPattern: category) {
    case GIT_ERROR_ZLIB.rawValue, GIT_ERROR_ODB.rawValue, GIT_ERROR_OBJECT.rawValue,
      GIT_ERROR_TREE.rawValue, GIT_ERROR_INDEXER.rawValue, GIT_ERROR_INDEX.rawValue:
      true
    default: false
    }
  }

  private static func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    return start.hasSuffix(".") ? start : start + "."
  }

  /// The same failure as one of reading a file's bytes.
  var readFailure: ReadFailure {
    let reason: ReadFailure.Reason =
      switch kind {
      case .noSuchPath, .noSuchRevision, .missing, .unborn: .missing
      case .corrupt: .corrupt
      case .tooLarge: .tooLarge
      case .notAFolder, .notACommit: .notAFile
      default: .refused
      }
    return ReadFailure(reason, message, help: help)
  }
}
