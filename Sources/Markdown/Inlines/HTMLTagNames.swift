/// The tag names that CommonMark and GFM list, each between blanks.
enum HTMLTagNames {
  /// What starts an HTML block of the first kind.
  static let raw: StaticString = " script pre style textarea "

  /// What starts an HTML block of the sixth kind.
  static let block: StaticString = """
     address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
    p param search section summary table tbody td tfoot th thead title tr track ul 
    """

  /// What GFM's tag filter disarms.
  static let filtered: StaticString =
    " title textarea style xmp iframe noembed noframes script plaintext "

  /// Whether a name, in any case, is in a list.
  static func contains(_ name: ByteView, in list: StaticString) -> Bool {
    let names = ByteView(start: list.utf8Start, count: list.utf8CodeUnitCount)
    var index = 0
    while index + name.count + 1 < names.count {
      // `index` stands at the blank before a name.
      var offset = 0
      while offset < name.count, names[index + 1 + offset] == Bytes.lowercased(name[offset]) {
        offset += 1
      }
      if offset == name.count, names[index + 1 + offset] == 0x20 { return true }
      index += 1
      while index < names.count, names[index] != 0x20 { index += 1 }
    }
    return false
  }
}
