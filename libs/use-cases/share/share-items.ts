import { Injectable } from '@nestjs/common';
import type { Decision } from '#domain/disclosure/decision.js';
import { CATEGORIES, PURPOSES, type Category, type Purpose } from '#domain/disclosure/vocabulary.js';
import { isDecidedInDanger } from '#domain/share/decide-told.js';
import { LONGEST_CONTENT } from '#domain/report/report-faults.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal, type Said } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { makeShare } from './give-told.js';
import { ReadName, type NameSaid } from './read-name.js';
import { addReceivers, receiverFaults, type ReceiverChosen } from './receivers.js';
import { pairsOf, requireHouses, type Pair } from './preview-share.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import {
  DRAFT,
  NAME,
  nameKind,
  ownItems,
  requireOnCase,
  subjectsOf,
  toldItem,
  toldUnwritten,
  type Told,
} from './tellables.js';
import { requireReached, sayItem, withAbout, type Marks } from './what-it-says.js';

export interface ShareWritten {
  readonly caseId: string;
  /** What goes to whom: an item's id, `draft` or `name`, and a branch. */
  readonly pairs: readonly { readonly thing: string; readonly toBranchId: string }[];
  /** Something that is written down by telling it. */
  readonly draft: (Marks & { readonly category: string; readonly text: string }) | null;
  readonly purpose: string;
  readonly until: Date | null;
  readonly receivers: readonly ReceiverChosen[];
}

export interface ShareOutcome {
  readonly thing: string;
  readonly itemId: string;
  readonly toBranchId: string;
  readonly decision: Decision;
  /** The share; null where nothing was told. */
  readonly shareId: string | null;
  readonly until: Date | null;
}

interface ToHouses {
  readonly houses: readonly ReceivingHouse[];
  readonly purpose: Purpose;
}

const MOST_PAIRS = 200;

/**
 * Tells: decides again inside the transaction, makes a share for each thing that may be told, puts the receivers to work
 * on the case and tells their screens. What may not be told is written down as refused, and the rest stands (OSL 8:1, 10).
 */
@Injectable()
export class ShareItems {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
    private readonly names: ReadName,
  ) {}

  async run(caller: StaffCaller, written: ShareWritten): Promise<readonly ShareOutcome[]> {
    const purpose = PURPOSES.find((one) => one === written.purpose);
    const faults = faultsOf(written, purpose);
    if (faults.length > 0 || !purpose) throw new InvalidInput(faults);
    const name = written.pairs.some(({ thing }) => thing === NAME)
      ? await this.names.run(caller, written.caseId)
      : undefined;
    return this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, written.caseId);
      if (written.until && written.until <= tx.now)
        throw new InvalidInput([{ field: 'until', code: 'END_HAS_PASSED' }]);
      const houses = requireHouses(
        await tx.of(ShareStore).findHouses(),
        written.pairs.map(({ toBranchId }) => toBranchId),
      );
      const things = await this.put(tx, caller, { written, purpose, houses, personId, name });
      const receivers = await receiverFaults(tx, things, houses, written.receivers);
      if (receivers.length > 0) throw new InvalidInput(receivers);
      const outcomes = await tell(tx, caller, { written, purpose, things, houses });
      const draft = things.get(DRAFT);
      if (draft) await requireReached(tx, [draft.id]);
      return outcomes;
    });
  }

  private async write(
    tx: CallerTransaction,
    caller: StaffCaller,
    draft: NonNullable<ShareWritten['draft']>,
    on: Pick<Said, 'caseId' | 'form' | 'phase'> & ToHouses & { readonly personId: string },
  ): Promise<string> {
    const { personId, houses, purpose, ...said } = on;
    const subjectIds = await subjectsOf(tx, personId, draft.about, { field: 'draft.about' });
    const content = withAbout({ text: draft.text.trim() }, subjectIds);
    const kind = { category: draft.category as Category, revealsPlace: draft.revealsPlace };
    const facts = await tx.of(ShareStore).findFactsAbout(subjectIds);
    const { thing } = toldUnwritten(DRAFT, kind, { ...said, from: caller.house, personId, facts });
    const inDanger = houses.some(({ house }) =>
      isDecidedInDanger(thing, { asOf: tx.now.getTime(), to: house, purpose }),
    );
    return sayItem(tx, this.seal, { ...said, ...kind, subjectIds, content }, { inDanger });
  }

  /** Writes down what is told for the first time; what is on record is only read. */
  private async put(
    tx: CallerTransaction,
    caller: StaffCaller,
    on: ToHouses & { written: ShareWritten; personId: string; name: NameSaid | undefined },
  ): Promise<ReadonlyMap<string, Told>> {
    const { written, personId, name, ...toHouses } = on;
    const ids = new Map<string, string>();
    for (const { thing } of written.pairs) if (thing !== DRAFT && thing !== NAME) ids.set(thing, thing);
    const said = { caseId: written.caseId, form: 'none', phase: await this.names.phaseOf(tx, written.caseId) } as const;
    const { draft } = written;
    if (draft && written.pairs.some(({ thing }) => thing === DRAFT))
      ids.set(DRAFT, await this.write(tx, caller, draft, { ...said, ...toHouses, personId }));
    if (name)
      ids.set(
        NAME,
        name.itemId ??
          (await this.seal.item(tx, {
            ...said,
            ...nameKind(await tx.of(ShareStore).findFactsAbout([personId])),
            subjectIds: [personId],
            content: { text: name.text, data: { identity: true } },
          })),
      );
    const drafted = ids.get(DRAFT);
    const onRecord = [...ids.values()].filter((id) => id !== drafted);
    const sealed = new Map(
      [
        ...(await ownItems(tx, caller, onRecord)),
        ...(await tx.of(ItemStore).findJustSaid(drafted === undefined ? [] : [drafted])),
      ].map((item) => [item.itemId, toldItem(item)]),
    );
    return new Map([...ids].flatMap(([thing, id]) => (sealed.has(id) ? [[thing, sealed.get(id)!] as const] : [])));
  }
}

