const PATIENCE = 10_000;

/** A gateway over HTTP: one POST with `{to, text, key}`; any answer from 200 to 299 means that it was taken. */
export class SmsCarrier {
  constructor(private readonly url: string) {}

  async send(message: { readonly to: string; readonly text: string; readonly key: string }): Promise<void> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': message.key },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
  }
}
