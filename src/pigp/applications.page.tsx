// The list of applications (screens §1), what is not part of this system, and « Déconnexion ».
import type { VNode } from 'preact';
import { formatJour } from '../platform/textes/formats.ts';
import { type Application, AUTRES_APPLICATIONS, DEMAT } from './applications.ts';
import { Cadre } from './cadre.page.tsx';
import { heureExpiration } from './heures.ts';
import type { PersonnePigp } from './options.ts';
import type { Vue } from './vue.ts';

type ApplicationsProps = {
  vue: Vue;
  personne: PersonnePigp;
  applicationUrl: string;
  expiration: Date;
};

export function ApplicationsPage(props: ApplicationsProps): VNode {
  const { vue, personne, applicationUrl, expiration } = props;
  const { t, langue } = vue;
  const jour = formatJour(langue, expiration);
  const heure = heureExpiration(langue, expiration);
  return (
    <Cadre vue={vue} titre={t('pigp.applications.onglet')} outils={<Deconnexion vue={vue} />}>
      <div class="colonne">
        <h1>{t('pigp.applications.titre', { personne: nomComplet(vue, personne) })}</h1>
        <ul class="tuiles">
          <li class="tuile tuile--notre">
            <h2>
              <a href={applicationUrl}>{DEMAT.nom}</a>
            </h2>
            <p>{t('pigp.applications.demat')}</p>
          </li>
          {AUTRES_APPLICATIONS.map(({ slug, nom }) => (
            <li class="tuile" key={slug}>
              <h2>
                <a href={`/applications/${slug}`}>{nom}</a>
              </h2>
              <p>{t('pigp.applications.autre')}</p>
            </li>
          ))}
        </ul>
        <p class="echeance">{t('pigp.applications.expiration', { jour, heure })}</p>
      </div>
    </Cadre>
  );
}

type HorsSystemeProps = { vue: Vue; application: Application };

export function HorsSystemePage({ vue, application }: HorsSystemeProps): VNode {
  const { t } = vue;
  return (
    <Cadre vue={vue} titre={application.nom} outils={<Deconnexion vue={vue} />}>
      <div class="colonne colonne--etroite">
        <h1>{application.nom}</h1>
        <p class="chapeau">{t('pigp.horsSysteme.texte')}</p>
        <p>
          <a class="bouton bouton--second" href="/applications">
            {t('pigp.horsSysteme.retour')}
          </a>
        </p>
      </div>
    </Cadre>
  );
}

function Deconnexion({ vue: { t } }: { vue: Vue }): VNode {
  return (
    <form method="post" action="/deconnexion">
      <button class="bouton bouton--second bouton--petit" type="submit">
        {t('pigp.applications.deconnexion')}
      </button>
    </form>
  );
}

function nomComplet({ t }: Vue, { civilite, prenom, nom }: PersonnePigp): string {
  const titre = civilite === 'MME' ? t('pigp.civilite.mme') : t('pigp.civilite.m');
  return `${titre} ${prenom} ${nom.toLocaleUpperCase('fr')}`;
}
