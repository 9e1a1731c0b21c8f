/* What the parts of a check share: the sentence as it is asked, the pages that may tell it, and the answers (docs/CLAIMS.md, Looking a sentence up).
 */
#ifndef ISNAD_CLAIM_CHECK_H
#define ISNAD_CLAIM_CHECK_H

#include "claim/build.h"
#include "claim/check/check_words.h"
#include "store/articles.h"
#include "store/mentions.h"
#include "store/sql.h"

enum { CHECK_MOST_WORDS = 64, CHECK_MOST_NAMES = 32, CHECK_MOST_IDS = 12, CHECK_MOST_DAYS = 8, CHECK_MOST_STATES = 4, CHECK_WORD_TERMS = 4 };

/* A word of the sentence that says what it is about. */
typedef struct check_word {
  size_t first, last; /* tokens */
  uint32_t terms[CHECK_WORD_TERMS];
  size_t term_count;
  uint64_t stem, root, same; /* same: the rows of wordings that have it */
  isnad_slice form;          /* folded */
  unsigned weight;
  unsigned place; /* among the words of the sentence */
} check_word;

/* A name of the sentence, or the adjective of a country. */
typedef struct check_name {
  isnad_name_type type;
  size_t first, last; /* tokens */
  isnad_slice words, canonical;
  isnad_slice ids[CHECK_MOST_IDS]; /* whom it may mean: its own id, those who held its office */
  size_t id_count;
  const char *country;    /* of a country, a capital, an adjective: the code; else NULL */
  bool adjective, office; /* office: only by it he is named */
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
  check_name states[CHECK_MOST_STATES]; /* countries in the office of a named person: "the prime minister of X Y" */
  size_t state_count;
  check_day days[CHECK_MOST_DAYS];
  size_t day_count;
  bool *silent; /* tokens that say nothing of the matter: names, verbs of speech, figures, days */
  bool *denied; /* by figure: the sentence says that the number is false */
} check_ask;

/* A sentence of a page. */
typedef struct check_sentence {
  size_t first, last; /* tokens */
  isnad_span span;
  claim_content content;
} check_sentence;

/* A number that a page tells. */
typedef struct check_number {
  isnad_span span, clause;
  isnad_slice measure, thing, state, scope, qualifier;
  isnad_slice claimant, claimant_id; /* who states it; empty: nobody is named */
  double low, high;                  /* in the base unit */
  bool denied;                       /* told to be false */
} check_number;

/* A statement that a page tells. */
typedef struct check_quote {
  isnad_span span, verb; /* verb: {0,0}: none */
  isnad_slice speaker, entity;
  bool anonymous;
} check_quote;

/* An article that may tell what is asked. */
typedef struct check_page {
  store_article article;
  isnad_slice text;
  isnad_tokens tokens;
  uint64_t *stems, *roots, *same; /* of each token; 0: no word; same: the rows of wordings that have it */
  uint64_t *asked;                /* of each token: a bit for each word of the sentence that it is */
  check_sentence *sentences;
  size_t sentence_count;
  store_mention *names;
  size_t name_count;
  check_number *numbers;
  size_t number_count;
  check_quote *quotes;
  size_t quote_count;
  double fit; /* of its best sentence, 0 to 1 */
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
  isnad_claim_answers *out;
  isnad_err *err;
} check_looking;

/* A sentence of a page that may tell what is asked: tokens [first, last). */
typedef struct check_scene {
  const check_page *page;
  size_t sentence, first, last;
} check_scene;

/* Whether a scene says the opposite: one denies, negates, rejects, or uses the opposite word. Unclear: it says no of a detail, or of what may come.
 */
typedef enum check_polarity { CHECK_ALIKE, CHECK_UNCLEAR, CHECK_OPPOSITE } check_polarity;

/* Who does it to whom, in a scene: as it is asked for; the other way round; one of the two stands where the other is asked for; it is not told so. */
typedef enum check_sides { CHECK_SIDES_UNKNOWN, CHECK_SIDES_KEPT, CHECK_SIDES_TURNED, CHECK_SIDES_NATIONS, CHECK_SIDES_DOUBTFUL } check_sides;

