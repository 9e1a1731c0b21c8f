/* isnad/search.h - asking a store: a query as people type it in, reports by relevance out, copies of one text under one hit.
 *
 * The query language, in Arabic and English (docs/SEARCH.md tells it in full):
 *   words             every form of each word must be there: articles, prepositions, plurals, possessives, hamza and marks do not matter
 *   "words", «words»  these words in this order as they are written (folded; the first may bear wa, fa, ba, kaf or lam)
 *   a OR b            either (also the Arabic word); binds closer than the space between words
 *   -a                not this word, phrase or field
 *   abc*              words that begin so, as they are written
 *   field:a           title by outlet source who where, or their Arabic names (data/ar/search_words.tsv)
 *   since:D until:D   also their Arabic names; D is 2018, 2018-03, 2018-03-05 or a written time ("March 2018", "the last week" in quotes)
 *   on:D              the same for one period; a bare ISO date or a relative time ("yesterday", "the last week") among the words means this
 * A Latin word that the texts do not hold is taken for a transliteration.
 */
#ifndef ISNAD_SEARCH_H
#define ISNAD_SEARCH_H

#include "isnad/store.h"

/* --- the index --- */

/* The words of an article as terms, for isnad_store_put: its worker's share of the work. Linear in the article.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_search_prepare(isnad_prepared_article *out, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                            isnad_err *err);

/* --- the query --- */

typedef enum isnad_search_field {
  ISNAD_FIELD_TEXT, /* no field: headline and body */
  ISNAD_FIELD_TITLE,
  ISNAD_FIELD_BY,
  ISNAD_FIELD_OUTLET,
  ISNAD_FIELD_SOURCE, /* cited sources and the stated origin */
  ISNAD_FIELD_WHO,    /* persons and bodies by any of their spellings; else by the words of their names */
  ISNAD_FIELD_WHERE   /* places likewise, and the countries that they lie in */
} isnad_search_field;

/* One thing asked for. Clauses that follow one another in one `group` are alternatives; every group must be met. */
typedef struct isnad_search_clause {
  isnad_search_field field;
  bool exact;    /* quoted: the words as they are written, in this order */
  bool prefix;   /* a star behind it: words that begin so */
  bool excluded; /* must not be met; alone in its group */
  uint32_t group;
  isnad_span span;   /* in the query, without the field and the marks around it */
  isnad_slice words; /* the bytes of that span */
} isnad_search_clause;

typedef struct isnad_search_query {
  isnad_slice text; /* borrowed */
  const isnad_search_clause *clauses;
  size_t count;
  bool dated;
  isnad_interval within; /* when dated: reports of this time only; an open side is INT64_MIN or INT64_MAX */
} isnad_search_query;

/* Limits of one query: bytes, and words and phrases in it. */
enum { ISNAD_SEARCH_LONGEST = 2000, ISNAD_SEARCH_MOST_WORDS = 32 };

/* Reads a query. Any bytes may come in; what is no UTF-8 is dropped. `now` (seconds since 1970) is the moment from which "yesterday" is told.
 * Returns ISNAD_OK; ISNAD_BAD_INPUT (nothing to look for, a field or OR with nothing beside it, a time that cannot be read, too long: err has one
 * line for the person who asked, in English, and the span in the query); ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_search_parse(isnad_search_query *out, isnad_arena *arena, isnad_slice text, int64_t now, isnad_err *err);

/* The English name of a field ("title"); "text" for none. */
ISNAD_API const char *isnad_search_field_name(isnad_search_field field);

/* --- the answer --- */

typedef enum isnad_search_order {
  ISNAD_SEARCH_RELEVANCE, /* BM25 over fields, raised by recency and by the independent origins of its story (docs/SEARCH.md) */
  ISNAD_SEARCH_NEWEST
} isnad_search_order;

