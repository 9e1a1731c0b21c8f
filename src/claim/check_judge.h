/* What the judges of figures, statements, told things and passages share. */
#ifndef ISNAD_CLAIM_CHECK_JUDGE_H
#define ISNAD_CLAIM_CHECK_JUDGE_H

#include "claim/check.h"

enum { CHECK_LOWEST_RANK = 4 }; /* "for the first time" is said of everything */

/* How much of the words another number must share to be of the same event, and how much of them in its own sentence. Chosen by asking. */
#define CHECK_SAME_EVENT 0.55
#define CHECK_TOLD_INSIDE 0.4

/* How much a statement must say to agree, to say the opposite, to say a part. */
#define CHECK_SAYS_ALL 0.75
#define CHECK_SAYS_MOST 0.65
#define CHECK_SAYS_PART 0.5

/* The mention of a version that tells most of the sentence. */
typedef struct best_reading {
  check_reading reading;
  check_scene scene;
  bool any;
} best_reading;

/* Reads the mentions of a version, and keeps the best of these and of what is in *out. */
isnad_status check_read_version(best_reading *out, check_looking *l, const isnad_claim_version *v);

/* The whole sentence. */
check_range check_whole(const check_looking *l);

/* Every name, nation and day is met; two names of three are: who denies something seldom repeats all of it. */
bool check_all_named(const check_reading *r);
bool check_mostly_named(const check_reading *r);

/* The words of the first other figure of the range that the scene does not tell; `own`: SIZE_MAX: none is left out. */
isnad_slice check_untold(const check_looking *l, const check_scene *scene, size_t own, check_range asked);

/* What an answer that says a part lacks: a number, a name, words; or whom it does not show to have done it. */
isnad_slice check_lacks(check_looking *l, const check_reading *r, isnad_slice untold, check_range asked, const check_scene *scene);

/* Make an answer one that differs, or that says a part. */
void check_differs(isnad_claim_answer *out, isnad_claim_point point, isnad_slice instead);
void check_near(isnad_claim_answer *out, isnad_slice missing);

#endif
