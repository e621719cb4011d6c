import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words that are written anew may come to show where somebody is. What an item once showed it goes on showing: its earlier
 * words are kept, and nobody takes the mark off them by writing others (OSL 21:3).
 */
export class PlacesStand1764000000235 implements MigrationInterface {
  readonly name = 'PlacesStand1764000000235';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function lock.place_stands() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        raise exception 'what has shown a place goes on showing it' using errcode = 'insufficient_privilege';
      end $$;
      create trigger item_place_stands before update of reveals_place on item for each row
        when (old.reveals_place and not new.reveals_place) execute function lock.place_stands();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger item_place_stands on item; drop function lock.place_stands;`);
  }
}
