import CourseModel
import Markdown
import SourceCore

/// Tells whether a page teaches how to start something that answers on the learner's own machine.
enum LocalServer {
  private static let signs = MarkSearch([
    "0.0.0.0", "127.0.0.1", "airflow", "docker", "flask", "http.server", "jekyll", "jupyter",
    "jupyterlab", "kubectl", "localhost", "mkdocs", "mlflow", "nginx", "notebook", "podman",
    "preview", "quarto", "rstudio", "runserver", "sandpaper", "serve", "server", "serveur",
    "serveurs", "servidor", "servidores", "shiny", "streamlit", "superset", "uvicorn",
  ])

  static func isTaught(in lesson: Lesson) -> Bool {
    let bytes = lesson.text.bytes
    var isTaught = false
    for node in lesson.codeBlocks where !isTaught {
      signs.search(bytes, lesson.document.range(node)) { _ in isTaught = true }
    }
    for range in lesson.prose where !isTaught {
      signs.search(bytes, range) { _ in isTaught = true }
    }
    return isTaught
  }
}
