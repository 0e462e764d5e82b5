import SourceCore
import Testing

struct SourceTextTests {
  @Test(
    arguments: [
      ([0x61], nil), ([0x61, 0xFF], 1), ([0xC3, 0xA9, 0xE9], 2), ([0xE2, 0x82], 0), ([], nil),
      ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x61, 0x62, 0xC0, 0x80], 2),
    ] as [([UInt8], Int?)])
  func firstInvalidUTF8(_ bytes: [UInt8], _ offset: Int?) {
    #expect(SourceText(path: .root, bytes: bytes).firstInvalidUTF8() == offset)
  }

  @Test func stringsAndMarks() {
    let text = SourceText(path: .root, "\u{FEFF}aé")
    #expect(text.byteOrderMarkLength == 3)
    #expect(text.string(ByteRange(3, 6)) == "aé")
    #expect(text.string(ByteRange(4, 99)) == "é")
    #expect(text.string(ByteRange(4, 5)) == "\u{FFFD}")
    #expect(SourceText(path: .root, "a").byteOrderMarkLength == 0)
  }

  @Test func objectIDs() {
    let hex = "0123456789abcdef0123456789abcdef01234567"
    let id = ObjectID(hex: hex.uppercased())
    #expect(id?.hex == hex)
    #expect(id?.short == "0123456")
    #expect(ObjectID(bytes: id?.bytes ?? []) == id)
    #expect(ObjectID(hex: hex.dropLast()) == nil)
    #expect(ObjectID(hex: hex.dropLast() + "g") == nil)
    #expect(ObjectID(bytes: [1, 2]) == nil)
  }
}
