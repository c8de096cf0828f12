// The timeline of a request (screens §6): its author, its managers and the référents read the same.
import type { QuoiEtape } from '../../domain/demande/demande.ts';
import type { EtapeLue } from '../../domain/demande/queries-lecture.ts';
import { Timeline, type TimelineEntry } from '../components/timeline.tsx';
import type { Frame } from '../layout/page.tsx';

const SORTES: Partial<Record<QuoiEtape, TimelineEntry['kind']>> = {
  DEMANDEE: 'info',
  ACCEPTEE: 'success',
  REFUSEE: 'error',
  EXPIREE: 'warning',
  ESCALADEE: 'warning',
  OPPOSEE: 'warning',
};

// « Jeanne Martin, gestionnaire principal », or the portal itself.
function auteur({ t }: Frame, { par, enQualite }: EtapeLue): string {
  if (par === null) return t('demandes.lePortail');
  return enQualite === null ? par : `${par}, ${t(`demandes.qualites.${enQualite}`)}`;
}

export function Suivi({ frame, etapes }: { frame: Frame; etapes: EtapeLue[] }) {
  const { t, langue } = frame;
  const entries = etapes.map((etape, rang) => ({
    key: rang,
    title: t(`demandes.etapes.${etape.quoi}`),
    when: etape.instant,
    who: auteur(frame, etape),
    comment: etape.commentaire ?? undefined,
    kind: SORTES[etape.quoi],
  }));
  return <Timeline t={t} langue={langue} entries={entries} />;
}
