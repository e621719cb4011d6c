import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What stands beside the file: whose name it is, and which parts were crossed out. */
export class PaperUpload {
  @IsUUID() personId!: string;
  @IsOptional() @IsString() @MaxLength(20) language = 'sv';
  /** Version of the text on the paper; empty where there is only one that it can be. */
  @IsOptional() @IsString() @MaxLength(50) noticeVersion = '';
  /** Houses, written authority/branch, with commas between. */
  @IsOptional() @IsString() @MaxLength(5_000) houses = '';
  @IsOptional() @IsString() @MaxLength(5_000) categories = '';
}
