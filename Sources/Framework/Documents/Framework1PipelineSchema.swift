// The JSON Schema of `pipeline.json`; see Framework1CourseSchema.swift for the annotations.

extension Framework1 {
  static let pipelineSchema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:academy:schema:pipeline:1",
      "title": "pipeline.json",
      "description": "Which courses an academy has, and where their sources are.",
      "type": "object",
      "required": ["schema"],
      "properties": {
        "schema": {
          "description": "Format of this file: pipeline/1.",
          "const": "pipeline/1"
        },
        "courses": {
          "description": "Courses that are checked and packaged.",
          "$ref": "#/$defs/courses"
        },
        "sources": {
          "description": "Courses that are only reused from; a repository may be an address (https, ssh, git, file).",
          "$ref": "#/$defs/courses"
        },
        "output": {
          "description": "Folder for bundles, seen from this file's folder; dist by default.",
          "type": "string", "minLength": 1
        },
        "formats": {
          "description": "What courses are packaged as; the web site by default.",
          "type": "array", "minItems": 1, "x-example": "[\"site\", \"scorm12\", \"epub\", \"imscc11\", \"imscc13\"]",
          "items": {"enum": ["site", "scorm12", "epub", "imscc11", "imscc13"]}
        },
        "scorm": {
          "description": "Whether a SCORM package holds the whole course or one lesson; course by default.",
          "enum": ["course", "lesson"]
        },
        "site-address": {
          "description": "Address below which the output folder will be on the web, for sitemaps.",
          "type": "string", "pattern": "^https?://", "x-example": "\"https://example.org/courses/\""
        },
        "brand": {
          "description": "The office's own look.",
          "type": "object", "x-example": "{\"name\": \"Office of Statistics\", \"logo\": \"brand/logo.svg\", \"color\": \"#12324f\", \"accent\": \"#14538f\"}",
          "properties": {
            "name": {"description": "Name in the header.", "type": "string", "minLength": 1},
            "logo": {"description": "A picture below this file's folder.", "type": "string", "minLength": 1},
            "color": {"description": "Colour of the header and of buttons.", "type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"},
            "accent": {"description": "Colour of links; its contrast with the page must be 4.5 or more.", "type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}
          },
          "additionalProperties": false
        },
        "profile": {
          "description": "Which rules are on where nothing else is said; course by default.",
          "anyOf": [
            {"$ref": "#/$defs/profile"},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/profile"}}
          ]
        },
        "rules": {
          "description": "What becomes of the findings of a rule or of a group of rules.",
          "$ref": "#/$defs/rules"
        },
        "overrides": {
          "description": "The same for some folders; a later one wins over an earlier one.",
          "type": "array", "x-example": "[{\"paths\": [\"courses/office-b\"], \"rules\": {\"links\": \"warning\"}}]",
          "items": {
            "type": "object", "required": ["paths", "rules"],
            "properties": {
              "paths": {"description": "Folders below this file's folder.", "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/folder"}},
              "rules": {"description": "What becomes of the findings there.", "$ref": "#/$defs/rules"}
            },
            "x-synonyms": {"path": "paths", "folders": "paths"}
          }
        },
        "framework": {
          "description": "The framework document that courses are held against; the one inside the tool, where it is missing.",
          "anyOf": [
            {"type": "string", "minLength": 1},
            {
              "type": "object", "required": ["path"],
              "properties": {
                "path": {"description": "The document, from this file's folder or from the root of `repository`.", "type": "string", "minLength": 1},
                "repository": {"description": "Folder of the repository that holds it.", "type": "string", "minLength": 1},
                "release": {"description": "The release to read (1.2.0).", "type": "string", "minLength": 1},
                "rev": {"description": "The branch, tag or id to read.", "type": "string", "minLength": 1}
              },
              "not": {"required": ["release", "rev"]},
              "additionalProperties": false,
              "x-synonyms": {"file": "path", "repo": "repository", "revision": "rev", "tag": "rev", "version": "release"}
            }
          ]
        },
        "release": {
          "description": "From which growth of a course's time on its version must rise, in per cent.",
          "type": "object", "x-example": "{\"time-minor\": 10, \"time-major\": 25}",
          "properties": {
            "time-minor": {"description": "From here on a minor version; 10 by default.", "type": "integer", "minimum": 1, "maximum": 1000000},
            "time-major": {"description": "From here on a major version; 25 by default.", "type": "integer", "minimum": 1, "maximum": 1000000}
          },
          "additionalProperties": false
        },
        "max-lesson-bytes": {
          "description": "Longest lesson that is parsed, in bytes; 5000000 by default.",
          "type": "integer", "minimum": 1
        }
      },
      "patternProperties": {"^x-": true},
      "additionalProperties": false,
      "x-synonyms": {
        "members": "courses", "out": "output", "dist": "output", "repositories": "sources",
        "upstream": "sources", "limit": "max-lesson-bytes"
      },
      "$defs": {
        "rules": {
          "type": "object", "x-example": "{\"links\": \"warning\"}",
          "additionalProperties": {
            "anyOf": [
              {"$ref": "#/$defs/severity"},
              {
                "type": "object",
                "properties": {
                  "severity": {"description": "What a finding weighs; off for none at all.", "$ref": "#/$defs/severity"},
                  "options": {"description": "Options of the rule, which its page lists.", "type": "object"}
                },
                "additionalProperties": false,
                "x-synonyms": {"level": "severity", "option": "options"}
              }
            ]
          }
        },
        "profile": {"enum": ["course", "markdownlint", "all"]},
        "severity": {"enum": ["off", "note", "warning", "error"]},
        "courses": {
          "type": "array", "x-example": "[\"courses/office-a/prices\"]",
          "items": {
            "anyOf": [
              {"$ref": "#/$defs/folder"},
              {
                "type": "object", "x-noun": "a map with `repository` and `path`",
                "properties": {
                  "repository": {"description": "Folder of the repository, seen from this file's folder; this file's own repository, where it is missing.", "type": "string", "minLength": 1},
                  "path": {"description": "The course's folder in it; the repository's root, where it is missing.", "$ref": "#/$defs/folder"}
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"repo": "repository", "folder": "path", "course": "path"}
              }
            ]
          }
        },
        "folder": {
          "description": "A folder below its repository's root.",
          "type": "string", "x-noun": "a folder below its repository"
        }
      }
    }
    """#
}
