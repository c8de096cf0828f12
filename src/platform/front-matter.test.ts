// The header of a text file: cut from its text, or why it cannot be.
import { expect, test } from 'vitest';
import { lireEntete } from './front-matter.ts';

test.each([
  ['---\na: b\n---\nx\n', { a: 'b' }, 'x\n'],
  ['\uFEFF---\r\na: b\r\n---\r\nx', { a: 'b' }, 'x'],
  ['---\ndu: 2026-12-31\n---\n', { du: '2026-12-31' }, ''],
  ['---\na: 2027\nb: 1.50\nc: non\nd:\n---\n', { a: '2027', b: '1.50', c: 'non', d: '' }, ''],
  ['---\na: "b: c"\n---  \n\n---\n', { a: 'b: c' }, '\n---\n'],
])('%j has its header and its text', (contenu, entete, corps) => {
  expect(lireEntete(contenu)).toEqual({ kind: 'lu', entete, corps });
});

test.each([
  ['x', { kind: 'absent' }],
  ['', { kind: 'absent' }],
  ['---\na: b\n', { kind: 'absent' }],
  ['\n---\na: b\n---\n', { kind: 'absent' }],
  ['---\n---\nx', { kind: 'absent' }],
  ['---\n\n---\nx', { kind: 'illisible', ligne: null }],
  ['---\n- a\n---\nx', { kind: 'illisible', ligne: null }],
  ['---\na: b\nc: "d\n---\nx', { kind: 'illisible', ligne: 3 }],
  ['---\na: b : c\n---\nx', { kind: 'illisible', ligne: 2 }],
  ['---\na: *b\n---\nx', { kind: 'illisible', ligne: null }],
  ['---\na: **b** c\n---\nx', { kind: 'illisible', ligne: 2 }],
  ['---\na: b\na: c\n---\nx', { kind: 'illisible', ligne: 3 }],
])('%j has none', (contenu, attendu) => {
  expect(lireEntete(contenu)).toEqual(attendu);
});
