// Files in a bucket of any service that speaks S3.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AwsS3StorageAdapter } from '@flystorage/aws-s3';
import { FileStorage, FileWasNotFound, type WriteOptions } from '@flystorage/file-storage';
import type { Magasin } from './magasin.ts';
import { magasinSur } from './magasin-sur.ts';

export type ReglagesS3 = {
  endpoint: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  region: string;
};

const CONNECT_MS = 5_000;
/** A whole file of 10 Mo, sent or begun to be read. */
const REPONSE_MS = 120_000;
// A slow reader holds its connection: more of them than the SDK's fifty.
const SOCKETS_MAX = 500;

/** Keeps files in this bucket, which must exist. */
export function magasinS3(reglages: ReglagesS3): Magasin {
  const { bucket } = reglages;
  const client = clientDe(reglages);
  return magasinSur(new FileStorage(new Adaptateur(client, { bucket })), async (nom, partie) => {
    const Range = partie ? `bytes=${partie.debut}-${partie.fin}` : undefined;
    const { Body } = await client
      .send(new GetObjectCommand({ Bucket: bucket, Key: nom, Range }))
      .catch(introuvable(nom));
    if (!(Body instanceof Readable)) throw new Error('the store answered without a content');
    return Body;
  });
}

/**
 * How the service answers when asked for one name of the bucket: 200 when it may be listed; null when it does not
 * answer, which is an outage and no mistake in the settings.
 */
export async function reponseDuSeau(reglages: ReglagesS3): Promise<number | null> {
  const client = clientDe(reglages, { essais: 1, reponseMs: CONNECT_MS });
  try {
    await client.send(new ListObjectsV2Command({ Bucket: reglages.bucket, MaxKeys: 1 }));
    return 200;
  } catch (cause) {
    return cause instanceof S3ServiceException ? (cause.$metadata.httpStatusCode ?? null) : null;
  } finally {
    client.destroy();
  }
}

function clientDe(
  { endpoint, accessKey, secretKey, region }: ReglagesS3,
  { essais, reponseMs = REPONSE_MS }: { essais?: number; reponseMs?: number } = {},
): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: true,
    // Services other than Amazon's refuse or ignore the SDK's own checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: reponseMs,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: SOCKETS_MAX },
      httpsAgent: { maxSockets: SOCKETS_MAX },
    },
    ...(essais === undefined ? {} : { maxAttempts: essais }),
  });
}

/**
 * Flystorage's own write holds 5 MB of each file in memory, and a process killed in the middle leaves parts
 * that no listing shows. A file of ours goes in one request, whole or not at all: S3 wants its length first,
 * so it waits on the disk, under no name, until its last byte is there.
 */
class Adaptateur extends AwsS3StorageAdapter {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, options: { bucket: string }) {
    super(client, options);
    this.#client = client;
    this.#bucket = options.bucket;
  }

  override async write(nom: string, contenu: Readable, { mimeType }: WriteOptions): Promise<void> {
    const attente = path.join(tmpdir(), `portail-${randomUUID()}`);
    const fichier = await open(attente, 'wx+', 0o600);
    const abandon = new AbortController();
    try {
      await rm(attente);
      await fichier.writeFile(contenu);
      const { size } = await fichier.stat();
      const Body = createReadStream('', { fd: fichier.fd, start: 0, autoClose: false });
      // The SDK does not look at it, and leaves it open when it gives up.
      Body.once('error', (error) => abandon.abort(error));
      const objet = { Bucket: this.#bucket, Key: nom, ContentType: mimeType };
      await this.#client.send(new PutObjectCommand({ ...objet, ContentLength: size, Body }), {
        abortSignal: abandon.signal,
      });
    } finally {
      await fichier.close();
    }
  }
}

const introuvable =
  (nom: string) =>
  (cause: unknown): never => {
    const absent = cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 404;
    if (!absent) throw cause;
    throw FileWasNotFound.atLocation(nom, { cause });
  };
