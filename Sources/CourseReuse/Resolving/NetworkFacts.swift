import CourseModel
import Identifiers

/// How a course stands among the others that are known.
struct NetworkFacts {
  /// A lesson that goes back to itself: the lessons on the way, the first one again at the end.
  struct Cycle {
    let pair: ReuseDeclaration.LessonPair
    let path: [String]
  }

  /// A lesson that other courses reuse in other versions.
  struct Mixed {
    let pair: ReuseDeclaration.LessonPair
    let declaration: ReuseDeclaration
    let version: SemVer
    /// Each other version with the courses that are locked to it.
    let others: [(version: SemVer, courses: [String])]
  }

  /// Lessons of a course that is translated as a whole and lacks them still.
  struct Untranslated {
    let declaration: ReuseDeclaration
    let version: SemVer
    let lessons: [String]
  }

  var cycles: [Cycle] = []
  /// Courses that reuse each other in a circle, the first one again at the end.
  var courseCycle: [String]?
  var mixed: [Mixed] = []
  var untranslated: [Untranslated] = []
}
