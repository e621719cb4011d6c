import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BOARD_TEXTS } from '#domain/meeting/meeting-event.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { InvalidInput } from '#use-cases/failure.js';
import { GivePicture } from '#use-cases/meeting/give-picture.js';
import { MoveMeeting } from '#use-cases/meeting/move-meeting.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { ShowPen } from '#use-cases/meeting/show-pen.js';
import { SteerMeeting } from '#use-cases/meeting/steer-meeting.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  ActOnBoardInput,
  EnterPointInput,
  GiveFloorInput,
  GivePictureInput,
  MoveInLineInput,
  MoveMeetingInput,
} from './board.inputs.js';
import { BoardReceipt, HubBoard } from './board.model.js';
import { boardPartShown } from './board-shown.js';

@Resolver(() => HubBoard)
export class MeetingResolver {
  constructor(
    private readonly boards: ReadBoard,
    private readonly moves: MoveMeeting,
    private readonly steer: SteerMeeting,
    private readonly pictures: GivePicture,
    private readonly pens: ShowPen,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => HubBoard, { description: 'The board from an event on; 0 gives all of it.' })
  async hubBoard(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }) id: string,
    @Args('afterSeq', { type: () => Int, defaultValue: 0 }) afterSeq: number,
  ): Promise<HubBoard> {
    return boardPartShown(await this.boards.run(caller, { hubId: id, afterSeq }));
  }

  @Requires('lead-meeting')
  @Mutation(() => BoardReceipt, { description: 'Starts, pauses, resumes, closes or calls off the meeting.' })
  moveMeeting(@CurrentCaller() caller: StaffCaller, @Args('input') input: MoveMeetingInput): Promise<BoardReceipt> {
    return this.moves.run(caller, input);
  }

  @Requires('lead-meeting')
  @Mutation(() => BoardReceipt, { description: 'Goes on leading where another dropped out.' })
  takeLead(@CurrentCaller() caller: StaffCaller, @Args('input') input: ActOnBoardInput): Promise<BoardReceipt> {
    return this.steer.takeLead(caller, input);
  }

  @Requires('lead-meeting')
  @Mutation(() => BoardReceipt, { description: 'Goes to a point of the agenda.' })
  enterPoint(@CurrentCaller() caller: StaffCaller, @Args('input') input: EnterPointInput): Promise<BoardReceipt> {
    return this.steer.enterPoint(caller, input);
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => BoardReceipt, { description: 'Asks for the floor, or steps back from it.' })
  moveInLine(@CurrentCaller() caller: StaffCaller, @Args('input') input: MoveInLineInput): Promise<BoardReceipt> {
    return input.act === 'ask' ? this.steer.askForFloor(caller, input) : this.steer.stepBack(caller, input);
  }

  @Requires('lead-meeting')
  @Mutation(() => BoardReceipt, { description: 'Gives the floor to a member, or to the next in line.' })
  giveFloor(@CurrentCaller() caller: StaffCaller, @Args('input') input: GiveFloorInput): Promise<BoardReceipt> {
    return this.steer.giveFloor(caller, { ...input, member: input.member ?? null });
  }

  @Requires('answer-question')
  @Mutation(() => BoardReceipt, { description: 'A unit puts its picture on the board.' })
  givePicture(@CurrentCaller() caller: StaffCaller, @Args('input') input: GivePictureInput): Promise<BoardReceipt> {
    return this.pictures.run(caller, input);
  }

  @Requires('lead-meeting')
  @Mutation(() => BoardReceipt, { description: 'Whoever leads puts up what a unit has answered that is not there.' })
  presentPicture(@CurrentCaller() caller: StaffCaller, @Args('input') input: GivePictureInput): Promise<BoardReceipt> {
    return this.pictures.present(caller, input);
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Shows the others that one is writing in a text; nothing is kept.' })
  async showPen(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }) hubId: string,
    @Args('text', { type: () => String, nullable: true, description: 'Absent: the pen is put down.' })
    text: string | null,
  ): Promise<boolean> {
    const known = BOARD_TEXTS.find((one) => one === text) ?? null;
    if (text && known === null) throw new InvalidInput([{ field: 'text', code: 'CHOOSE_ONE' }]);
    await this.pens.run(caller, { hubId, text: known });
    return true;
  }
}
