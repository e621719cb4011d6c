/** The settings that the launcher hands to the program's processes; docs/operations.md has the same table in words. */
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
  };
}

/** The environment of the processes, without what the database step adds. */
export function serverEnvironment() {
  const { port, publicUrl, identity, mail } = addresses();
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    PORT: String(port),
    SAMNAV_PUBLIC_URL: publicUrl.href,
    SAMNAV_IDENTITY_URL: identity.href,
    SAMNAV_MAIL_URL: mail.href,
    SAMNAV_DEMONSTRATION: process.env.SAMNAV_DEMONSTRATION || '1',
  };
}
