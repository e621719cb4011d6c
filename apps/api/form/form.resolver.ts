import { ParseIntPipe } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepForms } from '#use-cases/form/keep-forms.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AdjustFormInput, CollaborationForm, KeptForm } from './form.model.js';
import { adjustmentOf } from './adjustment-of.js';
import { formShown, keptShown } from './form-shown.js';

@Resolver(() => CollaborationForm)
export class FormResolver {
  constructor(private readonly keep: KeepForms) {}

  @Requires('nominate')
  @Query(() => [KeptForm], { description: 'The forms of joint work as my municipality runs them.' })
  async collaborationForms(@CurrentCaller() caller: StaffCaller): Promise<KeptForm[]> {
    return (await this.keep.list(caller)).map(keptShown);
  }

  @Requires('manage-forms')
  @Query(() => [KeptForm], { description: 'The same, for whoever keeps them.' })
  async keptForms(@CurrentCaller() caller: StaffCaller): Promise<KeptForm[]> {
    return (await this.keep.list(caller)).map(keptShown);
  }

  @Requires('manage-forms')
  @Query(() => CollaborationForm, { description: 'The form as it would be with this adjustment.' })
  async formPreview(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AdjustFormInput,
  ): Promise<CollaborationForm> {
    return formShown(await this.keep.preview(caller, adjustmentOf(input)));
  }

  @Requires('manage-forms')
  @Mutation(() => Boolean, { description: 'Runs the form with this adjustment from now on.' })
  async adjustForm(@CurrentCaller() caller: StaffCaller, @Args('input') input: AdjustFormInput): Promise<boolean> {
    await this.keep.adjust(caller, adjustmentOf(input), input.version);
    return true;
  }

  @Requires('manage-forms')
  @Mutation(() => Boolean, { description: 'Takes the adjustment away again.' })
  async resetForm(
    @CurrentCaller() caller: StaffCaller,
    @Args('kind') kind: string,
    @Args('version', { type: () => Int }, ParseIntPipe) version: number,
  ): Promise<boolean> {
    await this.keep.reset(caller, kind, version);
    return true;
  }
}
