import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsUUID } from 'class-validator';

@InputType({ isAbstract: true })
export class MarksInput {
  @Field({ defaultValue: false, description: 'It shows where somebody lives or is, whatever kind it is of.' })
  @IsBoolean()
  revealsPlace!: boolean;
  @Field(() => [ID], { defaultValue: [], description: 'Whom it is about beside the case’s own person.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  about!: string[];
}
