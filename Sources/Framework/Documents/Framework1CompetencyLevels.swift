// The levels of competency frameworks that offices refer to. A list is found by the framework's name
// in lower case, without a version (`DigComp 2.2`: `competency-levels-digcomp`); an office adds the
// list of its own framework the same way. What is on no list is not judged.

extension Framework1 {
  static let competencyLevels = #"""

    "competency-levels-digcomp": {
      "title": "DigComp", "source": "European Commission, Joint Research Centre, DigComp 2.2, proficiency levels", "terms": [
        {"code": "1", "labels": {"en": "1"}}, {"code": "2", "labels": {"en": "2"}},
        {"code": "3", "labels": {"en": "3"}}, {"code": "4", "labels": {"en": "4"}},
        {"code": "5", "labels": {"en": "5"}}, {"code": "6", "labels": {"en": "6"}},
        {"code": "7", "labels": {"en": "7"}}, {"code": "8", "labels": {"en": "8"}},
        {"code": "foundation", "labels": {"en": "Foundation", "fr": "Élémentaire", "es": "Básico"}},
        {"code": "basic", "labels": {"en": "Basic", "fr": "Élémentaire", "es": "Básico"}},
        {"code": "intermediate", "labels": {"en": "Intermediate", "fr": "Intermédiaire", "es": "Intermedio"}},
        {"code": "advanced", "labels": {"en": "Advanced", "fr": "Avancé", "es": "Avanzado"}},
        {"code": "highly specialised", "labels": {"en": "Highly specialised", "fr": "Hautement spécialisé", "es": "Altamente especializado"}},
        {"code": "highly advanced", "labels": {"en": "Highly advanced", "fr": "Très avancé", "es": "Muy avanzado"}}
      ]
    },
    "competency-levels-e-cf": {
      "title": "e-CF", "source": "EN 16234-1:2019, e-Competence Framework, proficiency levels", "terms": [
        {"code": "e-1", "labels": {"en": "e-1"}}, {"code": "e-2", "labels": {"en": "e-2"}},
        {"code": "e-3", "labels": {"en": "e-3"}}, {"code": "e-4", "labels": {"en": "e-4"}},
        {"code": "e-5", "labels": {"en": "e-5"}}
      ]
    },
    "competency-levels-sfia": {
      "title": "SFIA", "source": "SFIA Foundation, SFIA 9, levels of responsibility", "terms": [
        {"code": "1", "labels": {"en": "Follow"}}, {"code": "2", "labels": {"en": "Assist"}},
        {"code": "3", "labels": {"en": "Apply"}}, {"code": "4", "labels": {"en": "Enable"}},
        {"code": "5", "labels": {"en": "Ensure, advise"}},
        {"code": "6", "labels": {"en": "Initiate, influence"}},
        {"code": "7", "labels": {"en": "Set strategy, inspire, mobilise"}}
      ]
    },
    "competency-levels-eqf": {
      "title": "EQF", "source": "Council Recommendation 2017/C 189/03, European Qualifications Framework", "terms": [
        {"code": "1", "labels": {"en": "1"}}, {"code": "2", "labels": {"en": "2"}},
        {"code": "3", "labels": {"en": "3"}}, {"code": "4", "labels": {"en": "4"}},
        {"code": "5", "labels": {"en": "5"}}, {"code": "6", "labels": {"en": "6"}},
        {"code": "7", "labels": {"en": "7"}}, {"code": "8", "labels": {"en": "8"}}
      ]
    },
    "competency-levels-cefr": {
      "title": "CEFR", "source": "Council of Europe, CEFR, common reference levels", "terms": [
        {"code": "A1", "labels": {"en": "A1"}}, {"code": "A2", "labels": {"en": "A2"}},
        {"code": "B1", "labels": {"en": "B1"}}, {"code": "B2", "labels": {"en": "B2"}},
        {"code": "C1", "labels": {"en": "C1"}}, {"code": "C2", "labels": {"en": "C2"}}
      ]
    }
    """#
}
