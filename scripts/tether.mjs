/** Loaded into every process of `npm start`: when the launcher is killed outright, nothing of it stays behind. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
