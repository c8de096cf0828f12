// « Accueil connecté » (guide p.6): what happened, and the ways into the portal.
import { adresses } from '../../domain/adresses.ts';
import type { CompteDesDemandes } from '../../domain/demande/file.ts';
import type { RepriseOpposable } from '../../domain/demande/queries-reprise-lecture.ts';
import type { Evenement } from '../../domain/evenement/evenement.ts';
import { phraseDeLEvenement } from '../../domain/evenement/phrase.ts';
import type { StructureFragile } from '../../domain/rattachement/queries-mes-structures.ts';
import type { Agent } from '../../domain/session/session.ts';
import { formatHeure, formatJour } from '../../platform/textes/formats.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Tile } from '../components/tile.tsx';
import { Attente, Fragiles, Reprises } from '../gestionnaire/attente.tsx';
import { type Frame, Page } from '../layout/page.tsx';

/** What a manager is told first. */
export type Gestion = {
  attente: CompteDesDemandes;
  reprises: RepriseOpposable[];
  fragiles: StructureFragile[];
  jour: string;
};

type Props = {
  frame: Frame;
  agent: Agent;
  evenements: Evenement[];
  /** null: manages nothing today. */
  gestion: Gestion | null;
  message: MessageAffiche | null;
};

function FilEvenements({ frame, evenements }: Pick<Props, 'frame' | 'evenements'>) {
  const { t, langue } = frame;
  if (evenements.length === 0) {
    return (
      <EmptyState title={t('pages.accueil.aucunEvenement')}>
        <p>{t('pages.accueil.aucunEvenementSuite')}</p>
      </EmptyState>
    );
  }
  return (
    <ul class="pc-feed">
      {evenements.map((evenement) => (
        <li key={evenement.id}>
          <p>{phraseDeLEvenement(t, langue, evenement)}</p>
          <time datetime={evenement.survenuLe.toISOString()}>
            {t('pages.accueil.evenementDate', {
              jour: formatJour(langue, evenement.survenuLe),
              heure: formatHeure(langue, evenement.survenuLe),
            })}
          </time>
        </li>
      ))}
    </ul>
  );
}

export function accueilPage({ frame, agent, evenements, gestion, message }: Props) {
  const { t } = frame;
  const bonjour = t('pages.accueil.bonjour', { prenom: agent.prenom });
  return (
    <Page frame={frame} title={t('pages.accueil.titre')} intro={bonjour}>
      {message && <Alert t={t} {...message} />}
      {gestion && (
        <section class="pc-flow" aria-labelledby="gestion">
          <h2 id="gestion">{t('gestion.titre')}</h2>
          <Attente frame={frame} attente={gestion.attente} jour={gestion.jour} />
          <Reprises frame={frame} reprises={gestion.reprises} />
          <Fragiles frame={frame} fragiles={gestion.fragiles} />
        </section>
      )}
      <section aria-labelledby="fil">
        <h2 id="fil">{t('pages.accueil.filEvenements')}</h2>
        <FilEvenements frame={frame} evenements={evenements} />
      </section>
      <section aria-labelledby="acces">
        <h2 id="acces">{t('pages.accueil.acces')}</h2>
        <div class="pc-grid">
          <Tile
            href={adresses.monCompte}
            title={t('pages.monCompte.titre')}
            text={t('pages.accueil.monCompteTexte')}
          />
          <Tile
            href={adresses.structures}
            title={t('pages.accueil.chercherStructure')}
            text={t('pages.accueil.chercherStructureTexte')}
          />
          <Tile
            href={adresses.aide}
            title={t('composants.pied.aide')}
            text={t('pages.accueil.aideTexte')}
          />
        </div>
      </section>
    </Page>
  );
}
