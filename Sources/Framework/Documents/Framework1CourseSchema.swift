// The JSON Schema of `course.yml`. Editors show its descriptions.
//
// Keywords with `x-` are annotations that other validators pass over: `x-noun` names the value in a
// message, `x-example` is what a message shows, `x-vocabulary` names the list an `enum` repeats,
// `x-synonyms` maps names that authors bring along from elsewhere to ours.

extension Framework1 {
  static let courseSchema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:academy:schema:course:1",
      "title": "course.yml",
      "description": "What a training course says about itself. Three fields are always needed; the others are read from config.yaml, CITATION.cff, LICENSE and the lessons where they are missing here.",
      "type": "object",
      "required": ["schema", "id", "version"],
      "properties": {
        "schema": {
          "description": "The agreement that this manifest follows: course/1.",
          "const": "course/1"
        },
        "id": {
          "description": "The course's name for all time: the office's short name, a slash, the course's own (office-a/git-basics). Lower case, digits and hyphens.",
          "$ref": "#/$defs/courseId"
        },
        "version": {
          "description": "Version of the course: 1.2.0, or 1.3.0-dev while it is unreleased. With `versioning: calver` a year comes first (\"2026.1\")."
        },
        "versioning": {
          "description": "How the version is to be read: semver (1.2.0, default) or calver (2026.1 reads as 2026.1.0).",
          "enum": ["semver", "calver"]
        },
        "releases": {
          "description": "What makes a release: a tag (tags, default) or the first commit that declares the version (declared).",
          "enum": ["tags", "declared"]
        },
        "title": {
          "description": "Title of the course; text, or a map of language to text.",
          "$ref": "#/$defs/localizedText"
        },
        "description": {
          "description": "What the course is about, in a few sentences; text, or a map of language to text.",
          "$ref": "#/$defs/localizedText"
        },
        "keywords": {
          "description": "Words that a person might search for: a list, or text with commas.",
          "anyOf": [{"$ref": "#/$defs/texts"}, {"type": "string", "minLength": 1, "pattern": "\\S"}]
        },
        "topics": {
          "description": "Topics from the framework's list, which is how courses of the network are found.",
          "$ref": "#/$defs/topics"
        },
        "language": {
          "description": "Language of the lessons as a BCP 47 tag (en, fr-CA); a list where there are several.",
          "$ref": "#/$defs/languages"
        },
        "license": {
          "description": "Licence of the text and pictures, as an SPDX expression (CC-BY-4.0).",
          "$ref": "#/$defs/license"
        },
        "code_license": {
          "description": "Licence of the code in the lessons, as an SPDX expression (MIT).",
          "$ref": "#/$defs/license"
        },
        "authors": {
          "description": "Who wrote the course, in the order in which they are to be named.",
          "type": "array", "minItems": 1, "x-example": "[Ana Novak]",
          "items": {"$ref": "#/$defs/author"}
        },
        "contact": {
          "description": "Whom to ask: an e-mail address or the URL of a page.",
          "$ref": "#/$defs/contact"
        },
        "provider": {
          "description": "The office that offers the course.",
          "anyOf": [
            {"type": "string", "minLength": 1, "pattern": "\\S"},
            {
              "type": "object", "required": ["name"],
              "properties": {
                "name": {"description": "Name of the office.", "$ref": "#/$defs/localizedText"},
                "country": {"description": "Country, as its ISO 3166-1 code (CH) or its name.", "type": "string", "minLength": 2},
                "url": {"description": "The office's web site.", "type": "string", "format": "iri"},
                "ror": {"description": "The office's id in the Research Organization Registry.", "type": "string", "format": "ror"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false,
              "x-synonyms": {"website": "url", "homepage": "url", "organisation": "name", "organization": "name"}
            }
          ]
        },
        "level": {
          "description": "How much a learner must know already: basic, intermediate or advanced.",
          "$ref": "#/$defs/level"
        },
        "audience": {
          "description": "For whom the course is made, from the framework's list.",
          "$ref": "#/$defs/audience"
        },
        "lifecycle": {
          "description": "How finished the course is; findings about gaps weigh accordingly.",
          "$ref": "#/$defs/lifecycle"
        },
        "lessons": {
          "description": "The lessons in their order; without it, the order of config.yaml or of the file names.",
          "type": "array", "minItems": 1, "x-example": "[episodes/01-introduction.md]",
          "items": {
            "anyOf": [
              {"type": "string", "format": "repo-path"},
              {
                "type": "object", "required": ["path"],
                "properties": {
                  "id": {"description": "The lesson's name for all time; by default its file name without number and ending.", "$ref": "#/$defs/localId"},
                  "path": {"description": "The lesson's file, from the course's folder.", "type": "string", "format": "repo-path"},
                  "aliases": {"description": "Ids that the lesson had before, so that links and reuses still find it.", "$ref": "#/$defs/localIds"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"file": "path", "name": "id", "slug": "id"}
              }
            ]
          }
        },
        "objectives": {
          "description": "What a learner is able to do afterwards; by default the objectives of the lessons.",
          "$ref": "#/$defs/objectives"
        },
        "gsbpm": {
          "description": "Phases and sub-processes of the Generic Statistical Business Process Model that the course serves.",
          "type": "object", "required": ["version", "codes"], "x-example": "{version: \"5.2\", codes: [\"5.3\"]}",
          "properties": {
            "version": {"description": "Version of GSBPM that the codes are from.", "enum": ["5.1", "5.2"]},
            "codes": {"description": "Codes in quotes; 5.10 without them would be 5.1.", "type": "array", "minItems": 1, "uniqueItems": true}
          },
          "patternProperties": {"^x-": true}, "additionalProperties": false,
          "if": {"properties": {"version": {"const": "5.1"}}},
          "then": {"properties": {"codes": {"items": {"$ref": "#/$defs/gsbpm51"}}}},
          "else": {"properties": {"codes": {"items": {"$ref": "#/$defs/gsbpm52"}}}}
        },
        "gamso": {
          "description": "Activities of the Generic Activity Model for Statistical Organizations that the course serves.",
          "type": "object", "required": ["version", "codes"], "x-example": "{version: \"1.2\", codes: [\"3.3\"]}",
          "properties": {
            "version": {"description": "Version of GAMSO that the codes are from.", "enum": ["1.2"]},
            "codes": {"description": "Codes in quotes; 3.10 without them would be 3.1.", "type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/gamso12"}}
          },
          "patternProperties": {"^x-": true}, "additionalProperties": false
        },
        "competencies": {
          "description": "Competencies of a framework (a national one, DigComp, ...) that the course builds.",
          "type": "array", "minItems": 1, "x-example": "[{framework: DigComp, id: \"1.2\"}]",
          "items": {
            "type": "object", "required": ["framework", "id"], "x-example": "{framework: DigComp, id: \"1.2\"}",
            "properties": {
              "framework": {"description": "Name or URL of the competency framework.", "type": "string", "minLength": 1, "pattern": "\\S"},
              "id": {"description": "The competency's code in it.", "type": "string", "minLength": 1, "pattern": "\\S"},
              "level": {"description": "Level that a learner reaches, in the framework's own words.", "type": "string", "minLength": 1, "pattern": "\\S"}
            },
            "patternProperties": {"^x-": true}, "additionalProperties": false
          }
        },
        "prerequisites": {
          "description": "What a learner needs before: a course with a range of versions, or text.",
          "type": "array", "minItems": 1, "x-example": "[{course: office-a/git-basics, version: ^1.0}]",
          "items": {
            "anyOf": [
              {"type": "string", "minLength": 1, "pattern": "\\S"},
              {
                "type": "object", "required": ["course"],
                "properties": {
                  "course": {"description": "Id of the course.", "$ref": "#/$defs/courseId"},
                  "version": {"description": "Range of its versions that will do (^1.0); any, where it is missing.", "$ref": "#/$defs/range"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"id": "course", "range": "version"}
              },
              {
                "type": "object", "required": ["text"],
                "properties": {
                  "text": {"description": "What a learner needs; text, or a map of language to text.", "$ref": "#/$defs/localizedText"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false
              }
            ]
          }
        },
        "paths": {
          "description": "Routes through the course, such as the managers' hour.",
          "type": "array", "minItems": 1, "x-example": "[{id: managers, lessons: [introduction]}]",
          "items": {
            "type": "object", "required": ["id", "lessons"], "x-example": "{id: managers, lessons: [introduction]}",
            "properties": {
              "id": {"description": "The route's name for all time.", "$ref": "#/$defs/localId"},
              "title": {"description": "Title of the route; text, or a map of language to text.", "$ref": "#/$defs/localizedText"},
              "audience": {"description": "For whom the route is made, from the framework's list.", "$ref": "#/$defs/audience"},
              "lessons": {"description": "Ids of the route's lessons, in their order.", "$ref": "#/$defs/localIds"}
            },
            "patternProperties": {"^x-": true}, "additionalProperties": false
          }
        },
        "assessment": {
          "description": "When a learner has completed the course.",
          "type": "object", "x-example": "{completion: passed, pass: 80}",
          "properties": {
            "completion": {"description": "seen (default): every lesson was opened; passed: the exercises were passed.", "enum": ["seen", "passed"]},
            "pass": {"description": "Points out of a hundred that are enough to pass.", "type": "integer", "minimum": 0, "maximum": 100}
          },
          "patternProperties": {"^x-": true}, "additionalProperties": false
        },
        "reuses": {
          "description": "Lessons of other courses of which this course holds a copy.",
          "type": "array", "minItems": 1, "x-example": "[{course: office-a/git-basics, version: ^1.2, as: verbatim}]",
          "items": {
            "type": "object", "required": ["course", "version", "as"],
            "x-example": "{course: office-a/git-basics, version: ^1.2, as: verbatim}",
            "properties": {
              "course": {"description": "Id of the course that the lessons are from.", "$ref": "#/$defs/courseId"},
              "url": {"description": "Where its repository is, unless pipeline.json says so.", "type": "string", "minLength": 1, "pattern": "\\S"},
              "version": {"description": "Range of its versions that may be taken, as npm writes it (^1.2).", "$ref": "#/$defs/range"},
              "as": {"description": "verbatim: not changed; adapted: changed; translated: in another language.", "enum": ["verbatim", "adapted", "translated"]},
              "lessons": {
                "description": "A map of their lesson id to ours, or a list where the two are equal.",
                "anyOf": [
                  {"$ref": "#/$defs/localIds"},
                  {"type": "object", "minProperties": 1, "propertyNames": {"format": "lesson-id"}, "additionalProperties": {"$ref": "#/$defs/localId"}}
                ]
              },
              "changes": {"description": "What was changed, in a sentence; CC BY 4.0 asks for it (3.a.1.B).", "$ref": "#/$defs/localizedText"},
              "attribution": {
                "description": "How the original is named; by default as its own manifest says.",
                "type": "object",
                "properties": {
                  "title": {"description": "Title of the original.", "type": "string", "minLength": 1, "pattern": "\\S"},
                  "author": {"description": "Author or authors of the original.", "type": "string", "minLength": 1, "pattern": "\\S"},
                  "source": {"description": "Where the original is found.", "type": "string", "minLength": 1, "pattern": "\\S"},
                  "license": {"description": "Licence of the original, as an SPDX expression.", "$ref": "#/$defs/license"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"authors": "author", "url": "source"}
              }
            },
            "patternProperties": {"^x-": true}, "additionalProperties": false,
            "x-synonyms": {"id": "course", "range": "version", "repository": "url", "source": "url"}
          }
        },
        "translation_of": {
          "description": "The course that this one translates as a whole.",
          "anyOf": [
            {"$ref": "#/$defs/courseId"},
            {
              "type": "object", "required": ["course"],
              "properties": {
                "course": {"description": "Id of the course.", "$ref": "#/$defs/courseId"},
                "url": {"description": "Where its repository is, unless pipeline.json says so.", "type": "string", "minLength": 1, "pattern": "\\S"},
                "version": {"description": "Range of its versions that is translated (^1.2).", "$ref": "#/$defs/range"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false,
              "x-synonyms": {"id": "course", "range": "version", "repository": "url"}
            }
          ]
        }
      },
      "patternProperties": {"^x-": true},
      "additionalProperties": false,
      "if": {"properties": {"versioning": {"const": "calver"}}, "required": ["versioning"]},
      "then": {"properties": {"version": {"type": "string", "format": "calver"}}},
      "else": {"properties": {"version": {"type": "string", "format": "semver"}}},
      "x-synonyms": {
        "name": "title", "abstract": "description", "summary": "description", "lang": "language",
        "inLanguage": "language", "licence": "license", "code_licence": "code_license",
        "author": "authors", "creator": "authors", "email": "contact", "maintainer": "contact",
        "publisher": "provider", "organisation": "provider", "organization": "provider",
        "office": "provider", "educationalLevel": "level", "difficulty": "level",
        "life_cycle": "lifecycle", "lifeCycle": "lifecycle", "status": "lifecycle",
        "creativeWorkStatus": "lifecycle", "episodes": "lessons", "chapters": "lessons",
        "modules": "lessons", "teaches": "objectives", "about": "topics", "tags": "keywords",
        "subjects": "topics", "requires": "prerequisites", "coursePrerequisites": "prerequisites",
        "isBasedOn": "reuses", "reuse": "reuses", "translationOf": "translation_of",
        "translationOfWork": "translation_of", "identifier": "id", "conformsTo": "schema"
      },
      "$defs": {
        "courseId": {"type": "string", "format": "course-id"},
        "localId": {"type": "string", "format": "lesson-id"},
        "localIds": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/localId"}},
        "range": {"type": "string", "format": "npm-range"},
        "license": {"type": "string", "format": "spdx-expression"},
        "texts": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "pattern": "\\S"}},
        "localizedText": {
          "anyOf": [
            {"type": "string", "minLength": 1, "pattern": "\\S"},
            {"type": "object", "minProperties": 1, "propertyNames": {"format": "bcp47"}, "additionalProperties": {"type": "string", "minLength": 1, "pattern": "\\S"}, "x-noun": "a map of language to text"}
          ]
        },
        "languageTag": {"type": "string", "format": "bcp47"},
        "languages": {
          "anyOf": [
            {"$ref": "#/$defs/languageTag"},
            {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/languageTag"}}
          ]
        },
        "contact": {
          "anyOf": [{"type": "string", "format": "email"}, {"type": "string", "format": "iri"}]
        },
        "author": {
          "anyOf": [
            {"type": "string", "minLength": 1, "pattern": "\\S"},
            {
              "type": "object", "required": ["name"],
              "properties": {
                "name": {"description": "The author's name.", "type": "string", "minLength": 1, "pattern": "\\S"},
                "orcid": {"description": "The author's ORCID iD (0000-0002-1825-0097).", "type": "string", "format": "orcid"},
                "affiliation": {"description": "The office or institution the author works for.", "type": "string", "minLength": 1, "pattern": "\\S"},
                "email": {"description": "The author's e-mail address.", "type": "string", "format": "email"},
                "url": {"description": "The author's page.", "type": "string", "format": "iri"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false,
              "x-synonyms": {"mail": "email", "e-mail": "email", "organisation": "affiliation", "organization": "affiliation", "website": "url"}
            }
          ]
        },
        "objectives": {
          "type": "array", "minItems": 1, "x-example": "[Create a repository in a local folder]",
          "items": {
            "anyOf": [
              {"type": "string", "minLength": 1, "pattern": "\\S"},
              {
                "type": "object", "required": ["text"],
                "properties": {
                  "id": {"description": "The objective's name for all time, so that its wording may change.", "$ref": "#/$defs/localId"},
                  "text": {"description": "The objective, starting with a measurable verb; text, or a map of language to text.", "$ref": "#/$defs/localizedText"},
                  "bloom": {"description": "What it asks of a learner; by default inferred from its verb.", "$ref": "#/$defs/bloom"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"level": "bloom", "objective": "text"}
              }
            ]
          }
        },
        "topics": {
          "anyOf": [
            {"$ref": "#/$defs/topic"},
            {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/topic"}}
          ]
        },
        "audience": {
          "anyOf": [
            {"$ref": "#/$defs/oneAudience"},
            {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/oneAudience"}}
          ]
        },
        "topic": {
          "x-vocabulary": "topics", "enum": [
            "open-source-strategy", "communities", "infrastructure", "change-management",
            "upskilling", "sustainability", "version-control", "programming", "programming-r",
            "programming-python", "reproducibility", "data-science", "dissemination", "quality",
            "security", "licensing"]
        },
        "oneAudience": {
          "x-vocabulary": "audience", "enum": [
            "statistician", "methodologist", "data-scientist", "developer", "manager",
            "data-producer", "data-user", "trainer"]
        },
        "level": {"x-vocabulary": "level", "enum": ["basic", "intermediate", "advanced"]},
        "lifecycle": {
          "x-vocabulary": "lifecycle",
          "enum": ["pre-alpha", "alpha", "beta", "stable", "deprecated"]
        },
        "bloom": {
          "x-vocabulary": "bloom",
          "enum": ["remember", "understand", "apply", "analyze", "evaluate", "create"]
        },
        "gsbpm51": {
          "x-vocabulary": "gsbpm-5.1", "enum": [
            "0.1", "0.2", "0.3", "1", "2", "3", "4", "5", "6", "7", "8",
            "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6",
            "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2", "4.3", "4.4",
            "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "6.1", "6.2", "6.3", "6.4", "6.5",
            "7.1", "7.2", "7.3", "7.4", "7.5", "8.1", "8.2", "8.3"]
        },
        "gsbpm52": {
          "x-vocabulary": "gsbpm-5.2", "enum": [
            "1", "2", "3", "4", "5", "6", "7", "8",
            "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6",
            "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2", "4.3", "4.4",
            "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "6.1", "6.2", "6.3", "6.4", "6.5",
            "7.1", "7.2", "7.3", "7.4", "7.5", "8.1", "8.2", "8.3"]
        },
        "gamso12": {
          "x-vocabulary": "gamso-1.2", "enum": [
            "1", "2", "3", "4", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4",
            "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10"]
        }
      }
    }
    """#
}
