import { describe, expect, it } from '@jest/globals';
import { bodyOf, pathOf, readWebhookAddress, WEBHOOK_EVENTS } from './webhook.js';

const GROUP = '00000000-0000-4000-8000-000000000001';
const MEETING = '00000000-0000-4000-8000-000000000002';

describe('where a house’s own system is told', () => {
  it('is a secure address without anybody’s password in it', () => {
    expect(readWebhookAddress(' https://Arende.Polisen.example/samnav?x=1 ')).toEqual({
      outcome: 'address',
      url: 'https://arende.polisen.example/samnav?x=1',
      host: 'arende.polisen.example',
    });
    expect(readWebhookAddress('https://example.se')).toMatchObject({ url: 'https://example.se/' });
    expect(readWebhookAddress('http://example.se/')).toMatchObject({ code: 'WEBHOOK_NOT_HTTPS' });
    for (const wrong of ['', 'example.se', 'ftp://example.se/', 'https://anna:hemligt@example.se/', 'https://a b.se/'])
      expect([wrong, readWebhookAddress(wrong)]).toEqual([
        wrong,
        { outcome: 'refused', code: 'WEBHOOK_ADDRESS_WRONG' },
      ]);
    expect(readWebhookAddress(`https://example.se/${'a'.repeat(2000)}`)).toMatchObject({ outcome: 'refused' });
  });
});

describe('what it is told', () => {
  it('is a kind, ids and where to look, and nothing else', () => {
    for (const event of [...WEBHOOK_EVENTS, 'trial'] as const) {
      const about = { event, groupId: GROUP, meetingId: event === 'meeting-changed' ? MEETING : null };
      const body = JSON.parse(bodyOf(about, new Date(0), 'https://samnav.example')) as Record<string, object>;
      expect(Object.keys(body)).toEqual(['type', 'timestamp', 'data']);
      expect(Object.keys(body['data']!)).toEqual(['group', 'meeting', 'link']);
      expect(body['data']).toMatchObject({ link: `https://samnav.example${pathOf(about)}` });
      expect(pathOf(about)).not.toContain('null');
    }
  });
});
