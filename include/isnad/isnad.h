/* isnad/isnad.h - the whole flow. The umbrella header: every stage, and the two runs that most programs need: read captures into records, and add
 * them to a store.
 */
#ifndef ISNAD_ISNAD_H
#define ISNAD_ISNAD_H

#include "isnad/alert.h"
#include "isnad/arabic.h"
#include "isnad/article.h"
#include "isnad/base.h"
#include "isnad/capture.h"
#include "isnad/chain.h"
#include "isnad/claim.h"
#include "isnad/entity.h"
#include "isnad/feed.h"
#include "isnad/fetch.h"
#include "isnad/note.h"
#include "isnad/page.h"
#include "isnad/record.h"
#include "isnad/reuse.h"
#include "isnad/search.h"
#include "isnad/serve.h"
#include "isnad/stamp.h"
#include "isnad/store.h"
#include "isnad/story.h"
#include "isnad/view.h"
#include "isnad/warc.h"
#include "isnad/watch.h"

/* The version of the library, "major.minor.patch". */
ISNAD_API const char *isnad_version(void);

/* One capture after it was read, as a run hands it out, in the order of the input. */
typedef struct isnad_result {
  isnad_slice path; /* of the input, with its line for JSONL (0: a whole file) */
  size_t line;
  isnad_status status; /* not ISNAD_OK: `err` says why, and `prepared` is not filled */
  isnad_err err;
  isnad_record record;
  isnad_prepared prepared; /* json without the text when the run was asked to prepare for a store */
} isnad_result;

/* What an add makes of captures beyond their articles and the passages that these share: whoever needs less may leave it out. What is made is the
 * same with and without the rest. */
typedef enum isnad_made {
  ISNAD_MADE_RECORDS = 1,  /* the record as JSON */
  ISNAD_MADE_WORDS = 2,    /* the index of words that the search asks */
  ISNAD_MADE_CLAIMS = 4,   /* what figures and statements tell */
  ISNAD_MADE_ENTITIES = 8, /* people, places and bodies across articles */
  ISNAD_MADE_STORIES = 16, /* stories, and the chains that tell their origins */
  ISNAD_MADE_THREADS = 32  /* of stories */
} isnad_made;

/* How a run over captures works, and who takes what it reads. */
typedef struct isnad_run {
  unsigned threads; /* 0: as many as there are processors */
  size_t largest;   /* bytes of one page; 0: 64 MiB */
  unsigned without; /* what an add leaves out: isnad_made bits */
  bool for_store;   /* prepare fingerprints and terms, keep the text out of the JSON */
  /* Takes one result, good or refused; serial, in order. The result lives until the call returns. False stops the run. */
  bool (*take)(void *context, const isnad_result *result);
  /* Told now and then how far the input is, in bytes; may be NULL. */
  void (*progress)(void *context, uint64_t done, uint64_t total);
  void *context;
} isnad_run;

/* Reads every capture under `paths` ("-": standard input) and hands the results to run->take. A bad capture is a result like any other and stops
 * nothing. Memory is bounded by threads and the largest page. Returns ISNAD_OK, ISNAD_CANCELLED (take stopped it), ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_read_all(const char *const *paths, size_t count, const isnad_run *run, isnad_err *err);

/* Reads one unit of input as isnad_read_all does, for whoever brings pages one by one; `for_store` prepares it for isnad_store_put, after which
 * isnad_weave takes it in. Everything lies in the arena or in the input. A page that cannot be read is told in out->status and out->err. */
ISNAD_API void isnad_read_one(isnad_result *out, isnad_arena *arena, const isnad_input *input, bool for_store);

/* What an add did. */
typedef struct isnad_added {
  uint64_t fresh;   /* captures that were new */
  uint64_t known;   /* captures that the store held already */
  uint64_t refused; /* inputs that could not be read; `isnad doctor` tells why */
} isnad_added;

/* Reads every capture under `paths` into the store, then weaves. Captures are put in batches, each one transaction: whatever was committed stays
 * after a crash, and the next weave takes in what this one could not. run->take and run->for_store are not used; run->progress is, and
 * `refused` (may be NULL) is told of each refused input. Returns ISNAD_OK, and what isnad_read_all, the store and isnad_weave return. */
ISNAD_API isnad_status isnad_add(isnad_added *out, isnad_store *store, const char *const *paths, size_t count, const isnad_run *run,
                                 void (*refused)(void *context, const isnad_result *result), isnad_err *err);

/* Lets the stages across articles take in the articles they have not seen: names, shared
 * passages, stories, threads, chains. What they find is a function of the
 * set of captures, whatever the order or the batches in which they came. `without`: isnad_made bits. One transaction. Returns ISNAD_OK,
 * ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_weave(isnad_store *store, unsigned threads, unsigned without, isnad_err *err);

/* isnad_watch_run with the pipeline of isnad_read_one, isnad_weave and isnad_alert_run. Returns what that returns. */
ISNAD_API isnad_status isnad_watch(isnad_watch_counts *out, isnad_store *store, const isnad_watch_options *options, isnad_err *err);

#endif
