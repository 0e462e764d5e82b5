import CourseModel
import SourceCore
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://www.INE.es/a?b#c", "www.ine.es", "", "/a?b#c"),
    ("http://localhost:8888", "localhost", "8888", ""),
    ("//cdn.example.org/x.png", "cdn.example.org", "", "/x.png"),
    ("https://me:key@[fe80::1]:80/x", "fe80::1", "80", "/x"),
    ("  https:\\\\host\\x", "host", "", "\\x"), ("ftp://a.b:/x", "a.b", "", "/x"),
  ])
  func partsAreTold(_ text: String, _ host: String, _ port: String, _ path: String) throws {
    let bytes = Array(text.utf8)
    let address = try #require(WebAddress(bytes, in: ByteRange(0, bytes.count)))
    #expect(address.hostName == host)
    #expect(String(decoding: bytes[address.port.indices], as: UTF8.self) == port)
    #expect(address.pathText(in: bytes) == path)
  }

  @Test(arguments: ["", "a.md", "mailto:a@example.org", "https:", "https://", "http:///x", "//"])
  func whatNamesNoHostIsNone(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(WebAddress(bytes, in: ByteRange(0, bytes.count)) == nil)
  }

  @Test func theSchemeIsComparedInAnyCase() throws {
    let bytes = Array("HTTPS://example.org".utf8)
    let address = try #require(WebAddress(bytes, in: ByteRange(0, bytes.count)))
    #expect(address.hasScheme("https", in: bytes))
    #expect(!address.hasScheme("http", in: bytes))
  }
}
