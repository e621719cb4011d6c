import { Injectable } from '@nestjs/common';
import { NO_REFUSALS } from '#domain/consent/consent.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import { isNoticeLanguage, type NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import type { NoticeText } from '#domain/consent/notice-words/notice-text.js';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import type { ShownState } from '#domain/family/shown-consent.js';
import { noticeReadBy, RETENTION_YEARS, type ConsentExport, type NoticeRead } from '../consent/consent-export.js';
import { ConsentLists } from '../consent/consent-lists.port.js';
import { NoticeTexts } from '../consent/notice-texts.port.js';
import type { WrittenHouse } from '../consent/consent.port.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { writeSigningText } from './consent-paper.js';
import { ConsentPrinter, type ConsentPaper } from './consent-printer.port.js';
import { FamilyConsents, type FamilyConsent } from './family-consents.js';
import { keyOf, knownNames } from './known-houses.js';

/** What a receipt holds, to be seen before it is taken out. */
export interface ReceiptHeld {
  readonly read: NoticeRead;
  readonly data: ConsentExport;
  readonly paper: ConsentPaper;
}

/** What is shown as the state is all that a receipt says of it: never by whom it ended. */
const STATES: Readonly<Record<ShownState, ConsentState>> = {
  'asks-you': 'offered',
  waits: 'partly-signed',
  'begins-later': 'active',
  holds: 'active',
  'you-said-no': 'declined',
  'you-took-it-back': 'withdrawn',
  'taken-back': 'withdrawn',
  renewed: 'renewed',
  expired: 'expired',
  ended: 'ended',
};

/**
 * A signer takes their own receipt out: what they said yes to as it stands now, in the language in which they read it, with
 * their own name and nobody else's (ISO/IEC TS 27560: receipt; GDPR 7.1, 20). It holds what their page shows and no more.
 */
@Injectable()
export class TakeOutReceipt {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly consents: FamilyConsents,
    private readonly printer: ConsentPrinter,
  ) {}

  /** NOT_FOUND where the caller is told nothing, or has given no name. */
  async look(caller: FamilyCaller, consentId: string): Promise<ReceiptHeld> {
    const consent = await this.consents.find(caller, consentId);
    const found = await this.asCaller.run(caller, async (tx) => {
      const notices = await tx.of(ConsentLists).findNoticesRead(consentId);
      const mine = notices.find(({ personId }) => personId === consent.me.person);
      if (!mine) throw notFound();
      const read = noticeReadBy(mine, consent.facts.notice);
      return { read, text: (await tx.of(NoticeTexts).find(read.version, read.language))?.text, now: tx.now };
    });
    const { read, text, now } = found;
    return { read, data: dataOf(consent, read, now), paper: paperOf(consent, read, text) };
  }

  async data(caller: FamilyCaller, consentId: string): Promise<ConsentExport> {
    const { data } = await this.look(caller, consentId);
    await this.note(caller, data, 'iso-27560');
    return data;
  }

  async pdf(caller: FamilyCaller, consentId: string): Promise<Buffer> {
    const { data, paper } = await this.look(caller, consentId);
    await this.note(caller, data, 'pdf');
    return (await this.printer.print(paper)).pdf;
  }

  private note(caller: FamilyCaller, { record }: ConsentExport, form: string): Promise<void> {
    return this.asCaller.run(caller, (tx) =>
      tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'done',
          personId: record.person,
          ground: 'own-consent',
          detail: { consentId: record.id, form },
        },
      ]),
    );
  }
}

function dataOf(consent: FamilyConsent, read: NoticeRead, madeAt: Date): ConsentExport {
  const { facts, shown, me } = consent;
  const key = (house: string): string => keyOf(house, consent);
  const names = knownNames(consent);
  const houses = consent.houses.map(({ house, branchId, kind }): WrittenHouse => ({
    house: key(house),
    branchId,
    kind,
    name: names.get(house) ?? '',
    ended: false,
  }));
  const asker = houses.find(({ branchId }) => branchId === facts.branchId);
  if (!asker) throw notFound();
  const [from, to] = [shown.scope.from.map(key), shown.scope.to.map(key)];
  return {
    record: {
      ...facts.record,
      state: STATES[shown.state],
      offered: { ...shown.scope, from, to },
      withdrawnAt: me.withdrawnAt,
      signers: [{ ...me, refusals: NO_REFUSALS }],
    },
    notice: { ...facts.notice, version: read.version, hash: read.hash },
    read: [read],
    jurisdiction: facts.jurisdiction,
    asker,
    houses: houses.filter(({ house }) => from.includes(house) || to.includes(house)),
    events: [],
    retentionYears: RETENTION_YEARS,
    madeAt,
  };
}

/** The paper that was signed, as it stands now: with the name on it. */
function paperOf(
  consent: FamilyConsent,
  { language, version, hash }: NoticeRead,
  text: NoticeText | undefined,
): ConsentPaper {
  const { facts, me } = consent;
  const tongue: NoticeLanguage = isNoticeLanguage(language) ? language : 'sv';
  const { paper } = writeSigningText(consent, NO_REFUSALS, tongue, text);
  const [signer] = paper.signers;
  if (!signer) throw notFound();
  return {
    ...paper,
    notice: { version, hash: hash.toString('hex') },
    signers: [
      {
        ...signer,
        state: me.withdrawnAt === null ? 'signed' : 'withdrawn',
        at: new Date(me.withdrawnAt ?? me.signedAt ?? facts.createdAt),
        method: me.method === 'e-id' ? NOTICE_WORDS[tongue].eId : null,
      },
    ],
  };
}
