import type { FormAdjustment } from '#domain/form/adjust-form.js';

/** A municipality's own way of running a form, as its administrators have set it. */
export interface FormSetting {
  readonly kind: string;
  readonly adjustment: FormAdjustment;
  readonly version: number;
}

export interface KeptFormSetting extends FormSetting {
  readonly changedAt: Date;
  readonly changedByName: string | null;
}

/** What the town sets otherwise: in its file, and by its administrators, who go before it. */
export abstract class FormSettings {
  /** From the town's file, as it was imported. */
  abstract findOfTown(municipalityId: string): Promise<FormAdjustment[]>;
  abstract findAll(municipalityId: string): Promise<KeptFormSetting[]>;
  /** Writes the setting if it still stands at `version` (0 = none yet); false when someone else was first. */
  abstract put(setting: FormSetting): Promise<boolean>;
  abstract remove(kind: string, version: number): Promise<boolean>;
}
