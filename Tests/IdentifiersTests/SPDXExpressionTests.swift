import Identifiers
import Testing

struct SPDXExpressionTests {
  @Test(arguments: [
    ("MIT", "MIT"), ("mit", "MIT"), ("cc-by-4.0", "CC-BY-4.0"), ("etalab-2.0", "etalab-2.0"),
    ("mit or apache-2.0", "MIT OR Apache-2.0"), ("(MIT)", "MIT"),
    ("MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)", "MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)"),
    ("(MIT AND ISC) OR Zlib", "MIT AND ISC OR Zlib"),
    ("GPL-2.0+ WITH Bison-exception-2.2", "GPL-2.0+ WITH Bison-exception-2.2"),
    ("gpl-3.0-or-later with gcc-exception-3.1", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("LicenseRef-House-1", "LicenseRef-House-1"),
    (
      "DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2",
      "DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2"
    ),
    ("licenseref-a OR MIT", "LicenseRef-a OR MIT"), ("Apache-2.0+", "Apache-2.0+"),
  ])
  func reads(_ text: String, _ normal: String) throws {
    let expression = try SPDXExpression(parsing: text)
    #expect(expression.description == normal)
    #expect(try SPDXExpression(parsing: normal) == expression)
  }

  @Test(arguments: [
    ("", "the licence is empty", 0..<0),
    ("CC-BY 4.0", "`CC-BY 4.0` is no licence that SPDX knows", 0..<9),
    ("MTI", "`MTI` is no licence that SPDX knows", 0..<3),
    ("MIT OR", "a licence is missing at the end", 6..<6),
    ("MIT Apache-2.0", "`AND` or `OR` is missing before this", 4..<14),
    ("(MIT", "the `(` that stands here is not closed", 0..<1),
    ("MIT)", "this `)` closes nothing", 3..<4),
    ("OR MIT", "a licence is missing before `OR`", 0..<2),
    ("MIT WITH nothing", "`nothing` is no exception that SPDX knows", 9..<16),
    ("LicenseRef-", "`LicenseRef-` is no reference to a licence", 0..<11),
    ("LicenseRef-a+", "`+` cannot follow a reference", 12..<13),
  ])
  func refuses(_ text: String, _ message: String, _ range: Range<Int>) {
    do throws(IdentifierError) {
      _ = try SPDXExpression(parsing: text)
      Issue.record("\(text) should be refused")
    } catch {
      #expect(error.message == message)
      #expect(error.range == range)
    }
  }

  @Test func suggestsWhatWasMeant() {
    #expect(help("CC-BY 4.0") == "write CC-BY-4.0")
    #expect(help("MTI") == "did you mean MIT?")
    #expect(help("all rights reserved") == "see https://spdx.org/licenses")
  }

  private func help(_ text: String) -> String? {
    do throws(IdentifierError) {
      _ = try SPDXExpression(parsing: text)
      return nil
    } catch { return error.help }
  }

  @Test func licensesAndDeprecatedIDs() throws {
    let expression = try SPDXExpression(parsing: "GPL-2.0+ OR (MIT AND GPL-3.0) OR MIT")
    #expect(expression.licenses.map(\.description) == ["GPL-2.0+", "MIT", "GPL-3.0"])
    #expect(expression.deprecatedIDs == ["GPL-2.0+", "GPL-3.0"])
    #expect(expression.single == nil)
    #expect(SPDXExpression("CC0-1.0")?.single?.id == "CC0-1.0")
  }

  @Test func deepNestingIsRefused() {
    #expect(SPDXExpression(String(repeating: "(", count: 100_000) + "MIT") == nil)
  }

  @Test func theListIsWhole() {
    #expect(SPDXIdentifiers.current.count > 650)
    for id in ["CC-BY-4.0", "OGL-UK-3.0", "OGL-Canada-2.0", "EUPL-1.2", "CC-BY-NC-ND-4.0"] {
      #expect(SPDXIdentifiers.license(id.uppercased()) == id)
    }
  }
}
