import { randomBytes } from 'node:crypto';
import type { Certificate } from 'pkijs';
import { adviceOnFault, writeSignedData } from '#domain/e-id/decide-completion.js';
import { adviceFailed, advicePending } from '#domain/e-id/hint.js';
import { codeSecond, decideOrderAge } from '#domain/e-id/order-time.js';
import { decideSigningText } from '#domain/e-id/signing-text.js';
import {
  EIdentification,
  type EIdCollected,
  type EIdCollecting,
  type EIdEvidence,
  type EIdOrder,
  type EIdQuestion,
  type EIdVerification,
  EIdRefused,
} from '#use-cases/e-id/e-id.port.js';
import type { BankidClient, BankidCollected, BankidStart } from './bankid-client.js';
import { movingCode } from './moving-code.js';
import { verifyCompletion } from './verify-completion.js';

export interface BankidOptions {
  readonly client: BankidClient;
  /** The roots of the people's certificates, pinned by the installation. */
  readonly roots: () => readonly Certificate[];
  /** What opens the app; the token is added to it. */
  readonly appUrl: string;
  readonly now: () => Date;
}

const inBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const word = (): string => randomBytes(18).toString('base64url');

/** BankID by the relying party API v6.0, with secure start only: a moving code or a link, never a number typed in. */
export class BankidIdentification extends EIdentification {
  readonly ways = ['code', 'link'] as const;

  constructor(private readonly options: BankidOptions) {
    super();
  }

  async start(question: EIdQuestion): Promise<EIdOrder> {
    const { purpose, expectedPersonalNumber, visibleText, nonVisibleData, endUserIp } = question;
    const orderNonce = word();
    const returnNonce = word();
    const data = writeSignedData({ content: nonVisibleData, orderNonce });
    const decision = decideSigningText({ purpose, text: visibleText, data });
    if (!decision.ok) throw new RangeError(`the text cannot be signed: ${decision.error}`);
    const visibleTextFormat = question.visibleTextFormat ?? 'plaintext';
    const body: BankidStart = {
      endUserIp,
      userVisibleData: inBase64(visibleText),
      ...(visibleTextFormat === 'simpleMarkdownV1' ? { userVisibleDataFormat: visibleTextFormat } : {}),
      userNonVisibleData: inBase64(data),
      returnUrl: `${question.returnUrl}#e-id=${returnNonce}`,
      ...(expectedPersonalNumber === null ? {} : { requirement: { personalNumber: expectedPersonalNumber } }),
    };
    const startedAt = this.options.now().toISOString();
    const { client } = this.options;
    const { orderRef, ...kept } = purpose === 'sign' ? await client.sign(body) : await client.auth(body);
    return {
      adapter: 'bankid',
      orderRef,
      purpose,
      startedAt,
      expectedPersonalNumber,
      visibleText,
      visibleTextFormat,
      nonVisibleData,
      endUserIp,
      orderNonce,
      returnNonce,
      kept,
    };
  }

  codeAt(order: EIdOrder, now = this.options.now()): string | null {
    const startedAt = Date.parse(order.startedAt);
    if (decideOrderAge(startedAt, now.getTime()) !== 'shown') return null;
    const { qrStartToken = '', qrStartSecret = '' } = order.kept;
    return movingCode({ qrStartToken, qrStartSecret }, codeSecond(startedAt, now.getTime()));
  }

  startLink(order: EIdOrder): string {
    const { appUrl } = this.options;
    const token = encodeURIComponent(order.kept['autoStartToken'] ?? '');
    return `${appUrl}${appUrl.includes('?') ? '&' : '?'}autostarttoken=${token}`;
  }

  async collect(order: EIdOrder, how: EIdCollecting): Promise<EIdCollected> {
    if (order.adapter !== 'bankid') throw new EIdRefused('unknown-order');
    const answer = await this.options.client.collect(order.orderRef);
    switch (answer.status) {
      case 'pending':
        return { status: 'pending', hintCode: answer.hintCode, advice: advicePending(answer.hintCode, how.start) };
      case 'failed':
        return { status: 'failed', hintCode: answer.hintCode, advice: adviceFailed(answer.hintCode, how.start) };
      case 'complete':
        return this.weigh(order, answer, how);
    }
  }

  async cancel(order: EIdOrder): Promise<void> {
    try {
      await this.options.client.cancel(order.orderRef);
    } catch (error) {
      if (!(error instanceof EIdRefused && error.why === 'unknown-order')) throw error;
    }
  }

  private async weigh(
    order: EIdOrder,
    answer: Extract<BankidCollected, { status: 'complete' }>,
    { used }: EIdCollecting,
  ): Promise<EIdCollected> {
    const at = this.options.now();
    const { completionData, orderRef } = answer;
    const verification = await verifyCompletion(
      { ...completionData, orderRef },
      this.expected(order, at, used),
      this.roots(),
    );
    const evidence = evidenceOf(order, answer, verification, at);
    if (verification.outcome === 'verified') return { status: 'complete', signer: verification.signer, evidence };
    const { fault } = verification;
    return { status: 'refused', fault, advice: adviceOnFault(fault), evidence };
  }

  private expected(order: EIdOrder, at: Date, used: boolean) {
    const { orderRef, purpose, visibleText, visibleTextFormat, nonVisibleData, orderNonce } = order;
    return {
      orderRef,
      purpose,
      startedAt: Date.parse(order.startedAt),
      now: at.getTime(),
      text: visibleText,
      textFormat: visibleTextFormat,
      data: { content: nonVisibleData, orderNonce },
      personalNumber: order.expectedPersonalNumber,
      used,
    };
  }

  private roots(): readonly Certificate[] {
    try {
      return this.options.roots();
    } catch {
      throw new EIdRefused('misconfigured');
    }
  }
}

function evidenceOf(
  order: EIdOrder,
  answer: Extract<BankidCollected, { status: 'complete' }>,
  verification: EIdVerification,
  at: Date,
): EIdEvidence {
  const { orderRef, purpose, visibleText, visibleTextFormat, nonVisibleData, orderNonce, endUserIp } = order;
  return {
    adapter: 'bankid',
    orderRef,
    purpose,
    userVisibleData: inBase64(visibleText),
    userVisibleDataFormat: visibleTextFormat,
    userNonVisibleData: inBase64(writeSignedData({ content: nonVisibleData, orderNonce })),
    completionData: answer.raw,
    signature: answer.completionData.signature,
    ocspResponse: answer.completionData.ocspResponse || null,
    broker: null,
    endUserIp,
    verification,
    at: at.toISOString(),
  };
}
