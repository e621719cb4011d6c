import { Injectable } from '@nestjs/common';
import { BOARD_TEXTS, type BoardText } from '#domain/meeting/meeting-event.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { notFound } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';

/** Shows the others who is writing where; nothing is kept, and the mark fades by itself on their screens. */
@Injectable()
export class ShowPen {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, pen: { readonly hubId: string; readonly text: BoardText | null }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(HubStore).findHub(pen.hubId))) throw notFound();
      await tx.of(OutboxStore).put([
        {
          topic: `live:board:${pen.hubId}`,
          payload: { pen: caller.staffId, text: pen.text === null ? null : BOARD_TEXTS.indexOf(pen.text) },
        },
      ]);
    });
  }
}
