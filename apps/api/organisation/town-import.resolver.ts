import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import { parseTown, TownFileError } from '#platform/towns/read-town.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { isDone, type TownChange } from '#use-cases/organisation/town-changes.js';
import type { TownDefinition } from '#use-cases/organisation/town-definition.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';
import { Requires } from '../guard/requires.js';
import { placedFault } from './town-file-faults.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'What is wrong in a town’s file, and where.' })
export class TownFileFault {
  @Field() file!: string;
  @Field({ description: 'authorities.0.branches.1.units; empty for the file as a whole.' }) path!: string;
  @Field() fault!: string;
}

@ObjectType({ description: 'A difference between a town’s file and the town as it stands.' })
export class TownFileChange {
  @Field({ description: 'add, rename, change, kept or only-here.' }) change!: string;
  @Field({
    description: 'municipality, authority, branch, unit, slot, agreement, deadline, forms, ground or child-signs.',
  })
  part!: string;
  @Field() path!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType({ description: 'What a town’s file would do, or has done.' })
export class TownImport {
  @Field(() => [TownFileFault], { description: 'With any of these nothing is imported.' }) faults!: TownFileFault[];
  @Field(() => [TownFileChange]) changes!: TownFileChange[];
  @Field(() => Int, { description: 'How many of the changes are made, not only told.' }) made!: number;
}

@InputType({ description: 'A town’s file.' })
export class TownFileInput {
  @Field({ description: 'What the file is called, for the messages.' }) @IsString() @MaxLength(200) file!: string;
  @Field() @IsString() @MaxLength(400_000) text!: string;
}

@Resolver()
export class TownImportResolver {
  constructor(private readonly update: UpdateTown) {}

  @Requires('manage-organisation')
  @Query(() => TownImport, { description: 'Checks a town’s file and tells what it would change; changes nothing.' })
  townImportPreview(@CurrentCaller() caller: StaffCaller, @Args('input') input: TownFileInput): Promise<TownImport> {
    return told(input, (town) => this.update.preview(caller, town));
  }

  @Requires('manage-organisation', { provedWithin: LATELY })
  @Mutation(() => TownImport, {
    description:
      'Adds, renames and changes what a town’s file says, and switches off, narrows or opens again what it says of grounds and of what a child signs. Takes away no house, unit, slot or agreement.',
  })
  importTown(@CurrentCaller() caller: StaffCaller, @Args('input') input: TownFileInput): Promise<TownImport> {
    return told(input, (town) => this.update.run(caller, town));
  }
}

async function told(
  { file, text }: TownFileInput,
  work: (town: TownDefinition) => Promise<readonly TownChange[]>,
): Promise<TownImport> {
  try {
    const changes = await work(parseTown(text, file));
    return { faults: [], changes: [...changes], made: changes.filter(isDone).length };
  } catch (error) {
    const placed = placedFault(error);
    if (placed) return { faults: [{ file, ...placed }], changes: [], made: 0 };
    if (!(error instanceof TownFileError)) throw error;
    return { faults: error.faults.map((fault) => ({ file, ...fault })), changes: [], made: 0 };
  }
}
