import CourseModel
import SourceCore

/// Where in a page the words of a credit stand: one stretch of text is searched once for all pictures
/// that stand in it.
struct CreditSigns {
  private static let marks = MarkSearch([
    "adapted from", "after", "attribution", "author", "autor", "autora", "autrice", "auteur",
    "by", "cc", "cc0", "copyright", "courtesy", "credit", "credits", "crédit", "crédits",
    "crédito", "créditos", "cortesía", "d'après", "derechos", "domaine public", "dominio público",
    "elaborado", "elaboración", "foto", "fotografía", "fuente", "fuentes", "illustration",
    "image from", "imagen de", "licence", "license", "licensed", "licencia", "par", "photo",
    "por", "public domain", "quelle", "réalisé", "source", "sources", "tomado de", "tiré de",
  ])

  private let bytes: [UInt8]
  private var area = ByteRange(0, 0)
  /// Where the first sign of the area ends, and where the last one begins.
  private var firstEnd = Int.max
  private var lastStart = -1

  init(_ lesson: Lesson) { bytes = lesson.text.bytes }

  /// Whether a sign stands in some bytes, but not in a picture in them.
  mutating func stand(in area: ByteRange, except picture: ByteRange) -> Bool {
    if area != self.area { search(area) }
    return firstEnd <= picture.start || lastStart >= picture.end
  }

  /// Whether a text holds a sign.
  static func stand(in text: String) -> Bool { marks.isAnywhere(in: Array(text.utf8)) }

  private mutating func search(_ area: ByteRange) {
    self.area = area
    (firstEnd, lastStart) = (.max, -1)
    if ByteSearch.first("©", in: bytes, from: area.start, to: area.end) != nil {
      // That is a credit in a picture's own text, too.
      firstEnd = 0
      return
    }
    var (first, last) = (Int.max, -1)
    Self.marks.search(bytes, area) { found in
      first = min(first, found.upperBound)
      last = found.lowerBound
    }
    (firstEnd, lastStart) = (first, last)
  }
}
