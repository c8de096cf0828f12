// Builds the frame of a page from its request: who reads, in which language, where (screens §3).
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { adresseEspace, adresses } from '../../domain/adresses.ts';
import { type AdressesDesEspaces, libelleEspace } from '../../domain/espace/espace.ts';
import { DEMANDES_COMPTEES_A_L_ONGLET } from '../../domain/session/queries.ts';
import type { Agent } from '../../domain/session/session.ts';
import { type Langue, type Translate, textesDe } from '../../platform/textes/index.ts';
import type { Frame } from '../layout/page.tsx';
import { renderPage } from '../layout/render-page.ts';
import type { WebContext } from './contexte.ts';

/** The frame of the page that this request asks for. */
export function cadre(request: FastifyRequest, context: WebContext): Frame {
  const { agent, langue } = request;
  const t = textesDe(langue);
  const chemin = request.url.split('?', 1)[0] ?? adresses.accueil;
  const verifie = agent?.verifie ?? false;
  return {
    t,
    langue,
    serviceName: context.serviceName,
    person: agent && { nomComplet: `${agent.prenom} ${agent.nom}` },
    tabs: agent && verifie ? onglets(agent, langue, chemin, context.adressesDesEspaces) : [],
    path: cheminDeRetour(request, chemin),
    embedded: context.embedded,
    cssHref: context.assets.css,
    scriptHref: context.assets.script,
    faviconHref: context.assets.favicon,
  };
}

// The provider's answer (code, state) is not carried along by the language switch.
function cheminDeRetour({ method, url }: FastifyRequest, chemin: string): string {
  if (chemin === adresses.retourDeConnexion) return adresses.accueil;
  return method === 'GET' ? url : chemin;
}

function onglets(
  { onglets: espaces, demandes, referent }: Agent,
  langue: Langue,
  chemin: string,
  ailleurs: AdressesDesEspaces,
): Frame['tabs'] {
  const t = textesDe(langue);
  const onglet = (label: string, href: string, count?: Frame['tabs'][number]['count']) => {
    const current = chemin === href || chemin.startsWith(`${href}/`);
    return { label, href, current, count };
  };
  return [
    {
      label: t('pages.accueil.titre'),
      href: adresses.accueil,
      current: chemin === adresses.accueil,
    },
    ...espaces.map((espace) => {
      const page = adresseEspace(espace.code);
      const count = page === adresses.gestionnaire ? compteALOnglet(t, demandes) : undefined;
      const tab = onglet(libelleEspace(espace, langue), page, count);
      // Its page here says who one is there; its tab leads to the application itself.
      return { ...tab, href: ailleurs[espace.code] ?? page };
    }),
    ...(referent ? [onglet(t('continuite.referent.titre'), adresses.referent)] : []),
  ];
}

// « 99+ » is short enough for a tab; what is said is whole.
function compteALOnglet(t: Translate, demandes: number): Frame['tabs'][number]['count'] {
  if (demandes === 0) return undefined;
  const max = DEMANDES_COMPTEES_A_L_ONGLET;
  const plus = demandes > max;
  const nombre = plus ? t('gestion.plusDe', { nombre: max }) : demandes;
  return {
    shown: plus ? `${max}+` : String(demandes),
    said: t('gestion.onglet', { count: demandes, nombre }),
  };
}

/**
 * Sends a page; personal pages are never kept by a cache. As bytes: Node writes a string that is not plain ASCII
 * several times slower (a fifth of the pages a second, measured by `npm run bench`).
 */
export function envoyerPage(reply: FastifyReply, page: VNode, statut = 200): FastifyReply {
  return reply
    .code(statut)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(Buffer.from(renderPage(page)));
}
