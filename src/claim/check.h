/* What the parts of a check share: the sentence as it is asked, the pages that may tell it, and the answers (docs/CLAIMS.md, Looking a sentence up).
 */
#ifndef ISNAD_CLAIM_CHECK_H
#define ISNAD_CLAIM_CHECK_H

#include "base/map.h"
#include "claim/build.h"
#include "store/articles.h"
#include "store/mentions.h"
#include "store/sql.h"

enum { CHECK_MOST_WORDS = 96, CHECK_MOST_NAMES = 32, CHECK_MOST_IDS = 12, CHECK_MOST_DAYS = 8, CHECK_WORD_TERMS = 4 };

/* The words of data/ar/check_words.tsv: stem -> a bit for each row that has it. */
typedef struct check_table {
  map one, other;
} check_table;

/* A word of the sentence that says what it is about. */
typedef struct check_word {
  size_t first, last; /* tokens */
  uint32_t terms[CHECK_WORD_TERMS];
  size_t term_count;
  uint64_t stem, root;
  isnad_slice form; /* folded */
  unsigned weight;
} check_word;

/* A name of the sentence, or the adjective of a country. */
typedef struct check_name {
  isnad_name_type type;
  size_t first, last; /* tokens */
  isnad_slice words, canonical;
  isnad_slice ids[CHECK_MOST_IDS]; /* whom it may mean: its own id, those who held its office */
  size_t id_count;
  const char *country; /* of a country, a capital, an adjective: the code; else NULL */
  bool adjective;
} check_name;

/* A day that the sentence names by its number and month. */
typedef struct check_day {
  size_t first, last; /* tokens */
  unsigned day, month;
} check_day;

/* The sentence. */
typedef struct check_ask {
  isnad_page page;
  isnad_article article; /* its notes */
  isnad_prepared_article prepared;
  const isnad_tokens *tokens;
  check_word words[CHECK_MOST_WORDS];
  size_t word_count;
  check_name names[CHECK_MOST_NAMES];
  size_t name_count;
  check_day days[CHECK_MOST_DAYS];
  size_t day_count;
  bool *silent; /* tokens that say nothing of the matter: names, verbs of speech, figures, days */
} check_ask;

/* A sentence of a page. */
typedef struct check_sentence {
  size_t first, last; /* tokens */
  isnad_span span;
  claim_content content;
} check_sentence;

/* A number that a page tells. */
typedef struct check_number {
  isnad_span span;
  isnad_slice measure;
  double low, high;
} check_number;

/* An article that may tell what is asked. */
typedef struct check_page {
  store_article article;
  isnad_slice text;
  isnad_tokens tokens;
  uint64_t *stems, *roots; /* of each token; 0: no word */
  check_sentence *sentences;
  size_t sentence_count;
  store_mention *names;
  size_t name_count;
  check_number *numbers;
  size_t number_count;
  double fit;  /* of its best sentence, 0 to 1 */
  size_t best; /* that sentence */
} check_page;

/* A story that may tell it. */
typedef struct check_story {
  isnad_slice id;
  double fit;
  isnad_claims claims;
} check_story;

typedef struct check_looking {
  isnad_arena *arena, *scratch; /* scratch: reset by whoever uses it */
  isnad_store *store;
  check_ask ask;
  check_table table;
  check_page **pages; /* the best first */
  size_t page_count, page_room;
  check_story *stories; /* the best first */
  size_t story_count;
  bool *answered; /* the figures of the sentence of which something is told */
  isnad_claim_answers *out;
  isnad_err *err;
} check_looking;

/* The tokens of the sentence that are asked for: all, or those of a statement, with the verb that reports it. */
typedef struct check_range {
  size_t first, last, verb; /* verb: SIZE_MAX: none */
} check_range;

/* Where a page tells something: tokens [first, last), which lie in its sentences [from, to). */
typedef struct check_scene {
  const check_page *page;
  size_t first, last, from, to;
  bool statement; /* what somebody says, reported by the token `verb`; SIZE_MAX: none */
  size_t verb;
  claim_content content; /* of a statement: of its own words */
  bool brief;            /* little is asked of it: what it names stands in its own sentence */
  bool alone;            /* its numbers are its own: those of sentences beside it are none */
} check_scene;

/* How far a scene tells what is asked. */
typedef struct check_reading {
  double matter;          /* how much of the words it has, by weight */
  double inside;          /* the same without what stands in other sentences */
  size_t names, met, own; /* how many are asked for, how many the scene or what stands beside it names, and how many its own sentence */
  isnad_slice missing;    /* the first name, nation or day that it has not */
  bool others_met;        /* all names but the one in the place of which another is told */
  isnad_slice doubt;      /* the name of which it is doubtful */
  bool doubtful;          /* it names others before, or does not tell who won */
  isnad_claim_point point;
  isnad_slice instead; /* what the scene has in its place */
  bool opposite;
  double fit; /* of names and words together */
} check_reading;

/* --- the sentence (check_ask.c) --- */

isnad_status check_ask_read(check_ask *out, isnad_arena *arena, const check_table *table, isnad_slice text, isnad_err *err);

