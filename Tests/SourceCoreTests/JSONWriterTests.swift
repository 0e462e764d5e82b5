import SourceCore
import Testing

struct JSONWriterTests {
  private func write(pretty: Bool, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: pretty)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func sample(_ json: inout JSONWriter) {
    json.beginObject()
    json.key("a")
    json.integer(-1)
    json.key("b")
    json.beginArray()
    json.string("x")
    json.beginObject()
    json.endObject()
    json.beginArray()
    json.endArray()
    json.bool(true)
    json.null()
    json.number(1.5)
    json.number(.infinity)
    json.endArray()
    json.key("c")
    json.beginObject()
    json.key("d")
    json.bool(false)
    json.endObject()
    json.endObject()
  }

  @Test func compact() {
    #expect(
      write(pretty: false, sample)
        == #"{"a":-1,"b":["x",{},[],true,null,1.5,null],"c":{"d":false}}"#)
  }

  @Test func pretty() {
    #expect(
      write(pretty: true, sample) == """
        {
          "a": -1,
          "b": [
            "x",
            {},
            [],
            true,
            null,
            1.5,
            null
          ],
          "c": {
            "d": false
          }
        }
        """)
  }

  @Test func escapes() {
    let text = "\"\\/\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}é統😀"
    #expect(
      write(pretty: false) { $0.string(text) }
        == #""\"\\/\n\r\t\u0000\u001b\u007f\u009b\u202e\u2028é統😀""#)
  }
}
