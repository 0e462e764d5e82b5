import Glibc

/// Owns an open file descriptor.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes over a descriptor; nil for -1, and then `errno` tells why.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }
}

/// Whether a file or folder has this path.
func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// What the system says about an `errno`.
func systemMessage(_ number: Int32) -> String {
  guard let text = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: text)
}
