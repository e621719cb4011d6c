/** A real OpenID provider as a broker of e-identifications; a process of its own, since its library needs one realm. */
import { createServer } from 'node:http';
import express from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const { url, redirectUri, clientJwk, numberClaim, acr } = JSON.parse(process.argv[2]);
/** Who proves themselves next; null turns back. */
let person = null;

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const provider = new Provider(url, {
  clients: [
    {
      client_id: 'samnav',
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [{ ...clientJwk, alg: 'ES256', use: 'sig' }] },
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      require_auth_time: true,
    },
  ],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'broker' }] },
  cookies: { keys: ['test'] },
  acrValues: [acr],
  claims: { openid: ['sub', numberClaim, 'name', 'given_name', 'family_name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/prove/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const { client, session, provider: own } = ctx.oidc;
    if (!client || !session?.accountId) return undefined;
    const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
  findAccount: (_ctx, subject) => ({
    accountId: subject,
    claims: () => ({
      sub: `sub-${subject}`,
      [numberClaim]: subject,
      name: person?.name,
      given_name: person?.name.split(' ')[0],
      family_name: person?.name.split(' ').slice(1).join(' '),
    }),
  }),
});
const site = express();
site.get('/prove/:uid', (request, response) =>
  provider.interactionFinished(
    request,
    response,
    person ? { login: { accountId: person.personalNumber, acr: person.acr } } : { error: 'access_denied' },
    { mergeWithLastSubmission: false },
  ),
);
site.use(provider.callback());
createServer(site).listen(Number(new URL(url).port), '127.0.0.1', () => process.send('ready'));
process.on('message', (next) => {
  person = next === 'nobody' ? null : next;
  process.send('heard');
});
process.on('disconnect', () => process.exit(0));
