import Identifiers
import Testing

struct SPDXSuggestionTests {
  @Test(arguments: [
    ("CC-BY 4.0", "CC-BY-4.0"), ("CC BY 4.0", "CC-BY-4.0"), ("cc-by-4.0", "CC-BY-4.0"),
    ("CC BY-SA 4.0", "CC-BY-SA-4.0"), ("CC-BY-NC-SA 3.0", "CC-BY-NC-SA-3.0"),
    ("CCBY 4.0", "CC-BY-4.0"), ("CCBYSA4.0", "CC-BY-SA-4.0"),
    ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
    ("Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)", "CC-BY-SA-4.0"),
    ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0", "CC-BY-NC-ND-4.0"),
    ("Creative Commons Attribution - Pas d'Utilisation Commerciale 4.0", "CC-BY-NC-4.0"),
    ("Creative Commons Namensnennung 4.0 International", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
    ("https://creativecommons.org/licenses/by-nc/4.0/deed.fr", "CC-BY-NC-4.0"),
    ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
    ("https://creativecommons.org/licenses/by/3.0/igo/", "CC-BY-3.0-IGO"), ("CC0", "CC0-1.0"),
    ("CC-0", "CC0-1.0"), ("MIT License", "MIT"), ("The MIT License (MIT)", "MIT"),
    ("https://opensource.org/licenses/MIT", "MIT"), ("Apache 2.0", "Apache-2.0"),
    ("Apache License, Version 2.0", "Apache-2.0"), ("Apache-2", "Apache-2.0"),
    ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
    ("GPL-3.0+", "GPL-3.0+"), ("GPLv3+", "GPL-3.0-or-later"),
    ("GNU General Public License v3.0 or later", "GPL-3.0-or-later"),
    ("LGPL 2.1 only", "LGPL-2.1-only"), ("BSD 3-Clause", "BSD-3-Clause"),
    ("EUPL v1.2", "EUPL-1.2"), ("European Union Public Licence 1.2", "EUPL-1.2"),
    ("Etalab 2.0", "etalab-2.0"), ("Licence Ouverte 2.0", "etalab-2.0"),
    ("Licence Ouverte / Open Licence version 2.0", "etalab-2.0"), ("OGL v3", "OGL-UK-3.0"),
    ("Open Government Licence v3.0", "OGL-UK-3.0"),
    ("Open Government Licence - Canada 2.0", "OGL-Canada-2.0"),
    ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-UK-3.0"),
    ("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"), ("ODbL", "ODbL-1.0"),
  ])
  func certain(_ text: String, _ id: String) {
    let suggestion = SPDXSuggestion(for: text)
    #expect(suggestion?.id == id)
    #expect(suggestion?.isCertain == true)
  }

  @Test(arguments: [
    ("CC-BY", "CC-BY-4.0"), ("Creative Commons Attribution", "CC-BY-4.0"),
    ("GPLv3", "GPL-3.0-only"), ("GPL-3", "GPL-3.0-only"), ("Apache", "Apache-2.0"),
  ])
  func likely(_ text: String, _ id: String) {
    let suggestion = SPDXSuggestion(for: text)
    #expect(suggestion?.id == id)
    #expect(suggestion?.isCertain == false)
  }

  @Test(arguments: [
    "", "BSD", "public domain", "all rights reserved", "proprietary", "Creative Commons", "CC 4.0",
    "CC-BY 9.9", "CC-BY-ND-SA 4.0", "https://creativecommons.org/licenses/by/3.0/fr/",
    "MIT and CC-BY 4.0", "Open Software License 2.0", "see LICENSE", "GPL",
  ])
  func unsure(_ text: String) {
    #expect(SPDXSuggestion(for: text) == nil, "\(text)")
  }
}
