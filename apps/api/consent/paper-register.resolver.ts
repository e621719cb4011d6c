import { Args, Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { ImportPaperRegister } from '#use-cases/consent/import-paper-register.js';
import { LATELY } from '#domain/sign-in/decide-proof.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { failureSentence } from '../graphql/failure-texts.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import type { SignedRequest } from '../session/signed-request.js';

@ObjectType({ description: 'What is wrong in a line of a register on paper.' })
export class PaperRegisterFault {
  @Field(() => Int, { description: 'As the spreadsheet counts; the headings are line 1.' }) line!: number;
  @Field(() => String, { nullable: true, description: 'The heading of the column; null for the line as a whole.' })
  column!: string | null;
  @Field() code!: string;
  @Field({ description: 'A sentence that says what to do.' }) message!: string;
}

@ObjectType({ description: 'What a register on paper would come to, or has come to.' })
export class PaperRegisterImport {
  @Field(() => Int) lines!: number;
  @Field(() => Int, { description: 'Lines that are taken over, or would be.' }) good!: number;
  @Field(() => [PaperRegisterFault]) faults!: PaperRegisterFault[];
}

@InputType({ description: 'A register on paper, as a spreadsheet saves it: CSV.' })
export class PaperRegisterInput {
  @Field() @IsString() @MaxLength(400_000) text!: string;
  @Field({ description: 'Tries every line and takes nothing over.' }) @IsBoolean() dryRun!: boolean;
}

@Resolver()
export class PaperRegisterResolver {
  constructor(private readonly register: ImportPaperRegister) {}

  @Requires('manage-consents', { provedWithin: LATELY })
  @Mutation(() => PaperRegisterImport, {
    description: 'Takes over consents from a register on paper, line by line; a faulty line is named and left out.',
  })
  async importPaperRegister(
    @CurrentCaller() caller: StaffCaller,
    @Context('req') request: SignedRequest,
    @Args('input') input: PaperRegisterInput,
  ): Promise<PaperRegisterImport> {
    const { faults, ...counts } = await this.register.run(caller, input.text, input.dryRun);
    return {
      ...counts,
      faults: faults.map(({ values, ...fault }) => ({
        ...fault,
        message: failureSentence(request.language ?? 'sv', fault.code, values),
      })),
    };
  }
}
