export const composants = {} as const;
