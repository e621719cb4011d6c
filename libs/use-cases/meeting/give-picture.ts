import { Injectable } from '@nestjs/common';
import type { Board } from '#domain/meeting/board.js';
import type { Picture } from '#domain/meeting/meeting-event.js';
import { decidePresenting } from '#domain/meeting/present-picture.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Failure } from '../failure.js';
import { HubStore, type HubFacts, type QuestionFacts } from '../hub/hub.port.js';
import { isAskedOf } from '../hub/read-question.js';
import { giveToParties, TO_THE_WHOLE } from './give-to-parties.js';
import { type ActOnBoard, type BoardReceipt, requireOpen, writeOnBoard } from './write-on-board.js';

/**
 * A unit puts its own picture on the board, itself and when its turn has come; until then the others see only that it has
 * answered (OSL 26:1; [S0]). Where nobody of it is there, whoever leads puts up what it has answered.
 */
@Injectable()
export class GivePicture {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, input: PictureToGive): Promise<BoardReceipt> {
    return this.give(caller, input, ({ question }) => {
      if (!isAskedOf(caller, question)) throw new Failure('NOT_YOUR_QUESTION');
      if (question.answer === null) throw new Failure('ANSWER_FIRST');
      return {};
    });
  }

  /** In the stead of a unit that is not there. */
  present(caller: StaffCaller, input: PictureToGive): Promise<BoardReceipt> {
    return this.give(caller, input, (asked) => {
      requirePresenting(caller, asked);
      return { presented: true };
    });
  }

  private give(
    caller: StaffCaller,
    input: PictureToGive,
    require: (asked: Asked) => Pick<Picture, 'presented'>,
  ): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        requireOpen(board);
        const question = await tx.of(HubStore).findQuestion(input.questionId);
        if (!question || question.hubId !== hub.id) throw new Failure('NOT_FOUND', 'questionId');
        const how = require({ board, hub, question });
        const items = await tx.of(ItemStore).findSealed(question.itemIds);
        await giveToParties(
          tx,
          hub,
          items.map(({ itemId }) => itemId),
          { ...TO_THE_WHOLE, saidBefore: true },
        );
        await tx.of(HubStore).markGiven(question.id, tx.now);
        return [
          {
            happening: {
              kind: 'PictureGiven',
              unit: question.unitId,
              knowledge: question.answer,
              items: items.map(({ itemId, version }) => ({ item: itemId, version })),
              ...how,
            },
          },
        ];
      }),
    );
  }
}

export interface PictureToGive extends ActOnBoard {
  readonly questionId: string;
}

interface Asked {
  readonly board: Board;
  readonly hub: HubFacts;
  readonly question: QuestionFacts;
}

function requirePresenting(caller: StaffCaller, { board, hub, question }: Asked): void {
  const decision = decidePresenting(board, {
    unit: question.unitId,
    people: [question.representativeId, question.deputyId, question.answeredBy],
    internal: hub.kind === 'internal',
    answered: question.answer !== null,
    by: caller.staffId,
  });
  if (decision === 'unit-is-here') throw new Failure('UNIT_IS_HERE');
  if (decision === 'not-answered') throw new Failure('NOT_ANSWERED_YET');
  if (decision === 'not-leading') throw new Failure('NOT_YOUR_QUESTION');
}
