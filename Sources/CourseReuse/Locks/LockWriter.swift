import CourseModel
import Identifiers
import SourceCore

/// Writes a lock: one field a line, so that a merge conflict shows which lesson it is about.
public struct LockWriter {
  private var json = JSONWriter(pretty: true)

  /// The bytes of a lock's file; equal locks give equal bytes.
  public static func bytes(of lock: LockFile) -> [UInt8] {
    var writer = LockWriter()
    writer.write(lock)
    return writer.json.bytes
  }

  private mutating func write(_ lock: LockFile) {
    json.beginObject()
    json.key("lock")
    json.integer(LockFile.format)
    json.key("lessons")
    json.beginArray()
    for entry in lock.entries { write(entry) }
    json.endArray()
    json.endObject()
    json.newline()
  }

  private mutating func write(_ entry: LockFile.Entry) {
    json.beginObject()
    field("lesson", entry.own)
    field("as", entry.kind.rawValue)
    field("course", entry.course)
    field("version", entry.version.description)
    field("commit", entry.commit.hex)
    field("tree", entry.tree.hex)
    field("upstream", entry.upstream)
    write(entry.lesson)
    if !entry.assets.isEmpty {
      json.key("assets")
      json.beginArray()
      for asset in entry.assets {
        json.beginObject()
        write(asset)
        json.endObject()
      }
      json.endArray()
    }
    if let translation = entry.translation { write(translation) }
    json.endObject()
  }

  private mutating func write(_ content: LockFile.Content) {
    field("path", content.path.string)
    field("blob", content.blob.hex)
    field("sha256", content.sha256)
  }

  private mutating func write(_ translation: LockFile.Translation) {
    json.key("checked")
    json.beginObject()
    field("blob", translation.blob.hex)
    if !translation.paragraphs.isEmpty {
      json.key("paragraphs")
      json.beginArray()
      for paragraph in translation.paragraphs {
        json.beginObject()
        field("hash", paragraph.hash)
        field("blob", paragraph.blob.hex)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  private mutating func field(_ key: String, _ value: String) {
    json.key(key)
    json.string(value)
  }
}
