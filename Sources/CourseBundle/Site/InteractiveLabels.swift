/// The texts of quizzes, search, progress and packages, in one language.
struct InteractiveLabels: Sendable, Hashable {
  let quiz, chooseOne, chooseSeveral, check, correct, wrong, quizApart, chooseFirst: String
  let search, searchWords, results, nothingFound, onePage, seen, seenOf, menu: String
  let sources, links, noLicense, accessibility, saved, notSaved, right, instructorNotes: String
}
