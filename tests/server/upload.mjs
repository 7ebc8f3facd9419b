// tus-js-client uploads a file to our server, as its own documentation says. Arguments: one JSON text.
import { createReadStream, statSync } from 'node:fs'
import { createRequire } from 'node:module'

const asked = JSON.parse(process.argv[2])
const tus = createRequire(asked.modules)('tus-js-client')
const said = { url: null, events: [] }
const upload = new tus.Upload(createReadStream(asked.file), {
  endpoint: asked.endpoint,
  uploadUrl: asked.url ?? null,
  headers: { Authorization: asked.authorization },
  metadata: asked.metadata,
  uploadSize: statSync(asked.file).size,
  chunkSize: asked.chunk,
  retryDelays: [0, 50, 100, 200, 400, 800],
  overridePatchMethod: asked.override ?? false,
  onAfterResponse: (request, response) => said.events.push([request.getMethod(), response.getStatus()]),
  onSuccess: () => finish('done'),
  onError: (error) => finish(String(error)),
})

function finish(result) {
  process.stdout.write(JSON.stringify({ ...said, url: upload.url, result }))
}

upload.start()
