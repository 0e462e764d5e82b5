import CourseModel
import SourceCore

/// Tells badges, small pictures of a project's state today, from pictures of a lesson.
enum Badge {
  static func isOne(_ address: WebAddress, in bytes: [UInt8]) -> Bool {
    let host = address.hostName
    if host.hasSuffix("shields.io") || host == "badgen.net" || host == "badge.fury.io" {
      return true
    }
    let path = asciiLowercased(address.pathText(in: bytes))
    return path.split { $0 == "/" || $0 == "." || $0 == "-" || $0 == "_" || $0 == "?" }
      .contains { $0 == "badge" || $0 == "badges" }
  }
}
