/* isnad/claim.h - what the reports of one story claim: its figures and statements, in which versions, and what supports each.
 * No verdict of true or false is ever given. Method and limits: docs/CLAIMS.md.
 */
#ifndef ISNAD_CLAIM_H
#define ISNAD_CLAIM_H

#include "isnad/article.h"
#include "isnad/chain.h"
#include "isnad/store.h"

/* Reads, of one article with its notes, what each figure counts and each statement says (out->figures, quotes, told; the rest of `out` is left as it
 * is). Pure; any number of threads may do it at once. Linear in the tokens of the sentences that hold a figure, a name or a statement.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_claim_prepare(isnad_prepared_article *out, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                           isnad_err *err);

typedef enum isnad_claim_kind {
  ISNAD_CLAIM_FIGURE,
  ISNAD_CLAIM_STATEMENT,
  ISNAD_CLAIM_PLACE,  /* where something lies or happened */
  ISNAD_CLAIM_OFFICE, /* which office somebody holds */
  ISNAD_CLAIM_DATE,   /* on which day something happened */
  ISNAD_CLAIM_NAME,   /* who holds an office */
  ISNAD_CLAIM_MINUTE  /* in which minute somebody scored */
} isnad_claim_kind;

/* How the reports that answer one question stand to one another. */
typedef enum isnad_verdict {
  ISNAD_VERDICT_SINGLE,  /* told in one version by one report: nothing to compare */
  ISNAD_VERDICT_AGREE,   /* the same number, the same words */
  ISNAD_VERDICT_BOUNDS,  /* numbers that agree as far as they are meant: about 100 and 99; words: one statement in several wordings */
  ISNAD_VERDICT_SUM,     /* a total with parts that add up to it */
  ISNAD_VERDICT_REVISED, /* a later figure replaces an earlier one */
  ISNAD_VERDICT_DENIED,  /* a statement, or the number of a figure, that somebody denies, with nothing else told in its place */
  ISNAD_VERDICT_DIFFER
} isnad_verdict;

/* Why a claim that stands beside another is not compared with it. */
typedef enum isnad_claim_beside {
  ISNAD_CLAIM_BESIDE_CLAIMANT, /* somebody else states it */
  ISNAD_CLAIM_BESIDE_PLACE,
  ISNAD_CLAIM_BESIDE_TIME,
  ISNAD_CLAIM_BESIDE_SCOPE,  /* a part, an addition, a rate */
  ISNAD_CLAIM_BESIDE_THING,  /* counts something else of the kind */
  ISNAD_CLAIM_BESIDE_STATE,  /* something else befell them */
  ISNAD_CLAIM_BESIDE_WITNESS /* one report tells both, as two things */
} isnad_claim_beside;

/* One place where a version is told. */
typedef struct isnad_claim_mention {
  int64_t article;           /* row id */
  isnad_slice name, label;   /* of the article */
  isnad_slice outlet;        /* its name; empty: not known */
  isnad_interval published;  /* {0,0}: no date */
  isnad_span span, clause;   /* the number or the statement, and the words around it */
  isnad_slice words, around; /* the bytes of both */
  isnad_slice claimant;      /* who states it; empty: the report itself, or nobody is named */
  isnad_slice claimant_id;
  isnad_slice verb; /* of a statement: the verb or noun that reports it, as written; empty: none */
  isnad_slice told; /* of a statement: from that verb to its end, as written; empty: the verb stands behind it, or far off */
  isnad_slice rule;
  bool anonymous; /* its claimant is not named */
  bool carrier;   /* its claimant is a medium, which carries what others say */
  bool headline;  /* told in a headline */
  bool bare;      /* a headline in a list on another page */
} isnad_claim_mention;

