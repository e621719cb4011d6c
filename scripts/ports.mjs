/** Ports are asked before they are used, so that a taken one is a sentence and not a crash. */
import net from 'node:net';
import { Obstacle } from './say.mjs';
import { addresses, isDemonstration, isHere } from './settings.mjs';

const refused = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** Whether somebody already listens on the port, on the loopback address or on every address. */
export async function portProblem(port) {
  for (const host of ['127.0.0.1', undefined]) {
    const code = await refused(port, host);
    if (code === 'EADDRINUSE' || code === 'EACCES') return code;
  }
  return undefined;
}

/** Says which port stands in the way, what it is for and how to choose another. */
export async function requirePort(port, purpose, setting) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Obstacle(`${setting} must name a port between 1 and 65535. Correct it and start again.`);
  const code = await portProblem(port);
  if (!code) return;
  const why = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
  throw new Obstacle(
    `Port ${port}, meant for ${purpose}, ${why}. Stop that program, or choose another with ${setting}.`,
  );
}

/** Every port that a start takes. What is somewhere else, an installation's sign-in above all, takes none here. */
export async function requirePorts() {
  const { port, identity, mail, bankid } = addresses();
  await requirePort(port, 'the web pages', 'PORT');
  if (!isDemonstration()) return;
  if (isHere(identity)) await requirePort(identity.port, 'the demonstration’s sign-in', 'SAMNAV_IDENTITY_URL');
  if (isHere(mail)) await requirePort(mail.port, 'the demonstration’s mail', 'SAMNAV_MAIL_URL');
  if (bankid) await requirePort(bankid.port, 'the demonstration’s e-identification', 'SAMNAV_BANKID_URL');
}
