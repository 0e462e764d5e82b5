import GitStore
import Glibc

/// The hook that checks what is about to be committed, beside whatever hook was there before.
struct CommitHook {
  /// What is in the hook's place.
  enum State: Equatable {
    /// No hook.
    case missing
    /// Our hook.
    case installed
    /// A hook that is not ours.
    case other
  }

  /// Full path of the hook.
  let path: String
  /// Where a hook that was there before waits to be run first.
  var earlier: String { path + ".before-academy" }
  /// Whether `core.hooksPath` names the folder.
  let isElsewhere: Bool

  /// Told by this line that a file is our hook.
  private static let mark = "# academy: checks what is about to be committed"
  private static let limit = 1_000_000

  /// The hook of the repository around a folder.
  init(around folder: String) throws {
    let found: Repository?
    do throws(GitError) {
      found = try Repository.discover(from: folder)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    guard let found else {
      throw ToolFailure("\(folder) is in no Git repository, so there is nothing to hook into")
    }
    path = found.hooksFolder + "/pre-commit"
    isElsewhere = found.hasOwnHooksPath
  }

  /// What is there.
  var state: State {
    guard FileSystem.isOccupied(path) else { return .missing }
    return isOurs(path) ? .installed : .other
  }

  /// Whether a hook that was there before is run first.
  var hasEarlier: Bool { FileSystem.isOccupied(earlier) }

  private func isOurs(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path, limit: Self.limit) else { return false }
    return bytes.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual(Self.mark.utf8) }
  }

  /// Puts the hook there; one that is there already is kept and run first.
  ///
  /// - Parameter options: what `academy hook run` is given.
  func install(program: String, options: [String] = []) throws {
    let folder = FileSystem.folder(of: path)
    try FileSystem.makeFolder(folder)
    if state == .other {
      guard !hasEarlier else {
        throw ToolFailure(
          "there is a hook at \(path) and an earlier one at \(earlier)",
          help: "put what both do into one of them, and remove the other")
      }
      // The name is taken in one step, and until ours replaces it the hook is there under both.
      guard link(path, earlier) == 0 else {
        throw ToolFailure(
          "cannot keep the hook at \(path): \(String(cString: strerror(errno)))",
          help: "move it to \(earlier) by hand, and run the command again")
      }
    }
    try FileSystem.replace(path, with: Array(Self.script(program, options).utf8), mode: 0o755)
  }

  /// Takes the hook away, and puts the earlier one back; false where there is none of ours.
  func uninstall() throws -> Bool {
    switch state {
    case .missing where hasEarlier, .installed where hasEarlier:
      guard rename(earlier, path) == 0 else {
        throw ToolFailure(
          "cannot put back \(earlier): \(String(cString: strerror(errno)))",
          help: "move it to \(path) by hand")
      }
      return true
    case .installed:
      try FileSystem.remove(path)
      return true
    case .missing, .other: return false
    }
  }

  /// The hook's text; the program is looked for where it is now, then in `PATH`.
  static func script(_ program: String, _ options: [String]) -> String {
    """
    #!/bin/sh
    \(mark)
    # (academy hook uninstall takes this file away and puts back the hook that was here before)
    earlier=${0%/*}/pre-commit.before-academy
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit $?
    fi
    academy=\(quoted(program))
    if [ ! -x "$academy" ]; then
      academy=$(command -v academy) || {
        echo 'note: academy is not installed here, so the lessons were not checked' >&2
        exit 0
      }
    fi
    "$academy" hook run\(options.map { " " + quoted($0) }.joined())
    case $? in
      0) exit 0 ;;
      1) why='nothing was committed' ;;
      2) why='the lessons could not be checked, so nothing was committed' ;;
      *)
        echo 'note: academy broke off, so the lessons were not checked' >&2
        exit 0
        ;;
    esac
    echo "academy: $why (git commit --no-verify commits all the same)" >&2
    exit 1

    """
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text.unicodeScalars {
      if character == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(character) }
    }
    return quoted + "'"
  }
}
