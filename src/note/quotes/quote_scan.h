/* What the readers of quotes hold: a reporting verb, a speaker, what was said, and the paragraph that is read. */
#ifndef ISNAD_NOTE_QUOTE_SCAN_H
#define ISNAD_NOTE_QUOTE_SCAN_H

#include "note/word.h"

/* How a reporting word stands: a finite verb that agrees with its subject, or a form that leans on a speaker named elsewhere. */
typedef enum quote_form { FORM_MASCULINE, FORM_FEMININE, FORM_PLURAL, FORM_PASSIVE, FORM_PARTICIPLE, FORM_NOUN } quote_form;

/* A reporting word: tokens [first, last) of the page. */
typedef struct quote_verb {
  const isnad_verbs_row *row; /* NULL: an introducer, row_index of data/ar/source_triggers.tsv */
  uint32_t row_index;
  quote_form form;
  bool feminine; /* of a participle or noun: its ending or pronoun */
  bool either;   /* its letters are another verb's form of the other gender */
  bool linked;   /* "and", "then" stands before it as a proclitic */
  size_t first, last;
  isnad_span span; /* without the proclitic */
} quote_verb;

typedef enum speaker_kind {
  SPEAKER_UNKNOWN,
  SPEAKER_PERSON,
  SPEAKER_BODY,
  SPEAKER_PLACE,
  SPEAKER_MEDIUM,
  SPEAKER_DOCUMENT,
  SPEAKER_ANONYMOUS
} speaker_kind;

/* Of a person, by his title, his given name or the table of people. */
typedef enum speaker_gender { GENDER_UNKNOWN, GENDER_MASCULINE, GENDER_FEMININE } speaker_gender;

enum { SPEAKERS_KEPT = 8 };

typedef struct quote_speaker {
  isnad_slice entity, canonical; /* canonical empty: nobody */
  isnad_span span;
  isnad_slice head; /* folded first word of his noun phrase, without the article: a later "the minister" may mean him */
  speaker_kind kind;
  bool definite;     /* his noun phrase begins with the article */
  bool several;      /* several people: a verb in the singular never goes on with them */
  bool relayed;      /* a carrier's verb told of him: its form is not his */
  bool surely;       /* of a verb without a subject of its own: found by words that leave no doubt ("the latter") */
  quote_form agrees; /* the form of the verb that he was the subject of, or what he is himself; above FORM_PLURAL: not known */
  int32_t name;      /* index in the names of the article; -1 */
} quote_speaker;

/* A pair of quotation marks, by their tokens. An unclosed one closes at the end of the paragraph, one opened before begins with it. */
typedef struct quote_pair {
  size_t open, close; /* the words are the tokens between them */
  bool opened_here, closed_here;
  bool used; /* it is in a record, or names a thing */
} quote_pair;

/* What was said: complement tokens [first, last). */
typedef struct quote_said {
  size_t first, last;
  const quote_pair *pair; /* the complement is these quoted words; NULL: reported */
  size_t subject_last;    /* between the verb and this token the subject may stand */
  bool has_object;        /* an object may stand there too */
  size_t next;            /* a further complement of the same verb begins at this token; 0 */
  isnad_span addressee;
  size_t cut; /* folded bytes of a proclitic that belongs to none of it */
  bool bare;  /* neither "that" nor a colon nor quoted words began it */
} quote_said;

/* What is known of the tokens of a unit that was read. */
typedef struct quote_known {
  int32_t *name_at, *source_at;
  bool *in_name;
} quote_known;

typedef struct quote_scan {
  note_scan *s;
  const note_unit *unit;
  size_t sentence_first, sentence_last; /* tokens */
  const isnad_span *sentences;          /* of the unit, in bytes */
  size_t sentence_count, sentence_index;
  quote_pair *pairs;
  size_t pair_count, mark_count;        /* quotation marks of the unit */
  int32_t *name_at;                     /* by token of the unit: 1 + index of the longest name that begins there; 0 */
  int32_t *source_at;                   /* the same for the names of sources */
  quote_speaker last;                   /* who spoke last in the article */
  quote_speaker before[3];              /* who spoke last with a verb of each form */
  quote_speaker topic;                  /* the person whom the latest sentence is about, when nobody spoke since */
  quote_speaker people;                 /* the people who were a subject last in the paragraph before */
  quote_speaker outer;                  /* the topic that was before a clause of the sentence had its own */
  bool in_clause;                       /* the topic is that of a clause: it ends with the sentence */
  quote_speaker headlined;              /* the one person whom the headline names; nobody when it names several */
  quote_speaker earlier[SPEAKERS_KEPT]; /* the latest speakers, a ring */
  size_t earlier_count;
  struct speaker_bearings *bearings; /* what its people are called by in the article */
  bool open_quote;                   /* the paragraph before ended inside quotation marks */
  size_t taken_to;                   /* indirect statements reach to this token */
  size_t asked_before;               /* 1 + the verb of whose subject before it `stands_before` tells; 0 */
  bool found_before;
  quote_speaker stands_before;
  uint8_t *gender;    /* by name of the article, as far as it is read: speaker_gender */
  bool *in_name;      /* by token of the unit: inside the name of a person */
  quote_known *known; /* by unit of the article */
  bool spoke_here;    /* somebody spoke in this sentence */
  bool spoken_here;   /* its last words were his: a sentence behind it may go on with "and that" */
  bool spoke;         /* somebody spoke in the paragraph before or in this one */
} quote_scan;

static inline const isnad_token *quote_token(const quote_scan *q, size_t at) { return &q->s->page->tokens.items[at]; }

static inline bool quote_is_kind(const quote_scan *q, size_t at, isnad_token_kind kind) {
  return at < q->unit->last && quote_token(q, at)->kind == kind;
}

/* A word of which the tables of quotes know nothing, as of most: it begins no verb, no citation and no small word. */
static inline bool quote_is_plain(const quote_scan *q, size_t at) {
  const uint32_t known = 1u << ISNAD_TABLE_VERBS | 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_QUOTE_WORDS | 1u << NOTE_QUIET;
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && (q->unit->tables[at - q->unit->first] & known) == 0;
}

/* Where the sources of a sentence are looked for from one of its tokens: a sentence without an end costs no more than its length. */
enum { QUOTE_REACH = 512 };

static inline size_t quote_reach_first(const quote_scan *q, size_t at) {
  return at > q->sentence_first + QUOTE_REACH ? at - QUOTE_REACH : q->sentence_first;
}

static inline size_t quote_reach_last(const quote_scan *q, size_t at) {
  return at + QUOTE_REACH < q->sentence_last ? at + QUOTE_REACH : q->sentence_last;
}

#endif
