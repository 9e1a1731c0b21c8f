/* The sorted runs of an inverted index: read page by page with a cursor, written one entry behind another. */
#ifndef ISNAD_STORE_SEGMENT_RUNS_H
#define ISNAD_STORE_SEGMENT_RUNS_H

#include "store/segments.h"

enum { PAGE_ENTRIES = 1024, MOST_RUNS = 64, WORST_ENTRY = 20 /* bytes */ };

typedef struct run_cursor {
  isnad_store *store;
  int64_t run, page, first; /* the page in hand */
  size_t count, at;         /* its entries; the next one */
  bool ended;
  segment_entry entries[PAGE_ENTRIES];
} run_cursor;

/* At the first page of a run; at the one behind the page in hand. */
isnad_status run_open(run_cursor *c, isnad_store *store, int64_t run, isnad_err *err);
isnad_status run_next_page(run_cursor *c, isnad_err *err);

/* The last page that begins before `key`: the key's entries begin in it or right after it. */
isnad_status run_seek(run_cursor *c, uint64_t key, isnad_err *err);

typedef struct run_writer {
  isnad_store *store;
  int64_t run;
  size_t count;
  segment_entry entries[PAGE_ENTRIES];
  uint8_t bytes[PAGE_ENTRIES * WORST_ENTRY];
} run_writer;

/* A new run of an index, which will have so many entries. */
isnad_status run_begin(int64_t *run, isnad_store *store, const char *kind, int64_t entries, isnad_err *err);

/* The next entry; what is left of the last page. */
isnad_status run_write(run_writer *w, segment_entry entry, isnad_err *err);
isnad_status run_flush(run_writer *w, isnad_err *err);

isnad_status run_drop(isnad_store *store, int64_t run, isnad_err *err);

typedef struct run_size {
  int64_t run, entries;
} run_size;

/* The runs of an index, the smallest first. */
isnad_status runs_list(run_size runs[MOST_RUNS], size_t *count, isnad_store *store, const char *kind, isnad_err *err);

#endif
