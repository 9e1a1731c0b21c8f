/* What the chain stage reads, and the candidates for parents that it weighs. Indexes are places in the order of names. */
#ifndef ISNAD_CHAIN_CHAIN_H
#define ISNAD_CHAIN_CHAIN_H

#include "base/map.h"
#include "isnad/reuse.h"
#include "isnad/store.h"

typedef struct chain_article {
  int64_t id, capture;
  isnad_slice outlet, outlet_name; /* id in the outlets' table, else empty; name */
  isnad_slice story;
  isnad_interval when; /* its own, or what the story taught; {0,0}: unknown */
  bool listed;         /* a headline in a list */
  bool now;            /* its edges are to be weighed */
} chain_article;

typedef struct chain_citation {
  uint32_t article;
  isnad_span span;
  isnad_slice source, name, rule, scope; /* source: id, or empty */
  bool article_wide;
} chain_citation;

typedef struct chain_passage {
  uint32_t a, b;
  isnad_slice spans;       /* as packed in the store */
  uint32_t matched, alike; /* words; of them spelled the same to the byte */
  double identity, a_in_b, b_in_a;
} chain_passage;

/* Articles by story, then by index; and where the story of each article begins and ends in that order (an empty range: it is in none). */
typedef struct chain_stories {
  uint32_t *order;
  size_t *begin, *end; /* by article */
} chain_stories;

typedef struct chain_input {
  chain_article *articles;
  size_t count;
  chain_citation *citations; /* by article */
  size_t citation_count;
  chain_passage *passages;
  size_t passage_count;
  map by_id; /* row id -> index + 1 */
  chain_stories stories;
} chain_input;

#define CHAIN_NO_ARTICLE UINT32_MAX

/* Whether a child that copied a text says so. */
typedef enum chain_credit {
  CHAIN_CREDIT_GIVEN, /* it cites the parent, or a source that the parent cites too; or it copied little */
  CHAIN_CREDIT_OTHER, /* it cites others, and not whom it copied */
  CHAIN_CREDIT_NONE   /* it cites no medium at all */
} chain_credit;

/* One possible parent of one child. */
typedef struct chain_candidate {
  uint32_t child, parent;         /* parent CHAIN_NO_ARTICLE: the cited source is not held */
  const chain_passage *passage;   /* NULL: nothing is shared */
  const chain_citation *citation; /* NULL: nothing is declared */
  bool directed;
  chain_credit credit;
  const chain_citation *common; /* of the child: a source that the parent cites as well, so that both may have the text from it; NULL: none */
  double strength;
} chain_candidate;

typedef struct chain_candidates {
  chain_candidate *items;
  size_t count, room;
} chain_candidates;

/* What is to be weighed anew, in tables of the connection: chain_todo (all of it), chain_now (the part in hand), chain_context (what that part
 * depends on: itself, whoever shares a passage with it, its stories). */
isnad_status chain_todo_begin(isnad_store *store, const isnad_ids *touched, isnad_err *err);

/* Takes the next part of at most `most` articles in hand. ISNAD_END: there is none. */
isnad_status chain_todo_next(isnad_store *store, int64_t *last, size_t most, isnad_err *err);

isnad_status chain_todo_end(isnad_store *store, isnad_err *err);

/* The articles of chain_context with their citations, and the passages of chain_now. */
isnad_status chain_load(chain_input *out, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* Fills in->stories. */
isnad_status chain_index_stories(chain_input *in, isnad_arena *arena, isnad_err *err);

/* All candidates for the parents of articles that are to be weighed, by child; within a child the strongest first. */
isnad_status chain_find(chain_candidates *out, isnad_arena *arena, const chain_input *in, isnad_err *err);

/* Gives weights to the candidates [first, last) of one child; 0 drops one. */
void chain_weigh(chain_candidate *first, size_t count, const chain_input *in);

/* Counts the independent origins of the stories of chain_todo, and of all that have their text from there, from the edges as they are written, and
 * writes them to the stories' rows. See docs/ORIGINS.md. */
isnad_status chain_count_stories(isnad_store *store, isnad_err *err);

#endif
