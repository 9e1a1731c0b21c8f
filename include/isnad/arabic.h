/* isnad/arabic.h - Arabic text below the level of news: folding, tokens, sentences, proclitics, phrase tables.
 * Knows no HTML and no news. Nothing here keeps state; all tables are compiled from data/ at build time.
 */
#ifndef ISNAD_ARABIC_H
#define ISNAD_ARABIC_H

#include "isnad/base.h"

/* --- folding --- */

/* How much of the spelling is given up. Both strengths drop diacritics (U+0610-061A, 064B-065F, 0670, 06D6-06ED, and the combining marks of other
 * scripts), tatweel, ZWNJ/ZWJ/ZWSP, soft hyphens, bidi controls, BOM and bytes that are no UTF-8; undo presentation forms (FB50-FDFF, FE70-FEFC; not
 * the formulas FDFA, FDFB and FDFD, which are symbols) and full-width ASCII; write the letters of Persian, Urdu, Kurdish, Uyghur and Maghreb
 * keyboards as the Arabic ones that the press puts for them (keheh and gaf: kaf, peh: beh, tcheh: jeem, jeh: zain, veh: feh, the many hehs and yehs
 * ...), digits of both Arabic sets and their separators U+066B U+066C as ASCII, white space as a blank and line breaks as LF (CR stays). */
typedef enum isnad_fold {
  ISNAD_FOLD_MATCH, /* search and matching: also hamza carriers to their letter, alef maksura to yeh, teh marbuta to heh; other scripts to lower
                     * case, Latin letters without accents. A hamza of its own stays */
  ISNAD_FOLD_NAME   /* names: keeps hamza carriers (joining a hamza typed as a mark to its letter), alef maksura, teh marbuta, case and accents */
} isnad_fold;

/* Folds UTF-8 `text` (valid; see isnad_page) into the arena. `map`, when not NULL, receives length + 1 offsets: map[i] is the source byte at
 * which the character of folded byte i begins, map[length] is text.length. Folding is idempotent.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_arabic_fold(isnad_slice *folded, const uint32_t **map, isnad_arena *arena, isnad_slice text, isnad_fold strength,
                                         isnad_err *err);

/* --- tokens --- */

typedef enum isnad_token_kind {
  ISNAD_TOKEN_WORD,   /* a run of letters (Arabic, Latin or any other script; one script each) */
  ISNAD_TOKEN_NUMBER, /* a run of digits of any set, with single . , U+066B U+066C between digits */
  ISNAD_TOKEN_QUOTE,  /* one quotation mark of any shape */
  ISNAD_TOKEN_PUNCT,  /* one other punctuation mark; also a run of tatweel that no letter stands before, whose form is "-" */
  ISNAD_TOKEN_SYMBOL, /* one other visible character */
  ISNAD_TOKEN_LINE    /* one line break (LF, CR, CRLF, U+0085, U+2028, U+2029); its form is LF */
} isnad_token_kind;

enum {
  ISNAD_TOKEN_GLUED = 1,  /* no space before it and the previous token is on the same line: 1.5 after a joined ba, or a word right behind 100 */
  ISNAD_TOKEN_ARABIC = 2, /* the letters or digits are of the Arabic script */
  ISNAD_TOKEN_TATWEEL = 4 /* ends in tatweel: a clitic joined to a quote or a number */
};

typedef struct isnad_token {
  isnad_span span; /* in the source text: diacritics and tatweel included, bidi controls and the like behind it not */
  uint32_t folded; /* offset of its folded form in isnad_tokens.folded */
  uint16_t length; /* of the folded form, in bytes; runs longer than 65,000 are split */
  uint8_t kind;    /* isnad_token_kind */
  uint8_t flags;   /* ISNAD_TOKEN_GLUED ... */
  uint64_t hash;   /* of the folded form; equal forms have equal hashes on every machine and in every version of schema 1 */
} isnad_token;

typedef struct isnad_tokens {
  isnad_slice text;   /* borrowed */
  const char *folded; /* the folded forms, one after another (ISNAD_FOLD_MATCH) */
  const isnad_token *items;
  size_t count;
  const uint32_t *marks; /* of every 32 bytes of the text the first token that begins in or behind them: isnad_tokens_seek starts there */
} isnad_tokens;

/* Cuts valid UTF-8 `text` into tokens and folds them in the same pass. White space makes no token, line breaks do.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT (also for texts of 4 GiB and more). */
ISNAD_API isnad_status isnad_arabic_tokens(isnad_tokens *out, isnad_arena *arena, isnad_slice text, isnad_err *err);

/* The same for some spans of `text` only, which stand in order, do not overlap and begin and end on characters. Returns the same. */
ISNAD_API isnad_status isnad_arabic_tokens_in(isnad_tokens *out, isnad_arena *arena, isnad_slice text, const isnad_span *spans, size_t count,
                                              isnad_err *err);

