import CourseModel
import SourceCore
import TestSupport
import Testing

@Suite struct LicenceFileTests {
  @Test(arguments: [
    ("Attribution 4.0 International\n=====\n\nCreative Commons Corporation", ["CC-BY-4.0"]),
    (
      "# Creative Commons Attribution-NonCommercial-ShareAlike 4.0\nInternational",
      ["CC-BY-NC-SA-4.0"]
    ),
    ("See https://creativecommons.org/licenses/by-sa/3.0/.", ["CC-BY-SA-3.0"]),
    (
      "Texts: **CC BY 4.0**.\n\nPermission is hereby granted, free of charge,\r\nto any person "
        + "obtaining a copy of this software", ["CC-BY-4.0", "MIT"]
    ),
    ("CC0 1.0 Universal", ["CC0-1.0"]),
    (
      "                                 Apache License\n           Version 2.0, January 2004",
      ["Apache-2.0"]
    ),
    ("Redistribution and use in source and binary forms … Neither the name of", ["BSD-3-Clause"]),
    ("Redistribution and use in source and binary forms, with or without", ["BSD-2-Clause"]),
    (
      "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007 … GNU Affero General Public License",
      ["GPL-3.0"]
    ),
    ("LICENCE OUVERTE / OPEN LICENCE\nVersion 2.0", ["etalab-2.0"]),
    ("\u{FEFF}EUROPEAN UNION PUBLIC LICENCE v. 1.2", ["EUPL-1.2"]), ("All rights reserved.", []),
  ])
  func licencesAreRecognised(_ text: String, _ ids: [String]) {
    #expect(LicenceText.ids(in: Array(text.utf8)) == ids)
  }

  @Test func theNearestFolderCounts() {
    let tree = MemoryTree([
      "LICENSE": "CC0 1.0 Universal", "a/licence.md": "CC BY 4.0", "a/licensing.md": "x",
      "a/b/c.md": "x", "d/LICENSES/MIT.txt": "x", "d/e/LICENSES/x/y.txt": "x", "f/g.md": "x",
      "c/LiCenSe.txt": "MIT", "c/COPYING": "MIT", "c/unlicense": "x", "c/licences-b/a.md": "x",
      "c/copy.md": "x",
    ])
    func paths(_ folder: String) -> [String] {
      let folder = folder.split(separator: "/").reduce(RepoPath.root) { $0.appending($1) }
      return LicenceFile.find(for: folder, in: tree, limit: 100).map(\.path.string)
    }
    #expect(paths("") == ["LICENSE"])
    #expect(paths("a") == ["a/licence.md"])
    #expect(paths("a/b") == ["a/licence.md"])
    #expect(paths("d/e") == ["d/LICENSES/MIT.txt"])
    #expect(paths("c") == ["c/COPYING", "c/LiCenSe.txt", "c/unlicense"])
    #expect(paths("f") == ["LICENSE"])
  }
}