/* A day by number and month that begins at a token; how many tokens it takes, 0: none. */
size_t check_day_at(unsigned *day, unsigned *month, const isnad_tokens *tokens, size_t at);

/* The words of the range that the scene and what stands beside it have not, a dozen at most. */
isnad_slice check_words_missing(check_looking *l, check_range asked, const check_scene *scene);

/* --- where to look (check_stories.c, check_page.c) --- */

/* Fills pages and stories with those that have the rarest names and words of the sentence. */
isnad_status check_find(check_looking *l);

/* The page of an article, read once. */
isnad_status check_page_of(check_page **out, check_looking *l, int64_t article);

/* The sentence of a page as a scene, and the words of a mention; `to` == `from`: the page has no such words. */
check_scene check_scene_at(const check_page *page, size_t sentence);
check_scene check_scene_of(const check_page *page, isnad_span words);

/* The same of a statement, which says what its own words say. False when the arena refuses. */
bool check_scene_of_words(check_scene *out, check_looking *l, const check_page *page, isnad_span words);

/* Whether the scene, or what stands beside it, tells the number of the figure. */
bool check_tells_number(const check_scene *scene, const claim_figure *asked, double factor);

/* --- how far a scene tells it (check_read.c, check_names.c, check_pairs.c, check_polarity.c) --- */

void check_read(check_reading *out, check_looking *l, check_range asked, const check_scene *scene);

/* How much of the range's words the scene has, by weight; those of sentences beside it, and where the report opens, count for `beside` of theirs. */
double check_share(const check_ask *ask, check_range asked, const check_scene *scene, double beside);

/* Whether the word stands among tokens [first, last) of the page, by its stem or its root. */
bool check_word_in(const check_word *w, const check_page *page, size_t first, size_t last);

/* Whether the scene, or what stands beside it, names it; whether a mention of the page is it. */
bool check_names(const check_ask *ask, const check_name *n, const check_scene *scene);
bool check_is_name(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m);

/* Whether one sentence of the page names it. */
bool check_named_in(const check_ask *ask, const check_name *n, const check_page *page, size_t sentence);

/* The mention of a page that begins at a token; NULL. */
const store_mention *check_mention_at(const check_page *page, size_t token);

/* What the scene tells in the place of something asked - another doer, nation, number, place, day -, and of which name. NONE: nothing. */
isnad_claim_point check_instead(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked, const check_scene *scene);

/* Whether the scene does not bear out who does it: it names another person first, or the report does not tell who won. */
bool check_is_doubtful(isnad_slice *words, const check_looking *l, check_range asked, const check_scene *scene);

/* Whether the scene says the opposite: one denies, negates, or uses the opposite word. Unclear: a denial is asked for, and it says no without one. */
typedef enum check_polarity { CHECK_ALIKE, CHECK_UNCLEAR, CHECK_OPPOSITE } check_polarity;
check_polarity check_opposes(check_looking *l, check_range asked, const check_scene *scene);

isnad_status check_words_read(check_table *out, isnad_arena *arena, isnad_err *err);

/* Whether tokens [first, last) deny something, in a clause that describes nobody. */
bool check_denies(const check_table *table, const isnad_tokens *tokens, size_t first, size_t last);

/* The stem of a word, by which the table is asked; 0: it is no word. */
uint64_t check_stem(const isnad_tokens *tokens, size_t at);

/* Whether it is done by two to one another; whether it is a word of winners (1) or of losers (2), else 0. */
/* Whether a word among the tokens calls something false: rumours, lies. */
bool check_calls_untrue(const check_table *table, const isnad_tokens *tokens, size_t first, size_t last);

bool check_is_mutual(const check_table *table, uint64_t stem);
bool check_is_preposition(const check_table *table, uint64_t stem);
bool check_is_auxiliary(const check_table *table, uint64_t stem);
int check_wins(const check_table *table, uint64_t stem);

/* --- the judgement (check_judge.c, check_value.c) --- */

typedef enum check_value { CHECK_OTHER, CHECK_BOUND, CHECK_EQUAL } check_value;

/* A figure of the sentence as one of the store's. */
claim_figure check_asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p);

/* The best that a version of a figure claim says, and which version that is; `factor`: of the asked unit to the base unit. */
check_value check_value_in(const claim_figure *asked, const isnad_claim *c, double factor, size_t *version);

/* Hold the claims of the stories, and the sentences of their reports, against the sentence, and add what answers. */
isnad_status check_judge_figures(check_looking *l);
isnad_status check_judge_statements(check_looking *l);
isnad_status check_judge_told(check_looking *l);
isnad_status check_judge_pages(check_looking *l);

/* --- the answers (check_answers.c) --- */

/* Adds an answer; of a claim that answers already the better stays. */
isnad_status check_add(check_looking *l, const isnad_claim_answer *answer);
isnad_status check_add_unanswered(check_looking *l, isnad_slice words);

/* The best first; what one claimant says in several stories as one; nothing that fits far less; the stories nearby when nothing answers. */
isnad_status check_settle(check_looking *l);

#endif