/* The folded form of a token; empty behind the last one, so that a reader may look a word ahead. */
static inline isnad_slice isnad_token_form(const isnad_tokens *tokens, size_t index) {
  if (index >= tokens->count) return (isnad_slice){tokens->folded, 0};
  return (isnad_slice){tokens->folded + tokens->items[index].folded, tokens->items[index].length};
}

/* Whether it is a word or a number, not a mark or a line break. */
static inline bool isnad_token_is_word(const isnad_tokens *tokens, size_t index) {
  return tokens->items[index].kind == ISNAD_TOKEN_WORD || tokens->items[index].kind == ISNAD_TOKEN_NUMBER;
}

/* The hash that a token with this folded form has. */
ISNAD_API uint64_t isnad_token_hash(isnad_slice folded);

/* The index of the first token that begins at or after source byte `offset`; tokens->count when there is none. Constant time: 32 tokens are passed at
 * most. */
ISNAD_API size_t isnad_tokens_seek(const isnad_tokens *tokens, uint32_t offset);

/* --- sentences --- */

/* Cuts [first, last) of the tokens into sentences: at . ! ? U+061F U+06D4 U+2026 and line breaks; not inside numbers or names of sites, behind
 * initials, titles and abbreviations of single letters, behind the number of a list item, or inside quotations that close on the line. Which mark
 * opens and which closes a quotation is told by the space beside it first, then by its shape. Marks and brackets that close right behind a stop
 * belong to its sentence. Spans are of source bytes, without outer white space; every token but the line breaks is in one of them. Returns ISNAD_OK,
 * ISNAD_NO_MEMORY or ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_arabic_sentences(const isnad_span **out, size_t *count, isnad_arena *arena, const isnad_tokens *tokens, size_t first,
                                              size_t last, isnad_err *err);

/* --- proclitics --- */

/* How many folded bytes of proclitics (and, then fa, then ba, kaf, lam, seen, then the article) to cut from a word, by the frequency rule: cut when
 * the rest is a form counted at least 125 times in 100 million words and at least half as often as the whole (the ratio that measured best on
 * UD_Arabic-PUD, 96.5 % word accuracy); the cut with the most frequent rest wins. Three letters must stay, two behind and or fa alone. 0: none. */
ISNAD_API size_t isnad_arabic_proclitics(isnad_slice folded_word);

/* What became of the article in a cut. */
typedef enum isnad_cut_article {
  ISNAD_CUT_PLAIN,       /* none was cut */
  ISNAD_CUT_ARTICLE,     /* it was cut: the rest stands bare */
  ISNAD_CUT_ARTICLE_LOST /* li + al wrote itself as ll: the rest stands for article + rest */
} isnad_cut_article;

typedef struct isnad_cut {
  uint8_t bytes;   /* folded bytes to skip */
  uint8_t article; /* isnad_cut_article */
} isnad_cut;

enum { ISNAD_MOST_CUTS = 12 };

/* Every way to cut proclitics off this word (for gazetteers, which know whether the rest is a name); the first is always 0 bytes.
 * At least two letters stay. Returns how many. */
ISNAD_API size_t isnad_arabic_cuts(isnad_cut out[ISNAD_MOST_CUTS], isnad_slice folded_word);

/* --- stems --- */

enum { ISNAD_STEM_ROOM = 64 };

/* A light stem that joins the forms of one word and, as far as it can, no two words: proclitics are cut by the frequency rule; a broken plural
 * becomes its singular (data/ar/plurals.tsv); the endings of the sound plurals, the dual behind teh marbuta, possessives, the indefinite accusative
 * and the feminine of a relational adjective are cut when what is left is counted often enough in news beside the whole word. Teh marbuta stays (a
 * school is no teacher). The result is folded; it points into `folded_word`, into `room`, or to constant text. Never empty for a word of a letter or
 * more. After Larkey, Ballesteros and Connell ("Improving stemming for Arabic information retrieval", SIGIR 2002), whose light stemmer cuts
 * unguarded. */
ISNAD_API isnad_slice isnad_arabic_stem(char room[ISNAD_STEM_ROOM], isnad_slice folded_word);

/* The source offset at which folded byte `folded_bytes` of a token begins (as isnad_arabic_fold's map would say). */
ISNAD_API uint32_t isnad_token_source(const isnad_tokens *tokens, size_t index, size_t folded_bytes);

/* How often a folded form was seen in the counted news (per 100 million words, rounded up; 0: not among the frequent forms). */
ISNAD_API uint32_t isnad_arabic_frequency(uint64_t token_hash);

/* --- phrase tables: data/ compiled at build time --- */

