/** A gateway for text messages on this machine: what it takes can be waited for, and it can be told to refuse. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TextMessage {
  readonly to: string;
  readonly text: string;
  readonly key: string;
}

export class SmsGateway {
  readonly taken: TextMessage[] = [];
  private refusing: (() => void)[] = [];
  private waiting: ((message: TextMessage) => void)[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmsGateway> {
    const server = createServer();
    const gateway = new SmsGateway(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => response.writeHead(gateway.take(JSON.parse(body) as TextMessage)).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The next message that is taken from now on. */
  next(): Promise<TextMessage> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Answers 500 to the next message; resolves when it has. */
  refuseNext(): Promise<void> {
    return new Promise((resolve) => this.refusing.push(resolve));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(message: TextMessage): number {
    const refused = this.refusing.shift();
    if (refused) {
      refused();
      return 500;
    }
    this.taken.push(message);
    this.waiting.shift()?.(message);
    return 200;
  }
}