/* One slot of what is asked, as a scene fills it. */
typedef enum check_slot { CHECK_SAME, CHECK_ANOTHER, CHECK_ABSENT } check_slot;

/* How a scene fills the slots of what is asked (docs/CLAIMS.md). */
typedef struct check_reading {
  double matter;           /* how much of the words it has, by weight; those of sentences beside it count for less */
  double inside;           /* the same of its own words */
  size_t names, met, own;  /* how many are asked for, how many it or what stands beside it has, and how many its own sentence */
  size_t acting;           /* names that stand beside a word that is asked for */
  size_t outside;          /* words that say what it is about and stand only beside it */
  size_t another, absent;  /* slots in which it tells another, or nothing */
  size_t doubts;           /* names that it has, of whom it may tell something else */
  isnad_claim_point point; /* the first slot in which it tells another */
  isnad_slice asked;       /* what the sentence has there, */
  isnad_slice instead;     /* and what it tells */
  isnad_slice missing;     /* the first thing that it tells nothing of */
  isnad_span evidence;     /* the number, or the statement, on which that rests; {0,0}: the sentence */
  check_polarity polarity;
  check_sides sides;
  bool counted;  /* it has every number that is asked for, and one is */
  bool disputes; /* it denies a number that is asked for, or the other way round */
  bool denies;   /* both deny it */
  bool of_place; /* what it tells another of is a place or a state */
  double clause; /* how many of the names stand in the clause of the number, 0 to 1 */
  double fit;    /* of names and words together */
} check_reading;

/* Takes the mark of a denied number from a measure; whether it had one (check_numbers.c). */
bool check_takes_denial(isnad_slice *measure);

/* --- the sentence (check_ask.c) --- */

isnad_status check_ask_read(check_ask *out, isnad_arena *arena, const check_table *table, isnad_slice text, isnad_err *err);

/* Its names (check_ask_names.c). */
void check_ask_names(check_ask *a, isnad_arena *arena, const check_table *table);

/* The token that holds a byte; marks the tokens of a span as saying nothing of the matter. */
size_t check_token_at(const isnad_tokens *tokens, uint32_t offset);
void check_hush(check_ask *a, isnad_span span);

/* A day by number and month that begins at a token; how many tokens it takes, 0: none. */
size_t check_day_at(unsigned *day, unsigned *month, const isnad_tokens *tokens, size_t at);

/* --- where to look (check_gather.c, check_stories.c, check_page.c) --- */

/* Fills article -> what it has of the sentence, in thousandths. */
isnad_status check_gather(map *weights, check_looking *l);

/* Fills pages and stories with those that have the rarest names and words of the sentence. */
isnad_status check_find(check_looking *l);

/* The page of an article, read once. */
isnad_status check_page_of(check_page **out, check_looking *l, int64_t article);

check_scene check_scene_at(const check_page *page, size_t sentence);

/* --- words of a scene (check_read.c) --- */

/* How much of the words the scene has, by weight; those of sentences beside it, and where the report opens, count for `beside` of theirs. */
double check_share(const check_ask *ask, const check_scene *scene, double beside);

/* Whether the scene, or what stands beside it, has the word. */
bool check_word_stands(const check_word *w, const check_scene *scene);

/* The words that say what it is about and that the scene and what stands beside it have not, a dozen at most. */
isnad_slice check_words_missing(const check_looking *l, const check_scene *scene);

/* How many of these the scene has not itself. */
size_t check_words_outside(const check_looking *l, const check_scene *scene);

/* Marks the words of the sentence on a page. */
void check_mark_words(const check_ask *ask, check_page *page);

/* Whether the word stands among tokens [first, last) of the page, by its stem, its root or another wording. */
bool check_word_in(const check_word *w, const check_page *page, size_t first, size_t last);

