/** Signatures that no honest app makes: each is refused, and says by its one word why (ASVS 6.6.2, 6.8; XMLDSig 8). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerStatus } from '#demo/bankid/answer-status.js';
import { issuePerson, openAuthority, type Authority } from '#demo/bankid/authority.js';
import { issueCertificate, NAME, type Issued } from '#demo/bankid/issue-certificate.js';
import { signText, type TextToSign } from '#demo/bankid/sign-text.js';
import { testPeople } from '#demo/bankid/test-people.js';
import { writeSignedData } from '#domain/e-id/decide-completion.js';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import type { EIdVerification } from '#use-cases/e-id/e-id.port.js';
import { verifyCompletion, type Completion, type CompletionExpectation } from './verify-completion.js';

const folder = mkdtempSync(path.join(tmpdir(), 'samnav-attack-'));
const [elias, sanna] = testPeople as [(typeof testPeople)[number], (typeof testPeople)[number]];
const TEXT = 'Socialtjänsten får tala med skolan om Elias.';
const OTHER_TEXT = 'Socialtjänsten får tala med alla om allt.';
let authority: Authority;
let elias1: Issued;

beforeAll(async () => {
  authority = await openAuthority(path.join(folder, 'bankid'));
  elias1 = await authority.person(elias);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const data = { content: `sha-256:${'ab'.repeat(32)}`, orderNonce: 'this-order' };
const now = Date.now();

const expected = (more: Partial<CompletionExpectation> = {}): CompletionExpectation => ({
  orderRef: 'order-1',
  purpose: 'sign',
  startedAt: now - MINUTE,
  now,
  text: TEXT,
  textFormat: 'plaintext',
  data,
  personalNumber: elias.personalNumber,
  used: false,
  ...more,
});

interface Making {
  readonly signer: Issued;
  readonly authorities: readonly Issued[];
  readonly text: Partial<TextToSign>;
  readonly status: Partial<Parameters<typeof answerStatus>[0]>;
  readonly rewrite: (xml: string) => string;
  readonly user: Partial<Completion['user']>;
}

/** What the service would answer, with something changed on the way. */
async function make(changes: Partial<Making> = {}): Promise<Completion> {
  const signer = changes.signer ?? elias1;
  const bank = authority.house('bank');
  const signed = await signText(
    {
      userVisibleData: inBase64(TEXT),
      userVisibleDataFormat: undefined,
      userNonVisibleData: inBase64(writeSignedData(data)),
      act: 'Signing',
      askedBy: 'Samnav',
      ...changes.text,
    },
    { person: signer, authorities: changes.authorities ?? [bank, authority.house('root')] },
  );
  const xml = Buffer.from(signed, 'base64').toString('utf8');
  const signature = inBase64((changes.rewrite ?? ((same) => same))(xml));
  const ocspResponse = await answerStatus({
    about: signer.certificate,
    bank,
    responder: authority.house('responder'),
    signature,
    at: new Date(now - MINUTE / 2),
    ...changes.status,
  });
  const user = {
    personalNumber: elias.personalNumber,
    name: 'Elias Kvarnhed',
    givenName: 'Elias',
    surname: 'Kvarnhed',
    ...changes.user,
  };
  return { orderRef: 'order-1', user, signature, ocspResponse };
}

const roots = () => [authority.house('root').certificate];

const verdict = async (completion: Completion, more: Partial<CompletionExpectation> = {}): Promise<string> =>
  wordOf(await verifyCompletion(completion, expected(more), roots()));

const wordOf = (verification: EIdVerification): string =>
  verification.outcome === 'verified' ? 'verified' : verification.fault;

const part = (xml: string, name: string): string => {
  const found = new RegExp(`<${name}[ >].*?</${name}>`).exec(xml);
  if (!found) throw new Error(`no ${name} in the signature`);
  return found[0];
};

const evilData = (xml: string): string => part(xml, 'bankIdSignedData').replace(inBase64(TEXT), inBase64(OTHER_TEXT));

