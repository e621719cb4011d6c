import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every fact of an item that a ground asks for is reckoned anew for its shares when it changes, and not the kind of information alone. */
export class ItemFacts1764000000033 implements MigrationInterface {
  readonly name = 'ItemFacts1764000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lockOn('category, form, phase, person_data, reveals_place, reported_by'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(lockOn('category'));
  }
}

const lockOn = (columns: string): string => `
  drop trigger item_lock on item;
  create trigger item_lock after update of ${columns} on item for each row execute function lock.item_changed();
`;
