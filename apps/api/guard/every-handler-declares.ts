import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PUBLIC, REQUIRES } from './requires.js';

const HANDLER_MARKS = ['graphql:resolver_type', 'websockets:message_mapping', 'message', 'path'];
const FIELD_TYPES = new Set(['ResolveField', undefined]);

/** Fails the boot when a query, mutation, address or socket message does not say what it requires. */
@Injectable()
export class EveryHandlerDeclares implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.undeclared();
    if (silent.length > 0) {
      throw new Error(`These handlers declare neither @Requires(…) nor @Public(): ${silent.join(', ')}`);
    }
  }

  /** Names of the handlers that declare nothing, as `Class.method`. */
  undeclared(): string[] {
    return [...this.discovery.getProviders(), ...this.discovery.getControllers()].flatMap(({ instance, metatype }) => {
      if (!instance || typeof instance !== 'object' || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = (prototype as Record<string, unknown>)[method];
        if (typeof handler !== 'function' || !isHandler(handler)) return [];
        const declared =
          this.reflector.getAllAndOverride(REQUIRES, [handler as () => void, metatype as never]) !== undefined ||
          this.reflector.getAllAndOverride(PUBLIC, [handler as () => void, metatype as never]) !== undefined;
        return declared ? [] : [`${metatype.name}.${method}`];
      });
    });
  }
}

function isHandler(handler: object): boolean {
  const marks = HANDLER_MARKS.filter((mark) => Reflect.hasMetadata(mark, handler));
  if (marks.length === 0) return false;
  if (marks.length === 1 && marks[0] === 'graphql:resolver_type') {
    return !FIELD_TYPES.has(Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined);
  }
  return true;
}
