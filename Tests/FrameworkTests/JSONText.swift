/// Writes JSON for tests.
enum JSONText {
  /// A text in quotes; the reference data hold neither control characters nor backslashes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      if character == "\"" || character == "\\" { out += "\\" }
      out.append(character)
    }
    return out + "\""
  }
}
