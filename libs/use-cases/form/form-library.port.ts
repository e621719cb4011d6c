import type { CollaborationForm } from '#domain/form/form.js';

/** The forms of joint work that this installation knows, as its configuration has them before a town adjusts one. */
export abstract class FormLibrary {
  /** By kind. */
  abstract all(): readonly CollaborationForm[];
}
