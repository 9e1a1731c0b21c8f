/* From places in a decoded text back to the captured bytes: runs of text that map in one simple way, in order. */
#ifndef ISNAD_PAGE_ORIGINS_H
#define ISNAD_PAGE_ORIGINS_H

#include "isnad/base.h"

typedef enum origin_how {
  ORIGIN_COPY,   /* byte for byte */
  ORIGIN_POINT,  /* the whole run stands for one place */
  ORIGIN_SINGLE, /* one captured byte a character */
  ORIGIN_UTF16,  /* two captured bytes a character, four beyond the basic plane */
  ORIGIN_MULTI,  /* by iconv, character by character */
  ORIGIN_UNDONE  /* one character of the text before it was turned back, for each byte */
} origin_how;

typedef struct origin_run {
  uint32_t text, raw; /* where it begins in both */
  uint8_t how;        /* origin_how */
} origin_run;

typedef struct page_origins {
  isnad_slice text, raw;  /* what is mapped to what; `raw` is the captured bytes, or the text that `inner` maps on */
  const origin_run *runs; /* NULL: text is raw */
  size_t count;
  const char *iconv;                /* the encoding of ORIGIN_MULTI */
  const struct page_origins *inner; /* NULL: raw is captured */
} page_origins;

/* The captured byte at which the character (or part of one) at byte `offset` of the text begins; offset == text.length gives the end. O(log runs),
 * and a walk inside one run, of which none is longer than a kilobyte but for those that are copied. */
uint32_t page_origin(const page_origins *origins, uint32_t offset);

/* Runs that are being written. */
typedef struct origin_list {
  isnad_arena *arena;
  origin_run *runs;
  size_t count, room;
  bool failed;
} origin_list;

/* Begins a run. One of the same kind that goes on anyway (COPY at the same distance) is not begun again. */
void origin_add(origin_list *list, size_t text, size_t raw, origin_how how);

enum { ORIGIN_STEP = 512 }; /* decoders begin a run at least so often */

#endif
