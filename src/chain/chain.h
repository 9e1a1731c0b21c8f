/* What the chain stage reads, and the candidates for parents that it weighs. Indexes are places in the order of names. */
#ifndef ISNAD_CHAIN_CHAIN_H
#define ISNAD_CHAIN_CHAIN_H

#include "base/map.h"
#include "chain/owners.h"
#include "isnad/reuse.h"
#include "isnad/store.h"

/* So many places are kept at which a report says that it was told. */
enum { CHAIN_MOST_TOLD = 4 };

/* What the table of outlets says of one, as far as it tells who writes for whom. */
typedef enum chain_outlet {
  CHAIN_OUTLET_OTHER, /* not known, or one that may live on others: a site, a portal, an aggregator */
  CHAIN_OUTLET_AGENCY,
  CHAIN_OUTLET_NEWSROOM /* a newspaper, a channel: it buys from agencies, and names a rival from whom it takes */
} chain_outlet;

typedef struct chain_article {
  int64_t id, capture;
  isnad_slice name;
  isnad_slice outlet, outlet_name; /* id in the outlets' table, else empty; name */
  chain_outlet kind;               /* what the table says of it */
  isnad_slice story;
  isnad_interval when;                 /* its own, or what the story taught; {0,0}: unknown */
  isnad_interval captured;             /* when its page was, of an edition; {0,0}: unknown */
  bool listed;                         /* a bare headline */
  bool linked;                         /* one in a list on the page of another article: a link, no report */
  bool now;                            /* its edges are to be weighed */
  uint32_t lead_end;                   /* where the first line of the body ends */
  bool told;                           /* somebody told it, or its own people did */
  bool exclusive;                      /* its first words call it its own work */
  bool scanned;                        /* its words were looked through for both */
  isnad_span told_at[CHAIN_MOST_TOLD]; /* where they say so and no citation does */
  uint32_t told_count;
  uint32_t corrects; /* the earlier item of its outlet that it takes back, as its index + 1; 0: none */
} chain_article;

typedef struct chain_citation {
  uint32_t article;
  isnad_span span;
  isnad_slice source, name, rule, scope; /* source: id, or empty */
  isnad_slice role;                      /* what kind of source it is, as the citation has it; "speaker" of a statement */
  bool article_wide;
  bool platform;  /* anybody writes there */
  bool nameless;  /* a head noun whose name was not read */
  bool own;       /* the outlet's own people */
  bool carries;   /* it has its news from the medium that is cited next */
  bool relayed;   /* the medium that is cited before carries its news */
  bool addressed; /* without a name, and only spoken to */
  bool told;      /* it was told to the article's outlet, or to its people: "told X", "our reporter" */
  bool opens;     /* article-wide because it stands in the headline or the lead */
  bool agency;    /* an agency, named or not */
  bool generic;   /* nobody in particular */
} chain_citation;

