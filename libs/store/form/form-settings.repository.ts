import type { FormAdjustment } from '#domain/form/adjust-form.js';
import { FormSettings, type FormSetting, type KeptFormSetting } from '#use-cases/form/form-setting.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** A line of a town's file as it was kept: facts about the town beside what it sets otherwise. */
type TownLine = Omit<FormAdjustment, 'kind'> & { readonly form: string; readonly kind?: string };

export class FormSettingsRepository extends FormSettings {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findOfTown(municipalityId: string): Promise<FormAdjustment[]> {
    const rows: { forms: TownLine[] | null }[] = await this.context.manager.query(
      `select settings->'forms' as forms from municipality where id = $1`,
      [municipalityId],
    );
    return (rows[0]?.forms ?? []).map(({ form, kind, ...line }) => ({ ...line, kind: kind ?? form }));
  }

  findAll(municipalityId: string): Promise<KeptFormSetting[]> {
    return this.context.manager.query(
      `select f.kind, f.adjustment, f.version, f.changed_at as "changedAt", s.name as "changedByName"
         from form_setting f left join staff_member s on s.id = f.changed_by where f.municipality_id = $1 order by f.kind`,
      [municipalityId],
    );
  }

  async put({ kind, adjustment, version }: FormSetting): Promise<boolean> {
    const values = [kind, JSON.stringify(adjustment)];
    if (version === 0) {
      const rows: unknown[] = await this.context.manager.query(
        `insert into form_setting (municipality_id, kind, adjustment, changed_by)
         values (caller.municipality(), $1, $2, caller.staff()) on conflict (municipality_id, kind) do nothing returning kind`,
        values,
      );
      return rows.length === 1;
    }
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `update form_setting set adjustment = $2, changed_by = caller.staff(), changed_at = clock.now(), version = version + 1
       where municipality_id = caller.municipality() and kind = $1 and version = $3`,
      [...values, version],
    );
    return count === 1;
  }

  async remove(kind: string, version: number): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `delete from form_setting where municipality_id = caller.municipality() and kind = $1 and version = $2`,
      [kind, version],
    );
    return count === 1;
  }
}
