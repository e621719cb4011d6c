import { describe, expect, it } from '@jest/globals';
import { leavesRoomForReplies, LONGEST_SENDER, REPLY_SECRET_BYTES, replyAddress, senderOf } from './reply-address.js';

const secret = 'a'.repeat(REPLY_SECRET_BYTES * 2);

describe('the address that an invitation comes from', () => {
  it('is the sender’s own with the secret in it', () => {
    const sender = senderOf('Samnav <Samnav@Samnav.example>')!;
    expect(sender).toEqual({ local: 'samnav', host: 'samnav.example' });
    expect(senderOf(' samnav@samnav.example ')).toEqual(sender);
    expect(replyAddress(sender, secret)).toBe(`samnav+${secret}@samnav.example`);
  });

  it.each(['Samnav', '', '@samnav.example', 'samnav@', 'Samnav <>', 'sam nav@samnav.example'])(
    'is not in %j',
    (from) => {
      expect(senderOf(from)).toBeNull();
    },
  );

  it('is never longer than mail servers take (RFC 5321 4.5.3.1)', () => {
    const most = { local: 's'.repeat(LONGEST_SENDER), host: 'samnav.example' };
    expect(replyAddress(most, secret).split('@')[0]).toHaveLength(64);
    expect(leavesRoomForReplies(most)).toBe(true);
    expect(leavesRoomForReplies({ ...most, local: `${most.local}s` })).toBe(false);
    // Octets, not letters.
    expect(leavesRoomForReplies({ ...most, local: 'ö'.repeat(LONGEST_SENDER - 1) })).toBe(false);
    const host = `${'a'.repeat(254 - 64 - 1 - 8)}.example`;
    expect(leavesRoomForReplies({ ...most, host })).toBe(true);
    expect(leavesRoomForReplies({ ...most, host: `a${host}` })).toBe(false);
  });
});