describe('an honest signature', () => {
  it('is verified, so that the refusals below mean something', async () => {
    const verification = await verifyCompletion(await make(), expected(), roots());
    expect(verification).toMatchObject({
      outcome: 'verified',
      signer: { personalNumber: elias.personalNumber },
      issuer: 'SE, Samnav, demonstration, Testbanken, kunder',
    });
  });

  it('is verified in ten years by the time at which it was made', async () => {
    const completion = await make();
    expect(await verdict(completion)).toBe('verified');
    expect(await verdict(completion, { now: now + 10 * 365 * DAY })).toBe('expired-certificate');
  });
});

describe('a wrapped signature', () => {
  const wrappings: readonly (readonly [string, (xml: string) => string])[] = [
    [
      'with another text in the place of the signed one, which is moved aside',
      (xml) =>
        xml.replace(
          part(xml, 'Object'),
          `<Object>${evilData(xml).replace('bidSignedData', 'other')}</Object><Object>${part(xml, 'bankIdSignedData')}</Object>`,
        ),
    ],
    [
      'with another text beside the signed one in the same object',
      (xml) => xml.replace('<Object>', `<Object>${evilData(xml).replace(' Id="bidSignedData"', '')}`),
    ],
    ['with the same id twice', (xml) => xml.replace('<Object>', `<Object>${evilData(xml)}`)],
    [
      'within another element',
      (xml) => xml.replace(/^<\?xml[^>]*\?>/, '').replace(/^(.*)$/s, `<Answer>${evilData(xml)}$1</Answer>`),
    ],
    [
      'with a second signature',
      (xml) => xml.replace('<Object>', `<Object>${part(xml, 'Signature').replace(/^<Signature[^>]*>/, '<Signature>')}`),
    ],
    ['that points to the whole document', (xml) => xml.replace('URI="#bidSignedData"', 'URI=""')],
    ['that no longer covers the text', (xml) => xml.replace(/<Reference Type[\s\S]*?<\/Reference>/, '')],
    [
      'with a filter between what is covered and what is read',
      (xml) =>
        xml.replace(
          'http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></Transform>',
          'http://www.w3.org/TR/1999/REC-xpath-19991116"></Transform>',
        ),
    ],
    [
      'with an entity that stands for another text',
      (xml) => xml.replace('<Signature ', '<!DOCTYPE x [<!ENTITY t "Zm9v">]><Signature '),
    ],
    [
      'with a comment within the text',
      (xml) => xml.replace(inBase64(TEXT), (t) => `${t.slice(0, 8)}<!-- -->${t.slice(8)}`),
    ],
    ['by a key that anyone knows', (xml) => xml.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256')],
    ['by a weak digest', (xml) => xml.replaceAll('2001/04/xmlenc#sha256', '2000/09/xmldsig#sha1')],
    [
      'with the id written otherwise on another element',
      (xml) => xml.replace('<srvInfo>', '<srvInfo ID="bidSignedData">'),
    ],
  ];

  it.each(wrappings)('%s is refused', async (_, rewrite) => {
    expect(await verdict(await make({ rewrite }))).toBe('wrapped-signature');
    // And never is the text that was slipped in taken for the signed one.
    expect(await verdict(await make({ rewrite }), { text: OTHER_TEXT })).toBe('wrapped-signature');
  });
});

describe('a changed signature', () => {
  it.each<[string, (xml: string) => string]>([
    ['with the text swapped', (xml) => xml.replace(inBase64(TEXT), inBase64(OTHER_TEXT))],
    ['with the document swapped', (xml) => xml.replace(inBase64(writeSignedData(data)), inBase64('sha-256:00'))],
    ['with the act swapped', (xml) => xml.replace('>Signing<', '>Identification<')],
    ['with the value swapped', (xml) => xml.replace(/<SignatureValue>..../, '<SignatureValue>AAAA')],
    ['cut off in the middle', (xml) => xml.slice(0, xml.length / 2)],
    ['cut off before its last letter', (xml) => xml.slice(0, -1)],
    ['that is no XML', () => 'ja'],
    ['that is empty', () => ''],
    ['with an attribute twice', (xml) => xml.replace('charset="UTF-8"', 'charset="UTF-8" charset="UTF-8"')],
  ])('%s is refused', async (_, rewrite) => {
    expect(await verdict(await make({ rewrite }))).toBe('bad-signature');
    expect(await verdict(await make({ rewrite }), { text: OTHER_TEXT })).toBe('bad-signature');
  });

  it('with somebody else’s certificate put first is refused', async () => {
    const other = await authority.person(sanna);
    const [own, theirs] = [elias1, other].map((one) => certificateText(one));
    const completion = await make({
      rewrite: (xml) => xml.replace(own!, theirs!),
      status: { about: other.certificate },
    });
    expect(await verdict(completion, { personalNumber: sanna.personalNumber })).toBe('bad-signature');
  });

  it('that is no base64 is refused', async () => {
    expect(await verdict({ ...(await make()), signature: '<Signature/>' })).toBe('bad-signature');
  });
});

const certificateText = (one: Issued): string => Buffer.from(one.certificate.toSchema(true).toBER()).toString('base64');

describe('a signature on something else', () => {
  it('that was really signed is refused for its text', async () => {
    expect(await verdict(await make({ text: { userVisibleData: inBase64(OTHER_TEXT) } }))).toBe('wrong-text');
  });

  it('laid out otherwise than it was sent is refused', async () => {
    expect(await verdict(await make({ text: { userVisibleDataFormat: 'simpleMarkdownV1' } }))).toBe('wrong-text');
  });

  it('that only identified is no signature', async () => {
    expect(await verdict(await make({ text: { act: 'Identification' } }))).toBe('wrong-text');
  });

  it('of another document is refused', async () => {
    const other = inBase64(writeSignedData({ ...data, content: `sha-256:${'cd'.repeat(32)}` }));
    expect(await verdict(await make({ text: { userNonVisibleData: other } }))).toBe('wrong-data');
    expect(await verdict(await make({ text: { userNonVisibleData: undefined } }))).toBe('wrong-data');
  });
});

describe('a replay', () => {
  it('of an answer to another order is foreign', async () => {
    expect(await verdict(await make(), { orderRef: 'order-2' })).toBe('foreign-order');
  });

  it('of the same person’s earlier signature on the same document is refused, even under this order’s name', async () => {
    const earlier = inBase64(writeSignedData({ ...data, orderNonce: 'an-earlier-order' }));
    expect(await verdict(await make({ text: { userNonVisibleData: earlier } }))).toBe('replayed-order');
  });

  it('of an answer that was used is refused', async () => {
    expect(await verdict(await make(), { used: true })).toBe('replayed-order');
  });

  it('of a signature from before the order is refused', async () => {
    expect(await verdict(await make({ status: { at: new Date(now - 10 * MINUTE) } }))).toBe('replayed-order');
  });
});

describe('another signer', () => {
  it('with a certificate of their own is refused', async () => {
    const completion = await make({
      signer: await authority.person(sanna),
      user: { personalNumber: sanna.personalNumber },
    });
    expect(await verdict(completion)).toBe('wrong-signer');
    expect(await verdict(completion, { personalNumber: sanna.personalNumber })).toBe('verified');
  });

  it('is not hidden by an answer that names the right one', async () => {
    expect(await verdict(await make({ signer: await authority.person(sanna) }))).toBe('wrong-signer');
    expect(await verdict(await make({ signer: await authority.person(sanna) }), { personalNumber: null })).toBe(
      'wrong-signer',
    );
  });
});

describe('a certificate', () => {
  it('that has run out is refused', async () => {
    const old = await issuePerson(elias, authority.house('bank'), { from: -0.9, until: -0.01 });
    expect(await verdict(await make({ signer: old }))).toBe('expired-certificate');
  });

  it('that does not hold yet is refused', async () => {
    const early = await issuePerson(elias, authority.house('bank'), { from: 1, until: 900 });
    expect(await verdict(await make({ signer: early }))).toBe('expired-certificate');
  });

  it('from a root that nobody pinned is refused, whatever the answer brings along', async () => {
    const strange = await openAuthority(path.join(folder, 'strange'));
    const signer = await strange.person(elias);
    const completion = await make({
      signer,
      authorities: [strange.house('bank'), strange.house('root')],
      status: { bank: strange.house('bank'), responder: strange.house('responder') },
    });
    expect(await verdict(completion)).toBe('untrusted-chain');
    const pinned = await verifyCompletion(completion, expected(), [strange.house('root').certificate]);
    expect(wordOf(pinned)).toBe('verified');
  }, 30_000);

  it('without its authorities is refused', async () => {
    expect(await verdict(await make({ authorities: [] }))).toBe('untrusted-chain');
  });

  it('issued by a person is refused: only authorities issue', async () => {
    const parent = await authority.person(sanna);
    const child = await issueCertificate({
      name: [
        [NAME.serialNumber, elias.personalNumber],
        [NAME.commonName, 'Elias Kvarnhed'],
      ],
      from: new Date(now - DAY),
      until: new Date(now + DAY),
      issuer: parent,
    });
    const completion = await make({
      signer: child,
      authorities: [parent, authority.house('bank'), authority.house('root')],
      status: { bank: parent },
    });
    expect(await verdict(completion)).toBe('untrusted-chain');
  });

  it('that signs for itself is refused', async () => {
    const own = await issueCertificate({
      name: [[NAME.serialNumber, elias.personalNumber]],
      from: new Date(now - DAY),
      until: new Date(now + DAY),
    });
    expect(await verdict(await make({ signer: own, authorities: [own] }))).toBe('untrusted-chain');
  });
});

describe('the word on the certificate', () => {
  it('that it is revoked is heard', async () => {
    expect(await verdict(await make({ status: { revoked: true } }))).toBe('revoked');
  });

  it.each([
    ['absent', ''],
    ['no answer at all', 'AAAA'],
    ['cut off', 'CUT'],
  ])('that is %s says nothing good', async (_, ocspResponse) => {
    const completion = await make();
    const given = ocspResponse === 'CUT' ? completion.ocspResponse.slice(0, 400) : ocspResponse;
    expect(await verdict({ ...completion, ocspResponse: given })).toBe('ocsp-missing');
  });

  it('about another certificate counts for nothing', async () => {
    const other = await authority.person(sanna);
    expect(await verdict(await make({ status: { about: other.certificate } }))).toBe('ocsp-missing');
  });

  it('made for another signature counts for nothing', async () => {
    const [one, two] = [await make(), await make()];
    expect(await verdict({ ...one, ocspResponse: two.ocspResponse })).toBe('ocsp-missing');
  });

  it('by somebody who may not give it counts for nothing', async () => {
    const other = await authority.person(sanna);
    expect(await verdict(await make({ status: { responder: other } }))).toBe('ocsp-missing');
  });

  it('by a responder of another bank counts for nothing', async () => {
    const strange = await openAuthority(path.join(folder, 'strange'));
    expect(await verdict(await make({ status: { responder: strange.house('responder') } }))).toBe('ocsp-missing');
  }, 30_000);

  it('changed on the way counts for nothing', async () => {
    const completion = await make({ status: { revoked: true } });
    const good = Buffer.from((await make()).ocspResponse, 'base64');
    expect(await verdict(completion)).toBe('revoked');
    good[good.length >> 1] = (good[good.length >> 1] ?? 0) ^ 1;
    expect(await verdict({ ...(await make()), ocspResponse: good.toString('base64') })).toBe('ocsp-missing');
  });
});
