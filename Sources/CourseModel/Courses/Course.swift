import Framework
import Identifiers
import Markdown
import SourceCore

/// A course: its files, what they say of it, and its pages in order. Pages are not read yet.
public struct Course: Sendable {
  /// Its folder below the root of the tree it was read from.
  public let folder: RepoPath
  /// How its files are laid out.
  public let layout: CourseLayout
  /// Where below its folder the pages are, as the layout has it (`content`, `src`).
  public let content: RepoPath
  /// `course.yml`, where there is one.
  public let manifest: CourseFile?
  /// The site generator's configuration (`config.yaml`, `_quarto.yml`), where there is one.
  public let config: CourseFile?
  /// The file that lists the lessons (`_toc.yml`, `SUMMARY.md`, the page with a `toctree`), where
  /// it is neither the manifest nor the configuration.
  public let list: CourseFile?
  /// `CITATION.cff`, where there is one.
  public let citation: CourseFile?
  /// What the files say of the course.
  public let metadata: CourseMetadata
  /// Lessons as the manifest lists them, else as the generator's files do; empty where none does.
  public let listed: [ListedLesson]
  /// Pages in reading order: index, lessons, pages for learners, for instructors, profiles.
  public let pages: [CoursePage]
  /// The terms that its glossary explains.
  public let glossary: Glossary
  /// Definitions of links in files which are no pages, for pages that take them in.
  public let sharedDefinitions: SharedDefinitions
  /// All files below the folder, with paths below it, in bytewise order.
  public let entries: [TreeEntry]
  /// Files of the course that could not be read, with paths below the folder.
  public let failures: [CourseFailure]
  /// The dialects that are set for folders of the tree it was read from.
  public let dialects: FolderDialects

  /// The course's id, else its folder's name, else `course`.
  public var name: String {
    metadata.id?.value ?? (folder.isRoot ? metadata.title ?? "course" : folder.string)
  }

  /// The pages that are lessons, in order.
  public var lessons: [CoursePage] { pages.filter { $0.kind == .lesson } }

  /// The file at a path below the course's folder, of those that describe the course.
  public func file(at path: RepoPath) -> CourseFile? {
    [manifest, config, list, citation].compactMap(\.self).first { $0.path == path }
  }

  /// The entry at a path below the course's folder, by binary search.
  public func entry(at path: RepoPath) -> TreeEntry? {
    entries.place(of: path).map { entries[$0] }
  }

  /// Whether a folder below the course's folder holds anything.
  public func hasFolder(_ path: RepoPath) -> Bool { !entries.below(path).isEmpty }
}

/// A page of a course before it is read.
public struct CoursePage: Sendable, Hashable {
  /// Path below the course's folder.
  public let path: RepoPath
  /// What it is.
  public let kind: PageKind
  /// Its entry in the tree; the entry's path is below the root of the tree.
  public let entry: TreeEntry
  /// The id the manifest gives it, where it does.
  public let listedID: String?
  /// Whether the list of lessons names it, or there is no list; a lesson that is not listed is a
  /// draft, as in the Workbench.
  public let isListed: Bool

  /// Makes a page.
  public init(
    path: RepoPath, kind: PageKind, entry: TreeEntry, listedID: String? = nil, isListed: Bool = true
  ) {
    self.path = path
    self.kind = kind
    self.entry = entry
    self.listedID = listedID
    self.isListed = isListed
  }
}

/// One entry of the list of lessons.
public struct ListedLesson: Sendable {
  /// The id given or derived from the file's name.
  public let id: String
  /// The file below the course's folder; nil where the path leaves it.
  public let path: RepoPath?
  /// The path as written.
  public let written: String
  /// Earlier ids of the lesson.
  public let aliases: [String]
  /// The entry in its file.
  public let field: Field<String>
  /// Where that is, of an entry that stands in a page which is itself listed.
  public var place: Place?
}

/// A file of a course that could not be read.
public struct CourseFailure: Sendable {
  /// Path below the course's folder.
  public let path: RepoPath
  /// Why.
  public let failure: ReadFailure
}
