import { NO_MARKS } from '#use-cases/share/what-it-says.js';
import type { INestApplicationContext } from '@nestjs/common';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ShareItems } from '#use-cases/share/share-items.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import type { CallerOf } from './caller-of.js';
import { paperScan } from './paper-scan.js';
import { storyConsents, type StoryConsent } from './story-consents.js';

/** Two families are asked: one has said yes on paper and something is shared by it, the other is thinking. */
export async function tellConsents(
  app: INestApplicationContext,
  callerOf: CallerOf,
  /** The case of each child, by given name. */
  cases: ReadonlyMap<string, string>,
): Promise<void> {
  const maria = await callerOf('maria');
  for (const consent of storyConsents) {
    const caseId = cases.get(consent.child);
    if (caseId === undefined) throw new Error(`the story has no case about ${consent.child}`);
    const asked = await ask(app, maria, caseId, consent);
    if (!consent.shared) continue;
    for (const personId of asked.people)
      await app.get(RegisterName).onPaper(
        maria,
        {
          consentId: asked.id,
          personId,
          language: 'sv',
          noticeVersion: null,
          refusals: { houses: [], categories: [] },
        },
        paperScan('Undertecknat papper (demonstration)'),
      );
    await share(app, { callerOf, maria, caseId }, consent.shared);
  }
}

async function ask(
  app: INestApplicationContext,
  maria: StaffCaller,
  caseId: string,
  consent: StoryConsent,
): Promise<{ readonly id: string; readonly people: readonly string[] }> {
  const drafts = app.get(DraftConsent);
  const { houses, categories, purposes, situations, why } = consent;
  const id = await drafts.draft(maria, caseId, {
    scope: { from: houses, to: houses, categories, purposes },
    situations,
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why,
  });
  const { asked } = await drafts.offer(maria, { id, expectedVersion: 1 });
  return { id, people: asked };
}

async function share(
  app: INestApplicationContext,
  { callerOf, maria, caseId }: { callerOf: CallerOf; maria: StaffCaller; caseId: string },
  shared: NonNullable<StoryConsent['shared']>,
): Promise<void> {
  const houses = await app.get(AsCaller).run(maria, (tx) => tx.of(ShareStore).findHouses());
  const receivers = await Promise.all(
    Object.entries(shared.with).map(async ([written, key]) => {
      const house = houses.find(({ house: { authority, branch } }) => `${authority}/${branch}` === written);
      if (!house) throw new Error(`the story shares with ${written}, which is not in the town`);
      return { branchId: house.branchId, staffIds: [(await callerOf(key)).staffId] };
    }),
  );
  await app.get(ShareItems).run(maria, {
    caseId,
    purpose: 'support',
    until: null,
    draft: { category: shared.category, text: shared.text, ...NO_MARKS },
    pairs: receivers.flatMap(({ branchId }) => ['name', 'draft'].map((thing) => ({ thing, toBranchId: branchId }))),
    receivers,
  });
}
