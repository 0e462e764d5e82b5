import CourseBundle
import SourceCore
import TestSupport
import Testing

@Suite struct BundleRulesTests {
  @Test func rulesAreSorted() {
    let ids = BundleRules.all.map(\.info.id)
    #expect(ids == ids.sorted())
    #expect(ids.allSatisfy { $0.hasPrefix("bundle/") })
  }

  @Test func examplesAreTrue() async {
    for rule in BundleRules.all {
      for example in type(of: rule).examples {
        var files: [String: String] = [:]
        var marked: [String] = []
        for file in example.files {
          let parts = file.text.split(separator: "⟦", omittingEmptySubsequences: false)
          for part in parts.dropFirst() { marked.append(String(part.prefix { $0 != "⟧" })) }
          files[file.path] = String(file.text.filter { $0 != "⟦" && $0 != "⟧" })
        }
        let found = await SampleSite(files).diagnostics
        #expect(found.map(\.rule) == marked.map { _ in rule.info.id })
        #expect(found.map(\.flagged) == marked)
      }
    }
  }

  @Test(arguments: [
    "<svg onload='x'/>", "<svg><script>x</script></svg>", "<svg><a href='javascript:x'/></svg>",
    "<svg xmlns:x='u'><x:script/></svg>", "<svg><image href='https://e.example/p.png'/></svg>",
    "<svg><use xlink:href='other.svg#a'/></svg>", "<svg><foreignObject/></svg>",
    "<svg><style>@import 'x'</style></svg>", "<svg><style><![CDATA[@import 'x']]></style></svg>",
    "<svg><set attributeName='xlink:href' to='x'/></svg>", "<svg><p fill='url(http://e)'/></svg>",
    "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>", "<?xml-stylesheet href='x'?><svg/>",
    "<svg><p style='fill:u\\72l(http://e)'/></svg>", "<svg><p style='fill:url( \"//e\")'/></svg>",
    "<svg><image href='data:image/svg+xml,x'/></svg>", "<svg><a href='&#106;avascript:x'/></svg>",
    "<html/>", "<!--><svg onload='x'/>-->",
  ]) func activePicturesAreRefused(_ svg: String) async {
    let site = await SampleSite(["a.md": "![x](a.svg)", "a.svg": svg])
    #expect(site.diagnostics.map(\.rule) == ["bundle/active-content"])
    #expect(!site.paths.contains("files/a.svg"))
    #expect(site.text("lessons/a.html").contains("<span class=\"no-image\">x</span>"))
  }

  @Test(arguments: [
    "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'u'><svg/>",
    "<svg xmlns:i='u' i:filename='C:\\Users\\a.png'><use xlink:href='#a'/></svg>",
    "<svg><style>.a{fill:url(#g)}</style><a href='https://example.org'/></svg>",
    "<svg><image href='data:image/png;base64,AA=='/><!-- onload --></svg>",
    "<svg><text>onload = \"x\" javascript: \\</text></svg>",
  ]) func plainPicturesAreTaken(_ svg: String) async {
    let site = await SampleSite(["a.md": "![x](a.svg)", "a.svg": svg])
    #expect(site.diagnostics.isEmpty)
    #expect(site.text("files/a.svg") == svg)
  }

  @Test func filesThatCannotBeTakenAreTold() async {
    let site = await SampleSite(
      [
        "a.md": "[a](big.csv) [b](page.html) [c](../../x) ![d](no.png) ![e](../e.png) [f](g.md)",
        "big.csv": "0123456789",
        "page.html": "<p>",
      ], assetLimit: 5)
    #expect(
      site.diagnostics.map { "\($0.rule) \($0.flagged)" } == [
        "bundle/asset big.csv", "bundle/active-content page.html", "bundle/asset no.png",
        "bundle/asset ../e.png",
      ])
    #expect(
      site.text("lessons/a.html").contains(
        "<p>a b c <span class=\"no-image\">d</span> <span class=\"no-image\">e</span> f</p>"))
  }

  @Test func aPageThatIsNotTextIsTold() async {
    let tree = MemoryTree(
      ["a.md": Array("Text.".utf8), "b.md": [0xFF, 0xFE, 0x41]], origin: .worktree)
    let site = await SampleSite(tree: tree)
    #expect(site.diagnostics.map(\.path) == ["b.md"])
    #expect(site.paths.contains("lessons/a.html") && !site.paths.contains("lessons/b.html"))
  }
}
