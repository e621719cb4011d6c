import { Injectable } from '@nestjs/common';
import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import {
  CODE_GROUPS,
  CODE_LETTERS,
  linkDays,
  writeCode,
  type LetterCode,
  type LinkChannel,
} from '#domain/family/family-link.js';
import { showConsent } from '#domain/family/shown-consent.js';
import { DAY } from '#domain/kernel/instant.js';
import { readPhone } from '#domain/person/phone.js';
import { wholeRecord } from '../consent/sign-consent.js';
import { requireConsent, situationOf } from '../consent/consent-step.js';
import { requireSeenConsent } from '../consent/require-seen-consent.js';
import type { ConsentFacts } from '../consent/consent.port.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { noteLook } from '../ledger/note-look.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { Chance } from './chance.port.js';
import { FamilyLinkStore, FamilySessionStore, type FamilyLinkShown } from './family-access.port.js';
import { FamilyFacts } from './family-facts.port.js';

/** Everything that stands on a letter; the code is kept nowhere else. */
export interface FamilyLetter {
  readonly townName: string;
  readonly name: string;
  /** Null where it is nobody's to print: then the letter is handed over. */
  readonly address: string | null;
  readonly code: string;
  readonly expiresAt: Date;
  readonly madeAt: Date;
  readonly language: string;
}

export interface FamilyLinkWanted {
  readonly consentId: string;
  readonly personId: string;
  readonly channel: LinkChannel;
  /** What the sender knows that they read; without it what they have chosen themselves, or Swedish. */
  readonly language?: NoticeLanguage | null;
}

export interface SentFamilyLink {
  readonly id: string;
  readonly channel: LinkChannel;
  readonly expiresAt: Date;
  readonly letter: FamilyLetter | null;
}

/**
 * Sends one signer their way in, by text message or on paper: made for one person, worth nothing once it is used, renewed
 * or over, and saying nothing of what it is about (OSL 26:1; ASVS 6.5.1).
 */
