// A provider of another make (oidc-provider, certified), on this machine, set up like ProConnect or like
// Pro Santé Connect. Whoever comes says who they are, or declines.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'maillage', secret: 'a secret + one for tests & nothing else' };
/** How strongly one signs in there. */
export const ACR = 'eidas2';

const LIKE = {
  proconnect: { token_endpoint_auth_method: 'client_secret_post', userinfo_signed_response_alg: 'RS256' },
  'pro-sante-connect': { token_endpoint_auth_method: 'client_secret_basic' },
};

/**
 * Listens on a free port; `back` and `signedOut` are the addresses of ours it may send people back to,
 * `told` the one it says at that somebody signed out there.
 *
 * @param {{like: 'proconnect' | 'pro-sante-connect', back: string, signedOut: string, told: string}} wishes
 */
export async function provide({ like, back, signedOut, told }) {
  let answer;
  const server = createServer((request, response) => answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, settings(like, { back, signedOut, told }));
  const rest = provider.callback();
  answer = (request, response) =>
    request.url.startsWith('/interaction/') ? meet(provider, request, response) : rest(request, response);
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function settings(like, { back, signedOut, told }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  const client = {
    ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, ...LIKE[like] },
    ...{ redirect_uris: [back], post_logout_redirect_uris: [signedOut], response_types: ['code'] },
    ...{ backchannel_logout_uri: told, backchannel_logout_session_required: true },
  };
  return {
    clients: [client],
    clientAuthMethods: [client.token_endpoint_auth_method],
    jwks: { keys: [key] },
    cookies: { keys: [randomUUID()], names: { session: `${like}-session`, interaction: `${like}-asked`, resume: `${like}-resumed` } },
    acrValues: ['eidas1', ACR],
    claims: { openid: ['sub'], acr: null, email: ['email', 'email_verified'] },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askToLeave, postLogoutSuccessSource: sayGone },
      backchannelLogout: { enabled: true },
    },
    // What it calls is on this machine, which it would not call by itself.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: 'premiere@sorbiers.example', email_verified: true }),
    }),
    // Nobody is asked what may be told.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

/** The provider's own page: who are you? */
async function meet(provider, request, response) {
  if (request.method === 'GET') return show(response, FORM);
  const typed = new URLSearchParams(await bodyOf(request));
  const result = typed.has('declined')
    ? { error: 'access_denied', error_description: 'declined by Aline Première' }
    : { login: { accountId: typed.get('who'), acr: ACR } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const FORM = `<h1>Qui êtes-vous ?</h1><form method="post"><label>Identité <input name="who"></label>
  <button>Entrer</button> <button name="declined" value="yes">Renoncer</button></form>`;

function askToLeave(ctx, form) {
  ctx.type = 'html';
  ctx.body = framed(`<h1>Quitter ?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Quitter</button>`);
}

function sayGone(ctx) {
  ctx.type = 'html';
  ctx.body = framed('<h1>Au revoir</h1>');
}

function show(response, html) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(framed(html));
}

function framed(html) {
  return `<!doctype html><html lang="fr"><title>Fournisseur</title><link rel="icon" href="data:,">${html}</html>`;
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
