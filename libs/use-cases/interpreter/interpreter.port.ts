import type { Language } from '#domain/interpreter/interpreter.js';

/** A booking in ids and times; who it is stands in its item. */
export interface InterpreterRow {
  readonly id: string;
  readonly hubId: string;
  readonly language: Language;
  readonly itemId: string;
  readonly pointIds: readonly string[];
  readonly bookedAt: Date;
  readonly silenceAt: Date | null;
  readonly admittedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** The same as other houses at the table may know it: a language says where a family is from. */
export type InterpreterAtTable = Omit<InterpreterRow, 'language'> & { readonly language: Language | null };

/** Interpreters of meetings. */
export abstract class InterpreterStore {
  abstract add(booking: Pick<InterpreterRow, 'id' | 'hubId' | 'language' | 'itemId' | 'pointIds'>): Promise<void>;
  /** Of a meeting of the own house. */
  abstract findOfHub(hubId: string): Promise<InterpreterRow[]>;
  /** Of another house's meeting that the caller sits in, without their languages. */
  abstract findAtTable(hubId: string): Promise<InterpreterAtTable[]>;
  /** Of a meeting of the own house, kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<InterpreterRow | undefined>;
  abstract confirmSilence(id: string): Promise<void>;
  abstract admit(id: string): Promise<void>;
  abstract cancel(id: string): Promise<void>;
}
