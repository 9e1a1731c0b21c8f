/* isnad/page.h - one page as valid UTF-8 text, cut into its parts.
 *
 * A page of text and a page of HTML both become a list of blocks (a line or a block element, with what is known of its looks);
 * the same code then tells what each block is. Rules of words come from data/ar/page_markers.tsv and its sister tables.
 */
#ifndef ISNAD_PAGE_H
#define ISNAD_PAGE_H

#include "isnad/arabic.h"
#include "isnad/base.h"
#include "isnad/capture.h"

typedef enum isnad_part_kind {
  ISNAD_PART_BREADCRUMB,
  ISNAD_PART_OUTLET,
  ISNAD_PART_HEADLINE,
  ISNAD_PART_DATELINE,
  ISNAD_PART_BYLINE,
  ISNAD_PART_BODY,
  ISNAD_PART_PROMO,
  ISNAD_PART_SOURCE_LINE,
  ISNAD_PART_KEYWORDS,
  ISNAD_PART_READ_ALSO_MARKER,
  ISNAD_PART_EMBEDDED_HEADLINE,
  ISNAD_PART_EMBEDDED_BODY,
  ISNAD_PART_SIMILAR_MARKER,
  ISNAD_PART_SIMILAR_HEADLINE,
  ISNAD_PART_RELATED_HEADING,
  ISNAD_PART_COMMENT_FORM,
  ISNAD_PART_AD_LABEL,
  ISNAD_PART_CAPTION,
  ISNAD_PART_SOCIAL,
  ISNAD_PART_FOOTER,
  ISNAD_PART_OTHER
} isnad_part_kind;

/* A block: one line of a text page, or one block element of HTML. Its span is trimmed of white space and of a list bullet. */
typedef struct isnad_block {
  isnad_span span;
  uint32_t first_token, last_token; /* [first, last) in the page's tokens */
  uint8_t bullet;                   /* 1: began with a list bullet, or is a list item */
  uint8_t blank_before;             /* blank lines before it, at most 255 */
  uint8_t heading;                  /* 1-6 for HTML headings; 0 */
  uint8_t link_share;               /* 0-255: share of its letters inside links (HTML); 0 for text */
  uint8_t hint;                     /* an isnad_part_kind + 1 that markup suggests (HTML); 0: none */
} isnad_block;

/* Part of a page: every byte of the text belongs to exactly one, white space and list bullets between parts aside. */
typedef struct isnad_part {
  isnad_part_kind kind;
  isnad_span span;
  int32_t article; /* index of the article it belongs to, set by the article stage; -1: none */
  uint32_t first_token, last_token;
  uint8_t crosshead; /* 1: a sub-heading inside a body */
  isnad_span value;  /* the part of it that is meant: the name in a source or byline, the stamp in a dateline, keywords without their label */
  isnad_table table; /* the row that decided, when one did */
  uint32_t row;      /* UINT32_MAX: decided by structure */
} isnad_part;

typedef struct isnad_repairs {
  uint32_t invalid_utf8; /* sequences replaced by U+FFFD, in other encodings bytes */
  uint32_t nul;          /* NUL bytes replaced by spaces */
  uint32_t bom;          /* byte order marks dropped */
} isnad_repairs;

typedef struct isnad_page {
  isnad_media media;
  isnad_slice url;
  isnad_slice charset;       /* what the captured bytes were read as: "utf-8", "windows-1256" ... */
  isnad_slice charset_basis; /* why: "bom", "valid", "repaired", "pattern", "declared", "overruled", "detected", "assumed", "undone" */
  isnad_slice language;      /* "ar", or empty when the page is not mainly Arabic script */
  isnad_slice text;          /* valid UTF-8; the captured bytes themselves when nothing had to be repaired */
  bool text_is_capture;      /* `text` equals the captured bytes */
  bool titled;               /* the first line is the headline as the capture itself says (JSONL title) */
  isnad_repairs repairs;
  isnad_tokens tokens;
  const isnad_block *blocks;
  size_t block_count;
  isnad_part *parts; /* in page order; `article` is filled by the article stage */
  size_t part_count;
} isnad_page;

/* Reads the captured bytes of a plain-text page: repairs, tokens, blocks, parts. Linear in the bytes.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY, ISNAD_BAD_INPUT (binary bytes, or HTML, whose reader is still to be built; no letters at all is
 * allowed). */
ISNAD_API isnad_status isnad_page_read(isnad_page *out, isnad_arena *arena, const isnad_capture *capture, isnad_err *err);

/* "body", "embedded_headline" ...: the name of a kind in the record. Never NULL. */
ISNAD_API const char *isnad_part_kind_name(isnad_part_kind kind);

#endif
