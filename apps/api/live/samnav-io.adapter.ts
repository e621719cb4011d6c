import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplicationContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import { FAMILY_COOKIE } from '../family/family-cookie.js';
import { cookieOf } from '../session/cookie.js';
import { SESSION_COOKIE } from '../session/signed-request.js';

/** Sockets on the page's own origin only: socket.io's cors setting does not stop a foreign page's WebSocket, this does. */
export class SamnavIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const origin = new URL(this.publicUrl).origin;
    return super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: 64_000,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      transports: ['websocket', 'polling'],
      allowRequest: (request: IncomingMessage, answer: (fault: string | null, allowed: boolean) => void) => {
        const own = request.headers.origin === origin;
        const hasCookie = [SESSION_COOKIE, FAMILY_COOKIE].some(
          (name) => cookieOf(request.headers.cookie, name) !== undefined,
        );
        answer(own && hasCookie ? null : 'not allowed', own && hasCookie);
      },
    } as ServerOptions) as Server;
  }
}
