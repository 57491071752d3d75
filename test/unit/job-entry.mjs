// A job process for the tests of its runner: it dies, stays silent, has a processor work, or says how far it is and is done, as
// its input says.
process.on('message', ({ id, input }) => {
  if (input === 'die') process.exit(3)
  if (input === 'stay') return
  if (input === 'toil') while (process.cpuUsage().user + process.cpuUsage().system < 400_000);
  process.send?.({ id, done: 1, total: 2 })
  process.send?.({ id, result: { ok: true, value: { pid: process.pid } } })
})
