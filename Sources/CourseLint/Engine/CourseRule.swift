import CourseModel
import Framework
import SourceCore

/// A finding of a course rule: its file and its place in it, already resolved.
public struct CourseFinding: Sendable {
  /// File below the course's folder; the root for the course as a whole.
  public let path: RepoPath
  /// Where in that file; nil for the file as a whole.
  public let place: Place?
  /// What was found; its own range is only used by fixes.
  public let finding: Finding

  /// Makes a finding.
  public init(_ path: RepoPath, _ place: Place?, _ finding: Finding) {
    self.path = path
    self.place = place
    self.finding = finding
  }

  /// Makes a finding about a link, which says where another file defines the link's label.
  init(_ element: JudgedLinks.Element, _ finding: Finding) {
    var finding = finding
    if let note = element.link.note { finding.notes.append(note) }
    self.init(element.page.path, element.link.place, finding)
  }

  /// Packs it with its paths below the root of what was checked.
  func add(to packer: inout PlacedPacker, in course: Course) {
    let path = course.folder.appending(path)
    var finding = finding
    // A notebook's text is made from its cells, and its file is not at hand.
    if Notebook.isNotebook(path) { finding.fix = nil }
    if !finding.notes.isEmpty {
      finding.notes = finding.notes.map { note in
        Finding.Note(note.text, path: note.path.map(course.folder.appending), line: note.line)
      }
    }
    packer.add(finding, path: path.isRoot ? "." : path.string, place: place)
  }
}

/// A rule that looks at a course as a whole: its files and its pages' facts.
public protocol CourseRule: Rule {
  /// Whether the rule asks what the pages say, not only which files there are.
  static var readsPages: Bool { get }

  /// What of the pages' facts the rule reads: it is asked again where that changes, and sees nothing
  /// of what no rule reads.
  static var reads: FactParts { get }

  /// Reports what the rule finds in a course.
  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void)
}

extension CourseRule {
  /// Nearly all do.
  public static var readsPages: Bool { true }

  /// Everything, where a rule does not say.
  public static var reads: FactParts { .all }
}
