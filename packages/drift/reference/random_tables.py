"""Prints numbers of the seeded generator, written again with Python's whole numbers, as TypeScript.

    python random_tables.py > ../src/testing/random-tables.ts
    npx prettier --write ../src/testing

Python 3 alone. xoshiro128** from the state 1, 2, 3, 4 is checked here against the outputs that the generator's authors'
C program gives, as the tests of the Rust crate rand_xoshiro print them.
"""
MASK = 2**32 - 1


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & MASK


def xoshiro(state):
    s = list(state)
    while True:
        yield (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)


def fmix32(h):
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & MASK
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & MASK
    return h ^ (h >> 16)


def seeded(seed):
    return xoshiro([fmix32((seed + k * 0x9E3779B9) & MASK) for k in (1, 2, 3, 4)])


def uniform(stream):
    a = next(stream) >> 5
    b = next(stream) >> 6
    return (a * 2**26 + b) / 2**53


PUBLISHED = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]
stream = xoshiro([1, 2, 3, 4])
assert [next(stream) for _ in range(10)] == PUBLISHED

print("// Printed by reference/random_tables.py.")
print("\n/** xoshiro128** from the state 1, 2, 3, 4: published outputs (rand_xoshiro, from the authors' C program). */")
print(f"export const xoshiroFrom1234 = {PUBLISHED};")
print("\n/** seed, first three whole numbers, the next uniform double. */")
print("export const seededStreams = [")
for seed in (0, 1, 42, 2**31, 2**32 - 1):
    stream = seeded(seed)
    print(f"  [{seed}, {next(stream)}, {next(stream)}, {next(stream)}, {uniform(stream)!r}],")
print("] as const;")
print("\n/** 0 … 9 in the order that seed 7 gives by Fisher-Yates from the front. */")
stream = seeded(7)
order = list(range(10))
for i in range(9):
    j = i + int(uniform(stream) * (10 - i))
    order[i], order[j] = order[j], order[i]
print(f"export const shuffledBySeed7 = {order};")
