// French verbs, in the infinitive. `saisir` is not listed as vague: it also means to enter data.

extension Framework1 {
  static let frenchVerbs = #"""
    {
      "clauses": [
        "à la fin de", "à la fin du", "à l'issue de", "à l'issue du", "après", "au terme de",
        "au terme du", "une fois"],
      "lead": [
        "vous pourrez", "vous saurez", "vous serez capable de", "vous serez capables de",
        "vous serez en mesure de", "l'apprenant pourra", "l'apprenant saura",
        "l'apprenant sera capable de", "l'apprenant sera en mesure de",
        "les apprenants pourront", "les apprenants sauront", "les apprenants seront capables de",
        "les apprenants seront en mesure de", "le participant sera capable de",
        "le participant sera en mesure de", "les participants pourront",
        "les participants sauront", "les participants seront capables de",
        "les participants seront en mesure de", "le stagiaire sera capable de",
        "les stagiaires seront capables de", "je peux", "nous allons", "de", "d'"],
      "unmeasurable": [
        {"kind": "verb", "forms": [
            "comprendre", "comprend", "compréhension de", "compréhension des",
            "avoir une compréhension de", "avoir compris", "bien comprendre", "mieux comprendre"],
          "instead": {"understand": ["expliquer", "décrire", "résumer"], "apply": ["utiliser"], "analyze": ["comparer", "distinguer"]}},
        {"kind": "verb", "forms": [
            "connaître", "connaitre", "connaît", "connait", "bien connaître", "mieux connaître",
            "connaissance de", "connaissance des", "avoir connaissance de",
            "avoir une connaissance de", "avoir des connaissances en",
            "avoir des connaissances sur"],
          "instead": {"remember": ["nommer", "lister", "définir"], "understand": ["décrire", "expliquer"], "apply": ["utiliser"]}},
        {"kind": "verb", "forms": [
            "savoir ce que", "savoir ce qu'est", "savoir pourquoi", "savoir quand",
            "savoir comment", "savoir où", "savoir que", "savoir quel", "savoir quelle",
            "savoir quels", "savoir quelles", "comprendre comment", "comprendre pourquoi",
            "comprendre quand", "comprendre ce que", "comprendre ce qu'est", "comprendre que",
            "voir comment", "voir pourquoi", "découvrir comment", "découvrir pourquoi"],
          "instead": {"understand": ["expliquer", "décrire"], "evaluate": ["justifier"]}},
        {"kind": "verb", "forms": ["apprendre", "apprend", "apprentissage de", "étudier"],
          "instead": {"remember": ["nommer", "lister"], "understand": ["décrire", "expliquer"], "apply": ["utiliser", "appliquer"]}},
        {"kind": "verb", "forms": [
            "se familiariser", "se familiariser avec", "être familiarisé avec",
            "être familiarisée avec", "être familiarisés avec", "être familier avec",
            "être familier de", "familiariser", "s'approprier", "s'initier à", "s'initier au",
            "s'initier aux", "être initié à", "se sensibiliser à", "être sensibilisé à",
            "être sensibilisés à", "être sensibilisé aux"],
          "instead": {"remember": ["nommer", "identifier", "repérer"], "understand": ["décrire"], "apply": ["utiliser"]}},
        {"kind": "verb", "forms": [
            "être", "devenir", "être conscient de", "être conscient des", "être conscient que",
            "être au courant de", "avoir conscience de", "avoir conscience que",
            "prendre conscience de", "prendre conscience que", "se rendre compte de",
            "se rendre compte que", "avoir une idée de", "avoir une idée des",
            "avoir des notions de", "avoir une vision de", "avoir une vue d'ensemble de",
            "avoir un aperçu de"],
          "instead": {"remember": ["nommer", "identifier"], "understand": ["expliquer", "décrire"], "evaluate": ["justifier"]}},
        {"kind": "verb", "forms": [
            "découvrir", "appréhender", "assimiler", "acquérir", "intérioriser", "percevoir",
            "approfondir", "développer une compréhension de", "acquérir une compréhension de",
            "acquérir des connaissances sur"],
          "instead": {"understand": ["expliquer", "décrire", "illustrer"], "apply": ["utiliser", "appliquer"]}},
        {"kind": "verb", "forms": ["maîtriser", "maitriser", "maîtrise de"],
          "instead": {"apply": ["utiliser", "appliquer"], "analyze": ["analyser", "comparer"], "create": ["créer", "concevoir"]}},
        {"kind": "verb", "forms": ["se souvenir", "se souvenir de", "se rappeler", "mémoriser", "retenir"],
          "instead": {"remember": ["citer", "lister", "énoncer"]}},
        {"kind": "verb", "forms": [
            "croire", "croire que", "penser à", "réfléchir à", "se sentir",
            "se sentir à l'aise avec", "être à l'aise avec"],
          "instead": {"understand": ["expliquer", "discuter"], "apply": ["utiliser"], "evaluate": ["justifier", "juger"]}},
        {"kind": "padding", "forms": [
            "être capable de", "être capable d'", "être capables de", "être en mesure de",
            "être en mesure d'", "être à même de", "être apte à", "avoir la capacité de",
            "pouvoir", "apprendre à", "apprendre comment", "capable de", "capables de"]},
        {"kind": "padding", "forms": ["savoir", "sait"],
          "instead": {"remember": ["nommer", "lister", "définir"], "understand": ["décrire", "expliquer"], "apply": ["utiliser"]}},
        {"kind": "topic", "forms": [
            "comment", "pourquoi", "quand", "quel", "quelle", "quels", "quelles",
            "qu'est-ce que", "qu'est-ce qu'un", "qu'est-ce qu'une", "ce que", "ce qu'est"],
          "instead": {"understand": ["expliquer", "décrire"], "analyze": ["comparer", "distinguer"]}},
        {"kind": "topic", "forms": [
            "introduction à", "introduction au", "introduction aux", "initiation à",
            "initiation au", "initiation aux", "présentation de", "présentation des",
            "présentation du", "aperçu de", "aperçu des", "les bases de", "les bases du",
            "les bases des", "les principes de", "les principes du", "notions de",
            "découverte de", "découverte du", "découverte des"],
          "instead": {"remember": ["nommer", "lister"], "understand": ["décrire", "expliquer", "résumer"]}}
      ],
      "measurable": {
        "remember": [
          "nommer", "lister", "définir", "identifier", "citer", "énoncer", "énumérer", "repérer",
          "rappeler", "réciter", "reconnaître", "reconnaitre", "reproduire", "indiquer",
          "situer", "étiqueter", "dire", "mentionner", "relever", "associer"],
        "understand": [
          "expliquer", "décrire", "résumer", "illustrer", "discuter", "interpréter",
          "reformuler", "paraphraser", "donner un exemple", "donner des exemples", "exprimer",
          "clarifier", "déduire", "prédire", "présenter", "exposer", "traduire", "lire",
          "visualiser", "estimer", "généraliser", "rendre compte", "préciser"],
        "apply": [
          "utiliser", "appliquer", "démontrer", "montrer", "employer", "exécuter", "effectuer",
          "réaliser", "mettre en œuvre", "mettre en oeuvre", "configurer", "paramétrer",
          "installer", "calculer", "résoudre", "manipuler", "importer", "exporter", "charger",
          "enregistrer", "sauvegarder", "ouvrir", "fermer", "ajouter", "connecter",
          "se connecter", "naviguer", "consulter", "accéder", "modifier", "convertir",
          "transformer", "nettoyer", "filtrer", "trier", "joindre", "fusionner", "regrouper",
          "affecter", "attribuer", "documenter", "appeler", "automatiser", "formater", "insérer",
          "supprimer", "renommer", "déplacer", "copier", "suivre", "ignorer", "saisir",
          "interroger", "extraire", "collecter", "coder", "imputer", "pondérer", "agréger",
          "anonymiser", "diffuser", "publier", "partager", "soumettre", "envoyer", "télécharger",
          "mettre à jour", "remplacer", "réutiliser", "afficher", "corriger", "gérer", "traiter",
          "valider un commit", "lancer", "démarrer", "tester le code", "cloner", "annuler",
          "restaurer", "rechercher", "trouver", "tracer", "représenter", "déployer", "redresser",
          "pratiquer", "remplir", "compléter", "récupérer", "poser"],
        "analyze": [
          "analyser", "comparer", "distinguer", "différencier", "contraster", "examiner",
          "classer", "classifier", "catégoriser", "organiser", "décomposer", "diagnostiquer",
          "déboguer", "investiguer", "explorer", "inspecter", "séparer", "relier", "détecter",
          "ordonner", "caractériser", "discriminer", "déterminer", "mettre en relation",
          "étudier les différences"],
        "evaluate": [
          "évaluer", "justifier", "juger", "critiquer", "défendre", "argumenter", "recommander",
          "noter", "apprécier", "vérifier", "valider", "décider", "choisir", "prioriser",
          "hiérarchiser", "relire", "conclure", "mesurer", "contrôler", "tester", "auditer",
          "conseiller", "convaincre", "sélectionner"],
        "create": [
          "créer", "concevoir", "développer", "construire", "écrire", "rédiger", "composer",
          "planifier", "produire", "formuler", "générer", "élaborer", "proposer", "inventer",
          "assembler", "combiner", "intégrer", "préparer", "programmer", "personnaliser",
          "modéliser", "adapter", "refactoriser", "synthétiser", "optimiser", "collaborer",
          "contribuer", "mettre en place", "mettre au point", "faire", "établir", "structurer"]
      }
    }
    """#
}
