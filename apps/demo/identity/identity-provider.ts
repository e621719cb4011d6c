/**
 * A real OpenID provider whose people are the demonstration's: what a municipality's own provider does, except that
 * nobody is asked to prove anything. It speaks the Swedish profile: private_key_jwt, PKCE, acr, auth_time, short tokens.
 */
import Provider, { type ClientMetadata, type JWK } from 'oidc-provider';
import { Html, html, page } from '../page/page.js';
import type { ProviderKeys } from './provider-keys.js';

export interface IdentityProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientKey: object;
  readonly publicUrl: string;
  readonly acr: string;
  readonly keys: ProviderKeys;
  /** What was refused, for the process log. */
  readonly tell: (what: string, why: string) => void;
}

/** Keeps who is signed in at the provider, for signing out. */
export const SESSION_COOKIE = 'demo-identity';

const FIVE_MINUTES = 300;
const WORKDAY = 12 * 3600;

export function makeIdentityProvider(options: IdentityProviderOptions): Provider {
  const { publicUrl, keys } = options;
  const client: ClientMetadata = {
    client_id: options.clientId,
    client_name: 'Samnav',
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [options.clientKey as JWK] },
    redirect_uris: [`${publicUrl}/sign-in/return`],
    post_logout_redirect_uris: [`${publicUrl}/utloggad`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    require_auth_time: true,
    id_token_signed_response_alg: 'RS256',
  };
  const provider = new Provider(options.issuer, {
    clients: [client],
    jwks: { keys: [keys.signing as JWK] },
    cookies: {
      keys: [...keys.cookies],
      names: { session: SESSION_COOKIE, interaction: 'demo-step', resume: 'demo-resume' },
    },
    acrValues: [options.acr],
    scopes: ['openid'],
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: FIVE_MINUTES,
      IdToken: FIVE_MINUTES,
      Interaction: 600,
      Session: WORKDAY,
      Grant: WORKDAY,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => void (ctx.body = leavePage(form)) },
    },
    interactions: { url: (_ctx, interaction) => `/person/${interaction.uid}` },
    // There is one client, the platform itself: nobody has to allow it anything.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    // Whoever the picker has let through exists; whether Samnav knows them is for Samnav to say.
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = faultPage(publicUrl);
    },
  });
  const tell = (what: string) => (_ctx: unknown, error: Error & { error_description?: string }) =>
    options.tell(what, error.error_description ?? error.message);
  provider.on('authorization.error', tell('authorization'));
  provider.on('grant.error', tell('token'));
  provider.on('end_session.error', tell('end of session'));
  provider.on('server_error', tell('server'));
  return provider;
}

const leavePage = (form: string): string =>
  page(
    'Logga ut',
    html`<h1>Du är utloggad ur Samnav</h1>
      <p>Vill du logga ut ur demonstrationens inloggning också?</p>
      ${new Html(form)}
      <button class="plain" type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Ja, logga ut</button>
      <script src="/design/leave.js"></script>`,
  );

export const faultPage = (publicUrl: string): string =>
  page(
    'Det gick inte',
    html`<h1>Inloggningen gick inte att fullfölja</h1>
      <p>
        Sidan kan ha varit öppen för länge, eller så har du kommit hit bakvägen. Börja om från Samnav, så går det bra.
      </p>
      <p><a href="${publicUrl}/">Tillbaka till Samnav</a></p>`,
  );
