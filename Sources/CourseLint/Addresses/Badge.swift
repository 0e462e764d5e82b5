import CourseModel
import SourceCore

/// Tells badges, small pictures of a project's state today, from pictures of a lesson.
enum Badge {
  static func isOne(_ address: WebAddress, in bytes: [UInt8]) -> Bool {
    let host = address.hostName
    if hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return true }
    let path = Array(asciiLowercased(address.pathText(in: bytes)).utf8)
    if ByteSearch.first(".svg?branch=", in: path) != nil { return true }
    return path.split { separators.contains($0) }
      .contains { $0.elementsEqual("badge".utf8) || $0.elementsEqual("badges".utf8) }
  }

  private static let separators = Array("/.-_?".utf8)

  /// Services that draw hardly anything else.
  private static let hosts = [
    "appveyor.com", "badge.fury.io", "badgen.net", "circleci.com", "codecov.io", "coveralls.io",
    "shields.io", "travis-ci.com", "travis-ci.org",
  ]
}
