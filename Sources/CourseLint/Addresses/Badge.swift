import CourseModel
import SourceCore

/// Tells badges, small pictures of a project's state today, from pictures of a lesson.
enum Badge {
  static func isOne(_ address: WebAddress, in bytes: [UInt8]) -> Bool {
    let host = address.hostName
    if hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return true }
    let path = asciiLowercased(address.pathText(in: bytes))
    if path.contains(".svg?branch=") { return true }
    return path.split { $0 == "/" || $0 == "." || $0 == "-" || $0 == "_" || $0 == "?" }
      .contains { $0 == "badge" || $0 == "badges" }
  }

  /// Services that draw hardly anything else.
  private static let hosts = [
    "appveyor.com", "badge.fury.io", "badgen.net", "circleci.com", "codecov.io", "coveralls.io",
    "shields.io", "travis-ci.com", "travis-ci.org",
  ]
}
