// pouchdb-server with PouchDB replicating to it, for tests.bench.beside_others.
// Arguments: a folder with the packages, a folder for data, records, bytes of text, the server's port, the port that the
// client dials. Prints one JSON object.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, folder, count, size] = [process.argv[2], process.argv[3], Number(process.argv[4]), Number(process.argv[5])]
const load = createRequire(join(modules, 'package.json'))
const PouchDB = load('pouchdb')
const TEXT = 'Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất. '

const [port, dialled] = process.argv.slice(6).map(Number)
mkdirSync(join(folder, 'server'), { recursive: true })
const program = join(modules, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server')
const server = spawn(process.execPath, [program, '--port', String(port), '--dir', join(folder, 'server'), '--no-stdout-logs', '--config', join(folder, 'config.json')],
  { cwd: folder, stdio: 'ignore' })
const remote = `http://127.0.0.1:${dialled}/commune`
try {
  for (let tries = 0; ; tries++) {
    try { await fetch(`http://127.0.0.1:${port}/`); break } catch (error) {
      if (tries > 200) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  await fetch(remote, { method: 'PUT' })
  const one = new PouchDB(join(folder, 'one'))
  const text = TEXT.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(TEXT))))
  for (let start = 0; start < count; start += 1000) {
    const docs = []
    for (let i = start; i < Math.min(count, start + 1000); i++) {
      docs.push({ _id: String(i).padStart(36, '0'), name: `Chè số ${i}`, description: text })
    }
    await one.bulkDocs(docs)
  }
  const options = { batch_size: 250 }
  const push = await seconds(() => one.replicate.to(remote, options))
  const two = new PouchDB(join(folder, 'two'))
  const pull = await seconds(() => two.replicate.from(remote, options))
  if ((await two.info()).doc_count !== count) throw new Error('not all arrived')
  const idle = []
  for (let i = 0; i < 21; i++) idle.push(await seconds(() => one.replicate.to(remote, options)))
  const change = []
  for (let i = 0; i < 9; i++) {
    const doc = await one.get(String(i).padStart(36, '0'))
    await one.put({ ...doc, name: `Sửa ${i}` })
    change.push(await seconds(() => one.replicate.to(remote, options)))
  }
  const peak = readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)
  process.stdout.write(JSON.stringify({
    push, pull, idle: idle.sort((a, b) => a - b)[10], change: change.sort((a, b) => a - b)[4],
    rss: Number(peak[1]) * 1024, stored: bytes(join(folder, 'server')),
  }))
} finally {
  server.kill()
}
process.exit(0)

async function seconds(action) {
  const began = performance.now()
  await action()
  return (performance.now() - began) / 1000
}

function bytes(path) {
  const found = statSync(path)
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0) : found.size
}
