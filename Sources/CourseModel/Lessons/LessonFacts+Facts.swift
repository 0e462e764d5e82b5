import SourceCore

extension LessonFacts {
  /// Writes all but path and kind, part by part, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    for part in FactParts.list {
      var own = FactWriter()
      write(part, to: &own)
      writer.data(own.bytes)
    }
  }

  private func write(_ part: FactParts, to writer: inout FactWriter) {
    func place(_ writer: inout FactWriter, _ place: Place?) {
      writer.optional(place) { $1.write(to: &$0) }
    }
    switch part {
    case .identity:
      writer.text(id)
      place(&writer, idPlace)
    case .description:
      writer.optional(title) { $0.text($1) }
      writer.optional(teaching) { $0.integer($1) }
      writer.optional(exercises) { $0.integer($1) }
      writer.optional(license) { $0.text($1) }
    case .anchors: writer.list(anchors.names) { $0.text($1) }
    case .links: writer.list(links) { $1.write(to: &$0) }
    case .references: writer.list(references) { $1.write(to: &$0) }
    case .acronyms:
      writer.list(acronyms) { writer, use in
        writer.text(use.text)
        use.place.write(to: &writer)
      }
      writer.list(explainedAcronyms) { $0.text($1) }
    case .objectives:
      writer.list(objectives) { writer, objective in
        writer.text(objective.text)
        writer.optional(objective.id) { $0.text($1) }
        place(&writer, objective.place)
      }
      writer.list(citations) { writer, citation in
        writer.text(citation.id)
        citation.place.write(to: &writer)
        writer.range(citation.range)
      }
    case .language:
      writer.text(language)
      place(&writer, languagePlace)
      writer.optional(spokenLanguage) { $0.text($1) }
    case .assets: writer.list(assetNames) { $0.text($1) }
    default: break
    }
  }
}

extension LessonFacts.LocalLink {
  fileprivate func write(to writer: inout FactWriter) {
    writer.text(path)
    writer.optional(fragment) { $0.text($1) }
    writer.flag(isImage)
    place.write(to: &writer)
    writer.range(range)
    writer.optional(note) { $1.write(to: &$0) }
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    path = try reader.text()
    fragment = try reader.optional { (r) throws(FactReader.Malformed) in try r.text() }
    isImage = try reader.flag()
    place = try Place(from: &reader)
    range = try reader.range()
    note = try reader.optional { (r) throws(FactReader.Malformed) in try Finding.Note(from: &r) }
  }
}

extension LessonFacts.Reference {
  fileprivate func write(to writer: inout FactWriter) {
    writer.flag(target.kind == .page)
    writer.text(target.name)
    writer.range(target.range)
    place.write(to: &writer)
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let isPage = try reader.flag()
    target = CrossReference(
      kind: isPage ? .page : .label, name: try reader.text(), range: try reader.range())
    place = try Place(from: &reader)
  }
}

extension Glossary {
  /// Writes the terms, from which all else is made.
  public func write(to writer: inout FactWriter) {
    writer.list(terms) { writer, term in
      writer.text(term.text)
      writer.text(term.path.string)
      writer.integer(term.line)
    }
  }
}
