/* Hashes: XXH3 for tables and ids, SHA-256 for the identity of captured bytes. */
#ifndef ISNAD_BASE_HASH_H
#define ISNAD_BASE_HASH_H

#include "isnad/base.h"

uint64_t hash64(isnad_slice bytes);
uint64_t hash64_seeded(isnad_slice bytes, uint64_t seed);

/* SHA-256 (FIPS 180-4) of the parts one after another. False when the crypto library refuses. */
bool hash_sha256(uint8_t out[32], const isnad_slice *parts, size_t count);

/* `count` bytes as 2 * count lower-case hexadecimal digits and a NUL. */
void hash_hex(char *out, const uint8_t *bytes, size_t count);

#endif
