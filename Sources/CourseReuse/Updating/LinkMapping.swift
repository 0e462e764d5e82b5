import CourseModel
import SourceCore
import StructuredData

/// Rewrites the links of a lesson for the place that it goes to.
///
/// The spelling that the lesson has there already is kept wherever it leads to the same thing, so that
/// a merge sees only what was really changed.
struct LinkMapping {
  /// The course that the lesson goes to, and its path there.
  let target: CourseSnapshot
  let path: RepoPath
  /// Lessons that stand in both courses: path in the course it comes from, path in the other.
  let pages: [RepoPath: RepoPath]
  /// Files likewise.
  let assets: [RepoPath: RepoPath]
  /// Whether addresses of the target's own site become links to its files again.
  let restoresAddresses: Bool
  /// Destinations that the lesson has there already, by what they lead to.
  private let spellings: [LinkResolver.Resolution: [(fragment: String?, text: String)]]
  private let texts: Set<String>

  init(
    target: CourseSnapshot, path: RepoPath, pages: [RepoPath: RepoPath],
    assets: [RepoPath: RepoPath], existing: Lesson?, restoresAddresses: Bool = false
  ) {
    self.restoresAddresses = restoresAddresses
    self.target = target
    self.path = path
    self.pages = pages
    self.assets = assets
    var spellings: [LinkResolver.Resolution: [(fragment: String?, text: String)]] = [:]
    var texts: Set<String> = []
    if let existing {
      for spot in LinkSpot.all(in: existing) {
        let text = existing.text.string(spot.range)
        texts.insert(text)
        guard case .local(let link, let fragment) = spot.target else { continue }
        spellings[target.resolver.resolve(link, from: path), default: []].append((fragment, text))
      }
    }
    self.spellings = spellings
    self.texts = texts
  }

  /// The bytes of a lesson from `start` on, with its links as they are to be written.
  func rewritten(_ lesson: Lesson, in source: CourseSnapshot, from start: Int) -> [UInt8] {
    let bytes = lesson.text.bytes
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = start
    for spot in LinkSpot.all(in: lesson) where spot.range.start >= position {
      guard let text = destination(spot, lesson, source) else { continue }
      out += bytes[position..<spot.range.start]
      out += Array(text.utf8)
      position = spot.range.end
    }
    return out + bytes[min(position, bytes.count)...]
  }

  /// What to write; nil where the link stays as it is.
  private func destination(_ spot: LinkSpot, _ lesson: Lesson, _ source: CourseSnapshot) -> String?
  {
    let written = lesson.text.string(spot.range)
    switch spot.target {
    case .local(let link, let fragment):
      let end = fragment.map { "#" + $0 } ?? ""
      switch source.resolver.resolve(link, from: lesson.path) {
      case .page(let page):
        if let copy = pages[page] { return spelling(.page(copy), fragment) ?? local(copy) + end }
        if texts.contains(written) { return nil }
        let addresses = Published.addresses(of: page, in: source.course).map { $0 + end }
        return addresses.first { texts.contains($0) } ?? addresses.first
      case .file(let file):
        guard let copy = assets[file] else { return nil }
        return spelling(.file(copy), fragment) ?? local(copy) + end
      default: return nil
      }
    case .external: return restoresAddresses ? restored(written) : nil
    case .empty, .fragment, .template: return nil
    }
  }

  /// A page of this course for its published address; nil for any other address.
  private func restored(_ written: String) -> String? {
    for page in target.course.pages {
      for address in Published.addresses(of: page.path, in: target.course) {
        guard written.utf8.starts(with: address.utf8) else { continue }
        let rest = String(
          decoding: Array(written.utf8.dropFirst(address.utf8.count)), as: UTF8.self)
        guard rest.isEmpty || rest.hasPrefix("#") else { continue }
        let fragment = rest.isEmpty ? nil : String(rest.dropFirst())
        return spelling(.page(page.path), fragment) ?? local(page.path) + rest
      }
    }
    return nil
  }

  private func spelling(_ resolution: LinkResolver.Resolution, _ fragment: String?) -> String? {
    spellings[resolution]?.first { ($0.fragment ?? "") == (fragment ?? "") }?.text
  }

  private func local(_ other: RepoPath) -> String {
    var out: [UInt8] = []
    for byte in other.link(from: path.parent).utf8 {
      switch byte {
      case 0...0x20, 0x25, 0x28, 0x29, 0x3C, 0x3E, 0x7F:
        out += Array("%\(hexadecimal([byte]))".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Where the pages of a course are published.
enum Published {
  /// The addresses that a page may have, the likeliest first; none where the course does not say.
  static func addresses(of page: RepoPath, in course: Course) -> [String] {
    guard let url = course.config?["url"]?.stringValue, url.contains("://") else { return [] }
    let base = url.hasSuffix("/") ? url : url + "/"
    let flat = base + page.stem + ".html"
    let deep = base + page.parent.appending(page.stem + ".html").string
    return flat == deep ? [flat] : [flat, deep]
  }
}