/* One answer. */
typedef struct isnad_claim_version {
  isnad_slice words; /* as the first mention tells it */
  isnad_slice key;   /* of days, places, offices and holders: the day in ISO 8601, the id, the office as folded */
  double min, max;   /* of a figure, in the unit as written; bounds that are not there repeat the other */
  isnad_slice qualifier;
  uint32_t times; /* holds for each of so many places */
  const isnad_claim_mention *mentions;
  size_t count;   /* by time, then by name */
  size_t reports; /* different texts that are no bare headlines, as a story counts its reports */
  isnad_origins origins;
  bool single;                        /* at most one independent origin */
  bool anonymous;                     /* no mention names a claimant, and at least one says that he is unnamed */
  bool headline_only;                 /* told in headlines, and by no body */
  bool altered;                       /* its first report took the text from one that tells another version */
  const isnad_claim_mention *denials; /* of a figure: who says that this number is false, by time, then by name */
  size_t denial_count;
  isnad_slice dropped, added; /* of a statement: words that the fullest version has and this one has not, and the other way round */
} isnad_claim_version;

/* A claim that is near this one, and why they are not compared. */
typedef struct isnad_claim_neighbour {
  size_t claim; /* index in isnad_claims.items */
  isnad_claim_beside why;
} isnad_claim_neighbour;

typedef struct isnad_claim {
  char id[20]; /* "c" and 16 hexadecimal digits: of what it is told of, a function of its mentions */
  isnad_claim_kind kind;
  isnad_verdict verdict;
  isnad_slice measure, thing, state, scope; /* keys, as in isnad_prepared_figure */
  isnad_slice what;                         /* the thing counted, or the subject, as the first mention prints it */
  isnad_slice claimant;                     /* its name; empty: not known or several */
  isnad_slice place;
  const isnad_claim_version *versions; /* of a figure by size; of others by first appearance */
  size_t count;
  size_t reports;        /* different texts that are no bare headlines */
  isnad_origins origins; /* of all versions together */
  size_t first;          /* the version that was seen first */
  size_t denied_by;      /* of a statement that is denied: the index of the denial's claim, else SIZE_MAX */
  const size_t *parts;   /* of a total: the claims that add up to it */
  size_t part_count;
  uint8_t sum; /* of a total with parts: 0 none, 1 they add up, 2 they do not */
  const isnad_claim_neighbour *beside;
  size_t beside_count;
} isnad_claim;

/* One of the numbers that stand against one another: where it is told first. */
typedef struct isnad_contrast_side {
  size_t claim, version, mention; /* index in isnad_claims.items, in its versions, in the mentions of that */
} isnad_contrast_side;

/* Numbers of one matter which cannot all be the same, though nothing says that they answer one question: other claimants, other hours, perhaps other
 * things. They are shown side by side, so that nobody takes silence for agreement. */
typedef struct isnad_contrast {
  isnad_slice state;                /* what befell them, or is said of them; empty: the claim of the first side says what is counted */
  const isnad_contrast_side *sides; /* at least two, by time */
  size_t count;
  bool grows;    /* of a toll: every number is larger than those before it */
  bool opens;    /* the tolls with which reports open: of dead, hurt, held ... */
  bool speakers; /* one question, answered by other speakers with other numbers */
} isnad_contrast;

typedef struct isnad_claims {
  const isnad_claim *items; /* figures, then statements, then the rest; each kind by reports, then by first appearance, then by id */
  size_t count;
  const isnad_contrast *contrasts; /* those of openings by state, then by time; the others by how alike they are told */
  size_t contrast_count;
} isnad_claims;

/* The claims of a story from what the store holds of its reports. A function of the set of its reports. The page texts are not read again but for the
 * words that are quoted. Time grows with the figures and statements of the story, times those of one kind of thing: at most 4,000 of each are
 * taken, from the first reports. Everything is in the arena.
 * Returns ISNAD_OK (also without claims), ISNAD_NOT_FOUND (no such story), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_claims_of_story(isnad_claims *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err);

/* How far an answer meets a sentence, the best first. */
typedef enum isnad_claim_match {
  ISNAD_MATCH_AGREES,   /* it says all of it: every number, name and day, the words that tell, and is denied where that is denied */
  ISNAD_MATCH_OPPOSITE, /* it denies what the sentence says, or the other way round */
  ISNAD_MATCH_DIFFERS,  /* it tells the same of another: another number, speaker, doer, day or place */
  ISNAD_MATCH_NEAR,     /* it says a part; `missing` names what it does not say */
  ISNAD_MATCH_TOLD,     /* no claim, but a sentence of a report has all of it: whether it means the same, its reader must see */
  ISNAD_MATCH_UNTOLD    /* no claim, but a sentence of a report seems to deny it */
} isnad_claim_match;

