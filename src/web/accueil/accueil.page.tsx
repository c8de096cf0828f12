// « Accueil connecté » (guide p.6): what happened, and the ways into the portal.

import type { ActualiteEnListe } from '../../domain/actualite/actualite.ts';
import { adresses } from '../../domain/adresses.ts';
import type { CompteDesDemandes, NombreDeDemandes } from '../../domain/demande/file.ts';
import type { RepriseOpposable } from '../../domain/demande/queries-reprise-lecture.ts';
import type { EvenementDuFil } from '../../domain/evenement/fil.ts';
import type { StructureFragile } from '../../domain/rattachement/queries-mes-structures.ts';
import type { Agent } from '../../domain/session/session.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import { BlocActualites } from '../actualites/bloc.tsx';
import { BlocAide } from '../aide/bloc.tsx';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Tile } from '../components/tile.tsx';
import { FilEvenements } from '../evenements/fil.tsx';
import { Attente, Fragiles, Reprises } from '../gestionnaire/attente.tsx';
import { type Frame, Page } from '../layout/page.tsx';

/** What a manager is told first. */
export type Gestion = {
  attente: CompteDesDemandes;
  reprises: RepriseOpposable[];
  fragiles: StructureFragile[];
};

type Props = {
  frame: Frame;
  agent: Agent;
  nouvelles: { evenements: EvenementDuFil[]; nonLus: number };
  /** null: manages nothing today. */
  gestion: Gestion | null;
  /** What went up to a référent; null: is none. */
  montees: NombreDeDemandes | null;
  jour: string;
  actualites: ActualiteEnListe[];
  message: MessageAffiche | null;
};

/** Beyond, the number of unread events says « more than ». */
export const NON_LUS_COMPTES = 99;

function Fil({ frame, nouvelles: { evenements, nonLus } }: Pick<Props, 'frame' | 'nouvelles'>) {
  const { t, langue } = frame;
  const nombre = formatNombre(langue, Math.min(nonLus, NON_LUS_COMPTES));
  return (
    <section class="pc-flow" aria-labelledby="fil">
      <h2 id="fil">{t('evenements.fil.titre')}</h2>
      {nonLus > 0 && (
        <p>
          {nonLus > NON_LUS_COMPTES
            ? t('evenements.fil.plusDe', { nombre })
            : t('evenements.fil.nonLus', { count: nonLus, nombre })}
        </p>
      )}
      {evenements.length > 0 ? (
        <>
          <FilEvenements frame={frame} evenements={evenements} />
          <p>
            <a href={adresses.evenements}>{t('evenements.fil.tout')}</a>
          </p>
        </>
      ) : (
        <EmptyState title={t('evenements.fil.aucun')}>
          <p>{t('evenements.fil.aucunSuite')}</p>
        </EmptyState>
      )}
    </section>
  );
}

export function accueilPage(props: Props) {
  const { frame, agent, nouvelles, gestion, montees, jour, actualites, message } = props;
  const { t } = frame;
  const bonjour = t('pages.accueil.bonjour', { prenom: agent.prenom });
  return (
    <Page frame={frame} title={t('pages.accueil.titre')} intro={bonjour}>
      {message && <Alert t={t} {...message} />}
      {gestion && (
        <section class="pc-flow" aria-labelledby="gestion">
          <h2 id="gestion">{t('gestion.titre')}</h2>
          <Attente frame={frame} attente={gestion.attente} jour={jour} />
          <Reprises frame={frame} reprises={gestion.reprises} />
          <Fragiles frame={frame} fragiles={gestion.fragiles} />
        </section>
      )}
      {montees && (
        <section class="pc-flow" aria-labelledby="referent">
          <h2 id="referent">{t('continuite.referent.titre')}</h2>
          <Attente
            frame={frame}
            attente={montees}
            jour={jour}
            vers={{ href: adresses.referent, label: t('continuite.referent.voirDemandes') }}
          />
        </section>
      )}
      <Fil frame={frame} nouvelles={nouvelles} />
      <section aria-labelledby="acces">
        <h2 id="acces">{t('pages.accueil.acces')}</h2>
        <div class="pc-grid">
          <Tile
            href={adresses.monCompte}
            title={t('pages.monCompte.titre')}
            text={t('pages.accueil.monCompteTexte')}
          />
          <Tile
            href={adresses.ajouterAbonnement}
            title={t('pages.accueil.ajouterEspace')}
            text={t('pages.accueil.ajouterEspaceTexte')}
          />
          <Tile
            href={adresses.structures}
            title={t('pages.accueil.chercherStructure')}
            text={t('pages.accueil.chercherStructureTexte')}
          />
        </div>
      </section>
      <BlocActualites frame={frame} actualites={actualites} />
      <BlocAide frame={frame} />
    </Page>
  );
}
