/**
 * The code that another device reads: new each second, so that a picture of it sent to somebody far away is worth nothing
 * (BankID v6.0, animated QR). The secret never leaves the server.
 */
import { createHmac } from 'node:crypto';

export interface CodeParts {
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
}

export const movingCode = ({ qrStartToken, qrStartSecret }: CodeParts, second: number): string =>
  `bankid.${qrStartToken}.${second}.${createHmac('sha256', qrStartSecret).update(String(second)).digest('hex')}`;
