import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The process log: events and ids. Nothing said about a person may be passed here; whole objects are never logged. */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string, name: string) {
    this.logger = pino({ name, level, base: { name } });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.info(fields(rest), String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(fields(rest), String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(fields(rest), String(message));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(rest), String(message));
  }
}

function fields(rest: unknown[]): Record<string, unknown> {
  const [first] = rest;
  if (typeof first === 'string') return { context: first };
  return first !== null && typeof first === 'object' && !(first instanceof Error) ? { ...first } : {};
}
