/// What a new course and its lessons say until their author says something better.
struct TemplateWords {
  let firstLesson: String
  let indexText: String
  let question: String
  let objective: String
  let section: String
  let sectionText: String
  let exercise: String
  let task: String
  let answer: String
  let keyPoint: String
  let objectivesHeading: String
  let keyPointsHeading: String
  let licences: String
  let texts: String
  /// What the licence of the texts is; `%` stands for it.
  let textsLicence: String
  let code: String
  /// What the licence of the code is; `%` stands for it.
  let codeLicence: String

  /// The words in a language; English where it has none of its own.
  static func of(_ language: String) -> TemplateWords {
    switch language {
    case "fr": .french
    case "es": .spanish
    default: .english
    }
  }

  /// The primary languages that have words of their own.
  static let languages = ["en", "es", "fr"]

  private static let english = TemplateWords(
    firstLesson: "Introduction",
    indexText: "FIXME: say in two or three sentences what the course is about and whom it is for.",
    question: "FIXME: which question does this lesson answer?",
    objective: "Explain FIXME: what a learner can do afterwards, beginning with a verb.",
    section: "What it is about",
    sectionText: "FIXME: say what a learner needs to know before trying it out.",
    exercise: "Try it",
    task: "FIXME: ask for something that can be done in the time planned for exercises.",
    answer: "FIXME: show an answer.",
    keyPoint: "FIXME: what is worth remembering?",
    objectivesHeading: "Objectives",
    keyPointsHeading: "Key points",
    licences: "Licences",
    texts: "Texts and pictures",
    textsLicence: "The texts and pictures of this course are under %.",
    code: "Code",
    codeLicence: "The code in the lessons is under %.")

  private static let french = TemplateWords(
    firstLesson: "Introduction",
    indexText:
      "FIXME : dire en deux ou trois phrases de quoi parle le cours et à qui il s'adresse.",
    question: "FIXME : à quelle question cette leçon répond-elle ?",
    objective: "Expliquer FIXME : ce que l'on sait faire ensuite, en commençant par un verbe.",
    section: "De quoi il s'agit",
    sectionText: "FIXME : dire ce qu'il faut savoir avant d'essayer.",
    exercise: "À vous",
    task: "FIXME : demander quelque chose qui se fait dans le temps prévu pour les exercices.",
    answer: "FIXME : montrer une réponse.",
    keyPoint: "FIXME : que faut-il retenir ?",
    objectivesHeading: "Objectifs",
    keyPointsHeading: "Points clés",
    licences: "Licences",
    texts: "Textes et images",
    textsLicence: "Les textes et les images de ce cours sont sous %.",
    code: "Code",
    codeLicence: "Le code des leçons est sous %.")

  private static let spanish = TemplateWords(
    firstLesson: "Introducción",
    indexText: "FIXME: decir en dos o tres frases de qué trata el curso y a quién se dirige.",
    question: "FIXME: ¿a qué pregunta responde esta lección?",
    objective: "Explicar FIXME: qué se sabe hacer después, empezando por un verbo.",
    section: "De qué se trata",
    sectionText: "FIXME: decir lo que hay que saber antes de probar.",
    exercise: "Pruébelo",
    task: "FIXME: pedir algo que pueda hacerse en el tiempo previsto para los ejercicios.",
    answer: "FIXME: mostrar una respuesta.",
    keyPoint: "FIXME: ¿qué conviene recordar?",
    objectivesHeading: "Objetivos",
    keyPointsHeading: "Puntos clave",
    licences: "Licencias",
    texts: "Textos e imágenes",
    textsLicence: "Los textos y las imágenes de este curso están bajo %.",
    code: "Código",
    codeLicence: "El código de las lecciones está bajo %.")
}
