import Reporting
import Testing

/// Pages of rules on a terminal.
@Suite struct TerminalPageTests {
  private static let page = """
    # links/file

    A link leads to `nothing` at all.

    - Severity: error
    - Source: a standard whose name is long enough for a second line

    ```markdown
    See [⟦weights⟧](⟦02.md⟧) and ⟦more
    of it⟧ there.
    ```

    Reported: `` a ` b ``.

    """

  @Test func `without colours, marks and backticks stay`() {
    var page = TerminalPage(color: false, width: 40)
    #expect(
      page.show(Self.page) == """
        links/file

        A link leads to `nothing` at all.

        - Severity: error
        - Source: a standard whose name is long
          enough for a second line

          │ See [⟦weights⟧](⟦02.md⟧) and ⟦more⟧
          │ ⟦of it⟧ there.

        Reported: `` a ` b ``.

        """)
  }

  @Test func `with colours, what is flagged stands out`() {
    var page = TerminalPage(color: true, width: 40)
    let shown = page.show(Self.page)
    #expect(shown.hasPrefix("\u{1B}[1mlinks/file\u{1B}[0m\n"))
    #expect(shown.contains("[\u{1B}[1;31mweights\u{1B}[0m](\u{1B}[1;31m02.md\u{1B}[0m)"))
    #expect(shown.contains("\u{1B}[1;31mof it\u{1B}[0m there.\n"))
    #expect(shown.contains("leads to \u{1B}[32mnothing\u{1B}[0m at"))
    #expect(!shown.contains("⟦") && !shown.contains("```"))
  }

  @Test func `nothing on a page reaches the terminal as an order`() {
    var page = TerminalPage(color: true, width: 40)
    let shown = page.show("```text\na\u{1B}[2Jb ⟦\u{7}⟧\n```\n")
    #expect(!shown.contains("\u{1B}[2J") && !shown.contains("\u{7}"))
  }
}
