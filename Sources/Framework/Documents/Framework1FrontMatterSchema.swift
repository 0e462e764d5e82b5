// The JSON Schema of a lesson's front matter; see Framework1CourseSchema.swift for the annotations.

extension Framework1 {
  static let frontMatterSchema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:academy:schema:front-matter:1",
      "title": "the front matter",
      "description": "What a lesson says about itself, above its text.",
      "type": "object",
      "properties": {
        "title": {
          "description": "Title of the lesson.",
          "type": "string", "minLength": 1, "pattern": "\\S"
        },
        "teaching": {
          "description": "Minutes that an instructor speaks and shows.",
          "type": "number", "minimum": 0, "x-noun": "a number of minutes"
        },
        "exercises": {
          "description": "Minutes that learners work on exercises.",
          "type": "number", "minimum": 0, "x-noun": "a number of minutes"
        },
        "id": {
          "description": "The lesson's name for all time; by default its file name without number and ending.",
          "type": "string", "format": "lesson-id"
        },
        "objectives": {
          "description": "What a learner is able to do afterwards; by default the objectives div.",
          "type": "array", "minItems": 1, "x-example": "[Create a repository in a local folder]",
          "items": {
            "anyOf": [
              {"type": "string", "minLength": 1, "pattern": "\\S"},
              {
                "type": "object", "required": ["text"],
                "properties": {
                  "id": {"description": "The objective's name for all time, so that its wording may change.", "type": "string", "format": "lesson-id"},
                  "text": {"description": "The objective, starting with a measurable verb.", "type": "string", "minLength": 1, "pattern": "\\S"},
                  "bloom": {
                    "description": "What it asks of a learner; by default inferred from its verb.",
                    "x-vocabulary": "bloom",
                    "enum": ["remember", "understand", "apply", "analyze", "evaluate", "create"]
                  }
                },
                "patternProperties": {"^x-": true}, "additionalProperties": false,
                "x-synonyms": {"level": "bloom", "objective": "text"}
              }
            ]
          }
        },
        "level": {
          "description": "How much a learner must know already, where it differs from the course's.",
          "x-vocabulary": "level", "enum": ["basic", "intermediate", "advanced"]
        },
        "license": {
          "description": "Licence of the lesson, where it differs from the course's; an SPDX expression.",
          "type": "string", "format": "spdx-expression"
        },
        "language": {
          "description": "Language of the lesson, where it differs from the course's; a BCP 47 tag.",
          "type": "string", "format": "bcp47"
        },
        "lifecycle": {
          "description": "How finished the lesson is, where it differs from the course; deprecated announces its end.",
          "x-vocabulary": "lifecycle",
          "enum": ["pre-alpha", "alpha", "beta", "stable", "deprecated"]
        },
        "questions": {"description": "Of older templates: the Workbench reads the questions div.", "type": ["array", "string", "null"]},
        "keypoints": {"description": "Of older templates: the Workbench reads the keypoints div.", "type": ["array", "string", "null"]},
        "source": {"description": "Written by the Workbench for a lesson in R Markdown.", "type": "string"},
        "site": {"description": "Written by the Workbench in index.md.", "type": "string"},
        "permalink": {"description": "Written by the Workbench in index.md.", "type": "string"},
        "editor_options": {"description": "Read by RStudio.", "type": ["object", "null"]},
        "output": {"description": "Read by R Markdown."}
      },
      "patternProperties": {"^x-": true},
      "additionalProperties": false,
      "x-synonyms": {
        "Title": "title", "licence": "license", "lang": "language", "slug": "id",
        "duration": "teaching", "time": "teaching", "exercise": "exercises",
        "objective": "objectives", "difficulty": "level", "life_cycle": "lifecycle",
        "status": "lifecycle"
      }
    }
    """#
}
