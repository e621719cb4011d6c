import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { hasCapability } from '#domain/organisation/role.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { DecideHub } from '#use-cases/meeting/decide-hub.js';
import { MapTogether } from '#use-cases/meeting/map-together.js';
import { SaveText } from '#use-cases/meeting/save-text.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { DecideHubInput, PutMapEntryInput, SaveBoardTextInput, WithdrawMapEntryInput } from './board.inputs.js';
import { BoardReceipt, TextReceipt } from './board.model.js';

@Resolver(() => TextReceipt)
export class JointWritingResolver {
  constructor(
    private readonly map: MapTogether,
    private readonly texts: SaveText,
    private readonly decide: DecideHub,
  ) {}

  @Requires('take-part-in-meeting')
  @Mutation(() => BoardReceipt, { description: 'Puts a line on the joint map, or writes one’s own anew.' })
  putMapEntry(@CurrentCaller() caller: StaffCaller, @Args('input') input: PutMapEntryInput): Promise<BoardReceipt> {
    return this.map.put(caller, { ...input, text: input.text ?? null, topic: input.topic ?? null });
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => BoardReceipt, { description: 'Takes a line off the joint map; it stays in the history.' })
  withdrawMapEntry(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: WithdrawMapEntryInput,
  ): Promise<BoardReceipt> {
    return this.map.withdraw(caller, input, hasCapability(caller.role, 'lead-meeting'));
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => TextReceipt, { description: 'Saves a text that several write; nobody’s words are lost.' })
  async saveBoardText(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SaveBoardTextInput,
  ): Promise<TextReceipt> {
    const saved = await this.texts.run(caller, { ...input, baseVersion: input.baseVersion ?? null });
    if (saved.outcome === 'saved')
      return { seq: saved.seq, version: saved.version, value: saved.value, conflict: null };
    const { mine, theirs, theirsVersion, theirsBy, theirsAt, parts } = saved;
    return {
      seq: null,
      version: null,
      value: null,
      conflict: {
        mine,
        theirs,
        theirsVersion,
        theirsBy,
        theirsAt,
        parts: parts.map((part) =>
          part.kind === 'agreed'
            ? { kind: part.kind, text: part.text, mine: null, theirs: null }
            : { kind: part.kind, text: null, mine: part.mine, theirs: part.theirs },
        ),
      },
    };
  }

  @Requires('decide-on-duty')
  @Mutation(() => BoardReceipt, { description: 'The decision, by the one who makes it and in their own name.' })
  decideHub(@CurrentCaller() caller: StaffCaller, @Args('input') input: DecideHubInput): Promise<BoardReceipt> {
    return this.decide.run(caller, { ...input, handOverTo: input.handOverTo ?? null });
  }
}
