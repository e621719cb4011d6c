/** The settings that the launcher hands to the program's processes; docs/operations.md has the same table in words. */
import { randomBytes } from 'node:crypto';
import { Obstacle } from './say.mjs';

function address(name, fallback) {
  const value = process.env[name] || fallback;
  try {
    const url = new URL(value);
    return { href: value, port: Number(url.port) || { 'http:': 80, 'https:': 443, 'smtp:': 25 }[url.protocol] };
  } catch {
    throw new Obstacle(`${name} is not an address: ${value}. Write it like ${fallback} and start again.`);
  }
}

export const isDemonstration = () => (process.env.SAMNAV_DEMONSTRATION || '1') === '1';

/** What is said beneath the first address. */
export const lastWords = (logs) =>
  `${isDemonstration() ? 'Everything here is a demonstration with invented people. ' : ''}Stop it with Ctrl-C. Logs: ${logs}`;

/** Whether what answers at an address is started here. */
export const isHere = ({ href }) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(href).hostname);

/** Nothing where people identify themselves by a service elsewhere. */
function testBankid() {
  const own = process.env.SAMNAV_BANKID_URL;
  if (process.env.SAMNAV_BROKER_URL && !own) return undefined;
  const bankid = address('SAMNAV_BANKID_URL', 'https://localhost:8082');
  return isHere(bankid) ? bankid : undefined;
}

/** Where the demonstration listens. */
export function addresses() {
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Obstacle(
      `PORT must be a number between 1 and 65535, not ${process.env.PORT}. Correct it and start again.`,
    );
  return {
    port,
    publicUrl: address('SAMNAV_PUBLIC_URL', `http://localhost:${port}`),
    identity: address('SAMNAV_IDENTITY_URL', 'http://localhost:8081'),
    mail: address('SAMNAV_MAIL_URL', 'smtp://localhost:8025'),
    bankid: testBankid(),
  };
}

const testService = (bankid, identity) => ({
  SAMNAV_BANKID_URL: bankid.href,
  SAMNAV_BANKID_APP_URL: process.env.SAMNAV_BANKID_APP_URL || `${identity.href.replace(/\/$/, '')}/bankid/`,
});

/** The demonstration keeps text messages beside its mail, on the site where one signs in. */
const textMessages = (identity) => `${identity.href.replace(/\/$/, '')}/text-messages`;

/** The demonstration is its own mail gateway: what it proves itself by is made anew at each start and stands nowhere. */
const gatewaySecret = randomBytes(32).toString('hex');

/** The environment of the processes, without what the database step adds. */
export function serverEnvironment() {
  const { port, publicUrl, identity, mail, bankid } = addresses();
  const demonstration = isDemonstration();
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    PORT: String(port),
    SAMNAV_PUBLIC_URL: publicUrl.href,
    SAMNAV_IDENTITY_URL: identity.href,
    SAMNAV_MAIL_URL: mail.href,
    SAMNAV_DEMONSTRATION: process.env.SAMNAV_DEMONSTRATION || '1',
    ...(demonstration && !process.env.SAMNAV_SMS_URL ? { SAMNAV_SMS_URL: textMessages(identity) } : {}),
    ...(demonstration && !process.env.SAMNAV_MAIL_IN_SECRET ? { SAMNAV_MAIL_IN_SECRET: gatewaySecret } : {}),
    ...(demonstration && bankid ? testService(bankid, identity) : {}),
  };
}
