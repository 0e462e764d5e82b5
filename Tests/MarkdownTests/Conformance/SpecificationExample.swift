import Foundation
import TestSupport
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
    guard let folder = SharedData.folder else { return [] }
    let file = URL(filePath: folder).appending(path: "conformance/commonmark/\(suite).json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([SpecificationExample].self, from: data)) ?? []
  }
}
