import CourseModel
import Identifiers
import SourceCore

/// The places of a page by their names, for links to places that it does not have: put in order once
/// for all of these links.
final class PlaceNames {
  /// Anchors that are the same but for signs and case.
  private struct Alike {
    let first: String
    var count = 1
  }

  private var alike: [String: Alike] = [:]
  private var index = NearMatch.Index()
  /// What is near to the words looked for so far.
  private var near: [String: String?] = [:]

  init(_ anchors: AnchorSet) {
    for name in anchors.names {
      let key = Self.folded(name)
      if alike[key] == nil {
        alike[key] = Alike(first: name)
      } else {
        alike[key]?.count += 1
      }
      index.add(name)
    }
  }

  /// Whether a place has this name but for signs and case, of which each generator has its own way.
  func mayHave(_ fragment: String) -> Bool { alike[Self.folded(fragment)] != nil }

  /// The one place that has this name but for signs and case; nil where there are several, or none.
  func only(like fragment: String) -> String? {
    alike[Self.folded(fragment)].flatMap { $0.count == 1 ? $0.first : nil }
  }

  /// The place whose name differs least, if it does so little.
  func nearest(to fragment: String) -> String? {
    if let known = near[fragment] { return known }
    let found = index.best(for: fragment)
    near[fragment] = .some(found)
    return found
  }

  /// Letters and ASCII digits, in small letters.
  static func folded(_ anchor: String) -> String {
    if let plain = foldedASCII(anchor) { return plain }
    var text = ""
    for scalar in anchor.unicodeScalars where scalar.properties.isAlphabetic || scalar.isASCII {
      guard !scalar.isASCII || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic else {
        continue
      }
      text.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return text
  }

  private static func foldedASCII(_ anchor: String) -> String? {
    var anchor = anchor
    return anchor.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      for byte in bytes {
        if byte >= 0x80 { return nil }
        if (byte | 0x20) &- 0x61 < 26 {
          folded.append(byte | 0x20)
        } else if byte &- 0x30 < 10 {
          folded.append(byte)
        }
      }
      return String(decoding: folded, as: UTF8.self)
    }
  }
}
