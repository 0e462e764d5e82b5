import CourseModel
import SourceCore

/// Since when lessons stand where they are, by the history of their repositories.
final class LessonAges {
  private let members: [AcademyMember]
  /// Commits of a branch by its tip, newest first; courses of one repository share them.
  private var branches: [ObjectID: [CommitInfo]] = [:]

  init(_ members: [AcademyMember]) { self.members = members }

  /// When the oldest commit was made from which on the page's path was there; nil where that cannot
  /// be known.
  ///
  /// A branch is not walked for each page: its commits are halved, which takes a path that came and
  /// went for as old as one of its comings.
  func since(_ page: CoursePage, of index: Int) -> Int64? {
    let member = members[index]
    guard let history = member.history, !history.isShallow,
      let tip = member.head ?? (try? history.commit("HEAD").id)
    else { return nil }
    let commits = commits(tip, history)
    let path = member.repositoryFolder.appending(page.path)
    func isThere(_ i: Int) -> Bool {
      (try? history.objectID(at: path, in: commits[i].id)) ?? nil != nil
    }
    guard !commits.isEmpty, isThere(0) else { return nil }
    var low = 0
    var high = commits.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if isThere(middle) { low = middle } else { high = middle }
    }
    return commits[low].time
  }

  private func commits(_ tip: ObjectID, _ history: any History) -> [CommitInfo] {
    if let known = branches[tip] { return known }
    let commits = (try? history.firstParentHistory(of: .root, from: tip)) ?? []
    branches[tip] = commits
    return commits
  }
}
