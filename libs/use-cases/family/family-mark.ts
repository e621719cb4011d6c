import { Injectable } from '@nestjs/common';
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { yesTo } from '#domain/family/shown-meeting.js';
import { ConsentStore } from '../consent/consent.port.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { FamilyGate } from '../gate/open-to-family.js';
import { FamilyPlanStore } from '../plan/family-plan.port.js';
import type { RequestOrigin } from '../sign-in/acting-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { FamilySessionStore } from './family-access.port.js';
import { loadShown, toldOf, type FamilyConsent } from './family-consents.js';
import { writeSigningText } from './consent-paper.js';
import { FamilyFacts } from './family-facts.port.js';
import { asFamilyService, familyCaller, isLive } from './resolve-family-session.js';

/** A browser of a family whose page stands open. */
export interface OpenPage extends RequestOrigin {
  readonly sessionId: string;
}

/** How it stands with it now. */
export interface PageNow {
  /** Null when its session is over, or nobody is known in it. */
  readonly mark: string | null;
  /** Milliseconds until the session ends if nothing is done. */
  readonly left: number;
}

/**
 * Another whenever what a person would read on their pages is another, and nothing but that: what is kept from them makes no
 * difference to it (OSL 12:3, 21:3), and of what it is made nothing can be read in it. Reading it is no look at anything.
 */
@Injectable()
export class FamilyMark {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: FamilyGate,
    private readonly tokens: SessionTokens,
  ) {}

  of(caller: FamilyCaller): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const parts = await this.partsOf(tx, caller);
      return this.tokens.hashOf(`family mark ${caller.personId} ${JSON.stringify(parts)}`).toString('base64url');
    });
  }

  /** Another whenever what would be signed says something else: whoever signs has read what stands there now (eIDAS 26). */
  ofText(consent: FamilyConsent): string {
    const { visible } = writeSigningText(consent, NO_REFUSALS, 'sv');
    return this.tokens.hashOf(`family text ${visible}`).toString('base64url');
  }

  /** Tells people apart whom the reader may not know by name; in another visit it is another. */
  ofPerson({ sessionId }: FamilyCaller, personId: string): string {
    return this.tokens.hashOf(`family person ${sessionId} ${personId}`).toString('base64url');
  }

  /** For the line of a page: whether its session still stands, and its mark. */
  async ofPage({ sessionId, ...from }: OpenPage): Promise<PageNow> {
    const { caller, left } = await this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      const session = await tx.of(FamilySessionStore).find(sessionId);
      const isKnown = session && session.identifiedAt !== null && session.ownStepAt !== null && isLive(session, tx.now);
      return {
        caller: isKnown ? familyCaller(session, from) : null,
        left: session ? session.idleUntil.getTime() - tx.now.getTime() : 0,
      };
    });
    return { mark: caller && (await this.of(caller)), left };
  }

  private async partsOf(tx: CallerTransaction, caller: FamilyCaller): Promise<readonly unknown[]> {
    const facts = tx.of(FamilyFacts);
    const consents = [];
    for (const one of await tx.of(ConsentStore).findOfSigner(caller.personId)) {
      const loaded = await loadShown(tx, caller, one);
      if (loaded) consents.push(loaded);
    }
    const people = new Set([
      caller.personId,
      ...consents.flatMap(({ facts: { record }, shown }) => [
        record.person,
        ...shown.others.map(({ person }) => person),
      ]),
    ]);
    const told = consents.map(toldOf);
    const questions = await facts.findQuestionsOf(caller.personId);
    const shown = this.gate.toShow(
      { caller, asOf: tx.now },
      {
        items: await facts.findItems(consents.flatMap(({ facts: { itemId } }) => itemId ?? [])),
        names: await facts.findNames([...people]),
        meetings: (await facts.findMeetings()).filter((meeting) => yesTo(meeting, told)),
      },
    );
    return [
      consents.map(({ facts: { record, longerReason }, ...one }) => [
        ...[record.id, record.situations, record.renews, record.validFrom, record.validUntil, longerReason],
        ...[one.shown, one.me, one.hidesHouses, one.documentId],
      ]),
      shown,
      [...(await facts.findRenewalsAsked())].sort(),
      questions.map(({ id, answeredAt }) => [id, answeredAt]),
      await tx.of(FamilyPlanStore).getMark(),
    ];
  }
}
