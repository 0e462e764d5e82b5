import SourceCore
import Testing

/// What is kept of findings is read back as it was, and any other bytes are refused.
@Suite struct FactCodingTests {
  private static let info = RuleInfo(
    id: "test/rule", summary: "A rule.", why: "It is a test.", severity: .warning, source: "None")

  private static var diagnostic: Diagnostic {
    let text = SourceText(path: RepoPath("a/b.md")!, bytes: Array("One\nTwö three\n".utf8))
    var found = [
      Diagnostic(
        Finding(
          ByteRange(4, 8), "it is “two”", help: "write `2`",
          notes: [.init("see there", path: RepoPath("c.md"), line: 7), .init("and here")],
          fix: Fix(
            title: "write 2", replacing: ByteRange(4, 8), with: "2", applicability: .suggestion)),
        rule: info, severity: .error, path: "a/b.md", text: text, lines: LineIndex(text.bytes))
    ]
    Diagnostic.finish(&found)
    return found[0]
  }

  @Test func `a finding is read back as it was`() throws {
    let plain = Diagnostic(
      Finding(nil, "x"), rule: Self.info, severity: .note, path: ".", place: nil)
    for diagnostic in [Self.diagnostic, plain] {
      var writer = FactWriter()
      diagnostic.write(to: &writer)
      var reader = FactReader(writer.bytes)
      let read = try Diagnostic(from: &reader)
      #expect(read == diagnostic)
      #expect(reader.isAtEnd)
    }
  }

  @Test func `cut and changed bytes are refused or read as something else, without a trap`() {
    var writer = FactWriter()
    Self.diagnostic.write(to: &writer)
    let bytes = writer.bytes
    for end in bytes.indices {
      var reader = FactReader(Array(bytes[..<end]))
      #expect(throws: FactReader.Malformed.self) { _ = try Diagnostic(from: &reader) }
    }
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[place] = value
        var reader = FactReader(changed)
        _ = try? Diagnostic(from: &reader)
      }
    }
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min])
  func `numbers are read back`(_ number: Int) throws {
    var writer = FactWriter()
    writer.integer(number)
    var reader = FactReader(writer.bytes)
    #expect(try reader.integer() == number)
  }
}
