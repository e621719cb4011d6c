import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CATEGORIES } from '#domain/disclosure/vocabulary.js';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';

export const STARTS = ['same-device', 'other-device'] as const;

@InputType({ description: 'What a signer takes away.' })
export class RefusalsInput {
  @Field(() => [String], { defaultValue: [], description: 'Houses, as `FamilyConsentHouse.house` points at them.' })
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  houses: string[] = [];

  @Field(() => [String], { defaultValue: [], description: 'Kinds of information.' })
  @IsArray()
  @ArrayMaxSize(CATEGORIES.length)
  @IsIn(CATEGORIES, { each: true })
  categories: (typeof CATEGORIES)[number][] = [];
}

@InputType({
  description: 'A signature that is begun: which consent, what is taken away, in which language it was read.',
})
export class ConsentSigningInput {
  @Field(() => ID)
  @IsUUID()
  consentId!: string;

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  houses: string[] = [];

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(CATEGORIES.length)
  @IsIn(CATEGORIES, { each: true })
  categories: (typeof CATEGORIES)[number][] = [];

  @Field(() => String, { description: '`sv`, `sv-simple`, `en`, `ar` or `so`.' })
  @IsIn(NOTICE_LANGUAGES)
  language!: (typeof NOTICE_LANGUAGES)[number];

  @Field(() => String, {
    nullable: true,
    description: '`FamilyConsent.text` of what was read; where it says something else by now it is a CONFLICT.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  read?: string | null;

  @Field(() => String, { description: '`same-device` or `other-device`.' })
  @IsIn(STARTS)
  start!: (typeof STARTS)[number];
}

@InputType({ description: 'A question to whoever works with a consent.' })
export class FamilyQuestionInput {
  @Field(() => ID) @IsUUID() consentId!: string;
  @Field() @IsString() text!: string;
  @Field(() => ID, { description: 'Made by the telephone: what is sent twice with it is asked once.' })
  @IsUUID()
  key!: string;
}
