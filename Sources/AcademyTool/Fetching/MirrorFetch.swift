import Glibc

/// The fetching of one repository: which Git command comes next, and what the last one said.
///
/// A new mirror is made under another name and renamed when it is complete; an existing one is
/// updated by Git in one go (`--atomic`). Whatever is killed, the mirror is the old or the new one.
struct MirrorFetch {
  private enum Step {
    case make, askForHead, fetch, setHead, done
  }

  let address: SourceAddress
  /// Where the mirror is in the end.
  let path: String
  private let isNew: Bool
  private let timeout: Int
  private var step: Step
  private var head: String?
  /// Where the commands work.
  private let place: String

  init(_ address: SourceAddress, in cache: MirrorCache, timeout: Int) {
    self.address = address
    self.timeout = timeout
    path = cache.path(of: address)
    isNew = !FileSystem.isFolder(path)
    place = isNew ? "\(path).new\(getpid())" : path
    step = isNew ? .make : .askForHead
  }

  /// Whether a command is about to be answered by the other side.
  var isDone: Bool { step == .done }

  /// Gets ready to run from the start again.
  mutating func restart() {
    abandon()
    head = nil
    step = isNew ? .make : .askForHead
  }

  /// Removes what was begun.
  func abandon() {
    if isNew { FileSystem.removeAll(place) }
  }

  /// The arguments of the command to run next.
  var arguments: [String] {
    let git = [
      "git", "-c", "core.hooksPath=/dev/null", "-c", "gc.autoDetach=false", "-c",
      "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=\(timeout)",
    ]
    let here = git + ["--git-dir=\(place)"]
    switch step {
    case .make: return git + ["init", "--quiet", "--bare", "--template=", place]
    case .askForHead: return here + ["ls-remote", "--symref", "--", address.text, "HEAD"]
    case .fetch:
      return here + [
        "fetch", "--progress", "--atomic", "--prune", "--force", "--no-tags",
        "--no-recurse-submodules", "--", address.text, "+refs/heads/*:refs/heads/*",
        "+refs/tags/*:refs/tags/*",
      ]
    case .setHead: return here + ["symbolic-ref", "HEAD", head ?? "refs/heads/main"]
    case .done: return []
    }
  }

  /// Takes note of what a command that went well has printed, and goes on.
  mutating func advance(_ output: [UInt8]) throws {
    switch step {
    case .make: step = .askForHead
    case .askForHead:
      head = Self.branch(String(decoding: output, as: UTF8.self))
      step = .fetch
    case .fetch:
      if head == nil { try finish() } else { step = .setHead }
    case .setHead: try finish()
    case .done: break
    }
  }

  private mutating func finish() throws {
    step = .done
    guard isNew else { return }
    // Another process may have been quicker; its mirror is as good.
    if rename(place, path) != 0 {
      FileSystem.removeAll(place)
      guard FileSystem.isFolder(path) else {
        throw ToolFailure("cannot put the mirror at \(path)")
      }
    }
  }

  /// The branch in `ref: refs/heads/main<TAB>HEAD`.
  private static func branch(_ text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix("ref: refs/heads/") {
      return String(line.dropFirst(5).prefix { $0 != "\t" && $0 != " " })
    }
    return nil
  }
}