typedef struct chain_passage {
  uint32_t a, b;
  isnad_slice spans;       /* as packed in the store */
  uint32_t matched, alike; /* words; of them spelled the same to the byte */
  double identity, a_in_b, b_in_a;
  bool headline; /* no more than a headline is shared */
  bool said;     /* only a speaker's words are */
  bool edition;  /* two captures of one page */
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
  chain_citation *statements; /* of articles in hand that share a speaker's words: whose they are and where; by article */
  size_t statement_count;
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

/* Why two texts that share words may both have them from a third that is not held. */
typedef enum chain_third {
  CHAIN_THIRD_NONE,
  CHAIN_THIRD_NAMED,     /* an agency that one of them, or a third copy, credits; "agencies" */
  CHAIN_THIRD_SPEAKER,   /* the words are somebody's statement */
  CHAIN_THIRD_NEWSROOMS, /* two newsrooms that live on agencies, and neither names the other */
  CHAIN_THIRD_TOLD       /* both were told, or saw it, and share no more than one statement explains */
} chain_third;

/* One possible parent of one child: an article, a source that the child cites, or a third from whom the child and another may both have their words.
 */
typedef struct chain_candidate {
  uint32_t child, parent;         /* parent CHAIN_NO_ARTICLE: it is not held */
  const chain_passage *passage;   /* NULL: nothing is shared */
  const chain_citation *citation; /* NULL: nothing is declared; of a third: who names it, perhaps not the child */
  bool directed;
  chain_credit credit;
  const chain_citation *instead; /* of a credit that goes to others: the widest of them */
  chain_third third;             /* of a copy: its words may be a third's; of a third itself: why */
  bool is_third;                 /* inferred, not declared by the child */
  bool doubted;                  /* a credit that the text contradicts */
  bool dropped;                  /* another one stands for it */
  bool elder;                    /* a third from whom the child printed first what a later report credits */
  bool signed_own;               /* of such a one: the child has its own name on the text */
  const chain_citation *common;  /* of a copy: the third, when it is named */
  double strength;
  double share; /* how much of the child it is about, 0-1 */
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
isnad_status chain_load(chain_input *out, isnad_arena *arena, isnad_store *store, const chain_owners *owners, isnad_err *err);

/* Fills in->stories. */
isnad_status chain_index_stories(chain_input *in, isnad_arena *arena, isnad_err *err);

/* All candidates for the parents of articles that are to be weighed, by child; within a child the strongest first. */
isnad_status chain_find(chain_candidates *out, isnad_arena *arena, const chain_input *in, isnad_err *err);

/* Finds thirds: for each copy of `list` (by child) whether both may have it from one, and adds those that the child does not cite itself. */
bool chain_find_thirds(chain_candidates *list, isnad_arena *arena, const chain_input *in);

/* Adds the third of whoever printed words first that a later report credits to an agency: the elder has most of its text from there, too. Before the
 * thirds of copies are found. */
bool chain_find_elders(chain_candidates *list, isnad_arena *arena, const chain_input *in);

/* Marks what was told to an article's own outlet. */
void chain_mark_told(chain_input *in);

/* Whether the words of the passage were told to this one of its two articles, as the words say themselves. */
bool chain_was_told(const chain_input *in, const chain_passage *p, uint32_t article);

/* The outlet has put its name on the text, as its dateline or its credit. */
bool chain_signs_itself(const chain_input *in, uint32_t article);

/* Marks the credits of the candidates of one child that its text, or the text that it copied, contradicts. */
void chain_doubt_credits(chain_candidate *items, size_t count, const chain_input *in);

/* Finds the items of an outlet that take back an earlier one of its own: they share its text, and say so. */
isnad_status chain_find_corrections(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err);

bool chain_add_candidate(chain_candidates *list, isnad_arena *arena, const chain_candidate *c);
bool chain_same_outlet(const chain_article *a, const chain_article *b);
bool chain_names_outlet(const chain_citation *c, const chain_article *a);
bool chain_same_source(const chain_citation *a, const chain_citation *b);

/* Whether a candidate stands for the third from whom the child and the other end of `copy` may have their words: the child cites it, its own report
 * is held and shares words too, or it was inferred for another copy. */
bool chain_stands_for(const chain_candidate *c, const chain_candidate *copy, const chain_input *in);

/* Whether the article cites that source. */
bool chain_cites(const chain_input *in, uint32_t article, const chain_citation *source);

/* The rows of one article in citations or statements, by binary search. */
void chain_rows_of(size_t *first, size_t *last, const chain_citation *rows, size_t count, uint32_t article);

/* Gives weights to the candidates [first, last) of one child; 0 drops one. */
void chain_weigh(chain_candidate *first, size_t count, const chain_input *in);

/* Counts the independent origins of the stories of chain_todo, and of all that have their text from there, from the edges as they are written, and
 * writes them to the stories' rows. See docs/ORIGINS.md. */
isnad_status chain_count_stories(isnad_store *store, isnad_err *err);

#endif
