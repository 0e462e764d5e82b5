// Spanish verbs, in the infinitive.

extension Framework1 {
  static let spanishVerbs = #"""
    {
      "clauses": [
        "al final de", "al final del", "al finalizar", "al terminar", "después de", "tras",
        "al concluir", "una vez"],
      "lead": [
        "podrá", "podrás", "sabrá", "será capaz de", "serás capaz de", "el alumno será capaz de",
        "los alumnos serán capaces de", "los alumnos podrán", "el estudiante será capaz de",
        "el estudiante podrá", "los estudiantes serán capaces de", "los estudiantes podrán",
        "el participante será capaz de", "el participante podrá",
        "los participantes serán capaces de", "los participantes podrán", "usted podrá",
        "usted será capaz de", "puedo", "vamos a"],
      "unmeasurable": [
        {"kind": "verb", "forms": [
            "comprender", "comprende", "entender", "entiende", "comprensión de",
            "tener una comprensión de", "adquirir una comprensión de"],
          "instead": {"understand": ["explicar", "describir", "resumir"], "apply": ["utilizar"], "analyze": ["comparar", "distinguir"]}},
        {"kind": "verb", "forms": [
            "conocer", "conoce", "conocimiento de", "tener conocimiento de",
            "tener conocimientos de", "adquirir conocimientos de",
            "adquirir conocimientos sobre"],
          "instead": {"remember": ["nombrar", "enumerar", "definir"], "understand": ["describir", "explicar"], "apply": ["utilizar"]}},
        {"kind": "verb", "forms": [
            "saber qué", "saber que", "saber cómo", "saber por qué", "saber cuándo",
            "saber dónde", "saber cuál", "saber cuáles", "entender cómo", "entender por qué",
            "entender qué", "entender que", "entender cuándo", "comprender cómo",
            "comprender por qué", "comprender qué", "comprender que", "comprender cuándo",
            "ver cómo", "ver por qué", "descubrir cómo", "descubrir por qué"],
          "instead": {"understand": ["explicar", "describir"], "evaluate": ["justificar"]}},
        {"kind": "verb", "forms": [
            "aprender", "aprende", "aprendizaje de", "aprender sobre", "aprender acerca de",
            "estudiar"],
          "instead": {"remember": ["nombrar", "enumerar"], "understand": ["describir", "explicar"], "apply": ["utilizar", "aplicar"]}},
        {"kind": "verb", "forms": [
            "familiarizarse", "familiarizarse con", "familiarizar", "estar familiarizado con",
            "estar familiarizada con", "estar familiarizados con", "iniciarse en",
            "introducirse en", "acercarse a", "sensibilizarse sobre"],
          "instead": {"remember": ["nombrar", "identificar", "localizar"], "understand": ["describir"], "apply": ["utilizar"]}},
        {"kind": "verb", "forms": [
            "ser", "estar", "ser consciente de", "ser conscientes de", "ser consciente de que",
            "estar al tanto de", "tomar conciencia de", "tomar conciencia de que",
            "darse cuenta de", "darse cuenta de que", "tener conciencia de", "tener una idea de",
            "tener nociones de", "tener noción de", "tener una visión general de",
            "obtener una visión general de"],
          "instead": {"remember": ["nombrar", "identificar"], "understand": ["explicar", "describir"], "evaluate": ["justificar"]}},
        {"kind": "verb", "forms": [
            "descubrir", "asimilar", "adquirir", "interiorizar", "percibir", "captar",
            "profundizar", "profundizar en", "apreciar", "valorar la importancia de"],
          "instead": {"understand": ["explicar", "describir", "ilustrar"], "apply": ["utilizar", "aplicar"], "evaluate": ["justificar"]}},
        {"kind": "verb", "forms": ["dominar", "domina", "dominio de"],
          "instead": {"apply": ["utilizar", "aplicar"], "analyze": ["analizar", "comparar"], "create": ["crear", "diseñar"]}},
        {"kind": "verb", "forms": ["recordar", "recuerda", "memorizar", "retener"],
          "instead": {"remember": ["citar", "enumerar", "enunciar"]}},
        {"kind": "verb", "forms": [
            "creer", "creer que", "pensar en", "reflexionar sobre", "sentirse",
            "sentirse cómodo con", "estar cómodo con"],
          "instead": {"understand": ["explicar", "discutir"], "apply": ["utilizar"], "evaluate": ["justificar", "juzgar"]}},
        {"kind": "padding", "forms": [
            "ser capaz de", "ser capaces de", "estar en condiciones de", "estar preparado para",
            "tener la capacidad de", "poder", "aprender a", "aprender cómo", "capaz de",
            "capaces de"]},
        {"kind": "padding", "forms": ["saber", "sabe"],
          "instead": {"remember": ["nombrar", "enumerar", "definir"], "understand": ["describir", "explicar"], "apply": ["utilizar"]}},
        {"kind": "topic", "forms": [
            "cómo", "como", "qué", "qué es", "qué son", "por qué", "cuándo", "cuál", "cuáles",
            "dónde"],
          "instead": {"understand": ["explicar", "describir"], "analyze": ["comparar", "distinguir"]}},
        {"kind": "topic", "forms": [
            "introducción a", "introducción al", "presentación de", "presentación del",
            "visión general de", "fundamentos de", "los fundamentos de", "principios de",
            "los principios de", "nociones de", "conceptos básicos de", "lo básico de"],
          "instead": {"remember": ["nombrar", "enumerar"], "understand": ["describir", "explicar", "resumir"]}}
      ],
      "measurable": {
        "remember": [
          "nombrar", "enumerar", "definir", "identificar", "citar", "enunciar", "localizar",
          "listar", "reconocer", "recitar", "repetir", "reproducir", "señalar", "indicar",
          "etiquetar", "decir", "mencionar", "anotar", "asociar"],
        "understand": [
          "explicar", "describir", "resumir", "ilustrar", "discutir", "interpretar",
          "parafrasear", "reformular", "dar ejemplos", "dar un ejemplo", "ejemplificar",
          "expresar", "aclarar", "inferir", "predecir", "informar", "presentar", "exponer",
          "traducir", "leer", "visualizar", "estimar", "generalizar"],
        "apply": [
          "utilizar", "aplicar", "usar", "demostrar", "mostrar", "emplear", "ejecutar",
          "realizar", "implementar", "configurar", "instalar", "calcular", "resolver", "operar",
          "manipular", "importar", "exportar", "cargar", "guardar", "abrir", "cerrar", "añadir",
          "agregar", "conectar", "conectarse", "navegar", "consultar", "acceder", "editar",
          "modificar", "convertir", "transformar", "limpiar", "filtrar", "ordenar", "unir",
          "fusionar", "agrupar", "asignar", "documentar", "llamar", "automatizar", "formatear",
          "insertar", "eliminar", "borrar", "renombrar", "mover", "copiar", "seguir", "ignorar",
          "introducir", "extraer", "recopilar", "recolectar", "codificar", "imputar", "ponderar",
          "anonimizar", "difundir", "publicar", "compartir", "enviar", "descargar", "subir",
          "actualizar", "reemplazar", "sustituir", "reutilizar", "imprimir", "corregir",
          "gestionar", "administrar", "procesar", "iniciar", "clonar", "deshacer", "restaurar",
          "buscar", "encontrar", "dibujar", "graficar", "representar", "desplegar", "practicar",
          "completar", "registrar", "llevar a cabo", "poner en práctica", "trabajar con"],
        "analyze": [
          "analizar", "comparar", "distinguir", "diferenciar", "contrastar", "examinar",
          "clasificar", "categorizar", "organizar", "descomponer", "diagnosticar", "depurar",
          "investigar", "explorar", "inspeccionar", "separar", "relacionar", "detectar",
          "caracterizar", "discriminar", "determinar", "desglosar"],
        "evaluate": [
          "evaluar", "justificar", "juzgar", "criticar", "defender", "argumentar", "recomendar",
          "calificar", "valorar", "verificar", "validar", "decidir", "elegir", "priorizar",
          "revisar", "concluir", "medir", "comprobar", "controlar", "probar", "auditar",
          "aconsejar", "convencer", "seleccionar"],
        "create": [
          "crear", "diseñar", "desarrollar", "construir", "escribir", "redactar", "componer",
          "planificar", "producir", "formular", "generar", "elaborar", "proponer", "inventar",
          "ensamblar", "combinar", "integrar", "preparar", "programar", "personalizar",
          "modelar", "adaptar", "refactorizar", "sintetizar", "optimizar", "colaborar",
          "contribuir", "establecer", "hacer", "estructurar", "concebir"]
      }
    }
    """#
}
