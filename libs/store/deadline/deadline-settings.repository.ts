import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import { DeadlineSettings } from '#use-cases/deadline/deadline-settings.port.js';
import type { DeadlineSetting } from '#use-cases/deadline/deadline.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class DeadlineSettingsRepository extends DeadlineSettings {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findAll(): Promise<DeadlineSetting[]> {
    return this.context.manager.query(
      `select kind, rule, alarms, version from deadline_setting where municipality_id = caller.municipality() order by kind`,
    );
  }

  async put(setting: { kind: DeadlineKind; rule: unknown; alarms: unknown; version: number }): Promise<boolean> {
    const { manager } = this.context;
    const values = [setting.kind, JSON.stringify(setting.rule), JSON.stringify(setting.alarms)];
    if (setting.version === 0) {
      const rows: unknown[] = await manager.query(
        `insert into deadline_setting (municipality_id, kind, rule, alarms) values (caller.municipality(), $1, $2, $3)
         on conflict (municipality_id, kind) do nothing returning kind`,
        values,
      );
      return rows.length === 1;
    }
    const [, count]: [unknown[], number] = await manager.query(
      `update deadline_setting set rule = $2, alarms = $3, version = version + 1
       where municipality_id = caller.municipality() and kind = $1 and version = $4`,
      [...values, setting.version],
    );
    return count === 1;
  }

  async remove(kind: DeadlineKind, version: number): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `delete from deadline_setting where municipality_id = caller.municipality() and kind = $1 and version = $2`,
      [kind, version],
    );
    return count === 1;
  }
}