/* In what an answer differs. */
typedef enum isnad_claim_point {
  ISNAD_POINT_NONE,
  ISNAD_POINT_NUMBER,
  ISNAD_POINT_SPEAKER, /* another said it */
  ISNAD_POINT_DOER,    /* another did it, or bore it */
  ISNAD_POINT_NATION,
  ISNAD_POINT_PLACE,
  ISNAD_POINT_DAY,
  ISNAD_POINT_OFFICE
} isnad_claim_point;

/* Where a report tells what is asked without a figure or statement of anybody: a sentence of it. */
typedef struct isnad_claim_passage {
  isnad_slice article, outlet; /* its name; the outlet's or empty */
  isnad_interval published;    /* {0,0}: no date */
  isnad_span span;
  isnad_slice words;
} isnad_claim_passage;

/* A claim, or a sentence of a report, that meets a sentence. */
typedef struct isnad_claim_answer {
  isnad_slice story;
  isnad_claims claims;         /* of the story */
  size_t claim;                /* index in claims.items; SIZE_MAX: a passage answers */
  size_t version;              /* the version of the claim that meets it best */
  isnad_claim_passage passage; /* the sentence of a report that tells it; of an office that a story tells empty */
  isnad_claim_passage *more;   /* sentences of other reports of the story that tell it alike, one of an outlet */
  size_t more_count;
  isnad_claim_match match;
  isnad_claim_point point; /* when it differs: in what */
  isnad_slice asked;       /* what the sentence has there, */
  isnad_slice instead;     /* and what it tells */
  isnad_slice missing;     /* words of the sentence that it does not say; empty: none */
  bool counted;            /* it tells every number of the sentence, and there is one */
  bool turned, kept;       /* who does it to whom: the other way round; as the sentence says */
  double fit;              /* how much of the sentence it meets, 0 to 1 */
  size_t elsewhere;        /* how many other stories have the same from the same claimant */
} isnad_claim_answer;

/* A story that is near the sentence, though nothing in it answers. */
typedef struct isnad_claim_nearby {
  isnad_slice story, title;
} isnad_claim_nearby;

typedef struct isnad_claim_answers {
  isnad_claim_answer *items; /* the best first */
  size_t count;
  isnad_slice *unanswered; /* the words of figures of which no claim says anything */
  size_t unanswered_count;
  isnad_claim_nearby *nearby; /* at most three, the best first; when nothing answers */
  size_t nearby_count;
} isnad_claim_answers;

/* Looks a sentence up: finds the reports that have its rarest names and words (by the index of words and of names), and holds their figures,
 * statements, days and places against it, and the sentences of the reports where none of these answers. A function of the set of reports. Time grows
 * with the reports that have its words: no row of others is read. Returns ISNAD_OK (also without answers), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY,
 * ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_claims_check(isnad_claim_answers *out, isnad_arena *arena, isnad_store *store, isnad_slice text, isnad_err *err);

/* "figure", "statement", ...; "agree", "bounds", ...; "claimant", ...: ids of data/claim_labels.tsv behind "kind.", "verdict.", "beside."; "agrees",
 * "opposite", "differs", "near", "told", "untold": behind "check.". Constant. */
ISNAD_API const char *isnad_claim_kind_name(isnad_claim_kind kind);
ISNAD_API const char *isnad_claim_match_name(isnad_claim_match match);
ISNAD_API const char *isnad_claim_point_name(isnad_claim_point point); /* behind "check.in." */
ISNAD_API const char *isnad_verdict_name(isnad_verdict verdict);
ISNAD_API const char *isnad_claim_beside_name(isnad_claim_beside why);

#endif
