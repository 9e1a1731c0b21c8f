/* What a block looks like, before its place on the page counts: length, marks, script, stamps. No words are known here but the tables'. */
#ifndef ISNAD_PAGE_LOOK_H
#define ISNAD_PAGE_LOOK_H

#include "isnad/page.h"

typedef enum look_end {
  END_OPEN,    /* a word, a number or a mark that ends no sentence */
  END_STOP,    /* a full stop, closing quotation marks and brackets aside */
  END_EXCLAIM, /* ! ends sentences and headlines alike */
  END_QUESTION,
  END_COLON,
  END_DOTS, /* .. or an ellipsis: as common in headlines as in sentences */
  END_SLASH,
  END_PAREN /* a closing bracket without a stop inside or after */
} look_end;

/* Counts of marks stop at 65,535; what is asked of them is small. */
typedef struct look {
  uint64_t hash;  /* of the folded words and numbers; 0 when there are none */
  uint32_t words; /* word tokens */
  uint32_t numbers;
  uint32_t foreign;     /* words of another script than Arabic */
  uint32_t bare_words;  /* words outside stamps and clock times */
  uint32_t first_word;  /* token; block->last_token when there is none */
  uint32_t paren;       /* token of the bracket that opens the bracketed end of the block; 0: none */
  isnad_span stamp;     /* the first date with a year */
  uint16_t stamps;      /* dates with a year, when they were looked for */
  uint16_t short_words; /* words of one letter */
  uint16_t commas;
  uint16_t stops; /* ends of sentences before the last */
  uint16_t colons;
  uint16_t hashtags;      /* words of hashtags */
  uint16_t separators;    /* marks that part the crumbs of a trail: / > | and the like, with space around them */
  uint16_t gaps;          /* blanks three wide or wider between words */
  uint16_t code;          /* marks of markup and scripts */
  uint16_t longest_crumb; /* words of the longest run between separators, the last one aside */
  uint8_t end;            /* look_end */
  bool credited;          /* a full stop and a bracket end it: a sentence and who it is from */
  bool bracketed;         /* the whole block stands in brackets */
  bool continues;         /* begins with a word joined to "and", as a sentence does that goes on from the one before */
  bool copyright;
  bool address;    /* holds a web address, a handle or a mail address */
  bool stamp_ends; /* a stamp is the last thing in it */
} look;

/* Reads the look of one block. Linear in its tokens. */
look page_look(const isnad_tokens *tokens, const isnad_block *block);

/* A paragraph of running text, as against a line: long, or a sentence that ends. */
bool look_is_prose(const look *l);

/* Longer runs of words without any mark are a menu when they hold hardly any of the small words that join a sentence together. */
bool look_is_menu(const isnad_tokens *tokens, const isnad_block *block, const look *l);

#endif
