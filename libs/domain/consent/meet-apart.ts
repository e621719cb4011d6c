/**
 * Whether one signer is told nothing of what another has said: somebody wrote that they meet it apart, one of them is in
 * hiding, or the house keeps them apart. A part that is gone, or a no, tells of a person as surely as the name
 * (OSL 12:3, 21:3; guardians who meet apart [S1]).
 */
import type { ConsentRecord } from './consent.js';

/** From whom, and of whom, a viewer is to be kept. */
export interface KeptFrom {
  /** Of everyone who signs, and of the person it is about; whoever is absent counts as protected. */
  readonly protection: ReadonlyMap<string, string>;
  /** Those whom the viewer meets apart under any consent about the same person that goes on, or by the house's register. */
  readonly apartFrom: ReadonlySet<string>;
}

export function meetApart(record: ConsentRecord, viewer: string, { protection, apartFrom }: KeptFrom): boolean {
  if (record.apart) return true;
  const others = record.signers.map(({ person }) => person).filter((person) => person !== viewer);
  if (others.length === 0) return false;
  const isHiding = (person: string): boolean => protection.get(person) !== 'none';
  return [viewer, record.person, ...others].some(isHiding) || others.some((person) => apartFrom.has(person));
}

/** The record as it is met by one signer: whatever was ticked, `apart` says whether they are told of the others. */
export const asMetBy = (record: ConsentRecord, viewer: string, kept: KeptFrom): ConsentRecord => ({
  ...record,
  apart: meetApart(record, viewer, kept),
});
