import { Injectable } from '@nestjs/common';
import { isNoticeLanguage, type NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { ADULT, ageAt } from '#domain/disclosure/age.js';
import { readContacts, readFamilyOffice, type FamilyContact } from '#domain/family/contacts.js';
import { showMeetings, yesTo, type ShownMeeting } from '#domain/family/shown-meeting.js';
import { asConsents, situationOf } from '../consent/consent-step.js';
import { InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { FamilyGate } from '../gate/open-to-family.js';
import type { ReleasedName } from '../gate/released.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { toldOf, type FamilyConsent } from './family-consents.js';
import { FamilySessionStore } from './family-access.port.js';
import { FamilyFacts } from './family-facts.port.js';
import { asFamilyService, type LiveFamily } from './resolve-family-session.js';

export interface TownShown {
  readonly name: string;
  readonly office: string | null;
  /** The first that the municipality has set. */
  readonly phone: string | null;
}

export interface FamilyContactShown extends FamilyContact {
  /** Whether somebody is on duty now; null where no roster tells. */
  readonly onDutyNow: boolean | null;
}

export interface FamilyMe {
  /** The town's clock when this was read. */
  readonly now: Date;
  readonly name: ReleasedName | null;
  readonly young: boolean;
  readonly language: string;
}

/** Who the caller is to the page, whom they can call, and the language in which they want to be met. */
@Injectable()
export class FamilyHome {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: FamilyGate,
  ) {}

  town(municipalityId: string, requestId: string): Promise<TownShown> {
    return this.asCaller.run(asFamilyService(requestId), async (tx) => {
      const { name, settings } = await tx.of(FamilyFacts).getTown(municipalityId);
      const [first] = readContacts(settings);
      return { name, office: readFamilyOffice(settings), phone: first?.phone ?? null };
    });
  }

  async me(caller: FamilyCaller): Promise<FamilyMe> {
    const { sealed, young, language, asOf } = await this.asCaller.run(caller, async (tx) => {
      const facts = tx.of(FamilyFacts);
      const { subject, facts: now } = await situationOf(tx, caller.personId);
      return {
        sealed: await facts.findNames([caller.personId]),
        young: ageAt(subject.born, now.asOf) < ADULT,
        language: (await facts.findLanguage(caller.personId)) ?? 'sv',
        asOf: tx.now,
      };
    });
    const [name] = await this.gate.openNames({ caller, asOf }, sealed);
    return { now: asOf, name: name ?? null, young, language };
  }

  contacts(caller: FamilyCaller): Promise<readonly FamilyContactShown[]> {
    return this.asCaller.run(caller, (tx) =>
      asConsents(tx, async (service) => {
        const facts = service.of(FamilyFacts);
        const { settings } = await facts.getTown(caller.municipalityId);
        const onDuty = await facts.isEmergencyServiceOnDuty(caller.municipalityId);
        return readContacts(settings).map((contact) => ({
          ...contact,
          onDutyNow: contact.role === 'emergency-service' ? onDuty : null,
        }));
      }),
    );
  }

  /** When those whom the family has said yes to meet next, by the consents that the caller is told of. */
  async meetings(caller: FamilyCaller, consents: readonly FamilyConsent[]): Promise<readonly ShownMeeting[]> {
    const told = consents.map(toldOf);
    const { asOf, found } = await this.asCaller.run(caller, async (tx) => ({
      asOf: tx.now,
      found: await tx.of(FamilyFacts).findMeetings(),
    }));
    const reached = found.filter((meeting) => yesTo(meeting, told));
    return showMeetings(await this.gate.openMeetings({ caller, asOf }, reached), told, asOf.getTime());
  }

  async chooseLanguage(caller: FamilyCaller, language: string): Promise<NoticeLanguage> {
    if (!isNoticeLanguage(language)) throw new InvalidInput([{ field: 'language', code: 'CHOOSE_ONE' }]);
    await this.asCaller.run(caller, async (tx) => {
      await tx.of(FamilyFacts).chooseLanguage(caller.personId, language);
      await tx.asService('family', (service) =>
        service.of(FamilySessionStore).chooseLanguage(caller.sessionId, language),
      );
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: caller.personId,
          ground: 'own-wish',
          detail: { deed: 'language-chosen', language },
        },
      ]);
    });
    return language;
  }

  /** Before anybody is known: for the pages of this visit, and what the app is asked in. */
  async speakAtDoor({ session }: LiveFamily, language: string, requestId: string): Promise<NoticeLanguage> {
    if (!isNoticeLanguage(language)) throw new InvalidInput([{ field: 'language', code: 'CHOOSE_ONE' }]);
    await this.asCaller.run(asFamilyService(requestId), (tx) =>
      tx.of(FamilySessionStore).chooseLanguage(session.id, language),
    );
    return language;
  }

  /** A child says that it is they who hold the telephone. */
  async takeOwnStep({ session }: LiveFamily, requestId: string): Promise<void> {
    await this.asCaller.run(asFamilyService(requestId), async (tx) => {
      await tx.of(FamilySessionStore).takeOwnStep(session.id);
      await tx.of(LedgerStore).record([
        {
          action: 'sign-in',
          outcome: 'done',
          municipalityId: session.municipalityId,
          personId: session.personId,
          ground: 'own-step',
          detail: { sessionId: session.id },
        },
      ]);
    });
  }
}
