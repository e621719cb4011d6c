import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import { WEBHOOK_EVENTS } from '#domain/webhook/webhook.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepWebhook, type KeptWebhook } from '#use-cases/webhook/keep-webhook.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { SaveWebhookInput, WebhookPage, WebhookSaved, type Webhook } from './webhook.model.js';

/** Where a house's own system is called decides who hears of what goes on. */

@Resolver(() => WebhookPage)
export class WebhookResolver {
  constructor(private readonly webhooks: KeepWebhook) {}

  @Requires('manage-own-system')
  @Query(() => WebhookPage, { description: 'The own house’s system, how it is called, and the latest calls.' })
  async webhookPage(@CurrentCaller() caller: StaffCaller): Promise<WebhookPage> {
    const { houseName, webhook } = await this.webhooks.read(caller);
    return { houseName, events: [...WEBHOOK_EVENTS], webhook: webhook && shown(webhook) };
  }

  @Requires('manage-own-system', { provedWithin: LATELY })
  @Mutation(() => WebhookSaved, { description: 'Sets where the own house’s system is called, and of what.' })
  async saveWebhook(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SaveWebhookInput,
  ): Promise<WebhookSaved> {
    return { secret: await this.webhooks.save(caller, input) };
  }

  @Requires('manage-own-system', { provedWithin: LATELY })
  @Mutation(() => String, { description: 'Makes a new secret; the one before signs beside it for a day.' })
  changeWebhookSecret(
    @CurrentCaller() caller: StaffCaller,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<string> {
    return this.webhooks.rotate(caller, version);
  }

  @Requires('manage-own-system')
  @Mutation(() => Boolean, { description: 'Turns the calls of the own house’s system on or off.' })
  async turnWebhook(
    @CurrentCaller() caller: StaffCaller,
    @Args('on') on: boolean,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<boolean> {
    await this.webhooks.turn(caller, on, version);
    return true;
  }

  @Requires('manage-own-system')
  @Mutation(() => Boolean, {
    description: 'Calls the own house’s system once, about nothing. Fails as WEBHOOK_IS_OFF.',
  })
  async tryWebhook(@CurrentCaller() caller: StaffCaller): Promise<boolean> {
    await this.webhooks.tryOut(caller);
    return true;
  }
}

const shown = ({ url, events, disabledAt, secretAt, oldSecretUntil, version, calls }: KeptWebhook): Webhook => ({
  ...{ address: url, secretAt, oldSecretUntil, version },
  events: [...events],
  on: disabledAt === null,
  calls: calls.map((call) => ({ ...call })),
});