/* One word with a proclitic of one letter, or the article, that no table of frequencies knows for one, and the other without. */
bool check_joined(isnad_slice a, isnad_slice b);

/* --- names of a scene (check_named.c) --- */

/* Whether the scene, or what stands beside it, names it; whether a mention of the page is it; whether one sentence names it. */
bool check_names(const check_ask *ask, const check_name *n, const check_scene *scene);
bool check_is_name(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m);
bool check_named_in(const check_ask *ask, const check_name *n, const check_page *page, size_t sentence);

/* Two persons of one surname with other given names. */
bool check_namesake(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m);

/* The same between tokens of the page. */
bool check_named_between(const check_ask *ask, const check_name *n, const check_page *page, size_t first, size_t last);

/* The mention of a page that begins at a token; NULL. */
const store_mention *check_mention_at(const check_page *page, size_t token);

/* Two who are asked for are told in another order in many ways: whether any of them is the mention. */
bool check_is_asked(const check_ask *ask, const check_page *page, const store_mention *m);

/* Whether words that stand side by side in the sentence stand near one another in the scene. */
bool check_words_close(const check_looking *l, const check_scene *scene);

/* --- the slots (check_slots.c, and a file for each) --- */

/* Reads all slots of a scene. */
void check_read(check_reading *out, check_looking *l, const check_scene *scene);

/* Adds to the reading what the scene tells of the numbers (check_numbers.c, check_score.c), the speaker (check_speaker.c), names, places and days
 * (check_pairs.c). */
void check_read_numbers(check_reading *r, check_looking *l, const check_scene *scene);
void check_read_speaker(check_reading *r, check_looking *l, const check_scene *scene);
void check_read_names(check_reading *r, check_looking *l, const check_scene *scene);

/* A result: which of the page's numbers it is told by goes to r->evidence. Who won, where no result is asked for. */
void check_read_score(check_reading *r, const check_looking *l, const check_scene *scene, const claim_figure *asked);
void check_read_winner(check_reading *r, const check_looking *l, const check_scene *scene);

/* Whether two play whose result, or winner, is asked for, and the name is one of them. */
bool check_is_party(const check_looking *l, const check_name *n);

/* Whether the sentence says who of the two won. */
bool check_asks_winner(const check_looking *l);

/* Notes in the reading that a slot tells another, or nothing; the first of each is kept. */
void check_tells_another(check_reading *r, isnad_claim_point point, isnad_slice asked, isnad_slice instead);
void check_tells_nothing(check_reading *r, isnad_slice missing);
void check_doubts(check_reading *r, isnad_slice missing);

/* Whether the name is the speaker of what is asked, whom check_read_speaker looks for. */
bool check_is_speaker(const check_ask *ask, const check_name *n);

/* check_roles.c */
check_sides check_roles(const check_looking *l, const check_scene *scene);

check_polarity check_opposes(const check_looking *l, const check_scene *scene);

/* A figure of the sentence as one of the store's; whether it says how many ("dozens" do not). */
claim_figure check_asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p);
bool check_asks_figure(const check_ask *ask, size_t figure);

/* --- the judgement (check_judge.c, check_told.c, check_claims.c) --- */

/* Holds the sentences of the reports, and the offices that the stories tell, against what is asked, and adds what answers. */
isnad_status check_judge_pages(check_looking *l);
isnad_status check_judge_told(check_looking *l);

/* The claim of the story, and its version, that the bytes of an article bear; false: none does. */
bool check_claim_of(size_t *claim, size_t *version, const check_ask *ask, const isnad_claims *claims, int64_t article, isnad_span evidence,
                    isnad_span sentence);

/* --- the answers (check_answers.c) --- */

/* Adds an answer; of a claim, or a sentence, that answers already the better stays. */
isnad_status check_add(check_looking *l, const isnad_claim_answer *answer);
isnad_status check_add_unanswered(check_looking *l, isnad_slice words);

/* The best first; what one claimant says in several stories as one; nothing that fits far less; the stories nearby when nothing answers. */
isnad_status check_settle(check_looking *l);

#endif
