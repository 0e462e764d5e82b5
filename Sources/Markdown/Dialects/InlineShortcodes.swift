/// Shortcodes that stand for words, and so belong to the text around them even in a line of their
/// own.
enum InlineShortcodes {
  private static let names: [StaticString] = [
    "param", "ref", "relref", "meta", "var", "env", "fa", "icon", "kbd", "bi", "iconify", "version",
    "abbr", "term", "date", "lipsum", "emoji", "badge", "color", "latest",
  ]

  static func contains(_ name: ByteView) -> Bool {
    for word in names where word.utf8CodeUnitCount == name.count {
      var index = 0
      while index < name.count, word.utf8Start[index] == name[index] { index += 1 }
      if index == name.count { return true }
    }
    return false
  }
}
