import Framework
import Markdown
import SourceCore
import StructuredData

/// Turns a page's bytes into a `Lesson`: one parse, one walk.
public struct LessonParser: Sendable {
  /// The layout decides grammar and anchors.
  public let layout: CourseLayout
  /// BCP 47 language of the course.
  public let language: String
  /// Labels of links, in lower case, that pages may use though they do not define them.
  public let sharedLabels: Set<String>
  private let sharedDefinitions: SharedDefinitions?
  private let isDocusaurus: Bool
  private let folder: RepoPath
  private let dialects: FolderDialects

  /// Makes a parser for the pages of one course.
  public init(layout: CourseLayout, language: String) {
    self.layout = layout
    self.language = language
    sharedLabels = []
    sharedDefinitions = nil
    isDocusaurus = false
    folder = .root
    dialects = .none
  }

  /// Makes a parser for the pages of a course as it was read.
  public init(_ course: Course) {
    layout = course.layout
    language = course.metadata.effectiveLanguage
    let shared = course.sharedDefinitions
    sharedLabels = Set(shared.all.lazy.map { $0.label.lowercased() })
    sharedDefinitions = shared.all.isEmpty ? nil : shared
    folder = course.folder
    dialects = course.dialects
    isDocusaurus = course.entries.contains {
      $0.path.parent.isRoot && $0.path.stem == "docusaurus.config"
    }
  }

  /// Writes all that a lesson depends on besides its page.
  public func write(to writer: inout FactWriter) {
    writer.text(layout.rawValue)
    writer.text(language)
    writer.flag(isDocusaurus)
    writer.text(folder.string)
    dialects.write(to: &writer)
    writer.list(sharedDefinitions?.all ?? []) { writer, definition in
      writer.text(definition.label)
      writer.text(definition.destination)
      writer.optional(definition.title) { $0.text($1) }
      writer.text(definition.path.string)
      writer.integer(definition.line)
    }
  }

  /// The grammar that a file is read with: what its repository sets for the folder, else what
  /// layout and name say.
  public func dialect(of path: RepoPath) -> Dialect {
    if let set = dialects.dialect(at: folder.appending(path)) { return set }
    return switch path.fileExtension {
    case "qmd": .quarto
    // The Workbench and Quarto have grammars of their own for R Markdown.
    case "rmd" where layout != .workbench && layout != .quarto: .rmarkdown
    case "mdx": .docusaurus
    default: isDocusaurus && layout == .plain ? .docusaurus : layout.dialect
    }
  }

  /// Parses a page's text, which may name what its course defines for all pages.
  public func document(_ bytes: [UInt8], _ dialect: Dialect, hasEnvironments: Bool = false)
    -> Document
  {
    Document(
      bytes,
      options: ParseOptions(
        dialect: dialect, frontMatter: true, hasEnvironments: hasEnvironments,
        linksHeadings: dialect.linksHeadings), shared: sharedDefinitions)
  }

  /// Parses a page; the bytes must be valid UTF-8.
  ///
  /// `dialect` is what the settings say of the page's folder; nil leaves it to layout and file name.
  /// Of a notebook, the lesson is the text made from its cells; one that cannot be read is empty.
  public func parse(
    _ file: SourceText, path: RepoPath, kind: PageKind, dialect: Dialect? = nil
  ) -> Lesson {
    var text = file
    let isNotebook = Notebook.isNotebook(path)
    if isNotebook {
      let notebook = try? Notebook(file.bytes, path: file.path)
      text = notebook?.text ?? SourceText(path: file.path, bytes: [])
    }
    let document = document(
      text.bytes, dialect ?? self.dialect(of: path), hasEnvironments: isNotebook)
    var walk = LessonWalk(document: document, layout: layout)
    walk.run()
    return Lesson(
      path: path, kind: kind,
      language: walk.frontMatter.language ?? language, text: text,
      lines: LineIndex(text.bytes), document: document, frontMatter: walk.frontMatter,
      headings: walk.headings, links: walk.links, images: walk.images,
      outside: walk.outside, codeBlocks: walk.codeBlocks, tables: walk.tables, divs: walk.divs,
      tags: walk.tags, tasks: walk.tasks, prose: walk.prose,
      footnotes: walk.footnotes, headingAnchors: walk.headingAnchors, otherAnchors: walk.anchors,
      readsAnyLabel: layout.isLenient,
      objectives: walk.objectives, sections: walk.sections)
  }
}
