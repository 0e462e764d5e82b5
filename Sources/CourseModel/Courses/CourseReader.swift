import Framework
import Identifiers
import SourceCore

/// Reads a course from a tree: the files that describe it, and which pages it has.
public struct CourseReader {
  /// Longest file that is read, in bytes; the same limit holds for lessons.
  public let limit: Int

  /// Makes a reader.
  public init(limit: Int) { self.limit = limit }

  /// Reads the course in a folder of `view`; other courses below that folder are not part of it.
  ///
  /// - Parameters:
  ///   - dialects: what the tree says of its folders; nil where it has not been read yet.
  public func read(
    _ found: CourseDiscovery.Found, among all: [CourseDiscovery.Found], in view: any TreeView,
    dialects: FolderDialects? = nil
  ) -> Course {
    let inner = CourseDiscovery.inner(of: found.folder, among: all)
    var files = CourseFiles(view, folder: found.folder, without: inner, limit: limit)
    let manifest = files.file("course.yml")
    let citation = files.file("CITATION.cff")
    let declared = LessonListReader.read(manifest)
    var input = LayoutInput(files: files, content: found.content, declared: declared)
    let reading = Self.read(found.layout, &input)
    let metadata = MetadataReader(manifest: manifest, site: reading.site, citation: citation)
    let shared = SharedLabels.read(found.layout, input.files)
    let pages = found.folder.isRoot ? reading.pages : input.files.originals(reading.pages)
    return Course(
      folder: found.folder, layout: found.layout, content: found.content, manifest: manifest,
      config: reading.config, list: reading.list, citation: citation, metadata: metadata.read(),
      listed: declared.isEmpty ? reading.listed : declared,
      pages: pages, glossary: GlossaryReader.read(pages, in: view, limit: limit),
      sharedDefinitions: shared, entries: input.files.entries, failures: input.files.failures,
      dialects: dialects ?? FolderDialects(in: view))
  }

  private static func read(_ layout: CourseLayout, _ input: inout LayoutInput) -> LayoutReading {
    switch layout {
    case .workbench: WorkbenchLayout.read(&input)
    case .jekyll: JekyllLayout.read(&input)
    case .quarto: QuartoLayout.read(&input)
    case .myst: MystLayout.read(&input)
    case .hugo: HugoLayout.read(&input)
    case .mdbook: MDBookLayout.read(&input)
    case .plain: PlainLayout.read(&input)
    }
  }
}
