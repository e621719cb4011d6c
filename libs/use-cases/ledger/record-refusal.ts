import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller, StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from './ledger-appender.port.js';
import type { LedgerLine } from './ledger.port.js';
import { SoughtObjects, type SoughtObject } from './sought-objects.port.js';

/** What somebody asked for and was not given: the name of the query or screen, and the ids in it. */
export interface Asked {
  readonly asked: string;
  readonly ids: readonly string[];
}

type Actor = StaffCaller | FamilyCaller;

/** More ids in one request say nothing more about who was looked for. */
const MOST_IDS = 20;
const NOTHING = 'not-found';

/**
 * Writes down that someone was refused, and about whom, also where they were told that there is no such thing (OSL 26:1;
 * ASVS 16.3.2). Nothing of what is found here reaches them, and what is looked up and written is as much for an id that
 * nobody has.
 */
@Injectable()
export class RecordRefusal {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  /** By the role: the capability is lacking, whatever was asked for. */
  async ofCapability(caller: StaffCaller, wanted: string, sought: Asked): Promise<void> {
    const detail = { capability: wanted, asked: sought.asked };
    const about = (await this.look(caller, sought.ids)).map(({ object }) => object);
    await this.appender.append(
      caller,
      linesOf(about, () => ({ ground: 'role', detail })),
    );
  }

  /** By the answer that there is no such thing: hidden, or truly not there. */
  async ofObject(caller: Actor, sought: Asked): Promise<void> {
    const found = await this.look(caller, sought.ids);
    const hidden = found.filter(({ visible }) => !visible);
    const about = (hidden.length > 0 ? hidden : found).map(({ object }) => object);
    await this.appender.append(
      caller,
      linesOf(about, (object) => ({
        ground: hidden.length === 0 || object === null ? NOTHING : groundFor(caller, object),
        detail: { deed: hidden.length === 0 ? 'asked-for-nothing' : 'asked-for-hidden', asked: sought.asked },
      })),
    );
  }

  /** By a rule of the use case about something that the caller sees, e.g. a question put to another unit. */
  async ofRule(caller: Actor, rule: string, sought: Asked): Promise<void> {
    const about = (await this.look(caller, sought.ids)).map(({ object }) => object);
    await this.appender.append(
      caller,
      linesOf(about, () => ({ ground: rule, detail: { deed: 'asked-against-rule', asked: sought.asked } })),
    );
  }

  /** Somebody asks for more in a minute than one person can read; written at the first of them. */
  async ofBudget(caller: Actor): Promise<void> {
    await this.appender.append(caller, [{ action: 'refuse', outcome: 'refuse', ground: 'request-limit' }]);
  }

  private async look(
    caller: Actor,
    asked: readonly string[],
  ): Promise<readonly { readonly object: SoughtObject; readonly visible: boolean }[]> {
    const ids = [...new Set(asked)].slice(0, MOST_IDS);
    if (ids.length === 0) return [];
    return this.asCaller.run(caller, async (tx) => {
      const visible = new Set(await tx.of(SoughtObjects).findVisible(ids));
      const all = await tx.asService('ledger', (service) => service.of(SoughtObjects).findAll(ids));
      return all.map((object) => ({ object, visible: visible.has(object.id) }));
    });
  }
}

/** Within a house one needs to know; a family and other houses need a ground. */
const groundFor = (caller: Actor, object: SoughtObject): string =>
  caller.kind === 'staff' && object.branchId === caller.branchId ? 'need-to-know' : 'no-ground';

type Said = Pick<LedgerLine, 'ground' | 'detail'>;

function linesOf(about: readonly SoughtObject[], say: (object: SoughtObject | null) => Said): LedgerLine[] {
  const refused = { action: 'refuse', outcome: 'refuse' } as const;
  if (about.length === 0) return [{ ...refused, ...say(null) }];
  return about.map((object) => ({
    ...refused,
    ...say(object),
    personId: object.personId,
    caseId: object.caseId,
    itemId: object.itemId,
  }));
}
