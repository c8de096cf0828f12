// The sign-in page of the PIGP (screens §1): at the door, and when a site sends people here.
import type { VNode } from 'preact';
import { Cadre } from './cadre.page.tsx';
import { heureEnMots } from './heures.ts';
import type { ErreurConnexion } from './tentative.ts';
import type { Vue } from './vue.ts';

type ConnexionProps = {
  vue: Vue;
  action: string;
  identifiant: string;
  erreurs?: readonly ErreurConnexion[];
  deconnecte?: boolean;
};

export function ConnexionPage(props: ConnexionProps): VNode {
  const { vue, erreurs = [], deconnecte = false } = props;
  const { t } = vue;
  return (
    <Cadre vue={vue} titre={t('pigp.connexion.onglet')} erreur={erreurs.length > 0}>
      <div class="entree">
        <h1>{t('pigp.connexion.titre')}</h1>
        {/* After a failure the form comes first: on a small screen the reason must be in sight. */}
        {erreurs.length === 0 ? <Rappel vue={vue} /> : null}
        <div class="carte">
          <h2>{t('pigp.connexion.sousTitre')}</h2>
          {deconnecte && erreurs.length === 0 ? (
            <p class="message message--fait" role="status">
              {t('pigp.connexion.deconnecte')}
            </p>
          ) : null}
          <ResumeErreurs vue={vue} erreurs={erreurs} />
          <Formulaire {...props} erreurs={erreurs} />
        </div>
        {erreurs.length > 0 ? <Rappel vue={vue} /> : null}
      </div>
    </Cadre>
  );
}

function Rappel({ vue: { t } }: { vue: Vue }): VNode {
  return (
    <div class="rappel">
      <p>{t('pigp.connexion.rappel')}</p>
      <ul>
        <li>{t('pigp.connexion.charte')}</li>
        <li>{t('pigp.connexion.politique')}</li>
      </ul>
    </div>
  );
}

type ErreursProps = { vue: Vue; erreurs: readonly ErreurConnexion[] };

function ResumeErreurs({ vue, erreurs }: ErreursProps): VNode | null {
  if (erreurs.length === 0) return null;
  return (
    <div class="message message--erreur" role="alert" id="erreurs">
      <p class="message__titre">{vue.t('pigp.connexion.erreurs', { count: erreurs.length })}</p>
      <ul>
        {erreurs.map((erreur) => (
          <li key={erreur.kind}>
            <a href={`#${champDe(erreur)}`}>{texteErreur(vue, erreur)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Formulaire({ vue, action, identifiant, erreurs }: ConnexionProps & ErreursProps): VNode {
  const { t } = vue;
  return (
    <form method="post" action={action} novalidate>
      <Champ
        vue={vue}
        erreurs={erreurs}
        champ="identifiant"
        aide={t('pigp.connexion.identifiantAide')}
      >
        {(lien) => (
          <input
            {...lien}
            name="identifiant"
            type="text"
            value={identifiant}
            maxLength={254}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
        )}
      </Champ>
      <Champ vue={vue} erreurs={erreurs} champ="motDePasse">
        {(lien) => (
          <input {...lien} name="motDePasse" type="password" autocomplete="current-password" />
        )}
      </Champ>
      <button class="bouton bouton--large" type="submit">
        {t('pigp.connexion.valider')}
      </button>
    </form>
  );
}

type Nom = 'identifiant' | 'motDePasse';
type Lien = {
  id: Nom;
  required: true;
  'aria-invalid': 'true' | undefined;
  'aria-describedby': string | undefined;
};
type ChampProps = ErreursProps & { champ: Nom; aide?: string; children: (lien: Lien) => VNode };

/** A labelled field: its hint, and its own error; a refusal is told once, in the summary. */
function Champ({ vue, erreurs, champ, aide, children }: ChampProps): VNode {
  const erreur = erreurs.find((une) => champDe(une) === champ);
  const vide = erreur?.kind === 'identifiantVide' || erreur?.kind === 'motDePasseVide';
  const decritPar = [aide && `${champ}-aide`, erreur && (vide ? `${champ}-erreur` : 'erreurs')];
  return (
    <div class={erreur ? 'champ champ--erreur' : 'champ'}>
      <label for={champ}>{vue.t(`pigp.connexion.${champ}`)}</label>
      {aide ? (
        <p class="champ__aide" id={`${champ}-aide`}>
          {aide}
        </p>
      ) : null}
      {children({
        id: champ,
        required: true,
        'aria-invalid': erreur ? 'true' : undefined,
        'aria-describedby': decritPar.filter(Boolean).join(' ') || undefined,
      })}
      {erreur && vide ? (
        <p class="champ__erreur" id={`${champ}-erreur`}>
          {texteErreur(vue, erreur)}
        </p>
      ) : null}
    </div>
  );
}

function champDe(erreur: ErreurConnexion): Nom {
  return erreur.kind === 'motDePasseVide' ? 'motDePasse' : 'identifiant';
}

function texteErreur({ t, langue }: Vue, erreur: ErreurConnexion): string {
  switch (erreur.kind) {
    case 'identifiantVide':
      return t('pigp.connexion.identifiantVide');
    case 'motDePasseVide':
      return t('pigp.connexion.motDePasseVide');
    case 'refuse':
      return t('pigp.connexion.refuse', { count: erreur.restants });
    case 'verrouille':
      return t('pigp.connexion.verrouille', { heure: heureEnMots(langue, erreur.jusqua) });
  }
}
