import Glibc

/// Why a bundle could not be written.
public struct OutputFailure: Error, Sendable, Hashable {
  /// What happened, in one sentence.
  public let message: String
  /// What to do about it, in one sentence.
  public let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// A failure of the system, told from `errno`, which must be read before anything else happens.
  static func system(_ doing: String, _ path: String, _ number: Int32 = errno) -> OutputFailure {
    if number == ELOOP || number == ENOTDIR {
      return OutputFailure(
        "\(path) is a symbolic link or no folder, and links are not followed when writing.",
        help: "Remove it, or choose another output folder.")
    }
    let text = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    return OutputFailure(
      "Cannot \(doing) \(path): \(text).",
      help: number == ENOSPC ? "Free some space and run the command again." : nil)
  }
}
