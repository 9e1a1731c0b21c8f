/* isnad/store.h - one SQLite file that holds records, and what the stages across articles found.
 *
 * One writer, many readers (WAL). A batch is one transaction: after a kill -9 or a power cut it is there whole or not at all. Adding the same
 * capture twice changes nothing. A file written by a newer schema is refused. One thread uses a handle at a time; each thread may have its own.
 * The tables and views are documented in docs/STORE.md.
 */
#ifndef ISNAD_STORE_H
#define ISNAD_STORE_H

#include "isnad/record.h"

enum { ISNAD_STORE_SCHEMA = 1 };

typedef struct isnad_store isnad_store;

/* What is asked of a store: to read it, to add to it, or to be there for one run only; isnad_store_open says more. */
typedef enum isnad_store_mode { ISNAD_STORE_READ, ISNAD_STORE_WRITE, ISNAD_STORE_PASSING } isnad_store_mode;

/* Opens (WRITE: also creates) the store at `path`. The caller closes it. READ changes nothing, not even in a folder that can be written, and works
 * on a file and folder that cannot. A file that is not a store is left as it was. Waits up to five seconds for another writer.
 * PASSING is a store of this handle alone, for who wants the answers and no store: what outgrows 64 MB of memory lies in a file without a name in
 * $TMPDIR; `path` is not used, nothing outlives the handle, and after an error or a rollback nothing in it can be relied upon.
 * Returns ISNAD_OK, ISNAD_NOT_FOUND (READ of a file that is not there), ISNAD_STORE (not a store, or damaged), ISNAD_NEWER_SCHEMA, ISNAD_BUSY,
 * ISNAD_IO, ISNAD_BAD_ARGUMENT (no path), ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_store_open(isnad_store **out, const char *path, isnad_store_mode mode, isnad_err *err);

/* Drops a batch that was not committed, and closes. NULL is allowed. */
ISNAD_API void isnad_store_close(isnad_store *store);

/* Begins, ends and drops a batch. Returns ISNAD_OK, ISNAD_BUSY, ISNAD_STORE, ISNAD_IO (disk full: the batch is rolled back), ISNAD_BAD_ARGUMENT
 * (a second begin, a commit without a batch, a store opened for reading). Dropping a batch that is not open does nothing. */
ISNAD_API isnad_status isnad_store_begin(isnad_store *store, isnad_err *err);
ISNAD_API isnad_status isnad_store_commit(isnad_store *store, isnad_err *err);
ISNAD_API void isnad_store_rollback(isnad_store *store);

/* What one figure of an article counts, as isnad_claim_prepare read it from the words around it. Empty: not told. */
typedef struct isnad_prepared_figure {
  isnad_slice measure;        /* "count", "percent", a dimension or a currency */
  isnad_slice thing, state;   /* keys of claim_words.tsv; a thing that is not listed is its stem behind "~" */
  isnad_slice scope;          /* "part", "more", "rate", "ever", "total" ... */
  isnad_slice place;          /* id of the place it is told of */
  isnad_slice holder;         /* name of who has it: a party its seats */
  isnad_interval when;        /* the time it is told of */
  isnad_slice claimant, name; /* id and name of who states it */
  bool anonymous;             /* he is not named */
  bool rises;                 /* the text says that it replaces an earlier figure */
  double factor;              /* to the base unit of the measure */
  isnad_span clause;          /* the words around it */
  isnad_slice terms;          /* their content, packed */
} isnad_prepared_figure;

/* The content of one statement, packed, and whether it denies something. */
typedef struct isnad_prepared_quote {
  isnad_slice terms;
  bool denies;
} isnad_prepared_quote;

/* Something an article tells of a name or an event: the place where it lies or happened, the day, the office that he holds, who holds an office. */
typedef struct isnad_prepared_told {
  const char *kind; /* "place", "office", "date", "name", "minute"; "none": nobody was hurt (subject: the state, value: who says so) */
  isnad_span span;
  isnad_slice subject, subject_name, value, value_name;
  isnad_slice terms; /* of the words around it, packed */
} isnad_prepared_told;

/* The words of one article as terms, packed (docs/STORE.md). */
enum { ISNAD_PREPARED_COLUMNS = 7 };
typedef struct isnad_prepared_search {
  isnad_slice columns[ISNAD_PREPARED_COLUMNS]; /* title, body, byline, outlet, source, who, place */
  isnad_slice stems;                           /* of headline and body, each once, with their hashes */
} isnad_prepared_search;

/* What a worker prepares from a record, so that the writer has only to write. */
typedef struct isnad_prepared_article {
  isnad_slice prints;                   /* packed by isnad_reuse_prints */
  isnad_slice terms;                    /* packed by isnad_story_terms */
  const isnad_prepared_figure *figures; /* by isnad_claim_prepare: as many as the article's figures and quotes; NULL: none */
  const isnad_prepared_quote *quotes;
  const isnad_prepared_told *told;
  size_t told_count;
  const isnad_prepared_search *search; /* by isnad_search_prepare; NULL: not to be found by its words */
} isnad_prepared_article;

typedef struct isnad_prepared {
  const isnad_record *record;
  isnad_slice json; /* the record without its page text */
  size_t text_at;   /* offset in json at which the key "text" with the page's text belongs; 0: the record does not carry the text */
  const isnad_prepared_article *articles; /* as many as the record's articles; NULL: none is prepared for the stages across articles */
} isnad_prepared;

/* Puts one record into the current batch. `*fresh` tells whether it was new: a capture of the same uri and bytes is stored once.
 * Returns ISNAD_OK; ISNAD_BAD_INPUT (two captures claim one article id: the record is left out, the batch goes on); ISNAD_BAD_ARGUMENT (no batch is
 * open); ISNAD_IO, ISNAD_BUSY, ISNAD_STORE, ISNAD_NO_MEMORY, after which the batch can only be rolled back. */
ISNAD_API isnad_status isnad_store_put(isnad_store *store, bool *fresh, const isnad_prepared *prepared, isnad_err *err);

/* Notes in the current batch that an input (its line from 1; 0: a whole file) could not be read, and why; the same refusal is noted once.
 * Returns what isnad_store_put returns. */
ISNAD_API isnad_status isnad_store_refuse(isnad_store *store, isnad_slice input, size_t line, const isnad_err *why, isnad_err *err);

/* What the store holds. */
typedef struct isnad_store_counts {
  uint64_t captures, articles, citations, names, refusals;
  uint64_t passages, stories, edges; /* of the stages across articles */
  uint64_t dated, outlets;           /* articles whose date is known, from the page or from the story; different outlets */
  uint64_t unwoven;                  /* articles that the stages across articles have not taken in yet */
} isnad_store_counts;

/* Returns ISNAD_OK or ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_store_count(isnad_store_counts *out, isnad_store *store, isnad_err *err);

/* The first and the most asked for of these, without a walk through all of them. The same statuses. */
ISNAD_API isnad_status isnad_store_size(uint64_t *captures, uint64_t *stories, isnad_store *store, isnad_err *err);

/* Hands every record to `take` as the line of JSON that `isnad read` printed for it, but for the days that stories taught its articles (basis
 * "story"), ordered by the capture's name, then by its key. A line lives until the call returns. Returns ISNAD_OK, ISNAD_CANCELLED (take returned
 * false), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_store_records(isnad_store *store, bool (*take)(void *context, isnad_slice line), void *context, isnad_err *err);

#endif
