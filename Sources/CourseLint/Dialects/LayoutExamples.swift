import SourceCore

/// The smallest course of MyST around one page.
enum MystExample {
  static func files(_ page: String) -> [Example.File] {
    [Example.File("lesson.md", page), Example.File("myst.yml", "project:\n  title: Weights\n")]
  }
}

/// The smallest course of Hugo around one page.
enum HugoExample {
  static func files(_ page: String) -> [Example.File] {
    [
      Example.File("content/lesson.md", page),
      Example.File("hugo.toml", "title = \"Weights\"\nbaseURL = \"https://example.org/\"\n"),
    ]
  }
}

/// The smallest course of Quarto around one page.
enum QuartoExample {
  static func files(_ page: String) -> [Example.File] {
    [
      Example.File("lesson.qmd", page),
      Example.File("_quarto.yml", "project:\n  type: website\n"),
    ]
  }
}