/* The tables of data/. Generated code has one constant array of rows per table; see build: tables.h. */
typedef enum isnad_table {
  ISNAD_TABLE_OUTLETS,
  ISNAD_TABLE_PLACES,
  ISNAD_TABLE_MARKERS,
  ISNAD_TABLE_TRIGGERS,
  ISNAD_TABLE_HEADS,
  ISNAD_TABLE_CREDITS,
  ISNAD_TABLE_MONTHS,
  ISNAD_TABLE_WEEKDAYS,
  ISNAD_TABLE_TIME_WORDS,
  ISNAD_TABLE_STOPS,
  ISNAD_TABLE_GIVEN_NAMES,
  ISNAD_TABLE_FAMILY_NAMES,
  ISNAD_TABLE_PEOPLE,
  ISNAD_TABLE_OFFICE_HOLDERS,
  ISNAD_TABLE_ORGANIZATIONS,
  ISNAD_TABLE_TITLES,
  ISNAD_TABLE_OFFICES,
  ISNAD_TABLE_ORG_HEADS,
  ISNAD_TABLE_THINGS, /* products, events, facilities, documents */
  ISNAD_TABLE_NUMBERS,
  ISNAD_TABLE_VERBS,
  ISNAD_TABLE_QUOTE_WORDS,
  ISNAD_TABLE_HOLIDAYS,
  ISNAD_TABLE_NAME_PARTS,
  ISNAD_TABLE_PLACE_HEADS,
  ISNAD_TABLE_BOUNDS,
  ISNAD_TABLE_UNITS,
  ISNAD_TABLE_CURRENCIES,
  ISNAD_TABLE_COUNTED,
  ISNAD_TABLE_CLAIM_WORDS,
  ISNAD_TABLE_EDITION_WORDS,
  ISNAD_TABLE_PHRASES, /* how many tables hold phrases: at most 31, each has its bit; those that follow hold none and have no bit */
  ISNAD_TABLE_HIJRI = ISNAD_TABLE_PHRASES,
  ISNAD_TABLE_BYLINES,
  ISNAD_TABLE_HTML_HINTS,
  ISNAD_TABLE_HTML_WEIGHTS,
  ISNAD_TABLE_DIMENSIONS,
  ISNAD_TABLE_CLAIM_LABELS,
  ISNAD_TABLE_PAGE_WORDS,
  ISNAD_TABLE_OVERRIDES, /* of entities */
  ISNAD_TABLE_URL_PARTS,
  ISNAD_TABLE_OPENINGS, /* of sentences */
  ISNAD_TABLE_SPEAKER_WEIGHTS,
  ISNAD_TABLE_REACH_WEIGHTS,
  ISNAD_TABLE_TIED_WEIGHTS,
  ISNAD_TABLE_STORY_WEIGHTS,
  ISNAD_TABLE_FIGURE_WEIGHTS,
  ISNAD_TABLE_STATEMENT_WEIGHTS,
  ISNAD_TABLE_VOUCH_WEIGHTS, /* of who speaks and who vouches */
  ISNAD_TABLE_ITEM_WEIGHTS,  /* of where another article begins */
  ISNAD_TABLE_VOUCH_WORDS,
  ISNAD_TABLE_EVENT_RANKS, /* nouns told apart by their place in a row */
  ISNAD_TABLE_SEARCH_WORDS,
  ISNAD_TABLE_LATIN_NAMES,
  ISNAD_TABLE_CHECK_WORDS, /* opposites, and what a checked sentence is read by */
  ISNAD_TABLE_COUNT
} isnad_table;

typedef struct isnad_phrase {
  uint16_t table;  /* isnad_table */
  uint16_t cell;   /* which column's phrase matched (name, spellings, adjectives ...), as numbered in tables.h */
  uint32_t row;    /* index into the table's rows */
  uint32_t first;  /* token index */
  uint32_t count;  /* tokens, punctuation inside the phrase included */
  isnad_span span; /* source bytes, proclitics that were cut left out; where li swallowed the article ("ll") both lams are in */
  uint8_t cut;     /* folded bytes of proclitics cut from the first token */
} isnad_phrase;

enum { ISNAD_PHRASE_CUT = 1 }; /* allow proclitics on the first token */

/* The longest phrase of each table in `tables` (bits 1 << isnad_table) that begins at token `at`, a word start. Phrases match on folded word and
 * number tokens. Between them up to three joining marks are passed over: quotation marks, hyphens, dashes, slashes, underscores, ampersands, plus
 * signs and full stops behind an initial or with no space behind; commas, other marks and line breaks end a phrase. An uncut reading is preferred to
 * a cut one of the same length; the article alone is never cut. Where rows share a phrase all are given. Fills at most `room` hits, longest first,
 * then by table and row; returns how many it filled. No allocation; the time is bounded by the longest phrase of the tables. */
ISNAD_API size_t isnad_phrases_at(isnad_phrase *hits, size_t room, const isnad_tokens *tokens, size_t at, uint32_t tables, unsigned flags);

/* The name and the line of a table's row, for evidence: ("outlets.tsv", 17). Line numbers count from 1. */
ISNAD_API const char *isnad_table_file(isnad_table table);
ISNAD_API uint32_t isnad_table_line(isnad_table table, uint32_t row);

#endif
