import Glibc
import Markdown

/// Renders many documents in one process, so that another parser's HTML can be held against it.
///
/// Standard input holds, per document, a line `DIALECT LENGTH` and so many bytes; standard output,
/// a line `LENGTH` and so many bytes of HTML.
@main
enum MarkdownHTML {
  static func main() {
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 2, let dialect = Dialect(rawValue: String(words[0])),
        let length = Int(words[1])
      else {
        print("usage: DIALECT LENGTH, then the bytes")
        exit(2)
      }
      let options = ParseOptions(dialect: dialect, frontMatter: false)
      let html = Document(read(length), options: options).html()
      print(html.utf8.count)
      print(html, terminator: "")
      unsafe fflush(nil)
    }
  }

  private static func read(_ length: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    var count = 0
    while count < length {
      let byte = getchar()
      if byte < 0 { break }
      bytes[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }
    return Array(bytes[..<count])
  }
}
