/* Digests as web archives write them: "sha1:" and base32, or hexadecimal digits; sha256, sha512, md5 as well. */
#ifndef ISNAD_CAPTURE_DIGEST_H
#define ISNAD_CAPTURE_DIGEST_H

#include "isnad/warc.h"

#include <openssl/evp.h>

enum { DIGEST_MOST = 64, DIGEST_TEXT = 48 };

/* A digest that is to be compared with bytes that come piece by piece. */
typedef struct digest {
  EVP_MD_CTX *context;
  const EVP_MD *kind; /* NULL: nothing is to be checked */
  isnad_digest_check result;
  unsigned char wanted[DIGEST_MOST];
} digest;

/* Begins a check against a stated digest. False when the crypto library refuses. */
bool digest_begin(digest *d, isnad_slice stated);
void digest_add(digest *d, isnad_slice bytes);
isnad_digest_check digest_end(digest *d);
void digest_free(digest *d);

/* "sha1:" and 32 base32 digits of the bytes. False when the crypto library refuses. */
bool digest_sha1_text(char out[DIGEST_TEXT], const isnad_slice *parts, size_t count);

#endif
