// One act of a PouchDB client, for tests.bench.kills. Arguments: a folder with the packages, then
// meet|work|rest|dump, a folder, the database, the server's address; for work the round and how many are made.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, act, folder, name, address, round, count] = process.argv.slice(2)
const PouchDB = createRequire(join(modules, 'package.json'))('pouchdb')
const TEXT = 'Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. '.repeat(9)
const remote = `${address}/commune`
const own = new PouchDB(join(folder, name))
if (act === 'dump') {
  const found = await own.allDocs({ include_docs: true, conflicts: true })
  const said = JSON.stringify(found.rows.map(({ doc }) => [doc._id, doc.name, doc.text + doc._rev + (doc._conflicts ?? '')]))
  await new Promise((done) => process.stdout.write(said, done))
} else {
  if (act === 'meet') await fetch(remote, { method: 'PUT' })
  if (act === 'work') {
    const docs = []
    for (let i = 0; i < Number(count); i++) docs.push({ name: `${round}-${i}`, text: TEXT })
    await own.bulkDocs(docs)
  }
  process.stdout.write('go\n')
  const options = { batch_size: 250 }
  for (let left = act === 'rest' ? 2 : 1; left; left--) {
    await (name === 'one' ? own.replicate.to(remote, options) : own.replicate.from(remote, options))
  }
}
await own.close()
process.exit(0)
