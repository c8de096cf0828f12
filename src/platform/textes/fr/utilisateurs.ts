// The people attached to a structure, as its managers see and change them.
export const utilisateurs = {
  titre: 'Utilisateurs rattachés',
} as const;
