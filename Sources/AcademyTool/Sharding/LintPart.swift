import SourceCore

/// What one part of `lint` has found.
struct LintPart {
  /// What was found in a course.
  struct Course {
    /// Its place among the courses that are meant.
    let index: Int
    /// Its pages that belong to the part, each by its path below the course's folder.
    var pages: [(path: String, result: [UInt8])]
    /// What was found about its releases; nil where another part looks at that, or nobody.
    var releases: [Diagnostic]?
  }

  /// What was found in one tree.
  struct Tree {
    /// What holds for the tree as a whole, which the first part keeps.
    var frame: TreeFrame?
    var reads: [TreeRecorder.Request: Result<[UInt8], ReadFailure>]
    var sizes: [RepoPath: Int?]
    var courses: [Course]
  }

  let request: LintRequest
  /// By place of the request.
  let trees: [Tree]

  init(request: LintRequest, trees: [Tree]) {
    self.request = request
    self.trees = trees
  }

  var bytes: [UInt8] {
    var writer = FactWriter()
    request.write(to: &writer)
    writer.list(trees) { $1.write(to: &$0) }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(FactReader.Malformed) {
    var reader = FactReader(bytes)
    request = try LintRequest(from: &reader)
    trees = try reader.list { (r) throws(FactReader.Malformed) in try Tree(from: &r) }
    guard reader.isAtEnd, trees.count == request.places.count else {
      throw FactReader.Malformed()
    }
  }
}

extension LintPart.Tree {
  fileprivate func write(to writer: inout FactWriter) {
    writer.optional(frame) { $1.write(to: &$0) }
    let reads = reads.sorted { ($0.key.path, $0.key.limit) < ($1.key.path, $1.key.limit) }
    writer.list(reads) { writer, read in
      writer.text(read.key.path.string)
      writer.integer(read.key.limit)
      switch read.value {
      case .success(let bytes):
        writer.flag(true)
        writer.data(bytes)
      case .failure(let failure):
        writer.flag(false)
        failure.write(to: &writer)
      }
    }
    writer.list(sizes.sorted { $0.key < $1.key }) { writer, size in
      writer.text(size.key.string)
      writer.optional(size.value) { $0.integer($1) }
    }
    writer.list(courses) { writer, course in
      writer.integer(course.index)
      writer.list(course.pages) { writer, page in
        writer.text(page.path)
        writer.data(page.result)
      }
      writer.optional(course.releases) { Diagnostic.write($1, to: &$0) }
    }
  }

  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    frame = try reader.optional { (r) throws(FactReader.Malformed) in try TreeFrame(from: &r) }
    let reads = try reader.list { (r) throws(FactReader.Malformed) in
      let request = TreeRecorder.Request(path: try r.path(), limit: try r.integer())
      let result: Result<[UInt8], ReadFailure> =
        try r.flag() ? .success(try r.data()) : .failure(try ReadFailure(from: &r))
      return (request, result)
    }
    self.reads = Dictionary(reads) { $1 }
    let sizes = try reader.list { (r) throws(FactReader.Malformed) in
      (
        try r.path(),
        try r.optional { (r) throws(FactReader.Malformed) in try r.integer() }
      )
    }
    self.sizes = Dictionary(sizes) { $1 }
    courses = try reader.list { (r) throws(FactReader.Malformed) in
      LintPart.Course(
        index: try r.integer(),
        pages: try r.list { (r) throws(FactReader.Malformed) in (try r.text(), try r.data()) },
        releases: try r.optional { (r) throws(FactReader.Malformed) in
          try Diagnostic.readAll(from: &r)
        })
    }
  }
}
