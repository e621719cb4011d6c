import { Injectable } from '@nestjs/common';
import { MINUTE } from '#domain/kernel/instant.js';
import { hasCapability } from '#domain/organisation/role.js';
import type { Capability } from '#domain/organisation/capability.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { HubStore, type HousePost } from '../hub/hub.port.js';
import { requireCase } from './require-case.js';

export interface Deciders {
  readonly deciders: readonly HousePost[];
  readonly investigators: readonly HousePost[];
  /** A hub of the case that has not closed: it decides. */
  readonly openHubId: string | null;
  /** When that hub is to end. */
  readonly openHubEndsAt: Date | null;
}

/** Whom a decision on a case can be proposed to, and who can take an investigation over: posts of the case's own house. */
@Injectable()
export class ListDeciders {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<Deciders> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const file = await requireCase(tx, caseId);
      const { posts } = await tx.of(HubStore).getHouse(file.branchId);
      const able = (capability: Capability) =>
        onePerPerson(posts.filter(({ role }) => hasCapability(role, capability)));
      const openHubId = (await tx.of(HubStore).findCase(file.id))?.openHubId ?? null;
      const hub = openHubId === null ? undefined : await tx.of(HubStore).findHub(openHubId);
      return {
        deciders: able('decide-hub'),
        investigators: able('receive-hand-over'),
        openHubId,
        openHubEndsAt: hub ? new Date(hub.startsAt.getTime() + hub.minutes * MINUTE) : null,
      };
    });
    await this.appender.append(caller, [
      { action: 'read', outcome: 'release', ground: 'internal', caseId, detail: { facts: 'deciders' } },
    ]);
    return found;
  }
}

const onePerPerson = (posts: readonly HousePost[]): HousePost[] =>
  posts.filter((post, at) => posts.findIndex(({ staffId }) => staffId === post.staffId) === at);
