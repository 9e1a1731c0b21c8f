/* The compiled phrase tables, as the generator writes them and phrases.c reads them. */
#ifndef ISNAD_ARABIC_PHRASE_TABLES_H
#define ISNAD_ARABIC_PHRASE_TABLES_H

#include "isnad/arabic.h"

#include <stddef.h>
#include <stdint.h>

#define PHRASE_NOWHERE UINT32_MAX

enum { PHRASE_MOST_WORDS = 24 }; /* the generator refuses longer phrases */

/* A word that is a counted form or the first word of a phrase, in an open-addressing table: all that would else be worked out at every token. */
typedef struct word_entry {
  uint32_t check;     /* the upper half of its hash; the lower half tells the slot */
  uint32_t count;     /* per 100 million words of news; 0: not among the frequent forms */
  uint32_t begins;    /* its first phrase_begin; PHRASE_NOWHERE: no phrase begins with it, whatever is cut */
  uint8_t proclitics; /* folded bytes to cut by the frequency rule */
  uint8_t known;      /* 0: a free slot */
  uint8_t inner;      /* 1: stands behind the first word of a phrase */
} word_entry;

/* A first step into the trie: the word whole (always first) or without proclitics. */
typedef struct phrase_begin {
  uint32_t node, accept; /* as in phrase_edge */
  uint32_t tables;       /* bit 1 << table of every table with a phrase that begins so */
  uint8_t cut;
  uint8_t last; /* 1: the last of its word */
} phrase_begin;

/* A further step: an edge of the trie in an open-addressing table. `node` is 0 in a free slot (the root is nobody's child). */
typedef struct phrase_edge {
  uint64_t key;
  uint32_t node;   /* PHRASE_NOWHERE: no phrase goes on from here */
  uint32_t accept; /* the node's first phrase_accept; PHRASE_NOWHERE: no phrase ends here */
} phrase_edge;

typedef struct phrase_accept {
  uint32_t row;
  uint8_t table, cell;
  uint8_t last; /* 1: the last accept of its node */
} phrase_accept;

extern const word_entry word_entries[];
extern const uint32_t word_mask;

/* What is worked out beforehand of each word of word_entries. Side by side, since a look-up in tables of megabytes costs a miss of the cache each. */
enum { WORD_STEM_SHIFT = 6, WORD_STEM_LENGTH = 63 };
typedef struct word_gist {
  uint64_t stem;      /* the hash of its stem */
  uint32_t commonest; /* how often the commonest of the word, its bare form and its stem was counted */
  uint32_t place;     /* of the stem in stem_bytes, shifted, and its length; 0: the stem is by rule, and the rest means nothing */
} word_gist;
extern const word_gist word_gists[];
extern const unsigned char stem_bytes[];
extern const phrase_begin phrase_begins[];
extern const phrase_edge phrase_edges[];
extern const uint32_t phrase_edge_mask;
extern const phrase_accept phrase_accepts[];

/* Bit `key >> 44` is set when an edge has that key: most look-ups end here, in a table that stays in the cache. */
enum { PHRASE_FILTER_WORDS = 1 << 14 };
extern const uint64_t phrase_filter[PHRASE_FILTER_WORDS];

/* Forms whose stem no rule finds: hashes in an open-addressing table (0: free) and their folded stems. */
extern const uint64_t plural_hashes[];
extern const char *const plural_stems[];
extern const uint32_t plural_mask;

/* The words of ar/search_words.tsv: hashes in an open-addressing table (0: free) and their rows. */
extern const uint64_t search_word_hashes[];
extern const uint32_t search_word_rows[];
extern const uint32_t search_word_mask;

/* The same of ar/vouch_words.tsv. */
extern const uint64_t vouch_word_hashes[];
extern const uint32_t vouch_word_rows[];
extern const uint32_t vouch_word_mask;

/* Per table its file and the source line of each row. */
extern const char *const table_files[];
extern const uint32_t *const table_lines[];

static inline uint32_t word_check(uint64_t hash) { return (uint32_t)(hash >> 32); }

/* What the tables know of the word with this hash, or NULL. */
static inline const word_entry *word_of(uint64_t hash) {
  for (uint32_t at = (uint32_t)hash & word_mask; word_entries[at].known != 0; at = (at + 1) & word_mask)
    if (word_entries[at].check == word_check(hash)) return &word_entries[at];
  return NULL;
}

/* The gist of the Arabic word with this hash; NULL: its stem is to be found by rule. */
static inline const word_gist *word_gist_of(uint64_t hash) {
  const word_entry *word = word_of(hash);
  const word_gist *gist = word != NULL ? &word_gists[word - word_entries] : NULL;
  return gist != NULL && gist->place != 0 ? gist : NULL;
}

/* As isnad_arabic_stem, for a word whose hash is known. */
isnad_slice word_stem(char room[ISNAD_STEM_ROOM], isnad_slice folded_word, uint64_t hash);

static inline uint64_t phrase_edge_key(uint32_t node, uint64_t token) {
  uint64_t mixed = token ^ (node * 0x9E3779B97F4A7C15u);
  return (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9u;
}

/* Tokens in which phrases are sought; none goes beyond them. */
typedef struct phrase_stretch {
  const isnad_tokens *tokens;
  size_t first, last;
  const word_entry *const *words; /* of token t: words[t - first]; NULL: they are looked up when they are needed */
} phrase_stretch;

/* isnad_phrases_at within a stretch. */
size_t phrases_in(isnad_phrase *hits, size_t room, const phrase_stretch *in, size_t at, uint32_t tables, unsigned flags);

static inline uint32_t phrase_filter_word(uint64_t key) { return (uint32_t)(key >> 50); }
static inline uint64_t phrase_filter_bit(uint64_t key) { return UINT64_C(1) << (key >> 44 & 63); }
static inline uint32_t phrase_slot(uint64_t key) { return (uint32_t)key; }

#endif
