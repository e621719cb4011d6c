/** A gateway for text messages that sends nothing on: it keeps the last ones in memory, as the mail sink does. */
import { randomUUID } from 'node:crypto';
import express, { type Router } from 'express';
import { z } from 'zod';
import { MOST_KEPT, type SentMessage } from './sent-message.js';

const MESSAGE = z.object({ to: z.string().min(1), text: z.string(), key: z.string().min(1) });

export interface TextMessageSink {
  /** Takes `POST {to, text, key}`; the same key again is the same message. */
  readonly router: Router;
  /** The latest first. */
  readonly messages: () => readonly SentMessage[];
}

export function textMessageSink(): TextMessageSink {
  let messages: readonly SentMessage[] = [];
  const keys = new Set<string>();
  const router = express.Router();
  router.post('/', express.json({ limit: '10kb' }), (request, response) => {
    const read = MESSAGE.safeParse(request.body);
    if (!read.success) {
      response.status(400).json({ error: 'A text message is {to, text, key}.' });
      return;
    }
    const { to, text, key } = read.data;
    if (!keys.has(key))
      messages = [
        {
          id: randomUUID(),
          kind: 'text-message' as const,
          at: new Date(),
          from: null,
          to: [to],
          subject: null,
          text,
          calendar: null,
        },
        ...messages,
      ].slice(0, MOST_KEPT);
    keys.add(key);
    response.status(204).end();
  });
  return { router, messages: () => messages };
}
