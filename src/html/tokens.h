/* The tokenizer (WHATWG HTML 13.2.5): one pass over valid UTF-8, no allocation. Tokens are byte ranges of the input; what references, CR and NUL
 * stand for is read later, and only where a token says that there are some. */
#ifndef ISNAD_HTML_TOKENS_H
#define ISNAD_HTML_TOKENS_H

#include "html/html.h"
#include "html/references.h"

typedef enum html_token_kind {
  HTML_TOKEN_TEXT,
  HTML_TOKEN_START,
  HTML_TOKEN_END,
  HTML_TOKEN_COMMENT,
  HTML_TOKEN_DOCTYPE,
  HTML_TOKEN_EOF
} html_token_kind;

enum {
  HTML_TOKEN_SELF_CLOSING = 1,
  HTML_TOKEN_QUIRKS = 2,  /* doctype: the standard's force-quirks flag */
  HTML_TOKEN_CHANGED = 4, /* text: holds a byte that its text does not have; read it with `rules` */
  HTML_TOKEN_NULS = 8     /* text: holds a NUL */
};

/* [begin, end) of the input. */
typedef struct html_range {
  uint32_t begin, end;
} html_range;

/* What a doctype says; a part that is not there (as against empty) has `has_` false. */
typedef struct html_doctype {
  html_range name, public_id, system_id;
  bool has_name, has_public, has_system;
} html_doctype;

typedef struct html_token {
  uint8_t kind; /* html_token_kind */
  uint8_t flags;
  uint8_t rules;       /* text: HTML_READ_REFERENCES, HTML_NUL_REPLACE */
  uint16_t tag;        /* html_tag */
  uint32_t hash;       /* of a tag's name in lower case */
  html_range raw;      /* the whole token */
  html_range data;     /* a tag's name, a comment's data, a text */
  uint32_t attr_count; /* written to tokenizer.attrs */
} html_token;

/* How text is read: as markup, or up to the end tag of the element that holds it. */
typedef enum html_text_mode { HTML_AS_DATA, HTML_AS_RCDATA, HTML_AS_RAWTEXT, HTML_AS_SCRIPT, HTML_AS_PLAINTEXT, HTML_AS_CDATA } html_text_mode;

typedef struct html_tokenizer {
  const char *input;
  uint32_t length, at;
  uint8_t mode;           /* html_text_mode; goes back to HTML_AS_DATA by itself at the end tag. The caller sets it behind a start tag */
  bool cdata;             /* <![CDATA[ opens text: the caller is in foreign content */
  isnad_slice raw_name;   /* the element that RCDATA, RAWTEXT and script data belong to; any case */
  html_attr_value *attrs; /* where the attributes of the next tag go */
  uint32_t room;          /* how many fit: at least HTML_ATTR_COUNT */
  html_range *names;      /* NULL: keep the attributes of names.h. Else keep all, with the ranges of their names here, as many as fit */
  uint32_t next_amp, next_cr, next_nul; /* the next of each at or behind the last place asked; found once each */
  html_doctype doctype;                 /* of the last doctype token */
  uint32_t dropped;                     /* attributes of a name the tag had already */
} html_tokenizer;

html_tokenizer html_tokenizer_of(isnad_slice input);

/* Reads the next token; HTML_TOKEN_EOF at the end, again and again. Amortised linear. */
void html_token_next(html_tokenizer *t, html_token *out);

/* --- shared by the tokenizer's files --- */

enum { HTML_SPACE = 1, HTML_NAME_END = 2, HTML_ATTR_NAME_END = 4, HTML_LETTER = 8, HTML_VALUE_END = 16 };

extern const uint8_t html_classes[256]; /* what a byte is */
extern const uint8_t html_lower[256];   /* ASCII letters in lower case, all other bytes themselves */

static inline bool html_is(uint8_t classes, char c) { return (html_classes[(uint8_t)c] & classes) != 0; }

/* Whether the bytes at `at` are `word` in any case; `word` in lower case. */
bool html_word_at(const html_tokenizer *t, uint32_t at, isnad_slice word);

/* The place of the first `c` in [at, t->length), or t->length. */
uint32_t html_find(const html_tokenizer *t, uint32_t at, char c);

/* "<!DOCTYPE" stands before t->at. */
void html_read_doctype(html_tokenizer *t, html_token *out);

/* "<!--" stands before t->at. */
void html_read_comment(html_tokenizer *t, html_token *out);

/* The place where raw text that begins at t->at ends: of the end tag that closes it, or the end of the input. */
uint32_t html_raw_text_end(const html_tokenizer *t);

#endif
