/// Which alphabets a part of a host's name is written in, of those whose letters look alike.
struct HostScripts {
  /// The alphabet beside Latin: `Cyrillic`, `Greek` or `Armenian`.
  private(set) var other = ""
  /// Whether Latin letters stand beside those of another alphabet.
  private(set) var isMixed = false
  /// Whether all letters are of another alphabet, and look like Latin ones.
  private(set) var isAllLookalike = false

  init(_ label: String) {
    var latin = 0
    var others = 0
    var lookalikes = 0
    for scalar in label.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x41...0x24F, 0x1E00...0x1EFF: latin += 1
      case 0x370...0x3FF: (others, other) = (others + 1, "Greek")
      case 0x400...0x52F: (others, other) = (others + 1, "Cyrillic")
      case 0x530...0x58F: (others, other) = (others + 1, "Armenian")
      default: continue
      }
      if Self.alike.contains(scalar) { lookalikes += 1 }
    }
    isMixed = latin > 0 && others > 0
    isAllLookalike = latin == 0 && others > 1 && lookalikes == others
  }

  private static let alike = Set("аеорсухіјѕһԁԛԝӏԍνοαρυιϲօսոհցյ".unicodeScalars)
}
