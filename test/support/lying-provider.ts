/** An identity provider that answers as it is told: for tokens that an honest one would never give. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { freePort } from './free-port.js';

export interface LyingProvider {
  readonly url: string;
  /** Makes the id token of the next answers; `sign` does it with the published key. */
  tell(make: (sign: (claims: JWTPayload, alg?: string) => Promise<string>) => Promise<string>): void;
  /** What the token endpoint was last asked. */
  asked(): URLSearchParams;
  close(): Promise<void>;
}

export async function startLyingProvider(): Promise<LyingProvider> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const sign = (claims: JWTPayload, alg = 'RS256') =>
    new SignJWT(claims).setProtectedHeader({ alg, kid: 'honest' }).sign(privateKey);
  let idToken: () => Promise<string> = () => Promise.reject(new Error('nothing to tell'));
  let asked = new URLSearchParams();
  const answers: Record<string, () => Promise<object>> = {
    '/.well-known/openid-configuration': () =>
      Promise.resolve({
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        authorization_response_iss_parameter_supported: true,
      }),
    '/jwks': async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: 'honest', alg: 'RS256', use: 'sig' }] }),
    '/token': async () => ({
      access_token: 'x',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await idToken(),
    }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      if (request.url === '/token') asked = new URLSearchParams(body);
      const answer = answers[request.url ?? ''];
      void (answer?.() ?? Promise.reject(new Error('no such address'))).then(
        (value) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(value));
        },
        () => {
          response.statusCode = 500;
          response.end();
        },
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url,
    tell: (make) => (idToken = () => make(sign)),
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
