import { Injectable } from '@nestjs/common';
import { isNoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import {
  decideLink,
  mayAskForNext,
  NEXT_LINK_WITHIN,
  NEXT_LINKS_A_DAY,
  linkDays,
  readCode,
} from '#domain/family/family-link.js';
import { ENTRY_LIMIT } from '#domain/family/family-session.js';
import { DAY } from '#domain/kernel/instant.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { RequestOrigin } from '../sign-in/acting-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { Chance } from './chance.port.js';
import { FamilyLinkStore, FamilySessionStore, type FamilyLinkFacts } from './family-access.port.js';
import { FamilyFacts } from './family-facts.port.js';
import { isToldOfAny } from './is-told.js';
import { asFamilyService } from './resolve-family-session.js';

/** Of random 256 bits, as links carry them. */
const TOKEN = /^[\w-]{43}$/;

/** `wrong`: no such link or code; the others are told only to who holds the very link. */
export type DoorOutcome =
  | { readonly outcome: 'opened'; readonly cookie: string }
  | { readonly outcome: 'refused'; readonly code: 'FAMILY_LINK_UNKNOWN' | 'FAMILY_LINK_USED' | 'FAMILY_LINK_OVER' };

export interface DoorOrigin extends RequestOrigin {
  /** The cookie of an earlier door in the same browser. */
  readonly previous: string | null;
  /** What the device speaks: counts where the person has chosen no language. */
  readonly wished: string | null;
}

/**
 * A link or a code opens a door, and nothing more: behind it one must still say who one is. The browser gets a session of
 * its own in which only that can be done (ASVS 6.5.1, 6.5.5, 7.2.4).
 */
@Injectable()
export class OpenFamilyDoor {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly chance: Chance,
  ) {}

  async open(typed: string, from: DoorOrigin): Promise<DoorOutcome> {
    return this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      const link = await this.findLink(tx, typed.trim());
      const decision = link && decideLink(factsOf(link), tx.now.getTime());
      if (!link || decision?.outcome !== 'open') {
        const why = decision?.outcome === 'closed' ? decision.why : 'unknown';
        await record(tx, link, why);
        return { outcome: 'refused', code: CODES[why] };
      }
      const wished = from.wished !== null && isNoticeLanguage(from.wished) ? from.wished : null;
      const preferred = await tx.of(FamilyFacts).findLanguage(link.personId);
      const { token, hash } = this.tokens.make();
      const until = new Date(tx.now.getTime() + ENTRY_LIMIT);
      const sessions = tx.of(FamilySessionStore);
      if (from.previous !== null) {
        const previous = await sessions.findByTokenHash(this.tokens.hashOf(from.previous));
        if (previous) await sessions.end(previous.id, 'replaced');
      }
      await sessions.add({
        id: tx.newId(),
        tokenHash: hash,
        linkId: link.id,
        personId: link.personId,
        municipalityId: link.municipalityId,
        branchId: link.branchId,
        identifiedAt: null,
        ownStepAt: null,
        holder: null,
        language: preferred ?? wished ?? link.language,
        idleUntil: until,
        expiresAt: until,
      });
      return { outcome: 'opened', cookie: token };
    });
  }

  /**
   * Sends the next link to the telephone of the one in hand, or does nothing: the answer is the same. Only the newest asks,
   * so that an old message neither brings another nor takes a fresh one back, and only for whom something waits.
   */
  async askForNext(typed: string, from: RequestOrigin): Promise<void> {
    await this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      const links = tx.of(FamilyLinkStore);
      const old = TOKEN.test(typed.trim()) ? await links.findByHash(this.tokens.hashOf(typed.trim())) : undefined;
      const now = tx.now.getTime();
      if (!old?.reach || !mayAskForNext(factsOf(old), now) || now - old.createdAt.getTime() > NEXT_LINK_WITHIN) return;
      if (!(await links.isNewest(old)) || !(await isToldOfAny(tx, old.personId))) return;
      if ((await links.countRenewed(old.personId, new Date(now - DAY))) >= NEXT_LINKS_A_DAY) return;
      const { settings } = await tx.of(FamilyFacts).getTown(old.municipalityId);
      const family = settings['family'] as { linkDays?: unknown } | undefined;
      const id = tx.newId();
      const { token, hash } = this.tokens.make();
      await links.add({
        id,
        municipalityId: old.municipalityId,
        branchId: old.branchId,
        consentId: old.consentId,
        personId: old.personId,
        channel: 'sms',
        tokenHash: hash,
        reference: null,
        language: old.language,
        createdBy: null,
        renews: old.id,
        expiresAt: new Date(now + linkDays(family?.linkDays) * DAY),
        reach: old.reach,
        secret: this.tokens.seal(token),
      });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          municipalityId: old.municipalityId,
          personId: old.personId,
          detail: { deed: 'family-link-renewed', link: id },
        },
      ]);
      await tx.of(OutboxStore).put([{ topic: 'job:deliver-family-link', payload: { linkId: id } }]);
    });
  }

  /** A code's first half finds the letter; the rest is compared in constant time, and a wrong one counts against it. */
  private async findLink(tx: CallerTransaction, typed: string): Promise<FamilyLinkFacts | undefined> {
    const links = tx.of(FamilyLinkStore);
    if (TOKEN.test(typed)) {
      const link = await links.findByHash(this.tokens.hashOf(typed));
      return link?.channel === 'sms' ? link : undefined;
    }
    const code = readCode(typed);
    if (!code) return undefined;
    const hash = this.tokens.hashOf(`letter ${code.reference} ${code.secret}`);
    const link = await links.findByReference(code.reference);
    if (this.chance.isSame(hash, link?.tokenHash ?? Buffer.alloc(hash.length))) return link;
    if (link) await links.countWrong(link.id);
    return undefined;
  }
}

const CODES = {
  unknown: 'FAMILY_LINK_UNKNOWN',
  used: 'FAMILY_LINK_USED',
  expired: 'FAMILY_LINK_OVER',
  revoked: 'FAMILY_LINK_OVER',
  locked: 'FAMILY_LINK_OVER',
} as const;

export const factsOf = (link: FamilyLinkFacts) => ({
  expiresAt: link.expiresAt.getTime(),
  usedAt: link.usedAt?.getTime() ?? null,
  revokedAt: link.revokedAt?.getTime() ?? null,
  wrongTries: link.wrongTries,
});

async function record(tx: CallerTransaction, link: FamilyLinkFacts | undefined, why: string): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'refuse',
      outcome: 'refuse',
      municipalityId: link?.municipalityId ?? null,
      personId: link?.personId ?? null,
      ground: `family-link-${why}`,
      detail: link ? { link: link.id } : {},
    },
  ]);
}
