import Markdown
import Testing

/// Math between dollar signs, by the rules of each dialect.
@Suite struct MathTests {
  private func math(_ text: String, _ dialect: Dialect) -> [String] {
    let document = parse(text, dialect)
    return (document.all(.math) + document.all(.mathBlock)).map(document.literal)
  }

  @Test func githubTakesRunsOfEqualLength() {
    #expect(math("$a$ $$b $ c$$ \\$d$ e", .github) == ["a", "b $ c"])
    #expect(math("$$\na\n\n*b*\n$$\n", .github) == ["a\n\n*b*\n"])
    #expect(math("text\n$$ x\na\n$$$\n", .github) == ["a\n"])
    #expect(math("$$ a $$\n", .github) == [" a "])
  }

  @Test func pandocLooksAtBlanksAndDigits() {
    for dialect in [Dialect.workbench, .quarto, .rmarkdown, .hugo, .mdbook, .docusaurus] {
      #expect(math("$a$ and $5 or $6, $ x $, $b$2", dialect) == ["a"])
      #expect(math("$a\\$b$", dialect) == ["a\\$b"])
      #expect(math("It is $$ a $$ here", dialect) == [" a "])
      #expect(math("$$\na\n- b\n$$\n", dialect) == ["a\n- b\n"])
      #expect(math("$$\na\n\nb\n$$\n", dialect).isEmpty)
    }
  }

  @Test func blocksMayHaveLabels() {
    let quarto = parse("$$\na\n$$ {#eq-a}\n", .quarto)
    #expect(quarto.all(.mathBlock).map { quarto.attributes($0)?.id } == ["eq-a"])
    let myst = parse("$$\na\n\nb\n$$ (eq)\n", .myst)
    #expect(myst.all(.mathBlock).map { myst.label($0) } == ["eq"])
    #expect(myst.all(.mathBlock).map { myst.literal($0) } == ["a\n\nb\n"])
  }

  @Test(arguments: [Dialect.workbench, .quarto, .rmarkdown, .myst])
  func environmentsAreMath(_ dialect: Dialect) {
    #expect(
      math("Text\n\\begin{align*}\na_b * c_d * e\n\nf\n\\end{align*}\nmore *x*\n", dialect)
        == ["\\begin{align*}\na_b * c_d * e\n\nf\n\\end{align*}\n"])
    #expect(
      math("> \\begin{equation} a \\begin{aligned} b \\end{aligned}\n> \\end{equation}\n", dialect)
        == ["\\begin{equation} a \\begin{aligned} b \\end{aligned}\n\\end{equation}\n"])
    for other in [
      "\\begin{align}\na\n\\end{align*}\n", "\\begin{center}\na\n\\end{center}\n",
      "\\begin{align}\na\n\\end{align} b\n", "\\begin{align", "\\begin{}\n\\end{}\n",
    ] {
      #expect(math(other, dialect).isEmpty, "\(other)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["\\begin{align}\n", "\\begin{align}\n\\end{gather}\n"])
  func environmentsTakeLinearTime(_ piece: String) {
    #expect(math(String(repeating: piece, count: 50_000), .quarto).isEmpty)
  }

  @Test func environmentsAreMathInAnyNotebook() {
    let text = Array("\\begin{align}\na * b * c\n\\end{align}\n".utf8)
    let plain = Document(text, options: ParseOptions(dialect: .github))
    #expect(plain.all(.mathBlock).isEmpty)
    let notebook = Document(text, options: ParseOptions(dialect: .github, hasEnvironments: true))
    #expect(notebook.all(.mathBlock).count == 1)
  }

  @Test func kramdownWantsTwo() {
    #expect(math("$a$ $$b$$", .jekyll) == ["b"])
  }

  @Test(arguments: [Dialect.commonmark, .gfm])
  func othersHaveNone(_ dialect: Dialect) {
    #expect(math("$a$ $$b$$\n\n$$\nc\n$$\n", dialect).isEmpty)
  }
}
