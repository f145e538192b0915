// One line a test, its failure in full, and a closing line that anything can read.

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && data.level === 'error') yield `${data.message}\n`;
    const isOver = type === 'test:pass' || type === 'test:fail';
    if (!isOver || isWhole(data)) continue;
    yield line(type, data, counts);
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  yield `\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`;
}

/** A group of tests, or a file that ran well: its tests have been counted. */
function isWhole({ details, nesting, name }) {
  return details?.type === 'suite' || (nesting === 0 && name.endsWith('.mjs') && !details?.error);
}

function line(type, { name, details, skip }, counts) {
  const took = `${(details.duration_ms / 1000).toFixed(1)} s`;
  if (skip !== undefined) {
    counts.skipped += 1;
    return `  -  ${name} (skipped: ${skip})\n`;
  }
  if (type === 'test:pass') {
    counts.passed += 1;
    return `  ok ${name} (${took})\n`;
  }
  counts.failed += 1;
  return `  FAILED ${name} (${took})\n${told(details.error)}\n`;
}

/** The failure's words, and the lines of our own files that led to it. */
function told(error) {
  const cause = error?.cause ?? error;
  const lines = String(cause?.stack ?? cause).split('\n');
  const isOfOthers = (line) => /^\s+at .*(node:|node_modules)/.test(line);
  return lines.filter((line) => !isOfOthers(line)).join('\n');
}
