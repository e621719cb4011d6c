import { Injectable } from '@nestjs/common';
import { adviceOnCallFault } from '#domain/e-id/call-fault.js';
import { ANSWER_WITHIN, COLLECT_EVERY, decideOrderAge } from '#domain/e-id/order-time.js';
import { cameBack, EIdentification, EIdRefused, type EIdCollected, type EIdOrder } from '../e-id/e-id.port.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { EIdOrderStore, type EIdOrderEnd, type EIdOrderFacts } from './e-id-order.port.js';
import { FinishEIdOrder } from './finish-e-id-order.js';
import { asFamilyService } from './resolve-family-session.js';

export interface Following {
  /** The browser that asks. */
  readonly sessionId: string;
  readonly origin: string;
  readonly requestId: string;
  /** The word that came back with the browser from the app; null while nobody has come back. */
  readonly returnNonce: string | null;
  /** The query string that came back from a broker. */
  readonly answer: string | null;
  /** False when the platform asks in somebody's stead: nobody is there to be let in. */
  readonly isBrowser: boolean;
}

export interface Followed {
  readonly order: EIdOrderFacts;
  /** The cookie of the new session, once somebody has been identified. */
  readonly cookie: string | null;
  /** What the code shows this second, for another device; null for the same device, and when the order has ended. */
  readonly code: string | null;
  /** Opens the app on the same device; null for another device, and when the order has ended. */
  readonly startLink: string | null;
}

/** A service that does not answer just now; the order goes on until its time is over. */
const PASSING: readonly string[] = ['maintenance', 'timed-out', 'unavailable', 'already-in-progress'];

/**
 * Asks how an order goes, at most every other second however often the page does, and carries out what came exactly once:
 * whoever comes second finds how it ended (a late answer, a replay, two tabs: at most one signature).
 */
