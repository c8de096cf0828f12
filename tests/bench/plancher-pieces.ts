// The floor of the drawer of files: bare routes that parse the same form, hash, write and flush, or read.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';

const [, , dossier = '', port = '0'] = process.argv;
const OCTETS_MAX = 11 * 1024 * 1024;
let dernier = '';

const app = Fastify();
await app.register(multipart, { limits: { fileSize: OCTETS_MAX } });
app.post('/', async (request, reply) => {
  for await (const partie of request.parts()) {
    if (partie.type !== 'file') continue;
    const nom = path.join(dossier, randomUUID());
    const fichier = await open(nom, 'wx');
    const empreinte = createHash('sha256');
    partie.file.on('data', (morceau: Buffer) => empreinte.update(morceau));
    await pipeline(partie.file, fichier.createWriteStream({ flush: true }));
    reply.header('etag', empreinte.digest('hex'));
    dernier = nom;
  }
  return reply.code(201).send('ok');
});
app.get('/', (_request, reply) =>
  reply.type('application/octet-stream').send(createReadStream(dernier)),
);
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
