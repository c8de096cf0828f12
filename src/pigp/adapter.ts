// Where oidc-provider keeps its sessions, grants and codes: in memory, bounded, one store a start.
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const ENTREES_MAX = 20_000;
const BALAYAGE_ENTREES = 1_000;

type Entree = { payload: AdapterPayload; expire: number };

/** An adapter of our own: the library's warns at each start and keeps a thousand entries only. */
export function memoryAdapter(): AdapterFactory {
  const entrees = new Map<string, Entree>();
  let ecritures = 0;

  function lire(cle: string): AdapterPayload | undefined {
    const entree = entrees.get(cle);
    if (!entree) return undefined;
    if (entree.expire > Date.now()) return structuredClone(entree.payload);
    entrees.delete(cle);
    return undefined;
  }

  function chercher(nom: string, estVoulu: (p: AdapterPayload) => boolean) {
    for (const [cle, { payload }] of entrees) {
      if (cle.startsWith(`${nom}:`) && estVoulu(payload)) return lire(cle);
    }
    return undefined;
  }

  function balayer(): void {
    for (const [cle, { expire }] of entrees) {
      if (expire <= Date.now() || entrees.size > ENTREES_MAX) entrees.delete(cle);
    }
  }

  return (nom): Adapter => ({
    async upsert(id, payload, expiresIn) {
      if (++ecritures % BALAYAGE_ENTREES === 0) balayer();
      const expire = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000;
      entrees.delete(`${nom}:${id}`);
      entrees.set(`${nom}:${id}`, { payload: structuredClone(payload), expire });
    },
    find: async (id) => lire(`${nom}:${id}`),
    findByUid: async (uid) => chercher(nom, (p) => p['uid'] === uid),
    findByUserCode: async (code) => chercher(nom, (p) => p['userCode'] === code),
    async consume(id) {
      const entree = entrees.get(`${nom}:${id}`);
      if (entree) entree.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entrees.delete(`${nom}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [cle, { payload }] of entrees) {
        if (cle.startsWith(`${nom}:`) && payload.grantId === grantId) entrees.delete(cle);
      }
    },
  });
}
