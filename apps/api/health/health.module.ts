import { Controller, Get, Module } from '@nestjs/common';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { Public } from '../guard/requires.js';

@Controller('health')
class HealthController {
  constructor(private readonly asCaller: AsCaller) {}

  /** Open to all: a load balancer has no session. It tells only that the database answers. */
  @Public()
  @Get()
  async health(): Promise<{ ready: true }> {
    await this.asCaller.run({ kind: 'service', name: 'sign-in', requestId: 'health' }, () => Promise.resolve());
    return { ready: true };
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
