import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { planAsFhir } from '#documents/plan/plan-fhir.js';
import { planRecord } from '#documents/plan/plan-record.js';
import { printPlan } from '#documents/plan/print-plan.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { TakeOutPlan } from '#use-cases/plan/take-out-plan.js';
import { sendFile } from '../consent/send-file.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

/** A group's plan as its reader may have it: made anew for each, never kept, and written in the ledger as taken out. */
@Controller('documents/plan')
export class PlanRecordController {
  constructor(private readonly out: TakeOutPlan) {}

  @Requires('take-part-in-meeting')
  @Get(':groupId/pdf')
  async pdf(
    @CurrentCaller() caller: StaffCaller,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = await printPlan(await this.out.run(caller, groupId, 'pdf'));
    sendFile(response, { type: 'application/pdf', file: `plan-${groupId}.pdf`, body });
  }

  @Requires('take-part-in-meeting')
  @Get(':groupId/json')
  async json(
    @CurrentCaller() caller: StaffCaller,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = JSON.stringify(planRecord(await this.out.run(caller, groupId, 'json')), null, 2);
    sendFile(response, { type: 'application/json', file: `plan-${groupId}.json`, body });
  }

  /** HL7 FHIR R5, as far as it reaches. */
  @Requires('take-part-in-meeting')
  @Get(':groupId/fhir')
  async fhir(
    @CurrentCaller() caller: StaffCaller,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Res() response: Response,
  ): Promise<void> {
    const body = JSON.stringify(planAsFhir(await this.out.run(caller, groupId, 'fhir')), null, 2);
    sendFile(response, { type: 'application/fhir+json', file: `plan-${groupId}.fhir.json`, body });
  }
}