typedef struct isnad_search_options {
  int64_t now;           /* seconds since 1970: from when relative dates are told; 0: the newest report of the store */
  isnad_interval within; /* reports of this time only, besides what the query says; {0, 0}: any; open sides as above */
  isnad_search_order order;
  size_t limit;       /* hits on a page; 0: 20; at most 200 */
  isnad_slice cursor; /* isnad_search_page.next of the page before, for the same query and options; empty: the first page */
  size_t excerpt;     /* bytes of one excerpt, about; 0: 280 */
} isnad_search_options;

/* A report, as hits and copies name it. Empty or {0, 0}: unknown. */
typedef struct isnad_search_report {
  isnad_slice id, label; /* article.name, which all other commands and routes take; the name used in exports */
  isnad_slice role;      /* "lead", "embedded", "headline" */
  isnad_slice headline;  /* the opening words when there is none */
  isnad_slice outlet, outlet_id, origin;
  isnad_interval published;
  isnad_slice basis; /* of that date; "story": told by the other reports */
  isnad_slice uri;
} isnad_search_report;

/* Words of the page with what was found in them. Marks are in order, do not overlap, lie inside `span` and begin and end on characters; they hold the
 * whole word as it is written, diacritics, article and clitics included. */
typedef struct isnad_search_excerpt {
  isnad_slice text; /* the captured text at `span` */
  isnad_span span;  /* in the page's text */
  const isnad_span *marks;
  size_t mark_count;
} isnad_search_excerpt;

typedef struct isnad_search_hit {
  isnad_search_report report; /* the best of the copies */
  double score;
  isnad_search_excerpt headline; /* {0, 0}: the report has none */
  const isnad_search_excerpt *excerpts;
  size_t excerpt_count; /* of the body, best first, at most two; none for a bare headline */
  isnad_slice story, story_title;
  uint32_t story_reports, certain, possible; /* of the story: reports, independent origins at least and at most */
  const isnad_search_report *copies; /* other reports whose text is the same or lies in it or around it, by time: every source stays visible */
  size_t copy_count;
} isnad_search_hit;

/* What else could have been meant. */
typedef struct isnad_search_suggestion {
  isnad_slice word;  /* of the query */
  isnad_slice other; /* a word that the store holds */
  isnad_slice query; /* the whole query with it in place */
  uint64_t reports;  /* that hold it */
  bool taken;        /* the search already took it for the word: a transliteration (putin) */
} isnad_search_suggestion;

/* Whom or what place a who: or where: was taken for: every report that names it, in whatever spelling. */
typedef struct isnad_search_bearer {
  isnad_slice words; /* of the query */
  isnad_slice id, name, type;
  uint64_t reports; /* that name it */
} isnad_search_bearer;

typedef struct isnad_search_page {
  isnad_search_query query; /* as understood */
  const isnad_search_bearer *bearers;
  size_t bearer_count;
  const isnad_search_hit *hits;
  size_t count;
  uint64_t total;   /* reports that match, copies counted each */
  isnad_slice next; /* cursor of the next page; empty: this is the last */
  const isnad_search_suggestion *suggestions;
  size_t suggestion_count; /* at most five; only for words that few reports hold */
} isnad_search_page;

/* What a store needs to be asked quickly: dates, lengths and origins of its reports in memory (24 bytes a report), read anew when the store has
 * changed. One thread uses it at a time; it uses the store's handle. */
typedef struct isnad_search isnad_search;

/* The caller closes it, before the store. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
ISNAD_API isnad_status isnad_search_open(isnad_search **out, isnad_store *store, isnad_err *err);

/* NULL is allowed. */
ISNAD_API void isnad_search_close(isnad_search *search);

/* Answers one query; results live in the arena. The same set of captures gives the same answer in whatever order it was added. Nothing found is
 * ISNAD_OK with no hits (and perhaps suggestions). `options` may be NULL. Returns what isnad_search_parse returns, ISNAD_BAD_ARGUMENT (a cursor that
 * was not made by this), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
ISNAD_API isnad_status isnad_search_run(isnad_search_page *out, isnad_arena *arena, isnad_search *search, isnad_slice query,
                                        const isnad_search_options *options, isnad_err *err);

#endif
