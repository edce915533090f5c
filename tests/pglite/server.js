// PostgreSQL with pgvector on a free loopback port, in memory: prints the port, and ends with its standard input,
// so that no server outlives the tests that started it.
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const extensions = process.argv.includes('--without-vector') ? {} : { vector }
const db = await PGlite.create({ extensions })
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0 })
server.addEventListener('listening', event => console.log(`port ${event.detail.port}`))
await server.start()

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
