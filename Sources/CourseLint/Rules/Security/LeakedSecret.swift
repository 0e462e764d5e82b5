import CourseModel
import SourceCore

/// Flags a key or token that opens something.
struct LeakedSecret: LessonRule {
  static let info = RuleInfo(
    id: "security/secret",
    summary: "A private key or an access token stands in the page.",
    why: """
      Whoever reads the page, or an old version of it, can use the account. Deleting it does not \
      help, since Git keeps it: it must be revoked where it was made. Keys and tokens are told by \
      the prefixes that their makers publish, in code and comments too; documented example values \
      and obvious placeholders are left alone.
      """,
    severity: .error,
    source:
      "CWE-798 (hard-coded credentials); token formats as GitHub, GitLab, AWS and others publish"
  )

  static let examples: [Example] = [
    .good("```bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n```\n"),
    .good(
      "Le jeton commence par `ghp_` : `ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.\n", language: "fr"
    ),
    .good(
      "La clave empieza con `-----BEGIN PRIVATE KEY-----` y sigue con letras.\n", language: "es"),
    .good("`glpat-your-token-goes-here-0` and `sk_live_…`, or `AIza` and more\n"),
    // The bytes are written apart, so that no scanner takes the examples for real.
    .bad(
      "```bash\ngit clone https://me:⟦ghp‹5F›qD3vTz8LwPk2RmXc7YbNf4HsJ9GaUe5Bo1Wi⟧@github.com/a/b\n```\n"
    ),
    .bad(
      "```yaml\nkey: ⟦AKI‹41›Q7ZPXV3MWRTL5KJD⟧\n```\n\n<!-- ⟦glpat‹2D›Zx7Qv2Lm9Rt4Kp8Wn3Bd⟧ -->\n",
      language: "fr"),
    .bad(
      """
      ```text
      ⟦-----BEGIN RSA‹20›PRIVATE KEY-----⟧
      b3BlbnNzaCBrZXkgb2YgYW4gZXhhbXBsZSBsZXNzb24sIG5vdCBhIGtleSBhdCBh
      bGwsIHNvIHRoYXQgbm90aGluZyBvcGVucyB3aXRoIGl0LCBhbnl3aGVyZSBpbiBu
      ```
      """, language: "es"),
    .bad("---\ntitle: Maps\nkey: ⟦AIz‹61›Vb7TqXw2Lk9RzPm4Hc8NsDf6Yg3JeKu5Ao1⟧\n---\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    var scanner = SecretScanner(bytes)
    while let secret = scanner.next() {
      report(
        Finding(
          secret.range, "\(secret.what) stands in the page",
          help: "revoke it where it was made, since Git keeps it, and write a placeholder"))
    }
  }
}
