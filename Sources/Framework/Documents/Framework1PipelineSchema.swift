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
          "description": "Courses that are only reused from.",
          "$ref": "#/$defs/courses"
        },
        "output": {
          "description": "Folder for bundles, seen from this file's folder; dist by default.",
          "type": "string", "minLength": 1
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
