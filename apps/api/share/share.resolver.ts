import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { EndShare } from '#use-cases/share/end-share.js';
import { PreviewShare } from '#use-cases/share/preview-share.js';
import { ReadSharing } from '#use-cases/share/read-sharing.js';
import { ShareItems } from '#use-cases/share/share-items.js';
import type { WhatIsTold } from '#use-cases/share/tellables.js';
import { Requires } from '../guard/requires.js';
import { CirclePerson } from '../hub/hub.model.js';
import { circleShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';
import { PreviewShareInput, ShareItemsInput, UndoSharesInput } from './share.inputs.js';
import { SharePreviewShown, ShareOutcomeShown, SharesTakenBack, Sharing } from './share.model.js';
import { shownOutcome, shownPair, shownSharing } from './show-share.js';

@Resolver(() => Sharing)
export class ShareResolver {
  constructor(
    private readonly read: ReadSharing,
    private readonly preview: PreviewShare,
    private readonly items: ShareItems,
    private readonly taking: EndShare,
    private readonly circle: ReadCircle,
  ) {}

  @Requires('share-item')
  @Query(() => Sharing, { description: 'What can be told about a case that the caller works on.' })
  async sharing(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<Sharing> {
    return shownSharing(await this.read.run(caller, caseId));
  }

  @Requires('share-item')
  @Query(() => [CirclePerson], {
    description: 'The case’s own person and those close to them, whom words may be about.',
  })
  async caseCircle(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<CirclePerson[]> {
    return circleShown(await this.circle.ofCase(caller, caseId));
  }

  @Requires('share-item')
  @Query(() => SharePreviewShown, { description: 'What would become of it, before anything is told.' })
  async previewShare(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: PreviewShareInput,
  ): Promise<SharePreviewShown> {
    const { pairs, asOf } = await this.preview.run(caller, {
      ...whatIsTold(input),
      toBranchIds: input.toBranchIds,
      until: input.until ?? null,
    });
    return { pairs: pairs.map(shownPair), asOf };
  }

  @Requires('share-item')
  @Mutation(() => [ShareOutcomeShown], { description: 'Tells what may be told, and says what may not.' })
  async shareItems(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ShareItemsInput,
  ): Promise<ShareOutcomeShown[]> {
    const outcomes = await this.items.run(caller, {
      ...input,
      draft: input.draft ?? null,
      until: input.until ?? null,
    });
    return outcomes.map(shownOutcome);
  }

  @Requires('share-item')
  @Mutation(() => SharesTakenBack, { description: 'Takes back what nobody there has read.' })
  undoShares(@CurrentCaller() caller: StaffCaller, @Args('input') input: UndoSharesInput): Promise<SharesTakenBack> {
    return this.taking.undo(caller, input.ids);
  }

  @Requires('share-item')
  @Mutation(() => SharesTakenBack, { description: 'Ends a share from now on; what was given stays in the record.' })
  endShare(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<SharesTakenBack> {
    return this.taking.end(caller, id);
  }
}

/** The words have been checked at the door. */
export const whatIsTold = (
  input: Pick<PreviewShareInput, 'caseId' | 'itemIds' | 'draft' | 'withName' | 'purpose'>,
): WhatIsTold & { readonly purpose: Purpose } => ({
  caseId: input.caseId,
  itemIds: input.itemIds,
  draft: input.draft ? { ...input.draft, category: input.draft.category as Category } : null,
  withName: input.withName,
  purpose: input.purpose as Purpose,
});
