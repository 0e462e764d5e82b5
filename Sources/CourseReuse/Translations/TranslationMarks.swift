import CourseModel
import SourceCore

/// Follows, paragraph by paragraph, which state of its source a translation was checked against.
///
/// The lock names one state for the lesson and, as exceptions, the paragraphs that lag behind: each by
/// the content of the translation's own paragraph, so that the mark falls away when that is edited.
struct TranslationMarks {
  /// The translation as it is now.
  let own: Lesson
  /// The source that it should follow, and its blob.
  let source: Lesson
  let blob: ObjectID
  /// The source in an older state; nil where its blob cannot be had.
  let earlier: (ObjectID) -> Lesson?

  /// A paragraph that lags behind, and the state of the source that it follows.
  struct Stale {
    let paragraph: PendingParagraph
    let blob: ObjectID
  }

  /// What is still to be translated, and the states of the source that could not be read.
  func stale(_ marks: LockFile.Translation) -> (paragraphs: [Stale], unread: [ObjectID]) {
    var stale: [Stale] = []
    var unread: [ObjectID] = []
    var known: Set<String> = []
    func add(_ blob: ObjectID, where isWanted: (PendingParagraph) -> Bool) {
      guard let old = earlier(blob) else {
        unread.append(blob)
        return
      }
      for paragraph in PendingParagraph.all(in: own, from: old, to: source)
      where isWanted(paragraph) && known.insert(paragraph.mark).inserted {
        stale.append(Stale(paragraph: paragraph, blob: blob))
      }
    }
    var byBlob: [(blob: ObjectID, marks: Set<String>)] = []
    for exception in marks.paragraphs {
      if let i = byBlob.firstIndex(where: { $0.blob == exception.blob }) {
        byBlob[i].marks.insert(exception.hash)
      } else {
        byBlob.append((exception.blob, [exception.hash]))
      }
    }
    for (blob, marks) in byBlob { add(blob) { marks.contains($0.mark) } }
    if marks.blob != blob { add(marks.blob) { _ in true } }
    stale.sort { ($0.paragraph.line ?? 0) < ($1.paragraph.line ?? 0) }
    return (stale, unread)
  }

  /// The marks once the lock names `blob`; unchanged where an older state cannot be read.
  func moved(_ marks: LockFile.Translation) -> LockFile.Translation {
    let (paragraphs, unread) = stale(marks)
    guard unread.isEmpty else { return marks }
    return LockFile.Translation(
      blob: blob, paragraphs: paragraphs.map { .init(hash: $0.paragraph.mark, blob: $0.blob) })
  }
}
