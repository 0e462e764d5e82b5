import SourceCore
import Testing

@Suite struct ByteSearchTests {
  @Test func theFirstOneIsFoundWhereverItStands() {
    for length in 0...40 {
      var bytes = (0..<length).map { UInt8(truncatingIfNeeded: 0x40 + $0 * 37) }
      for byte in [UInt8(0), 0x01, 0x3A, 0x7F, 0x80, 0xE2, 0xFF] {
        for i in bytes.indices where bytes[i] == byte { bytes[i] = 0x41 }
        #expect(ByteSearch.first(byte, in: bytes) == nil)
        for place in bytes.indices {
          var text = bytes
          text[place] = byte
          if place + 1 < length { text[place + 1] = byte &+ 1 }
          if place > 0 { text[place - 1] = byte &+ 1 }
          #expect(ByteSearch.first(byte, in: text) == place)
          #expect(ByteSearch.first(byte, in: text, from: place) == place)
          #expect(ByteSearch.first(byte, in: text, from: place + 1) == nil)
        }
      }
    }
  }
}
