import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DEADLINE_KINDS, type DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import { Failure } from '#use-cases/failure.js';
import { SetDeadline } from '#use-cases/deadline/set-deadline.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { DeadlineKindSetting, SetDeadlineInput } from './deadline-setting.model.js';
import { atTheFields, shownSetting, writtenAlarms, writtenRule } from './deadline-setting-words.js';

@Resolver(() => DeadlineKindSetting)
export class DeadlineSettingResolver {
  constructor(private readonly setting: SetDeadline) {}

  @Requires('manage-organisation')
  @Query(() => [DeadlineKindSetting], { description: 'Every kind of deadline as it is counted in this municipality.' })
  async deadlineSettings(@CurrentCaller() caller: StaffCaller): Promise<DeadlineKindSetting[]> {
    return (await this.setting.list(caller)).map(shownSetting);
  }

  @Requires('manage-organisation')
  @Mutation(() => DeadlineKindSetting, {
    description: 'Gives a kind of deadline this municipality’s own rule; what runs already keeps its own.',
  })
  async setDeadline(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SetDeadlineInput,
  ): Promise<DeadlineKindSetting> {
    const { kind, version } = input;
    const wanted = { kind, version, rule: writtenRule(input.rule), alarms: writtenAlarms(input) };
    return shownSetting(await atTheFields(() => this.setting.set(caller, wanted)));
  }

  @Requires('manage-organisation')
  @Mutation(() => DeadlineKindSetting, { description: 'Takes a kind of deadline back to the built-in rule.' })
  async resetDeadline(
    @CurrentCaller() caller: StaffCaller,
    @Args('kind') kind: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<DeadlineKindSetting> {
    const known = DEADLINE_KINDS.find((one): one is DeadlineKind => one === kind);
    if (known === undefined) throw new Failure('NOT_FOUND');
    return shownSetting(await this.setting.reset(caller, known, version));
  }
}