function faultsOf(written: ShareWritten, purpose: Purpose | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!purpose) faults.push({ field: 'purpose', code: 'CHOOSE_ONE' });
  if (written.pairs.length === 0) faults.push({ field: 'pairs', code: 'NOTHING_TO_SHARE' });
  if (written.pairs.length > MOST_PAIRS)
    faults.push({ field: 'pairs', code: 'TOO_MANY_SHARES', values: { most: MOST_PAIRS } });
  const { draft } = written;
  if (written.pairs.some(({ thing }) => thing === DRAFT)) {
    if (!CATEGORIES.some((one) => one === draft?.category))
      faults.push({ field: 'draft.category', code: 'CHOOSE_ONE' });
    if (!draft || draft.text.trim() === '') faults.push({ field: 'draft.text', code: 'REQUIRED' });
    else if (draft.text.length > LONGEST_CONTENT)
      faults.push({ field: 'draft.text', code: 'TOO_LONG', values: { most: LONGEST_CONTENT } });
  }
  return faults;
}

async function tell(
  tx: CallerTransaction,
  caller: StaffCaller,
  act: {
    readonly written: ShareWritten;
    readonly purpose: Purpose;
    readonly things: ReadonlyMap<string, Told>;
    readonly houses: readonly ReceivingHouse[];
  },
): Promise<readonly ShareOutcome[]> {
  const { written, purpose, things, houses } = act;
  const outcomes: ShareOutcome[] = [];
  const given: Pair[] = [];
  for (const { thing, toBranchId } of distinct(written.pairs)) {
    const told = things.get(thing);
    const house = houses.find(({ branchId }) => branchId === toBranchId);
    if (!told || !house) continue;
    const [pair] = pairsOf([told], [house], { purpose, until: written.until }, tx.now);
    if (!pair) continue;
    const shareId = await makeShare(tx, pair, purpose);
    if (shareId !== null) given.push(pair);
    outcomes.push({
      thing,
      itemId: told.id,
      toBranchId,
      decision: shareId === null ? refused(pair.answer.decision) : pair.answer.decision,
      shareId,
      until: shareId === null ? null : pair.until,
    });
  }
  await addReceivers(tx, given, written.receivers);
  await tx.of(LedgerStore).record(outcomes.map((one) => lineOf(one, things, { caseId: written.caseId, purpose })));
  await tellScreens(tx, caller, given);
  return outcomes;
}

const refused = (decision: Decision): Decision =>
  decision.outcome === 'release' ? { outcome: 'refuse', ground: 'no-ground' } : decision;

const distinct = (pairs: ShareWritten['pairs']): ShareWritten['pairs'] => [
  ...new Map(pairs.map((pair) => [`${pair.thing} ${pair.toBranchId}`, pair])).values(),
];

function lineOf(
  { itemId, toBranchId, decision, shareId, until }: ShareOutcome,
  things: ReadonlyMap<string, Told>,
  about: { readonly caseId: string; readonly purpose: Purpose },
) {
  const told = [...things.values()].find(({ id }) => id === itemId);
  return {
    action: shareId === null ? ('refuse' as const) : ('disclose' as const),
    outcome: decision.outcome,
    personId: told?.subjectIds[0] ?? null,
    caseId: about.caseId,
    itemId,
    itemVersion: told?.version ?? null,
    purpose: about.purpose,
    ground: decision.ground,
    detail: { toBranch: toBranchId, ...(shareId === null ? {} : { shareId, until: until?.toISOString() ?? null }) },
  };
}

async function tellScreens(tx: CallerTransaction, caller: StaffCaller, given: readonly Pair[]): Promise<void> {
  const cases = [...new Set(given.map(({ told }) => told.caseId))];
  const branches = [...new Set([...given.map(({ house }) => house.branchId), caller.branchId])];
  if (given.length === 0) return;
  await tx.of(OutboxStore).put(cases.flatMap((caseId) => caseNews(caseId, { sight: branches })));
  const working = await tx.asService('reception', (service) => service.of(ShareStore).findWorking(cases));
  for (const caseId of cases)
    await notify(tx, {
      staffIds: [
        ...new Set(
          working
            .filter((one) => one.caseId === caseId && given.some(({ house }) => house.branchId === one.branchId))
            .map(({ staffId }) => staffId),
        ),
      ],
      kind: 'item-shared',
      effectKey: `shared:${caseId}:${tx.now.toISOString()}`,
      caseId,
    });
}
