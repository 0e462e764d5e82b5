import SourceCore

/// What checking one course has looked at besides what its key names; what is remembered of the
/// check holds as long as all of it is the same.
struct CheckTrace {
  /// An object that was read in the repository of a course.
  struct Object: Hashable {
    let course: String
    let id: ObjectID
  }

  /// Courses that were looked for by their id, found or not.
  var courses: Set<String> = []
  /// Objects that were read.
  var objects: Set<Object> = []
  /// Whether something could not be read that may be there the next time.
  var isPassing = false
}
