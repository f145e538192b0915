// A received message, decoded by the standards and by none of the sender's code:
// RFC 5322 (headers), RFC 2047 (words in them), RFC 2045 (bodies).

/** @param {Buffer} raw @returns {{headers: Record<string, string>, text: string}} */
export function readMail(raw) {
  const [head, ...body] = raw.toString('latin1').split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.split(':', 1)[0].toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
      .map(([name, value]) => [name, words(value)]),
  );
  return { headers, text: decoded(body.join('\r\n\r\n'), headers['content-transfer-encoding'] ?? '7bit') };
}

function words(value) {
  // White space between two encoded words is no part of the text.
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way, text) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : quotedPrintable(text.replaceAll('_', ' ')),
  );
}

function decoded(body, way) {
  if (way === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (way === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function quotedPrintable(text) {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
