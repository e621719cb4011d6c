/** Steps that nobody passes over: what they ask for protects a life, and no haste stands in for it ([S4]). */
import type { FormStep, Requirement } from './form.js';

/** A step that asks for one of these is never passed over, left out or taken out of its order, however urgent it is ([S4]). */
export const BINDING_REQUIREMENTS = ['conditions', 'signed', 'threat-level'] as const satisfies Requirement[];

export const isBinding = ({ requires }: Pick<FormStep, 'requires'>): boolean =>
  requires.some((one) => (BINDING_REQUIREMENTS as readonly Requirement[]).includes(one));
