import SourceCore

/// Checks the names that offices give: of courses, lessons and files.
enum NameCheck {
  /// `office/slug`: lower case, digits and hyphens.
  static func courseID(_ text: String) -> ValueFormat.Failure? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ isSlug($0) }) { return nil }
    if parts.count == 1 {
      let slug = slug(text)
      return ValueFormat.Failure(
        reason: "the office's part is missing",
        help: "put your office's short name and a slash in front: office-a/"
          + (slug.isEmpty ? "git-basics" : slug))
    }
    if parts.count > 2 {
      return ValueFormat.Failure(
        reason: "it has more than one slash",
        help: "write office/course, such as office-a/git-basics")
    }
    let meant = parts.map { slug($0) }
    return ValueFormat.Failure(
      reason: "only lower-case letters, digits and hyphens may stand beside the slash",
      help: "write office/course, such as office-a/git-basics",
      meant: meant.contains("") ? nil : meant.joined(separator: "/"))
  }

  /// What can be part of an address as it is; file names without number and ending are such ids.
  static func lessonID(_ text: String) -> ValueFormat.Failure? {
    guard !isPlainID(text), !isID(text) else { return nil }
    let parts = text.split { !isIDCharacter($0) }
    let meant = parts.joined(separator: "-").drop { "-_.".contains($0) }
    return ValueFormat.Failure(
      reason: "only letters, digits, `-`, `_` and `.` may stand in it",
      help: "write it as in track-changes", meant: isID(meant) ? String(meant) : nil)
  }

  /// A relative path that stays in the folder, with `/` between its parts.
  static func repoPath(_ text: String) -> ValueFormat.Failure? {
    let help = "write the path from the course's folder, such as episodes/01-introduction.md"
    if text.contains("\\") {
      let meant = String(text.map { $0 == "\\" ? "/" : $0 })
      return ValueFormat.Failure(
        reason: "folders are separated by `/`", help: help,
        meant: repoPath(meant) == nil ? meant : nil, isCertain: true)
    }
    if text.hasPrefix("/") {
      let meant = String(text.drop { $0 == "/" })
      return ValueFormat.Failure(
        reason: "it starts at the root of the file system", help: help,
        meant: meant.isEmpty || repoPath(meant) != nil ? nil : meant)
    }
    guard let path = RepoPath(text) else {
      return ValueFormat.Failure(reason: "it leads out of the course's folder", help: help)
    }
    guard !path.isRoot else { return ValueFormat.Failure(reason: "it names no file", help: help) }
    return nil
  }

  private static func isSlug(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x2D, last != 0x2D else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      byte == 0x2D || byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
    }
  }

  private static func slug(_ text: some StringProtocol) -> String {
    let letters = text.lowercased().split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    return letters.joined(separator: "-")
  }

  /// Whether it is an id of ASCII, as nearly all are: asking Unicode for each letter takes long.
  private static func isPlainID(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != 0x2D, first != 0x2E, first != 0x5F else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
        || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
  }

  private static func isID(_ text: some StringProtocol) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber else { return false }
    return text.allSatisfy(isIDCharacter)
  }

  private static func isIDCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }
}
