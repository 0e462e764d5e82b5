// The JSON Schema of an office's framework document; see Framework1CourseSchema.swift for the
// annotations.

extension Framework1 {
  static let documentSchema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:academy:schema:framework:1",
      "title": "the framework document",
      "description": "What an office asks of its courses beyond the framework that it extends.",
      "type": "object",
      "required": ["framework", "version", "extends"],
      "properties": {
        "$schema": {"description": "For editors.", "type": "string"},
        "framework": {
          "description": "The framework's name: the office's short name, a slash and the major version (nso-north/1).",
          "type": "string", "minLength": 1
        },
        "version": {
          "description": "Version of this document, whose first number is that of the name: 1.2.0.",
          "type": "string", "format": "semver"
        },
        "releases": {
          "description": "What makes a release of this document: a tag (tags, default) or the first commit that declares the version (declared).",
          "enum": ["tags", "declared"]
        },
        "extends": {
          "description": "The framework that this one builds on: \"framework/1\", \"framework/1 ^1.0\", or a map that also says where it is.",
          "anyOf": [
            {"type": "string", "minLength": 1},
            {
              "type": "object", "required": ["framework"],
              "properties": {
                "framework": {"description": "The framework's name.", "type": "string", "minLength": 1},
                "version": {"description": "Versions that will do, as an npm range (^1.2).", "type": "string", "format": "npm-range"},
                "repository": {"description": "Folder of the repository that holds it; this document's own, where it is missing.", "type": "string", "minLength": 1},
                "path": {"description": "The document, from this one's folder or from the root of `repository`.", "type": "string", "minLength": 1},
                "release": {"description": "The release to read (1.2.0).", "type": "string", "format": "semver"},
                "rev": {"description": "The branch, tag or id to read.", "type": "string", "minLength": 1}
              },
              "additionalProperties": false,
              "x-synonyms": {"name": "framework", "range": "version", "repo": "repository", "file": "path", "revision": "rev", "tag": "rev"}
            }
          ]
        },
        "description": {"description": "What the framework is for.", "type": "string"},
        "required": {
          "description": "Further fields of course.yml, by the lifecycle from which a course must give them.",
          "type": "object",
          "properties": {
            "pre-alpha": {"description": "From the start.", "$ref": "#/$defs/names"},
            "alpha": {"description": "From alpha on.", "$ref": "#/$defs/names"},
            "beta": {"description": "From beta on.", "$ref": "#/$defs/names"},
            "stable": {"description": "In a stable course.", "$ref": "#/$defs/names"}
          },
          "additionalProperties": false
        },
        "optional": {
          "description": "Fields of course.yml that the framework below requires and this one does not.",
          "$ref": "#/$defs/names"
        },
        "manifest": {
          "description": "A JSON Schema that course.yml must fit besides the framework's own.",
          "type": "object"
        },
        "frontMatter": {
          "description": "A JSON Schema that the front matter of lessons must fit besides the framework's own.",
          "type": "object"
        },
        "placeholders": {
          "description": "Further marks of unfinished text.",
          "$ref": "#/$defs/names"
        },
        "vocabularies": {
          "description": "Codes to add to the framework's lists or to take away from them, and lists of one's own.",
          "type": "object",
          "additionalProperties": {
            "type": "object",
            "properties": {
              "add": {"description": "Terms to add.", "$ref": "#/$defs/terms"},
              "remove": {"description": "Codes that are no longer to be used.", "$ref": "#/$defs/names"},
              "title": {"description": "Title of a list of one's own.", "type": "string", "minLength": 1},
              "source": {"description": "Where its terms come from.", "type": "string", "minLength": 1},
              "attribution": {"description": "Whom to name where its labels are shown.", "type": "string", "minLength": 1},
              "terms": {"description": "Terms of a list of one's own.", "$ref": "#/$defs/terms"}
            },
            "additionalProperties": false,
            "x-synonyms": {"codes": "terms", "values": "terms", "delete": "remove", "name": "title"}
          }
        },
        "structure": {
          "description": "Sections that lessons must or may have, by layout.",
          "type": "object",
          "additionalProperties": {
            "type": "object",
            "properties": {
              "required": {"description": "Further divs that every lesson needs.", "$ref": "#/$defs/names"},
              "optional": {"description": "Divs that the framework below requires and this one does not.", "$ref": "#/$defs/names"},
              "recommended": {
                "description": "Further divs that a lesson should have.",
                "type": "array",
                "items": {
                  "type": "object", "required": ["div", "why"],
                  "properties": {
                    "div": {"description": "The div.", "type": "string", "minLength": 1},
                    "containing": {"description": "The div that belongs inside it.", "type": "string", "minLength": 1},
                    "why": {"description": "Why a learner needs it.", "type": "string", "minLength": 1}
                  },
                  "additionalProperties": false
                }
              },
              "known": {
                "description": "Further divs that lessons may use.",
                "type": "array",
                "items": {
                  "anyOf": [
                    {"type": "string", "minLength": 1},
                    {
                      "type": "object", "required": ["name"],
                      "properties": {
                        "name": {"description": "The div's name.", "type": "string", "minLength": 1},
                        "description": {"description": "What it is for.", "type": "string"},
                        "mistaken": {"description": "Names that authors write when they mean it.", "$ref": "#/$defs/names"}
                      },
                      "additionalProperties": false
                    }
                  ]
                }
              }
            },
            "additionalProperties": false
          }
        },
        "verbs": {
          "description": "Verbs of objectives, by language.",
          "type": "object",
          "propertyNames": {"format": "bcp47"},
          "additionalProperties": {
            "type": "object",
            "properties": {
              "measurable": {
                "description": "Further verbs that can be observed, by level.",
                "type": "object",
                "properties": {
                  "remember": {"description": "Of that level.", "$ref": "#/$defs/names"},
                  "understand": {"description": "Of that level.", "$ref": "#/$defs/names"},
                  "apply": {"description": "Of that level.", "$ref": "#/$defs/names"},
                  "analyze": {"description": "Of that level.", "$ref": "#/$defs/names"},
                  "evaluate": {"description": "Of that level.", "$ref": "#/$defs/names"},
                  "create": {"description": "Of that level.", "$ref": "#/$defs/names"}
                },
                "additionalProperties": false, "x-synonyms": {"analyse": "analyze"}
              },
              "unmeasurable": {
                "description": "Further verbs that nobody can observe.",
                "$ref": "#/$defs/names"
              },
              "lead": {"description": "Words that may stand before the verb.", "$ref": "#/$defs/names"}
            },
            "additionalProperties": false
          }
        },
        "severities": {
          "description": "What findings weigh, by rule: one severity for all courses, or one for each lifecycle.",
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {"$ref": "#/$defs/severity"},
              {
                "type": "object", "minProperties": 1,
                "properties": {
                  "pre-alpha": {"description": "In a pre-alpha course.", "$ref": "#/$defs/severity"},
                  "alpha": {"description": "In an alpha course.", "$ref": "#/$defs/severity"},
                  "beta": {"description": "In a beta course.", "$ref": "#/$defs/severity"},
                  "stable": {"description": "In a stable or deprecated course.", "$ref": "#/$defs/severity"}
                },
                "additionalProperties": false
              }
            ]
          }
        },
        "licences": {
          "description": "Licences that courses and lessons may not have, or the only ones they may have.",
          "type": "object",
          "properties": {
            "allow": {"description": "The only licences that may be used: SPDX ids, `CC-BY-*` for all that begin so.", "$ref": "#/$defs/names"},
            "forbid": {"description": "Licences that may not be used: SPDX ids, `CC-BY-NC-*` for all that begin so.", "$ref": "#/$defs/names"}
          },
          "additionalProperties": false,
          "x-synonyms": {"deny": "forbid", "forbidden": "forbid", "allowed": "allow"}
        }
      },
      "patternProperties": {"^x-": true},
      "additionalProperties": false,
      "x-synonyms": {
        "name": "framework", "id": "framework", "extend": "extends", "licenses": "licences",
        "front-matter": "frontMatter", "front_matter": "frontMatter", "severity": "severities",
        "vocabulary": "vocabularies", "rules": "severities"
      },
      "$defs": {
        "names": {
          "type": "array", "uniqueItems": true, "items": {"type": "string", "minLength": 1}
        },
        "severity": {"enum": ["error", "warning", "note"]},
        "terms": {
          "type": "array", "minItems": 1, "x-example": "[{code: sdmx, labels: {en: SDMX}}]",
          "items": {
            "type": "object", "required": ["code", "labels"],
            "properties": {
              "code": {"description": "The code as it is written in a manifest.", "type": "string", "minLength": 1},
              "labels": {
                "description": "What a person calls it, by language.",
                "type": "object", "minProperties": 1, "propertyNames": {"format": "bcp47"},
                "additionalProperties": {"type": "string", "minLength": 1}, "x-noun": "a map of language to text"
              },
              "kind": {"description": "What kind of term it is.", "type": "string"},
              "note": {"description": "What to know about it.", "type": "string"}
            },
            "additionalProperties": false,
            "x-synonyms": {"id": "code", "label": "labels", "title": "labels"}
          }
        }
      }
    }
    """#
}
