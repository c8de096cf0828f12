// The pages of one part of the site, « Mon compte » first (screens §5): a list in the flow,
// nothing folded, so that it works without script on a phone too.
type Props = { title: string; items: { label: string; href: string; current: boolean }[] };

export function SideMenu({ title, items }: Props) {
  return (
    <nav class="fr-sidemenu" aria-labelledby="menu-lateral-titre">
      <p class="fr-sidemenu__title" id="menu-lateral-titre">
        {title}
      </p>
      <ul class="fr-sidemenu__list">
        {items.map((item) => (
          <li class="fr-sidemenu__item" key={item.href}>
            <a
              class="fr-sidemenu__link"
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
