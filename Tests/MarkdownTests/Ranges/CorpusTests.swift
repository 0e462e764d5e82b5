import Foundation
import Markdown
import TestSupport
import Testing

/// Ranges hold together over real lessons: every page of the clones that `ACADEMY_CORPUS` names.
@Suite struct CorpusTests {
  @Test(.enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
  func rangesHoldTogether() throws {
    let folder = try #require(SharedData.corpus)
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
