import Foundation
import Testing

/// One example of a specification, as the shared conformance data list them.
struct SpecificationExample: Decodable, Sendable, CustomTestStringConvertible {
  let markdown: String
  let html: String
  let section: String
  let example: Int
  let extensions: [String]

  var testDescription: String { "\(section) \(example)" }

  /// The examples of one suite; empty where the shared data are not there.
  static func load(_ suite: String) -> [SpecificationExample] {
    let file = sharedFolder.appending(path: "conformance/commonmark/\(suite).json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([SpecificationExample].self, from: data)) ?? []
  }

  /// The folder of data shared between projects: `ACADEMY_SHARED`, or beside the package.
  private static let sharedFolder: URL = {
    if let path = ProcessInfo.processInfo.environment["ACADEMY_SHARED"] {
      return URL(filePath: path)
    }
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.deletingLastPathComponent().appending(path: "shared")
  }()
}
