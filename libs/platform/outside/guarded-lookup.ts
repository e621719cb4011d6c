/**
 * Whoever pastes an address could try to make this server look inside its own network: a name is looked up and each address
 * that it stands for asked about before a connection is made to it, and the connection is made to no other.
 */
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of the internet, and of nothing that is set apart: no loopback, private, link-local, shared, mapped or documentation address. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** `fault` is the word of whoever asks for an address that must not be reached, or for a name that stands for none. */
export class OutOfReach extends Error {
  constructor(readonly fault: 'not-allowed' | 'unreachable') {
    super(fault);
  }
}

/** Fails with `OutOfReach`. One name may stand for several addresses: all of them must be allowed. */
export const guardedLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, wanted, done) => {
    lookUp(hostname, { ...wanted, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || first === undefined) done(error ?? new OutOfReach('unreachable'), '', 4);
      else if (!found.every(({ address }) => isAllowed(address))) done(new OutOfReach('not-allowed'), '', 4);
      else if (wanted.all) (done as unknown as (error: null, all: LookupAddress[]) => void)(null, found);
      else done(null, first.address, first.family);
    });
  };
