import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'The key of what somebody began to write in one post on one day; it opens nothing that is kept here.',
})
export class DraftKey {
  @Field({ description: '2026-11-29' }) day!: string;
  @Field({ description: '32 bytes for AES-256-GCM, as base64.' }) key!: string;
}
