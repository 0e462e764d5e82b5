/// What a course is packaged as.
public enum BundleFormat: String, Sendable, Hashable, CaseIterable {
  /// A web site, as a folder and a zip.
  case site
  /// A SCORM 1.2 package of one SCO.
  case scorm12
  /// An EPUB 3.3 publication.
  case epub
  /// A Common Cartridge 1.1, which Moodle imports.
  case imscc11
  /// A Common Cartridge 1.3, which Canvas and Open edX import.
  case imscc13

  /// Ending of the archive's name.
  public var fileEnding: String {
    switch self {
    case .site, .scorm12: "zip"
    case .epub: "epub"
    case .imscc11, .imscc13: "imscc"
    }
  }

  /// Its name in messages.
  public var title: String {
    switch self {
    case .site: "web site"
    case .scorm12: "SCORM 1.2"
    case .epub: "EPUB 3.3"
    case .imscc11: "Common Cartridge 1.1"
    case .imscc13: "Common Cartridge 1.3"
    }
  }
}
