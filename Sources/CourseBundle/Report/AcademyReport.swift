import SourceCore

/// What a run found out about an academy, for the page that shows it.
public struct AcademyReport: Sendable {
  /// A course as the page shows it.
  public struct Course: Sendable, Hashable {
    /// Its id, or what else it is called.
    public let name: String
    /// The office it belongs to; empty where its id names none.
    public let office: String
    /// Its title.
    public let title: String
    /// How finished it says it is.
    public let lifecycle: String
    /// Its version; empty where it has none.
    public let version: String
    /// How many lessons it has.
    public let lessons: Int
    /// What became of its bundles, in a few words.
    public let bundle: String
    /// Codes of its topics.
    public let topics: [String]
    /// Codes of the GSBPM phases that it is about.
    public let phases: [String]
    /// What it takes from other courses.
    public let reuses: [Reuse]

    /// Makes a course.
    public init(
      name: String, office: String, title: String, lifecycle: String, version: String,
      lessons: Int, bundle: String, topics: [String], phases: [String], reuses: [Reuse]
    ) {
      self.name = name
      self.office = office
      self.title = title
      self.lifecycle = lifecycle
      self.version = version
      self.lessons = lessons
      self.bundle = bundle
      self.topics = topics
      self.phases = phases
      self.reuses = reuses
    }
  }

  /// Lessons that a course takes from another.
  public struct Reuse: Sendable, Hashable {
    /// The other course.
    public let of: String
    /// What the copies are.
    public let kind: String
    /// How many there are.
    public let lessons: Int

    /// Makes an entry.
    public init(of: String, kind: String, lessons: Int) {
      self.of = of
      self.kind = kind
      self.lessons = lessons
    }
  }

  /// A code of a vocabulary, with what people call it.
  public struct Term: Sendable, Hashable {
    /// The code.
    public let code: String
    /// What people call it.
    public let label: String

    /// Makes a term.
    public init(code: String, label: String) {
      self.code = code
      self.label = label
    }
  }

  /// How often a rule finds something in a course.
  public struct Count: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// The course's place in the list.
    public let course: Int
    /// What the findings weigh.
    public let severity: Severity
    /// How many there are.
    public var count: Int

    /// Makes a count.
    public init(rule: String, course: Int, severity: Severity, count: Int) {
      self.rule = rule
      self.course = course
      self.severity = severity
      self.count = count
    }
  }

  /// The academy's courses.
  public let courses: [Course]
  /// In the order of rules, courses and severities.
  public let counts: [Count]
  /// Topics that a course may have.
  public let topics: [Term]
  /// Phases of GSBPM.
  public let phases: [Term]

  /// Puts a report together.
  public init(courses: [Course], counts: [Count], topics: [Term], phases: [Term]) {
    self.courses = courses
    self.counts = counts
    self.topics = topics
    self.phases = phases
  }

  /// The offices, sorted, each once.
  var offices: [String] { Set(courses.map(\.office)).sorted() }

  /// How much is found in a course.
  func total(_ course: Int, _ severity: Severity) -> Int {
    counts.reduce(0) { $1.course == course && $1.severity == severity ? $0 + $1.count : $0 }
  }
}
