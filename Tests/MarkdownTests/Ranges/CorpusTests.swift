import Foundation
import Markdown
import Testing

/// Ranges hold together over real lessons: every file below the folders that `ACADEMY_CORPUS` names,
/// separated by `:`; skipped where it is not set.
@Suite struct CorpusTests {
  static let folders = (ProcessInfo.processInfo.environment["ACADEMY_CORPUS"] ?? "")
    .split(separator: ":").map(String.init)

  @Test(.enabled(if: !folders.isEmpty, "ACADEMY_CORPUS names no folders"), arguments: folders)
  func rangesHoldTogether(_ folder: String) throws {
    let files = FileManager.default.enumerator(atPath: folder)
    while let path = files?.nextObject() as? String {
      guard [".md", ".Rmd", ".qmd"].contains(where: path.hasSuffix) else { continue }
      let data = try Data(contentsOf: URL(filePath: folder).appending(path: path))
      for dialect in Dialect.allCases {
        let document = Document(Array(data), options: ParseOptions(dialect: dialect))
        #expect(RangeInvariants(document).violations.isEmpty, "\(path), \(dialect)")
      }
    }
  }
}
