import { afterEach, expect, it, vi } from 'vitest';
import { today } from './days.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['Asia/Shanghai', '2026-11-30T23:05:00Z', '2026-12-01'],
  ['Asia/Shanghai', '2026-12-31T15:59:00Z', '2026-12-31'],
  ['America/New_York', '2026-01-05T03:00:00Z', '2026-01-04'],
])('in %s at %s it is %s', (zone, now, day) => {
  vi.stubEnv('TZ', zone);
  expect(today(new Date(now))).toBe(day);
});
