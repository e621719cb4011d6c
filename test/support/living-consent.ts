/** A consent between social services, the police and the school, its signers, and what an officer reads by it. */
import { NO_REFUSALS, type Refusals } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { ConsentStore, type ConsentFacts } from '#use-cases/consent/consent.port.js';
import type { ConsentWritten } from '#use-cases/consent/consent-terms.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import type { NameGiven } from '#use-cases/consent/sign-consent.js';
import { withdrawConsent, type Withdrawn } from '#use-cases/consent/withdraw-consent.js';
import type { Caller, FamilyCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { openGradedCase, type GradedCase } from './case.js';
import { signName } from './names.js';
import type { World } from './world.js';

export const SOC = 'ekvalla-soc/individ-och-familj';
export const POLICE = 'polisen/lpo-ekvalla';
export const SCHOOL = 'ekvalla-skola/grundskola';

export interface OfferedConsent extends GradedCase {
  readonly id: string;
}

export const consentWritten = (over: Partial<ConsentWritten> = {}): ConsentWritten => ({
  scope: {
    from: [SOC, POLICE, SCHOOL],
    to: [SOC, POLICE, SCHOOL],
    categories: ['measures-and-plan', 'school-attendance-and-results'],
    purposes: ['support'],
  },
  situations: ['meeting'],
  form: 'sig',
  validFrom: null,
  validUntil: null,
  apart: false,
  why: 'För att skolan ska veta vad ni kommit överens om.',
  ...over,
});

export class LivingConsents {
  readonly drafts: DraftConsent;

  constructor(private readonly world: World) {
    this.drafts = new DraftConsent(world.asCaller, world.seal);
  }

  family(personId: string): FamilyCaller {
    const maria = this.world.caller('maria');
    return {
      kind: 'family',
      personId,
      municipalityId: maria.municipalityId,
      branchId: maria.branchId,
      sessionId: '00000000-0000-4000-8000-000000000002',
      origin: '127.0.0.1',
      requestId: `test ${personId}`,
    };
  }

  read(caller: Caller, id: string): Promise<ConsentFacts | undefined> {
    return this.world.asCaller.run(caller, (tx) => tx.of(ConsentStore).find(id));
  }

  sign(consentId: string, personId: string, refusals: Refusals = NO_REFUSALS): Promise<NameGiven> {
    return signName(this.world, this.family(personId), {
      consentId,
      personId,
      method: 'e-id',
      language: 'sv',
      noticeVersion: NOTICE_VERSION,
      refusals,
      receivedBy: null,
    });
  }

  withdraw(consentId: string, personId: string): Promise<Withdrawn> {
    return this.world.asCaller.run(this.family(personId), (tx) => withdrawConsent(tx, { consentId, personId }));
  }

  /** Drafted and put before the child and the guardian. */
  async offered(over: Partial<ConsentWritten> = {}): Promise<OfferedConsent> {
    const maria = this.world.caller('maria');
    const opened = await openGradedCase(this.world, { grade: 'orange' });
    const id = await this.drafts.draft(maria, opened.caseId, consentWritten(over));
    await this.drafts.offer(maria, { id, expectedVersion: 1 });
    return { ...opened, id };
  }

  /** Something social services know, given to the police for the purpose that the consent names. */
  async shared(of: Pick<GradedCase, 'caseId' | 'personId'>): Promise<string> {
    const marcus = this.world.caller('marcus');
    await this.world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [of.caseId, marcus.branchId, marcus.staffId],
    );
    return this.world.asCaller.run(this.world.caller('maria'), async (tx) => {
      const itemId = await this.world.seal.item(tx, {
        caseId: of.caseId,
        category: 'measures-and-plan',
        form: 'sig',
        phase: 'measures',
        subjectIds: [of.personId],
        content: { text: 'hemma klockan nio' },
      });
      await tx
        .of(ItemStore)
        .share({ itemId, toBranchId: marcus.branchId, purpose: 'support', ground: 'consent', until: null });
      return itemId;
    });
  }

  /** What the officer reads, with its ground. */
  async seenByPolice(itemId: string): Promise<string[]> {
    const marcus = this.world.caller('marcus');
    const { sealed, asOf } = await this.world.asCaller.run(marcus, async (tx) => ({
      sealed: await tx.of(ItemStore).findSealed([itemId]),
      asOf: tx.now,
    }));
    const opened = await this.world.gate.openItems({ caller: marcus, asOf, purpose: 'investigate-need' }, sealed);
    return opened.released.map(({ content, ground }) => `${content.text} (${ground.id})`);
  }
}
