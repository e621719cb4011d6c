import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { KeepInterpreters } from '#use-cases/interpreter/keep-interpreters.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { BookInterpreterInput, Interpreter } from './interpreter.model.js';

@Resolver(() => Interpreter)
export class InterpreterResolver {
  constructor(private readonly interpreters: KeepInterpreters) {}

  @Requires('read-content')
  @Query(() => [Interpreter], { description: 'Interpreters of a group’s meeting, and where each is now.' })
  async interpretersOf(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<Interpreter[]> {
    return this.shown(caller, hubId);
  }

  @Requires('lead-meeting')
  @Mutation(() => [Interpreter], { description: 'Books an interpreter for a coming meeting and its points.' })
  async bookInterpreter(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: BookInterpreterInput,
  ): Promise<Interpreter[]> {
    await this.interpreters.book(caller, input);
    return this.shown(caller, input.hubId);
  }

  @Requires('lead-meeting')
  @Mutation(() => [Interpreter], { description: 'The interpreter is bound to silence.' })
  async confirmInterpreterSilence(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Interpreter[]> {
    return this.shown(caller, (await this.interpreters.confirmSilence(caller, id)).hubId);
  }

  @Requires('lead-meeting')
  @Mutation(() => [Interpreter], { description: 'Lets the interpreter in, at one of their own points.' })
  async admitInterpreter(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Interpreter[]> {
    return this.shown(caller, (await this.interpreters.admit(caller, id)).hubId);
  }

  @Requires('lead-meeting')
  @Mutation(() => [Interpreter], { description: 'The interpreter is not coming.' })
  async cancelInterpreter(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Interpreter[]> {
    return this.shown(caller, (await this.interpreters.cancel(caller, id)).hubId);
  }

  private async shown(caller: StaffCaller, hubId: string): Promise<Interpreter[]> {
    return (await this.interpreters.list(caller, hubId)).map(({ booking, words, where }) => ({
      id: booking.id,
      language: booking.language,
      words,
      pointIds: [...booking.pointIds],
      silenceAt: booking.silenceAt,
      where,
    }));
  }
}
