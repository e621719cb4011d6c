import { Injectable } from '@nestjs/common';
import { FORMS } from '#domain/disclosure/vocabulary.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf, endOfDay } from '#domain/kernel/stockholm.js';
import { standingOf, type AgreementStanding } from '#domain/organisation/agreement-lapse.js';
import { signingOf } from '#domain/organisation/agreement-signatures.js';
import { keepsWhatIsSigned } from '#domain/organisation/signed-agreement.js';
import { whatStops, type Stop } from '#domain/organisation/what-stops.js';
import { FormLibrary } from '../form/form-library.port.js';
import { awaitRenewal, renewalSettled } from './agreement-deadline.js';
import {
  AgreementPapers,
  type AgreementPaper,
  type AgreementSignature,
  type GroupsOfHouse,
  type GroupUnderAgreement,
} from './agreement-papers.port.js';
import { awaitAgreementOfForm, recheckConsentsOfForm } from '../consent/recheck-parties.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StandingArrangements, type AgreementFacts } from './standing-arrangements.port.js';

export interface AgreementTerms {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly signedBy: string;
  readonly parties: readonly { readonly branchId: string; readonly resources: string }[];
}

export interface StopShown extends Stop<GroupUnderAgreement> {
  /** Also where their times are told to nobody, since somebody in such a group may be under threat. */
  readonly meetingCount: number;
}

export type AgreementShown = AgreementFacts &
  AgreementStanding & {
    readonly text: string;
    readonly signatures: readonly AgreementSignature[];
    /** Branch ids of parties whose name is missing; empty when it binds. */
    readonly unsigned: readonly string[];
    readonly renewedBy: string | null;
    /** Groups of a manager's own house that stand still without it, each with the meetings that cannot be held. */
    readonly stops: readonly StopShown[];
    /** How many each house has, for an administrator. */
    readonly stopCounts: readonly Pick<GroupsOfHouse, 'house' | 'groups'>[];
  };

/** The yearly agreements: which form, between whom, who brings what, and how long they hold ([S0], [S1]). */
@Injectable()
export class KeepAgreements {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly library: FormLibrary,
  ) {}

  list(caller: StaffCaller): Promise<AgreementShown[]> {
    return this.asCaller.run(caller, async (tx) => {
      const today = civilDayOf(tx.now.getTime());
      const agreements = await tx.of(StandingArrangements).findAgreements(caller.municipalityId);
      const papers = await tx.of(AgreementPapers).findAll(caller.municipalityId);
      const groups = new Map<string, readonly GroupUnderAgreement[]>();
      const counts = new Map<string, readonly GroupsOfHouse[]>();
      for (const form of new Set(agreements.map((one) => one.form))) {
        groups.set(form, await tx.of(AgreementPapers).findGroups(form));
        counts.set(form, await tx.of(AgreementPapers).countGroups(form));
      }
      const needing = new Set(this.library.all().flatMap(({ kind, agreement }) => (agreement ? [kind] : [])));
      const guarded = new Set(this.library.all().flatMap((form) => (form.guarded ? [form.kind] : [])));
      const shown = [...groups.values()].flat().length;
      await tx
        .of(LedgerStore)
        .record([
          { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'agreement-stops', shown } },
        ]);
      return agreements.map((one) => {
        const paper = papers.find(({ agreementId }) => agreementId === one.id);
        return {
          ...one,
          ...standingOf(daysOf(one), today),
          text: paper?.text ?? '',
          signatures: paper?.signatures ?? [],
          unsigned: unsignedParties(one, paper),
          renewedBy: paper?.renewedBy ?? null,
          stops: whatStops(groups.get(one.form) ?? [], needing, endOfDay(daysOf(one).endsOn)).map(
            ({ group, meetings }) => ({
              group,
              meetings: guarded.has(group.kind) ? [] : meetings,
              meetingCount: meetings.length,
            }),
          ),
          stopCounts: sumOfHouses((counts.get(one.form) ?? []).filter(({ kind }) => needing.has(kind))),
        };
      });
    });
  }

  add(caller: StaffCaller, form: string, input: AgreementTerms): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const faults = new FormFaults();
      if (!(FORMS as readonly string[]).includes(form)) faults.add('form', 'CHOOSE_ONE');
      const { parties, ...terms } = await checkedTerms(tx, caller, faults, input);
      const id = tx.newId();
      const store = tx.of(OrganisationStore);
      await store.addAgreement({ id, municipalityId: caller.municipalityId, form, ...terms });
      for (const party of parties) await store.addAgreementParty({ agreementId: id, ...party });
      await awaitRenewal(tx, caller, { id, ...daysOf(input) });
      await recordChange(tx, { agreementId: id, agreement: 'added', parties: parties.length });
      await awaitAgreementOfForm(tx, { municipalityId: caller.municipalityId, form });
      return { id };
    });
  }

  change(caller: StaffCaller, id: string, version: number, input: AgreementTerms): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const known = (await tx.of(StandingArrangements).findAgreements(caller.municipalityId)).find(
        (one) => one.id === id,
      );
      if (!known) throw notFound();
      if (caller.role !== 'administrator' && !known.parties.some((one) => one.branchId === caller.branchId))
        throw new Failure('NOT_YOUR_HOUSE');
      const terms = await checkedTerms(tx, caller, new FormFaults(), input);
      if (!keepsWhatIsSigned(known, terms) && (await tx.of(AgreementPapers).hasNames(id)))
        throw new Failure('AGREEMENT_SIGNED');
      if (!(await tx.of(StandingArrangements).changeAgreement(id, version, terms)))
        throw new Failure('CHANGED_MEANWHILE');
      await renewalSettled(tx, id, 'dates-changed');
      await awaitRenewal(tx, caller, { id, ...daysOf(input) });
      await recordChange(tx, { agreementId: id, agreement: 'changed', parties: terms.parties.length });
      const branchIds = terms.parties.map((party) => party.branchId);
      await recheckConsentsOfForm(tx, { municipalityId: caller.municipalityId, form: known.form, branchIds });
    });
  }
}

