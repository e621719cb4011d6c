/**
 * The orders of the test e-identification and how they end: the states, limits and words of the relying party API v6.0,
 * by the clock that it is given. What is signed is signed for real.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { MINUTE, SECOND } from '#domain/kernel/instant.js';
import type { Authority } from './authority.js';
import { answerStatus } from './answer-status.js';
import { ApiRefusal, type OrderRequest } from './read-request.js';
import { signText } from './sign-text.js';
import type { TestPerson } from './test-people.js';

const START_WITHIN = 30 * SECOND;
const SIGN_WITHIN = 3 * MINUTE;
const REMEMBERED = 5 * MINUTE;
/** How old a picture of the moving code may be. */
const CODE_VALID = 4;

export interface Order {
  readonly orderRef: string;
  readonly autoStartToken: string;
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
  readonly act: 'sign' | 'auth';
  readonly request: OrderRequest;
  readonly startedAt: number;
  openedAt: number | null;
  openedBy: 'link' | 'code' | null;
  hintCode: string;
  /** What it ends with, and when that is told. */
  end: { readonly at: number; readonly answer: object } | null;
}

export type Picked = { readonly order: Order } | { readonly fault: 'unknown' | 'too-old' | 'over' };

export class Orders {
  private readonly orders = new Map<string, Order>();

  constructor(
    private readonly authority: Authority,
    private readonly now: () => number,
  ) {}

  begin(act: Order['act'], request: OrderRequest): Order {
    this.forget();
    this.refuseSecond(request);
    const order: Order = {
      orderRef: randomUUID(),
      autoStartToken: randomUUID(),
      qrStartToken: randomUUID(),
      qrStartSecret: randomUUID(),
      act,
      request,
      startedAt: this.now(),
      openedAt: null,
      openedBy: null,
      hintCode: 'outstandingTransaction',
      end: null,
    };
    this.orders.set(order.orderRef, order);
    return order;
  }

  collect(orderRef: string): object {
    const order = this.known(orderRef);
    this.expire(order);
    if (order.end && order.end.at <= this.now()) return { orderRef, ...order.end.answer };
    return { orderRef, status: 'pending', hintCode: order.end ? 'processing' : order.hintCode };
  }

  cancel(orderRef: string): void {
    this.known(orderRef);
    this.orders.delete(orderRef);
  }

  /** The app is opened by the link. */
  openByLink(autoStartToken: string): Picked {
    return this.open(
      [...this.orders.values()].find((one) => one.autoStartToken === autoStartToken),
      'link',
    );
  }

  /** The app reads the code: `bankid.<token>.<second>.<HMAC of the second>`. */
  openByCode(code: string): Picked {
    const [kind, token, second = '', seal, ...more] = code.trim().split('.');
    const order = [...this.orders.values()].find((one) => one.qrStartToken === token);
    if (kind !== 'bankid' || more.length > 0 || !order || !/^\d{1,6}$/.test(second)) return { fault: 'unknown' };
    if (seal !== createHmac('sha256', order.qrStartSecret).update(second).digest('hex')) return { fault: 'unknown' };
    const age = Math.floor((this.now() - order.startedAt) / SECOND) - Number(second);
    if (age > CODE_VALID || age < -1) return { fault: 'too-old' };
    return this.open(order, 'code');
  }

  /** An order that is open in somebody's app. */
  inApp(autoStartToken: string): Order | undefined {
    const order = [...this.orders.values()].find((one) => one.autoStartToken === autoStartToken);
    if (!order) return undefined;
    this.expire(order);
    return order.openedAt !== null && order.end === null ? order : undefined;
  }

  /** Whether the order is for somebody else. */
  isForAnother(order: Order, person: TestPerson): boolean {
    const { personalNumber } = order.request.requirement ?? {};
    return personalNumber !== undefined && personalNumber !== person.personalNumber;
  }

  hint(order: Order, hintCode: string): void {
    order.hintCode = hintCode;
  }

  fail(order: Order, hintCode: string): void {
    order.end ??= { at: this.now(), answer: { status: 'failed', hintCode } };
  }

  /** `slowness`: milliseconds until the service tells of it. */
  async sign(order: Order, person: TestPerson, slowness = 0): Promise<void> {
    const completionData = await this.complete(order, person);
    order.end ??= { at: this.now() + slowness, answer: { status: 'complete', completionData } };
  }

  private async complete(order: Order, person: TestPerson): Promise<object> {
    const { request } = order;
    const issued = await this.authority.person(person);
    const bank = this.authority.house('bank');
    const signature = await signText(
      {
        userVisibleData: request.userVisibleData ?? '',
        userVisibleDataFormat:
          request.userVisibleDataFormat === 'plaintext' ? undefined : request.userVisibleDataFormat,
        userNonVisibleData: request.userNonVisibleData,
        act: order.act === 'sign' ? 'Signing' : 'Identification',
        askedBy: 'Samnav',
      },
      { person: issued, authorities: [bank, this.authority.house('root')] },
    );
    const ocspResponse = await answerStatus({
      about: issued.certificate,
      bank,
      responder: this.authority.house('responder'),
      signature,
      at: new Date(this.now()),
    });
    return {
      user: {
        personalNumber: person.personalNumber,
        name: `${person.givenName} ${person.familyName}`,
        givenName: person.givenName,
        surname: person.familyName,
      },
      device: { ipAddress: request.endUserIp, uhi: randomBytes(15).toString('base64') },
      bankIdIssueDate: issued.certificate.notBefore.value.toISOString().slice(0, 10),
      stepUp: { mrtd: false },
      signature,
      ocspResponse,
    };
  }

  private open(order: Order | undefined, by: 'link' | 'code'): Picked {
    if (!order) return { fault: 'unknown' };
    this.expire(order);
    if (order.end) return { fault: 'over' };
    if (order.openedAt === null) {
      order.openedAt = this.now();
      order.openedBy = by;
      order.hintCode = 'started';
    }
    return { order };
  }

  private known(orderRef: string): Order {
    this.forget();
    const order = this.orders.get(orderRef);
    if (!order) throw new ApiRefusal(400, 'invalidParameters', 'No such order');
    return order;
  }

  /** One who already has an order open loses that one, and is asked to try again. */
  private refuseSecond({ requirement }: OrderRequest): void {
    const number = requirement?.personalNumber;
    if (number === undefined) return;
    for (const order of this.orders.values()) {
      this.expire(order);
      const same = order.request.requirement?.personalNumber === number;
      if (!same || order.openedAt === null || order.end) continue;
      this.fail(order, 'cancelled');
      throw new ApiRefusal(400, 'alreadyInProgress', 'Order already in progress for pno');
    }
  }

  private expire(order: Order): void {
    const now = this.now();
    if (order.end) return;
    if (order.openedAt === null && now - order.startedAt > START_WITHIN)
      order.end = { at: now, answer: { status: 'failed', hintCode: 'startFailed' } };
    else if (order.openedAt !== null && now - order.openedAt > SIGN_WITHIN)
      order.end = { at: now, answer: { status: 'failed', hintCode: 'expiredTransaction' } };
  }

  private forget(): void {
    const longAgo = this.now() - START_WITHIN - SIGN_WITHIN - REMEMBERED;
    for (const [ref, order] of this.orders) {
      const over = order.end !== null && order.end.at < this.now() - REMEMBERED;
      if (over || order.startedAt < longAgo) this.orders.delete(ref);
    }
  }
}
