/** The floor of the live board: socket.io alone, sending the bytes that it is given to every socket at once. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => socket.on('join', (room, done) => done(socket.join(room))));
process.on('message', ({ room, change }) => {
  if (room === undefined) io.emit('change', change);
  else io.to(room).emit('change', change);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => {
  void io.close();
  process.exit(0);
});
