import CLibGit2
import Glibc

/// A fixture could not be made; a test that sees one tests nothing.
public struct FixtureError: Error, CustomStringConvertible {
  /// What failed and why.
  public let description: String

  init(_ description: String) { self.description = description }

  static func system(_ what: String) -> FixtureError {
    FixtureError("\(what): \(unsafe String(cString: strerror(errno)))")
  }
}

/// Throws what libgit2 said where `code` is negative.
func expect(_ what: String, _ code: Int32) throws(FixtureError) {
  guard code < 0 else { return }
  let said = unsafe git_error_last().flatMap { unsafe $0.pointee.message }
  throw FixtureError("\(what) (\(code)): \(unsafe said.map { unsafe String(cString: $0) } ?? "")")
}