@Injectable()
export class SendFamilyLink {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly tokens: SessionTokens,
    private readonly chance: Chance,
  ) {}

  async send(caller: StaffCaller, wanted: FamilyLinkWanted): Promise<SentFamilyLink> {
    const identity = await this.identityOf(caller, wanted);
    if (identity.personalNumber === null) throw new Failure('FAMILY_NO_NUMBER');
    const phone = readPhone(identity.contact?.phone ?? '');
    if (wanted.channel === 'sms' && phone === null) throw new Failure('FAMILY_NO_PHONE');
    return this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, wanted.consentId);
      await requireTold(tx, consent, wanted.personId);
      await requireUnchanged(tx, identity);
      const facts = tx.of(FamilyFacts);
      const town = await facts.getTown(caller.municipalityId);
      const family = town.settings['family'] as { linkDays?: unknown } | undefined;
      const expiresAt = new Date(tx.now.getTime() + linkDays(family?.linkDays) * DAY);
      const language = wanted.language ?? (await facts.findLanguage(wanted.personId)) ?? 'sv';
      // Also those of a record that was folded into theirs, which the sender may not see.
      await tx.asService('family', (service) =>
        service.of(FamilyLinkStore).revokeOpenOf(wanted.personId, caller.branchId),
      );
      const id = tx.newId();
      const code = wanted.channel === 'letter' ? this.newCode() : null;
      const { token, hash } = this.tokens.make();
      await tx.of(FamilyLinkStore).add({
        id,
        municipalityId: caller.municipalityId,
        branchId: caller.branchId,
        consentId: wanted.consentId,
        personId: wanted.personId,
        channel: wanted.channel,
        tokenHash: code === null ? hash : this.tokens.hashOf(`letter ${code.reference} ${code.secret}`),
        reference: code?.reference ?? null,
        language,
        createdBy: caller.staffId,
        renews: null,
        expiresAt,
        reach: code === null && phone !== null ? this.tokens.seal(`+${phone}`) : null,
        secret: code === null ? this.tokens.seal(token) : null,
      });
      await tellOfLink(tx, {
        consent,
        personId: wanted.personId,
        linkId: id,
        deed: 'family-link-made',
        channel: wanted.channel,
      });
      if (code === null) await tx.of(OutboxStore).put([{ topic: 'job:deliver-family-link', payload: { linkId: id } }]);
      const name = `${identity.givenName} ${identity.familyName}`;
      // Whoever is protected gets the letter by hand or through the tax agency: their address is put on no paper.
      const address = identity.protection === 'none' ? (identity.contact?.address ?? null) : null;
      const letter = code && {
        townName: town.name,
        name,
        address,
        code: writeCode(code),
        expiresAt,
        madeAt: tx.now,
        language,
      };
      return { id, channel: wanted.channel, expiresAt, letter };
    });
  }

  /** Takes it back, with the browsers that came by it. */
  async revoke(caller: StaffCaller, id: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const link = await tx.of(FamilyLinkStore).find(id);
      if (!link) throw notFound();
      const consent = await requireConsent(tx, link.consentId);
      await tx.of(FamilyLinkStore).revoke(id);
      await tx.asService('family', (service) => service.of(FamilySessionStore).endAllOfLink(id, 'link-revoked'));
      await tellOfLink(tx, {
        consent,
        personId: link.personId,
        linkId: id,
        deed: 'family-link-revoked',
        channel: link.channel,
      });
    });
  }

  list(caller: StaffCaller, consentId: string): Promise<FamilyLinkShown[]> {
    return this.asCaller.run(caller, async (tx) => {
      const { caseId, record } = await requireSeenConsent(tx, consentId);
      const links = await tx.of(FamilyLinkStore).findOfConsent(consentId);
      await noteLook(tx, { list: 'family-links', shown: links.length, personId: record.person, caseId });
      return links;
    });
  }

  private async identityOf(
    caller: StaffCaller,
    wanted: { readonly consentId: string; readonly personId: string },
  ): Promise<ReleasedIdentity> {
    const { sealed, asOf } = await this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, wanted.consentId);
      if (!consent.record.signers.some(({ person }) => person === wanted.personId)) throw new Failure('NOT_A_SIGNER');
      return { sealed: await tx.of(IdentityStore).findSealed([wanted.personId]), asOf: tx.now };
    });
    const opened = await this.gate.openIdentities({ caller, asOf, purpose: 'support' }, sealed);
    const [identity] = opened.released;
    if (!identity) throw new Failure('PROTECTED_NOT_NAMED');
    return identity;
  }

  private newCode(): LetterCode {
    const letters = (n: number): string =>
      Array.from({ length: n }, () => CODE_LETTERS[this.chance.below(CODE_LETTERS.length)]).join('');
    return { reference: letters(CODE_GROUPS.reference), secret: letters(CODE_GROUPS.secret) };
  }
}

/** Whoever may not be told now gets no way in, and the sender is told that the name is not needed. */
async function requireTold(tx: CallerTransaction, consent: ConsentFacts, personId: string): Promise<void> {
  const { subject, facts } = await situationOf(tx, consent.record.person);
  const record = await wholeRecord(tx, consent);
  const shown = showConsent(record, { viewer: personId, subject, facts, protection: new Map(), apartFrom: new Set() });
  if (!shown) throw new Failure(record.state === 'draft' ? 'CONSENT_NOT_OPEN' : 'NAME_NOT_NEEDED');
}

async function tellOfLink(
  tx: CallerTransaction,
  of: { consent: ConsentFacts; personId: string; linkId: string; deed: string; channel: LinkChannel },
): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      personId: of.personId,
      caseId: of.consent.caseId,
      ground: 'consent',
      detail: { deed: of.deed, link: of.linkId, channel: of.channel, consentId: of.consent.record.id },
    },
  ]);
  await tx
    .of(OutboxStore)
    .put([{ topic: `live:consent:${of.consent.record.id}`, payload: { consentId: of.consent.record.id } }]);
}

/** The number may have been forgotten since it was read: what is sent goes to what stands there now. */
async function requireUnchanged(tx: CallerTransaction, { personId, version }: ReleasedIdentity): Promise<void> {
  await tx.of(FamilyLinkStore).holdReach(personId);
  const [now] = await tx.of(IdentityStore).findSealed([personId]);
  if (now?.version !== version) throw new Failure('CONFLICT');
}
