"""Holds the reports in a folder against schemas and readers; see validate-reports."""

import json
import pathlib
import sys

import jsonschema
import junitparser

# Written from GitLab's description of the fields that it reads.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

folder = pathlib.Path(sys.argv[1])
schema = json.loads(pathlib.Path("Tests/ReportingTests/Schemas/sarif-2.1.0.json").read_text())
sarif = json.loads((folder / "r.sarif").read_text())
jsonschema.Draft4Validator(schema).validate(sarif)
gitlab = json.loads((folder / "r.gitlab").read_text())
jsonschema.Draft202012Validator(GITLAB).validate(gitlab)
names = [item["fingerprint"] for item in gitlab]
assert len(set(names)) == len(names), "fingerprints of GitLab's report repeat"
results = sarif["runs"][0]["results"]
rdjson = json.loads((folder / "r.rdjson").read_text())
suites = junitparser.JUnitXml.fromfile(str(folder / "r.junit"))
cases = sum(len(list(suite)) for suite in suites)
assert len(results) == len(gitlab) == len(rdjson["diagnostics"]) == cases, "findings are missing"
print(f"{cases} findings valid in SARIF, GitLab's format, JUnit and rdjson")
