extension InteractiveLabels {
  static let english = InteractiveLabels(
    quiz: "Quiz", chooseOne: "Choose one answer.", chooseSeveral: "Choose all that apply.",
    check: "Check the answer", correct: "Correct.",
    wrong: "Not quite. Try again, or open the solution.",
    quizApart: "This question is part of the lesson’s quiz.",
    chooseFirst: "Choose an answer first.",
    search: "Search", searchWords: "Words to look for", results: "results",
    nothingFound: "Nothing found", onePage: "All on one page", seen: "seen",
    seenOf: "lessons seen", menu: "Contents",
    sources: "Sources and licences", links: "Links", noLicense: "No licence is stated.",
    accessibility:
      "Text with headings, lists and tables in reading order; pictures have alternative texts.",
    saved: "Your progress is kept.", notSaved: "Your progress is not kept here.", right: "right",
    instructorNotes: "Instructor notes")

  static let french = InteractiveLabels(
    quiz: "Quiz", chooseOne: "Choisissez une réponse.",
    chooseSeveral: "Choisissez toutes les réponses exactes.",
    check: "Vérifier la réponse", correct: "Exact.",
    wrong: "Pas tout à fait. Réessayez ou ouvrez la solution.",
    quizApart: "Cette question fait partie du quiz de la leçon.",
    chooseFirst: "Choisissez d’abord une réponse.",
    search: "Rechercher", searchWords: "Mots à rechercher", results: "résultats",
    nothingFound: "Aucun résultat", onePage: "Tout sur une page", seen: "vue",
    seenOf: "leçons vues", menu: "Sommaire",
    sources: "Sources et licences", links: "Liens", noLicense: "Aucune licence n’est indiquée.",
    accessibility:
      "Texte avec titres, listes et tableaux dans l’ordre de lecture ; les images ont un texte de remplacement.",
    saved: "Votre progression est conservée.",
    notSaved: "Votre progression n’est pas conservée ici.", right: "juste",
    instructorNotes: "Notes pour les formateurs")

  static let spanish = InteractiveLabels(
    quiz: "Cuestionario", chooseOne: "Elija una respuesta.",
    chooseSeveral: "Elija todas las respuestas correctas.",
    check: "Comprobar la respuesta", correct: "Correcto.",
    wrong: "No del todo. Inténtelo de nuevo o abra la solución.",
    quizApart: "Esta pregunta forma parte del cuestionario de la lección.",
    chooseFirst: "Elija primero una respuesta.",
    search: "Buscar", searchWords: "Palabras que buscar", results: "resultados",
    nothingFound: "Sin resultados", onePage: "Todo en una página", seen: "vista",
    seenOf: "lecciones vistas", menu: "Contenido",
    sources: "Fuentes y licencias", links: "Enlaces", noLicense: "No se indica ninguna licencia.",
    accessibility:
      "Texto con títulos, listas y tablas en orden de lectura; las imágenes tienen texto alternativo.",
    saved: "Su progreso se guarda.", notSaved: "Su progreso no se guarda aquí.",
    right: "correcta", instructorNotes: "Notas para instructores")
}

extension Labels {
  /// Texts of what learners work with.
  var interactive: InteractiveLabels {
    switch language {
    case "fr": .french
    case "es": .spanish
    default: .english
    }
  }
}
