import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What stands beside the file: whose name it is, and which parts were crossed out. */
export class PaperUpload {
  @IsUUID() personId!: string;
  @IsOptional() @IsString() @MaxLength(20) language = 'sv';
  /** Houses, written authority/branch, with commas between. */
  @IsOptional() @IsString() @MaxLength(5_000) houses = '';
  @IsOptional() @IsString() @MaxLength(5_000) categories = '';
}
