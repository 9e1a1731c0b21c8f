/* The stems of an article on their way from the worker that finds them to the writer that counts them: each with its hash, which the worker knows. */
#ifndef ISNAD_STORE_STEMS_H
#define ISNAD_STORE_STEMS_H

#include "base/buf.h"

#include <string.h>

typedef struct packed_stem {
  uint64_t hash;
  uint32_t length; /* of its bytes, which follow */
} packed_stem;

static inline void stems_put(buf *out, uint64_t hash, isnad_slice stem) {
  packed_stem head = {hash, (uint32_t)stem.length};
  char *at = buf_extend(out, sizeof head + stem.length);
  if (at == NULL) return;
  memcpy(at, &head, sizeof head);
  memcpy(at + sizeof head, stem.bytes, stem.length);
}

/* The stem at byte *at, which moves on; false at the end. */
static inline bool stems_next(uint64_t *hash, isnad_slice *stem, size_t *at, isnad_slice packed) {
  packed_stem head;
  if (packed.length - *at < sizeof head) return false;
  memcpy(&head, packed.bytes + *at, sizeof head);
  *hash = head.hash;
  *stem = (isnad_slice){packed.bytes + *at + sizeof head, head.length};
  *at += sizeof head + head.length;
  return true;
}

#endif
