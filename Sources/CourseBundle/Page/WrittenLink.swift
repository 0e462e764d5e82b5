/// A destination as it is written: two spellings of `é` name two files, though texts take them for one.
struct WrittenLink: Hashable {
  private let text: String

  init(_ text: String) { self.text = text }

  static func == (a: WrittenLink, b: WrittenLink) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
