"""Reads a bill of materials with CycloneDX's schema of 1.6; ends with 1 when it does not hold."""

import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
flaw = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
print(flaw or "a bill of materials read with CycloneDX's schema")
sys.exit(1 if flaw else 0)