function sumOfHouses(counts: readonly GroupsOfHouse[]): AgreementShown['stopCounts'] {
  const sums = new Map<string, number>();
  for (const { house, groups } of counts) sums.set(house, (sums.get(house) ?? 0) + groups);
  return [...sums].map(([house, groups]) => ({ house, groups }));
}

const daysOf = ({ startsOn, endsOn }: Pick<AgreementTerms, 'startsOn' | 'endsOn'>) => ({
  startsOn: parseCivilDay(startsOn) ?? 0,
  endsOn: parseCivilDay(endsOn) ?? 0,
});

/** Branch ids of the parties whose name is missing under it. */
export function unsignedParties(agreement: AgreementFacts, paper: AgreementPaper | undefined): readonly string[] {
  const signing = signingOf({
    awaitsSignatures: paper?.awaitsSignatures ?? false,
    parties: agreement.parties.map(({ branchId }) => branchId),
    signed: (paper?.signatures ?? []).map(({ branchId }) => branchId),
  });
  return signing.state === 'signed' ? [] : signing.missing;
}

async function checkedTerms(
  tx: CallerTransaction,
  caller: StaffCaller,
  faults: FormFaults,
  input: AgreementTerms,
): Promise<AgreementTerms> {
  const { branches } = await partiesOf(tx, caller.municipalityId);
  const [starts, ends] = [parseCivilDay(input.startsOn), parseCivilDay(input.endsOn)];
  if (starts === undefined) faults.add('startsOn', 'DAY_FORM');
  if (ends === undefined) faults.add('endsOn', 'DAY_FORM');
  if (starts !== undefined && ends !== undefined && ends <= starts) faults.add('endsOn', 'PERIOD_EMPTY');
  const signedBy = faults.words('signedBy', input.signedBy, 200);
  const ids = input.parties.map((party) => party.branchId);
  if (new Set(ids).size < 2) faults.add('parties', 'TWO_PARTIES');
  const parties = input.parties.map((party, index) => {
    if (!branches.some((one) => one.id === party.branchId)) faults.add(`parties.${index}.branchId`, 'CHOOSE_ONE');
    if (ids.indexOf(party.branchId) !== index) faults.add(`parties.${index}.branchId`, 'PARTY_TWICE');
    const resources = faults.optionalWords(`parties.${index}.resources`, party.resources, 1_000) ?? '';
    return { branchId: party.branchId, resources };
  });
  if (caller.role !== 'administrator' && !ids.includes(caller.branchId)) faults.add('parties', 'OWN_HOUSE_MISSING');
  faults.tell();
  return { startsOn: input.startsOn, endsOn: input.endsOn, signedBy, parties };
}
