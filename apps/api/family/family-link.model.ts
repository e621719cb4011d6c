import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A one-time way in for one signer; never what opens it.' })
export class FamilyLink {
  @Field(() => ID) id!: string;
  @Field(() => ID) personId!: string;
  @Field({ description: '`sms` or `letter`.' }) channel!: string;
  @Field() createdAt!: Date;
  @Field() expiresAt!: Date;
  @Field(() => Date, { nullable: true }) usedAt!: Date | null;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
  @Field(() => Int, { description: 'Wrong codes, and others who identified themselves.' }) wrongTries!: number;
  @Field({ description: '`printed`, `waiting`, `sent` or `failed`.' }) delivery!: string;
  @Field(() => Date, { nullable: true }) sentAt!: Date | null;
}

@ObjectType({ description: 'A link that was just made.' })
export class SentFamilyLink {
  @Field(() => ID) id!: string;
  @Field() channel!: string;
  @Field() expiresAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'The letter as a PDF in base64, to be printed now: its code is kept nowhere. Null for a text message.',
  })
  letter!: string | null;
}

@ObjectType({ description: 'A question from a family, for whoever works with the case.' })
export class QuestionFromFamily {
  @Field(() => ID) id!: string;
  @Field(() => ID) consentId!: string;
  @Field(() => ID) personId!: string;
  @Field() askedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Null where it is not released to the reader.' })
  text!: string | null;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => String, { nullable: true }) answeredByName!: string | null;
}

@ObjectType({ description: 'What checking it again came to.' })
export class EvidenceCheck {
  @Field() holds!: boolean;
  @Field(() => Date, { nullable: true, description: 'When it was signed.' }) at!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it does not hold: `bad-signature`, `wrong-signer`, `no-root`, `no-keys` and the like.',
  })
  why!: string | null;
  @Field({ description: 'It holds by a broker’s key that nothing but the evidence itself vouches for.' })
  selfVouched!: boolean;
}

@ObjectType({ description: 'What a name under a consent stands on.' })
export class ConsentEvidence {
  @Field(() => ID) id!: string;
  @Field(() => ID) signerId!: string;
  @Field({ description: '`e-id`, `document`, `paper` or `oral`.' }) kind!: string;
  @Field() mediaType!: string;
  @Field() createdAt!: Date;
  @Field({ description: 'Where it is fetched; taking it out is written in the ledger.' }) address!: string;
}
