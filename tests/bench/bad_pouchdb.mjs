// A PouchDB client on a bad line, for tests.bench.bad_line. Arguments: a folder with the packages, then a folder, records,
// scans of 1 MiB, the server's address, the address that the client dials, a file whose coming ends it. The records go
// first; then the scans as attachments, one document in a request (PouchDB's own batch of 100 would be one request for all).
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, folder, records, scans, server, dialled, stop] = process.argv.slice(2)
const PouchDB = createRequire(join(modules, 'package.json'))('pouchdb')
const own = new PouchDB(join(folder, 'one'))
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
for (let i = 0; i < 300; i++) {
  try { await fetch(`${server}/commune`, { method: 'PUT' }); break } catch { await pause(100) }
}
await own.bulkDocs(Array.from({ length: Number(records) }, (_, i) => ({ _id: `record-${i}`, text: 'x'.repeat(1000) })))
for (let i = 0; i < Number(scans); i++) {
  const data = randomBytes(1024 * 1024).toString('base64')
  await own.put({ _id: `scan-${i}`, _attachments: { 'scan.pdf': { content_type: 'application/pdf', data } } })
}
process.stdout.write('go\n')
const began = Date.now()
let there = null
while (!existsSync(stop)) {
  try {
    if (there === null) {
      const names = Array.from({ length: Number(records) }, (_, i) => `record-${i}`)
      await own.replicate.to(`${dialled}/commune`, { doc_ids: names, batch_size: 250 })
      there = (Date.now() - began) / 1000
    }
    await Promise.race([own.replicate.to(`${dialled}/commune`, { batch_size: 1, batches_limit: 1 }), ended()])
  } catch { await pause(1000) }
  await pause(500)
}
process.stdout.write(JSON.stringify({ records: there }) + '\n', () => process.exit(0))

async function ended() {
  while (!existsSync(stop)) await pause(500)
}
