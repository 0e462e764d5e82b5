// The vocabularies that are ours; the topics are those that the network itself listed.

extension Framework1 {
  static let terms = #"""

    "topics": {
      "title": "Topics", "source": "HLG-MOS Meta Academy", "terms": [
        {"code": "open-source-strategy", "labels": {"en": "Open-source strategy", "fr": "Stratégie open source", "es": "Estrategia de código abierto"}},
        {"code": "communities", "labels": {"en": "Communities and buy-in", "fr": "Communautés et adhésion", "es": "Comunidades y aceptación"}},
        {"code": "infrastructure", "labels": {"en": "Infrastructure", "fr": "Infrastructure", "es": "Infraestructura"}},
        {"code": "change-management", "labels": {"en": "Change management", "fr": "Conduite du changement", "es": "Gestión del cambio"}},
        {"code": "upskilling", "labels": {"en": "Upskilling", "fr": "Montée en compétences", "es": "Desarrollo de competencias"}},
        {"code": "sustainability", "labels": {"en": "Sustainability", "fr": "Pérennité", "es": "Sostenibilidad"}},
        {"code": "version-control", "labels": {"en": "Version control", "fr": "Gestion de versions", "es": "Control de versiones"}},
        {"code": "programming", "labels": {"en": "Programming", "fr": "Programmation", "es": "Programación"}},
        {"code": "programming-r", "labels": {"en": "Programming in R", "fr": "Programmation en R", "es": "Programación en R"}},
        {"code": "programming-python", "labels": {"en": "Programming in Python", "fr": "Programmation en Python", "es": "Programación en Python"}},
        {"code": "reproducibility", "labels": {"en": "Reproducibility", "fr": "Reproductibilité", "es": "Reproducibilidad"}},
        {"code": "data-science", "labels": {"en": "Data science", "fr": "Science des données", "es": "Ciencia de datos"}},
        {"code": "dissemination", "labels": {"en": "Dissemination and SDMX", "fr": "Diffusion et SDMX", "es": "Difusión y SDMX"}},
        {"code": "quality", "labels": {"en": "Quality", "fr": "Qualité", "es": "Calidad"}},
        {"code": "security", "labels": {"en": "Security", "fr": "Sécurité", "es": "Seguridad"}},
        {"code": "licensing", "labels": {"en": "Licensing", "fr": "Licences", "es": "Licencias"}}
      ]
    },
    "audience": {
      "title": "Audiences", "source": "HLG-MOS Meta Academy", "terms": [
        {"code": "statistician", "labels": {"en": "Statistician", "fr": "Statisticien", "es": "Estadístico"}},
        {"code": "methodologist", "labels": {"en": "Methodologist", "fr": "Méthodologue", "es": "Metodólogo"}},
        {"code": "data-scientist", "labels": {"en": "Data scientist", "fr": "Data scientist", "es": "Científico de datos"}},
        {"code": "developer", "labels": {"en": "Developer", "fr": "Développeur", "es": "Desarrollador"}},
        {"code": "manager", "labels": {"en": "Manager", "fr": "Responsable", "es": "Directivo"}},
        {"code": "data-producer", "labels": {"en": "Data producer", "fr": "Producteur de données", "es": "Productor de datos"}},
        {"code": "data-user", "labels": {"en": "Data user", "fr": "Utilisateur de données", "es": "Usuario de datos"}},
        {"code": "trainer", "labels": {"en": "Trainer", "fr": "Formateur", "es": "Formador"}}
      ]
    },
    "level": {
      "title": "Levels", "source": "HLG-MOS Meta Academy", "terms": [
        {"code": "basic", "labels": {"en": "Basic", "fr": "Débutant", "es": "Básico"}},
        {"code": "intermediate", "labels": {"en": "Intermediate", "fr": "Intermédiaire", "es": "Intermedio"}},
        {"code": "advanced", "labels": {"en": "Advanced", "fr": "Avancé", "es": "Avanzado"}}
      ]
    },
    "lifecycle": {
      "title": "Lifecycle", "source": "The Carpentries, with deprecated", "terms": [
        {"code": "pre-alpha", "labels": {"en": "Pre-alpha", "fr": "Pré-alpha", "es": "Prealfa"}, "note": "Being written; gaps are expected."},
        {"code": "alpha", "labels": {"en": "Alpha", "fr": "Alpha", "es": "Alfa"}, "note": "Complete enough for its authors to teach it."},
        {"code": "beta", "labels": {"en": "Beta", "fr": "Bêta", "es": "Beta"}, "note": "Complete enough for others to teach it."},
        {"code": "stable", "labels": {"en": "Stable", "fr": "Stable", "es": "Estable"}, "note": "Taught and maintained."},
        {"code": "deprecated", "labels": {"en": "Deprecated", "fr": "Obsolète", "es": "Obsoleto"}, "note": "No longer recommended; judged as stable."}
      ]
    },
    "bloom": {
      "title": "Levels of objectives", "source": "Anderson and Krathwohl, A Taxonomy for Learning, Teaching, and Assessing, 2001", "terms": [
        {"code": "remember", "labels": {"en": "Remember", "fr": "Se souvenir", "es": "Recordar"}},
        {"code": "understand", "labels": {"en": "Understand", "fr": "Comprendre", "es": "Comprender"}},
        {"code": "apply", "labels": {"en": "Apply", "fr": "Appliquer", "es": "Aplicar"}},
        {"code": "analyze", "labels": {"en": "Analyse", "fr": "Analyser", "es": "Analizar"}},
        {"code": "evaluate", "labels": {"en": "Evaluate", "fr": "Évaluer", "es": "Evaluar"}},
        {"code": "create", "labels": {"en": "Create", "fr": "Créer", "es": "Crear"}}
      ]
    }
    """#
}
