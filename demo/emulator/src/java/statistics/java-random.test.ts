import { expect, it } from 'vitest';
import { JavaRandom } from './java-random.ts';

// Values: java.util.Random of OpenJDK 17.
it('draws what Java draws from the same seed', () => {
  const doubles = new JavaRandom(42);
  expect([doubles.double(), doubles.double()]).toEqual([0.7275636800328681, 0.6832234717598454]);
  const gaussians = new JavaRandom(100);
  const drawn = [gaussians.gaussian(), gaussians.gaussian(), gaussians.gaussian()];
  expect(drawn).toEqual([0.6246292191371761, -0.8581918080882499, 0.6762208162903859]);
  const integers = new JavaRandom(0);
  const bounds = [10, 831, 64, 2147483646, 1073741825, 1073741825];
  expect(bounds.map((bound) => integers.integer(bound))).toEqual([0, 235, 15, 1302116447, 663681053, 251269761]);
});