@Injectable()
export class FollowEIdOrder {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly eId: EIdentification,
    private readonly tokens: SessionTokens,
    private readonly finish: FinishEIdOrder,
  ) {}

  async run(id: string, following: Following): Promise<Followed> {
    const service = asFamilyService(following.requestId);
    const order = await this.asCaller.run(service, (tx) => tx.of(EIdOrderStore).find(id));
    if (!order || order.sessionId !== following.sessionId) throw notFound();
    const running = this.runningOf(order);
    if (!running) return shown(order);
    const returned = await this.noteReturn(order, running, following);
    const cookie = await this.step(
      { ...order, returnedAt: returned ? (order.returnedAt ?? new Date()) : null },
      running,
      following,
    );
    const after = (await this.asCaller.run(service, (tx) => tx.of(EIdOrderStore).find(id))) ?? order;
    if (after.state !== 'pending') return { ...shown(after), cookie };
    return { order: after, cookie, ...this.wayOf(after, running) };
  }

  /** How an order looks the moment it was begun. */
  begun(order: EIdOrderFacts): Followed {
    const running = this.runningOf(order);
    if (!running) return shown(order);
    return { order, cookie: null, ...this.wayOf(order, running) };
  }

  /**
   * One way for one order: a link that could be sent to somebody else exists only where the answer counts in the browser
   * that comes back, and the code only where somebody sees both screens (ASVS 6.6.2).
   */
  private wayOf({ start }: EIdOrderFacts, running: EIdOrder): Pick<Followed, 'code' | 'startLink'> {
    return start === 'same-device'
      ? { code: null, startLink: this.eId.startLink(running) }
      : { code: this.eId.codeAt(running), startLink: null };
  }

  private runningOf({ state, sealed }: EIdOrderFacts): EIdOrder | undefined {
    const text = state === 'pending' && sealed !== null ? this.tokens.unseal(sealed) : null;
    return text === null ? undefined : (JSON.parse(text) as EIdOrder);
  }

  /**
   * Opened by a link on the same device, an order counts only in the browser that the app came back to: a link sent to
   * somebody else would otherwise let them sign somebody in (ASVS 6.6.2).
   */
  private async noteReturn(order: EIdOrderFacts, running: EIdOrder, following: Following): Promise<boolean> {
    if (order.returnedAt !== null) return true;
    const back =
      (following.returnNonce !== null && cameBack(running, following.returnNonce)) ||
      (running.adapter === 'openid' && following.answer !== null);
    if (back)
      await this.asCaller.run(asFamilyService(following.requestId), (tx) =>
        tx.of(EIdOrderStore).markReturned(order.id),
      );
    return back;
  }

  private async step(order: EIdOrderFacts, running: EIdOrder, following: Following): Promise<string | null> {
    const isThere = following.isBrowser || order.purpose === 'sign';
    const mayFinish = isThere && (order.start === 'other-device' || order.returnedAt !== null);
    const kept = order.answer === null ? null : this.tokens.unseal(order.answer);
    if (kept !== null && mayFinish) return this.carryOut(order, JSON.parse(kept) as EIdCollected, following);
    if (decideOrderAge(order.startedAt.getTime(), Date.now()) === 'over') {
      await this.end(order.id, { state: 'over', message: 'no-answer', next: 'begin-anew' }, following);
      return null;
    }
    if (!(await this.takeTurn(order.id, following)) || kept !== null) return null;
    const collected = await this.collect(order, running, following);
    if (!collected) return null;
    if (collected.status === 'complete') {
      // A broker answers once: what came is kept before anything is done with it, so that no fall in between loses a name.
      await this.keep(order.id, collected, following);
      if (!mayFinish) return null;
    }
    return this.carryOut(order, collected, following);
  }

  private takeTurn(id: string, following: Following): Promise<boolean> {
    return this.asCaller.run(asFamilyService(following.requestId), (tx) =>
      tx.of(EIdOrderStore).takeTurn(id, {
        // A little less than the pause, so that a page that asks each second asks every other time.
        pauseMs: COLLECT_EVERY - 100,
        // What a broker sent along can be changed in once: nobody tries beside the one who is at it.
        holdMs: following.answer === null ? 0 : ANSWER_WITHIN,
      }),
    );
  }

  private async keep(id: string, collected: EIdCollected, { requestId }: Following): Promise<void> {
    const answer = this.tokens.seal(JSON.stringify(collected));
    await this.asCaller.run(asFamilyService(requestId), (tx) => tx.of(EIdOrderStore).keepAnswer(id, answer));
  }

  private async collect(
    order: EIdOrderFacts,
    running: EIdOrder,
    following: Following,
  ): Promise<EIdCollected | undefined> {
    try {
      return await this.eId.collect(running, { start: order.start, used: false, answer: following.answer });
    } catch (error) {
      if (!(error instanceof EIdRefused)) throw error;
      const advice = adviceOnCallFault(error.why);
      if (PASSING.includes(error.why))
        await this.note(order.id, { hint: error.why, ...advice, next: 'wait' }, following);
      else await this.end(order.id, { state: 'failed', ...advice }, following);
      return undefined;
    }
  }

  private async carryOut(order: EIdOrderFacts, collected: EIdCollected, following: Following): Promise<string | null> {
    switch (collected.status) {
      case 'pending':
        await this.note(order.id, { hint: collected.hintCode, ...collected.advice }, following);
        return null;
      case 'failed':
        await this.end(order.id, { state: 'failed', ...collected.advice }, following);
        return null;
      case 'refused':
        await this.finish.refuse(order, collected.fault, following);
        await this.end(order.id, { state: 'refused', ...collected.advice }, following);
        return null;
      case 'complete':
        return this.complete(order, collected, following);
    }
  }

  private async complete(
    order: EIdOrderFacts,
    collected: Extract<EIdCollected, { status: 'complete' }>,
    following: Following,
  ): Promise<string | null> {
    if (order.purpose === 'identify') return this.finish.identify(order, collected, following);
    try {
      await this.finish.sign(order, collected, following);
    } catch (error) {
      // The signature came, and cannot stand any more: withdrawn, over, or not this person's to give since.
      if (!(error instanceof Failure)) throw error;
      await this.finish.comeTooLate(order, collected, error, following);
    }
    return null;
  }

  private async note(id: string, hint: Parameters<EIdOrderStore['note']>[1], { requestId }: Following): Promise<void> {
    const { hint: code, message, next } = hint;
    await this.asCaller.run(asFamilyService(requestId), (tx) =>
      tx.of(EIdOrderStore).note(id, { hint: code, message, next }),
    );
  }

  private async end(id: string, how: EIdOrderEnd, { requestId }: Following): Promise<void> {
    const { state, message, next, failure } = how;
    const ending = { state, message, next, ...(failure === undefined ? {} : { failure }) };
    await this.asCaller.run(asFamilyService(requestId), (tx) => tx.of(EIdOrderStore).end(id, ending));
  }
}

const shown = (order: EIdOrderFacts): Followed => ({ order, cookie: null, code: null, startLink: null });
