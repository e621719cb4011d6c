import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Failure } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { isAskedOf } from '../hub/read-question.js';
import { giveToParties, TO_THE_WHOLE } from './give-to-parties.js';
import { type ActOnBoard, type BoardReceipt, requireOpen, writeOnBoard } from './write-on-board.js';

/**
 * A unit puts its own picture on the board, itself and when its turn has come; until then the others see only that it has
 * answered (OSL 26:1; [S0]).
 */
@Injectable()
export class GivePicture {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, input: ActOnBoard & { readonly questionId: string }): Promise<BoardReceipt> {
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        requireOpen(board);
        const question = await tx.of(HubStore).findQuestion(input.questionId);
        if (!question || question.hubId !== hub.id) throw new Failure('NOT_FOUND', 'questionId');
        if (!isAskedOf(caller, question)) throw new Failure('NOT_YOUR_QUESTION');
        if (question.answer === null) throw new Failure('ANSWER_FIRST');
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
            },
          },
        ];
      }),
    );
  }
}
