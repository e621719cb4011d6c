/** A house's own system on this machine: takes calls over TLS, and checks signatures by the library of Standard Webhooks. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { issueCertificate, keyPemOf, NAME, pemOf } from '#demo/bankid/issue-certificate.js';

export interface TakenCall {
  readonly id: string;
  readonly body: Record<string, any>;
  /** Everything that came, as text. */
  readonly raw: string;
  /** Whether one of its signatures is the library's own by this secret, however old the call is. */
  isSignedWith(secret: string): boolean;
  /** What the library makes of the call as it came, or as somebody has changed it on the way. */
  checkedBy(secret: string, changed?: Changed): 'accepted' | 'refused';
}

export interface Changed {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Receiver {
  readonly url: string;
  /** The authority of its certificate. */
  readonly ca: string;
  /** The status that it answers, or nothing at all. */
  answer: number | 'nothing';
  readonly taken: TakenCall[];
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const [from, until] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)];
  const root = await issueCertificate({
    ...{ name: [[NAME.commonName, 'Provsystemet']] as const, from, until, authority: true },
  });
  const own = await issueCertificate({
    ...{ name: [[NAME.commonName, 'localhost']] as const, from, until, issuer: root },
    purpose: '1.3.6.1.5.5.7.3.1',
    hosts: ['localhost', '127.0.0.1'],
  });
  const taken: TakenCall[] = [];
  const receiver = { answer: 204 as number | 'nothing' };
  const server = createServer({ key: await keyPemOf(own.keys), cert: pemOf(own.certificate) }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      taken.push(takenOf(request.rawHeaders, request.headers as Record<string, string>, body));
      if (receiver.answer === 'nothing') return;
      response.writeHead(receiver.answer, receiver.answer === 301 ? { Location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(receiver, {
    url: `https://localhost:${(server.address() as AddressInfo).port}/samnav`,
    ca: pemOf(root.certificate),
    taken,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function takenOf(raw: readonly string[], headers: Record<string, string>, body: string): TakenCall {
  const id = headers['webhook-id'] ?? '';
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signatures = (headers['webhook-signature'] ?? '').split(' ');
  return {
    id,
    body: JSON.parse(body) as Record<string, any>,
    raw: [...raw, body].join('\n'),
    isSignedWith: (secret) => signatures.includes(new Webhook(secret).sign(id, at, body)),
    checkedBy: (secret, changed = {}) => {
      try {
        new Webhook(secret).verify(changed.body ?? body, { ...headers, ...changed.headers });
        return 'accepted';
      } catch (error) {
        if (error instanceof WebhookVerificationError) return 'refused';
        throw error;
      }
    },
  };
}
