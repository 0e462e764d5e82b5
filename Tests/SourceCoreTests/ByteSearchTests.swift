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

  @Test func textsAreFoundWhole() {
    let bytes = Array("<!- <!-- a <!-- -- --> -->".utf8)
    #expect(ByteSearch.first("<!--", in: bytes) == 4)
    #expect(ByteSearch.first("<!--", in: bytes, from: 5) == 11)
    #expect(ByteSearch.first("-->", in: bytes) == 19)
    #expect(ByteSearch.first("-->", in: bytes, from: 20) == 23)
    #expect(ByteSearch.first("-->", in: bytes, to: 21) == nil)
    #expect(ByteSearch.first("-->", in: bytes, to: 22) == 19)
    #expect(ByteSearch.first("-->", in: bytes, to: 900) == 19)
    #expect(ByteSearch.first("-->", in: bytes, from: 9, to: 3) == nil)
    #expect(ByteSearch.first(UInt8(ascii: ">"), in: bytes, to: 21) == nil)
    #expect(ByteSearch.first(UInt8(ascii: ">"), in: bytes, to: 22) == 21)
    #expect(ByteSearch.first("-->x", in: bytes) == nil)
    #expect(ByteSearch.first("<!--", in: []) == nil)
    #expect(ByteSearch.stands("-->", in: bytes, at: 23))
    #expect(!ByteSearch.stands("-->", in: bytes, at: 24))
    #expect(!ByteSearch.stands("-->", in: bytes, at: 99))
  }
}
