import { Injectable } from '@nestjs/common';
import { sumTold, tellCount, type ToldCount } from '#domain/area/told-count.js';
import { FORM_DOCUMENTS, leadsOthers, type FormDocument } from '#domain/form/form.js';
import { GROUP_STANDINGS, type GroupStanding } from '#domain/group/group-states.js';
import { ReadArea, type AreaPage } from '../area/read-area.js';
import { notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { KeepAssessments, type AssessmentShown } from '../group-assessment/keep-assessments.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { AgreementPapers } from '../organisation/agreement-papers.port.js';
import { GroupStore } from './group.port.js';
import { ReadGroup, type GroupPage } from './read-group.js';

export interface GroupDocumentTakenOut {
  readonly page: GroupPage;
  readonly document: FormDocument;
  readonly name: string;
  /** Of a group about a place, for a paper that pictures it. */
  readonly week: AreaPage | null;
  /** Ordered in the group, with what was found where it may be read; for the own house. */
  readonly assessments: readonly AssessmentShown[];
  /** How many groups of the whole own house stand where, small numbers as few; nobody's name is opened for it. */
  readonly counts: readonly GroupCount[];
  readonly printedBy: string;
  readonly printedAt: Date;
}

export interface GroupCount {
  readonly formName: string;
  /** Made of what is told of the standings, so that no small one is left when the others are taken from it. */
  readonly all: ToldCount;
  readonly standings: readonly { readonly standing: GroupStanding; readonly told: ToldCount }[];
}

/**
 * A paper that the group's form names, made of what this reader may see of the group and of nothing else; a form has no other
 * papers, and that one was taken out is written down (OSL 10:1, 26:1).
 */
@Injectable()
export class TakeOutGroupDocument {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly read: ReadGroup,
    private readonly area: ReadArea,
    private readonly assessments: KeepAssessments,
    private readonly forms: TownForms,
  ) {}

  async run(caller: StaffCaller, groupId: string, word: string): Promise<GroupDocumentTakenOut> {
    const document = FORM_DOCUMENTS.find((one) => one === word);
    const page = await this.read.run(caller, groupId);
    const named = page.form.documents.find((one) => one.document === document);
    if (!document || !named) throw notFound();
    const { group, own } = page;
    const hasWeek = document === 'picture' && group.level === 'none' && !leadsOthers(group);
    const week = hasWeek ? await this.area.run(caller, groupId, null) : null;
    const assessed = document === 'assessment' && own && group.caseId !== null;
    const { assessments } = assessed ? await this.assessments.list(caller, groupId) : { assessments: [] };
    return this.asCaller.run(caller, async (tx) => {
      const { caseId, personId } = page.group;
      const ground = caseId === null ? 'no-person-data' : page.own ? 'internal' : page.form.ground.source;
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'release',
          ground,
          ...(page.own ? { caseId, personId } : {}),
          detail: { groupId, document, form: 'pdf' },
        },
      ]);
      const { printedBy } = await tx.of(AgreementPapers).findHeading();
      const counts = document === 'statistics' && own ? await this.count(tx, caller) : [];
      return { page, document, name: named.name.sv, week, assessments, counts, printedBy, printedAt: tx.now };
    });
  }

  private async count(tx: CallerTransaction, caller: StaffCaller): Promise<readonly GroupCount[]> {
    const rows = (await tx.of(GroupStore).countOfHouse()).filter((one) => !leadsOthers(one));
    const counts: GroupCount[] = [];
    for (const kind of [...new Set(rows.map((one) => one.kind))].sort()) {
      const form = await this.forms.get(tx, caller.municipalityId, kind);
      const standings = GROUP_STANDINGS.flatMap((standing) => {
        const groups = rows
          .filter((one) => one.kind === kind && one.standing === standing)
          .reduce((sum, one) => sum + one.groups, 0);
        return groups === 0 ? [] : [{ standing, told: tellCount(0, groups) }];
      });
      counts.push({ formName: form.name.sv, all: sumTold(standings.map(({ told }) => told)), standings });
    }
    return counts;
  }
}
