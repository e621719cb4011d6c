import { EIdentification, EIdRefused } from '#use-cases/e-id/e-id.port.js';

/** An installation without an e-identification: it says so, and paper and the spoken word remain. */
export class NoEIdentification extends EIdentification {
  readonly ways = [] as const;

  start(): Promise<never> {
    return Promise.reject(new EIdRefused('not-set-up'));
  }

  codeAt(): null {
    return null;
  }

  startLink(): string {
    throw new EIdRefused('not-set-up');
  }

  collect(): Promise<never> {
    return Promise.reject(new EIdRefused('not-set-up'));
  }

  cancel(): Promise<void> {
    return Promise.resolve();
  }
}
